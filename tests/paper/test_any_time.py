"""Paper is answered whenever people write: no question is closed for it, and every screen shows what came."""

from pathlib import Path

import pytest
from flask import Flask

from tests.decks.written import deck
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.decks.questionnaire import questionnaire
from workshop.decks.store import load
from workshop.events import AnyEvent, QuestionClosed, Recorded, ResultShown, SlideShown, WorkshopClosed
from workshop.live import stage_of
from workshop.live.orders import Answer, Reveal, Show
from workshop.live.room import Room
from workshop.live.submissions import entry_for
from workshop.paper.sheet import Sheet
from workshop.refused import Refused
from workshop.workshops import start

RIGHT = "# Kies\n\n::: choice\n- [x] rood\n- blauw\n:::\n"
IN_TURN = "# Twee\n\n::: open {ask=in-turn}\n- De eerste?\n- De tweede?\n:::\n"
QUIZ = "# Quiz\n\n::: quiz\n- [x] ja\n- [ ] nee\n:::\n"
SHOWN = SlideShown(1)
OF_EVERYBODY = """# Vragen

::: questions
:::

---

# Ideeën

::: ideas
:::

---

# Wereldcafé

::: cafe {tables=3}
- De school?
- De wijk?
:::

---

# Een paar woorden

::: words
:::

---

# Waar woon je?

::: place {on=map}
:::

---

# Oogst

::: harvest {from=1 votes=2}
:::
"""


def room(*events: AnyEvent) -> Room:
    room = Room()
    for seq, event in enumerate(events, start=1):
        room.apply(Recorded(seq, seq, event))
    return room


def take(of: Deck, answer: Answer, *events: AnyEvent, sheet: int) -> str:
    """The name of what it becomes, or why it is refused."""
    try:
        entry = entry_for(answer, room(*events), of, 1, "paper-7" if sheet else "ik", "", sheet=sheet)
    except Refused as refused:
        return refused.code
    return type(entry.event).__name__


@pytest.mark.parametrize(
    ("source", "answer", "events", "phone"),
    [
        (RIGHT, Answer("a" * 16, 1, 0, [0]), [], "unknown_slide"),
        (RIGHT, Answer("a" * 16, 1, 0, [0]), [SHOWN, QuestionClosed(1)], "closed"),
        (RIGHT, Answer("a" * 16, 1, 0, [0]), [SHOWN, ResultShown(1)], "closed"),
        (RIGHT, Answer("a" * 16, 1, 0, [0]), [SHOWN, WorkshopClosed()], "closed"),
        (IN_TURN, Answer("a" * 16, 1, 1, "ja"), [SHOWN], "unknown_question"),
    ],
)
def test_paper_is_taken_where_a_phone_is_too_early_or_too_late(
    source: str, answer: Answer, events: list[AnyEvent], phone: str
) -> None:
    assert take(deck(source), answer, *events, sheet=0) == phone
    assert take(deck(source), answer, *events, sheet=7) == "Answered"


def test_a_game_is_not_played_on_paper() -> None:
    assert take(deck(QUIZ), Answer("a" * 16, 1, 0, [0, 5]), SHOWN, sheet=0) == "Answered"
    assert take(deck(QUIZ), Answer("a" * 16, 1, 0, [0, 5]), SHOWN, sheet=7) == "wrong_kind"


def test_every_screen_shows_what_came_from_paper_before_its_slide_was_shown(
    app: Flask, database: Database, tmp_path: Path
) -> None:
    path = tmp_path / "deck.md"
    path.write_text(f"---\ntitle: Proef\nlanguage: nl\n---\n\n{OF_EVERYBODY}")
    with database.write() as session:
        workshop = start(session, load(session, path))
    stage = stage_of(app)
    live = stage.rooms.of(workshop)
    questions = questionnaire(live.deck)
    sheet = Sheet(7, workshop.id, "secret")
    texts = {each.part(0): "C4" if each.way.name == "field" else "van papier" for each in questions}

    seen = sheet.version(questions, live.room)
    stage.key_in(live, 7, sheet.participant, lambda room: sheet.orders(texts, questions, room, seen))

    for number in range(1, len(live.deck.slides) + 1):
        stage.direct(live, Show(number))
        if number not in (1, 3, 6):
            stage.direct(live, Reveal(number, True))
        with app.test_request_context():
            shown = [str(state) for state in (stage.projector_state(live), stage.presenter_state(live))]
            assert str(stage.phone_state(live, "ik" * 8))
        assert number == 5 or any("van papier" in each for each in shown), number
    stage.writer.stop()
