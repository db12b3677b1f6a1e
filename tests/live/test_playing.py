"""A quiz as it is played: its time, what is taken, what each phone gets to know, and who stands where."""

import json
import time
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.workshops import new_workshop
from workshop import journal
from workshop.answers import Answer
from workshop.database import Database
from workshop.events import AnyEvent, ModerationBegun, NickTaken, ResultShown, TimerStarted
from workshop.journal import Entry
from workshop.language import speaking
from workshop.live.orders import Open, Reveal, Show, Time
from workshop.live.rooms import LiveRoom
from workshop.live.stage import Stage
from workshop.live.standing import ordinal
from workshop.nicks import MOST_TAKEN
from workshop.refused import Refused

FIRST, SECOND, PODIUM = 1, 2, 3
DECK = """---
title: Een quiz
language: nl
---

# Hoeveel scholen?

::: quiz {seconds=20}
- 12
- [x] 31
- 50
:::

---

# Welke stad?

::: quiz {seconds=60 points=500}
- [x] Utrecht
- Almere
:::

---

# De stand

::: podium
:::
"""
A_SECOND = 1_000


@pytest.fixture
def live(stage: Stage, database: Database, tmp_path: Path) -> LiveRoom:
    """A workshop with a quiz, at its first question."""
    with database.write() as session:
        workshop = new_workshop(session, tmp_path, DECK)
    live = stage.rooms.of(workshop)
    stage.direct(live, Show(FIRST))
    return live


class Hall:
    """Phones of the room, each with a number of its own for what it sends."""

    def __init__(self, stage: Stage, live: LiveRoom, client: FlaskClient) -> None:
        self.stage, self.live, self.client = stage, live, client
        self.sent = 0

    def send(self, who: str, command: dict[str, object]) -> dict[str, object]:
        self.sent += 1
        token = self.stage.tokens.of(self.live.id, who)
        answer = self.client.post(
            "/live/submissions",
            json={"id": f"{self.sent:020}", **command},
            headers={"Authorization": f"Bearer {token}"},
        )
        body: dict[str, object] = answer.get_json()
        return body

    def press(
        self, who: str, option: int, took: int = 100, slide: int = FIRST, **more: object
    ) -> dict[str, object]:
        return self.send(
            who, {"do": "answer", "slide": slide, "question": 0, "value": [option, took], **more}
        )

    def own(self, who: str) -> dict[str, object]:
        own: dict[str, object] = self.stage.phone_state(self.live, who)["own"]
        return own

    def only_answer(self) -> Answer:
        (answer,) = self.live.room.answers.by_id.values()
        return answer


@pytest.fixture
def hall(stage: Stage, live: LiveRoom, client: FlaskClient) -> Hall:
    return Hall(stage, live, client)


def earlier(live: LiveRoom, milliseconds: int, slide: int = FIRST) -> None:
    """As if the slide's time had begun earlier."""
    live.room.time_began[slide] -= milliseconds
    live.room.timers[slide] -= milliseconds


def write(database: Database, live: LiveRoom, *events: AnyEvent) -> None:
    with database.write() as session:
        journal.append(session.connection(), [Entry(live.id, event) for event in events])
    live.catch_up()


# ---- its time


def test_its_time_begins_by_itself_and_runs_on_every_screen(stage: Stage, live: LiveRoom) -> None:
    states = [stage.phone_state(live, "p"), stage.projector_state(live), stage.presenter_state(live)]

    assert all(0 < state["time_left"] <= 20 * A_SECOND for state in states)
    assert all(0 <= state["time_passed"] < 20 * A_SECOND for state in states)
    assert all(state["open"] for state in states)


def test_going_back_to_it_does_not_begin_its_time_again(stage: Stage, live: LiveRoom) -> None:
    earlier(live, 15 * A_SECOND)
    began = dict(live.room.time_began)

    stage.direct(live, Show(SECOND))
    stage.direct(live, Show(FIRST))

    assert live.room.time_began[FIRST] == began[FIRST]
    assert stage.phone_state(live, "p")["time_left"] <= 5 * A_SECOND


def test_after_its_time_it_counts_as_closed_until_the_presenter_gives_more(
    stage: Stage, live: LiveRoom, hall: Hall
) -> None:
    earlier(live, 26 * A_SECOND)

    assert not stage.phone_state(live, "p")["open"]
    assert hall.press("p", 1)["error"] == "too_late"
    stage.direct(live, Time(FIRST, 60))
    assert stage.phone_state(live, "p")["open"]
    assert "ok" in hall.press("p", 1)
    value = hall.only_answer().value
    assert isinstance(value, list)
    assert value[1] >= 21 * A_SECOND, "more time makes nobody faster"


def test_opening_it_after_its_time_takes_the_limit_away(stage: Stage, live: LiveRoom) -> None:
    earlier(live, 26 * A_SECOND)

    stage.direct(live, Open(FIRST, open=True))

    assert stage.phone_state(live, "p")["open"]
    assert stage.phone_state(live, "p")["time_left"] is None
    assert stage.direct(live, Open(FIRST, open=True)) == {"ok": live.room.seq}


def test_the_presenter_may_close_it_early_and_open_it_again(stage: Stage, live: LiveRoom, hall: Hall) -> None:
    stage.direct(live, Open(FIRST, open=False))
    assert hall.press("p", 1)["error"] == "closed"

    stage.direct(live, Open(FIRST, open=True))

    assert "ok" in hall.press("p", 1)


def test_a_question_whose_answer_was_seen_is_closed_and_has_no_time_left(
    stage: Stage, live: LiveRoom, hall: Hall
) -> None:
    stage.direct(live, Reveal(FIRST, revealed=True))

    assert hall.press("p", 1)["error"] == "closed"
    assert stage.phone_state(live, "p")["time_left"] is None
    with pytest.raises(Refused) as refused:
        stage.direct(live, Open(FIRST, open=True))
    assert refused.value.code == "revealed"


# ---- what is taken


def test_the_event_holds_the_judged_time(live: LiveRoom, hall: Hall) -> None:
    earlier(live, 12 * A_SECOND)

    hall.press("p", 1, took=0)

    value = hall.only_answer().value
    assert isinstance(value, list)
    assert 7 * A_SECOND <= value[1] < 20 * A_SECOND


def test_a_press_that_is_sent_again_later_counts_as_the_first_time(live: LiveRoom, hall: Hall) -> None:
    again = {"id": "x" * 20}
    first = hall.press("p", 1, took=300, **again)
    kept = hall.only_answer().value
    earlier(live, 60 * A_SECOND)

    assert hall.press("p", 1, took=300, **again) == first
    assert hall.only_answer().value == kept


def test_a_press_that_is_sent_again_within_the_time_is_not_judged_anew(live: LiveRoom, hall: Hall) -> None:
    again = {"id": "x" * 20}
    first = hall.press("p", 1, took=300, **again)
    earlier(live, 15 * A_SECOND)

    assert hall.press("p", 1, took=300, **again) == first


def test_the_same_press_with_another_option_is_refused(live: LiveRoom, hall: Hall) -> None:
    hall.press("p", 1, id="x" * 20)

    assert hall.press("p", 2, id="x" * 20)["error"] == "id_reused"
    assert hall.press("p", 2)["error"] == "too_many_answers"


@pytest.mark.parametrize("change", ["edit", "withdraw"])
def test_an_answer_stands_as_it_was_sent(live: LiveRoom, hall: Hall, change: str) -> None:
    hall.press("p", 0, id="x" * 20)

    assert hall.send("p", {"do": change, "answer": "x" * 20, "value": [1, 0]})["error"] == "final"


def test_answers_that_are_read_first_hold_up_no_quiz(
    stage: Stage, live: LiveRoom, hall: Hall, database: Database
) -> None:
    write(database, live, ModerationBegun())

    hall.press("p", 1)

    assert live.room.answers.visible_counts[FIRST] == 1


def test_a_quiz_whose_time_never_began_takes_what_the_phone_says(live: LiveRoom, hall: Hall) -> None:
    live.room.time_began.clear()  # the server was killed between the slide and its time
    live.room.timers.clear()

    hall.press("p", 1, took=4_000)

    assert hall.only_answer().value == [1, 4_000]


# ---- what nobody gets to know too early


def test_no_screen_of_the_room_says_which_is_right_before_it_is_shown(
    stage: Stage, live: LiveRoom, hall: Hall, client: FlaskClient
) -> None:
    hall.press("p", 1)
    hall.press("q", 0)

    def seen() -> list[str]:
        pages = [
            client.get(f"/{live.workshop.code}"),
            client.get(f"/projector/{live.workshop.projector_key}"),
        ]
        states = [stage.phone_state(live, "p"), stage.phone_state(live, "q"), stage.projector_state(live)]
        return [page.get_data(as_text=True) for page in pages] + [json.dumps(state) for state in states]

    for text in seen():
        assert "is-right" not in text
        assert "goed</span>" not in text.replace("<\\/", "</")
    assert hall.own("p")["outcome"] == hall.own("q")["outcome"] == ""
    stage.direct(live, Reveal(FIRST, revealed=True))
    assert all("is-right" in text and "goed</span>" in text.replace("<\\/", "</") for text in seen())


# ---- names


def test_a_phone_gets_a_name_and_may_have_another(hall: Hall) -> None:
    first = hall.send("p", {"do": "nick"})
    other = hall.send("p", {"do": "nick", "another": True})

    assert first["own"]["nick"] == "Vrolijke Otter"  # type: ignore[index]
    assert other["own"]["nick"] not in ("", "Vrolijke Otter")  # type: ignore[index]
    assert hall.own("p") | dict(other["own"]) == hall.own("p")  # type: ignore[call-overload]


def test_a_phone_that_asks_twice_keeps_its_name(hall: Hall) -> None:
    hall.send("p", {"do": "nick"})
    before = hall.own("p")

    assert hall.send("p", {"do": "nick"})["error"] == "has_name"
    assert hall.own("p") == before


def test_the_same_wish_sent_twice_is_one_name(hall: Hall, live: LiveRoom) -> None:
    hall.send("p", {"do": "nick", "id": "x" * 20})
    hall.send("p", {"do": "nick", "another": True, "id": "y" * 20})
    before = hall.own("p")

    assert "ok" in hall.send("p", {"do": "nick", "another": True, "id": "y" * 20})
    assert hall.own("p")["nick"] == before["nick"]


def test_after_a_few_names_there_are_no_more(hall: Hall) -> None:
    for _name in range(MOST_TAKEN):
        assert "ok" in hall.send("p", {"do": "nick", "another": True})

    assert hall.send("p", {"do": "nick", "another": True})["error"] == "no_more_names"
    assert hall.own("p")["may_change"] is False


def test_the_journal_holds_no_name(hall: Hall, database: Database, live: LiveRoom) -> None:
    hall.send("p", {"do": "nick"})

    with database.engine.connect() as connection:
        events = journal.read_since(connection, live.id, 0)
    assert events[-1].event == NickTaken("p")


# ---- who stands where


def play(hall: Hall, live: LiveRoom, database: Database) -> None:
    """Three phones answer the first question, after 0, 10 and 0 seconds; the last one wrong."""
    for who in ("p", "q", "r"):
        hall.send(who, {"do": "nick"})
    hall.press("p", 1, took=0)
    hall.press("q", 1, took=10_000)
    hall.press("r", 2, took=0)


def test_a_phone_learns_its_own_points_and_place_when_the_result_is_seen(
    stage: Stage, live: LiveRoom, hall: Hall, database: Database
) -> None:
    play(hall, live, database)
    assert hall.own("p")["place"] == ""

    stage.direct(live, Reveal(FIRST, revealed=True))

    own = {who: (hall.own(who)["outcome"], hall.own(who)["place"]) for who in ("p", "q", "r", "s")}
    assert own == {
        "p": ("Goed: 1.000 punten", "Je bent 1e van 3, 1.000 punten"),
        "q": ("Goed: 750 punten", "Je bent 2e van 3, 750 punten"),
        "r": ("Niet goed. Het was: 31", "Je bent 3e van 3, 0 punten"),
        "s": ("Het was: 31", ""),
    }
    assert [hall.own(who)["is_right"] for who in ("p", "q", "r")] == [True, True, False]


def test_the_points_of_all_questions_that_were_seen_are_one_standing(
    stage: Stage, live: LiveRoom, hall: Hall, database: Database
) -> None:
    play(hall, live, database)
    stage.direct(live, Reveal(FIRST, revealed=True))
    stage.direct(live, Show(SECOND))
    hall.press("r", 0, took=0, slide=SECOND)
    assert hall.own("r")["place"] == "Je bent 3e van 3, 0 punten", "not seen yet"

    stage.direct(live, Reveal(SECOND, revealed=True))

    assert hall.own("r")["place"] == "Je bent 3e van 3, 500 punten"
    stage.direct(live, Reveal(FIRST, revealed=False))
    assert hall.own("r")["place"] == "Je bent 1e van 1, 500 punten"


def test_the_podium_shows_names_to_the_room_and_to_each_phone_its_place(
    stage: Stage, live: LiveRoom, hall: Hall, database: Database
) -> None:
    play(hall, live, database)
    stage.direct(live, Reveal(FIRST, revealed=True))
    stage.direct(live, Show(PODIUM))

    phone, wall = stage.phone_state(live, "q"), stage.projector_state(live)

    assert phone["has_own"]
    assert phone["own"]["place"] == "Je bent 2e van 3, 750 punten"
    for state in (phone, wall):
        assert "Vrolijke Otter" in state["html"]
        assert "1.000" in state["html"]


def test_who_has_no_name_stands_there_all_the_same(stage: Stage, live: LiveRoom, hall: Hall) -> None:
    hall.press("p", 1, took=0)
    stage.direct(live, Reveal(FIRST, revealed=True))
    stage.direct(live, Show(PODIUM))

    assert "Naamloos" in stage.projector_state(live)["html"]


def test_phones_are_told_that_there_is_something_to_ask_for(stage: Stage, live: LiveRoom) -> None:
    assert stage.screens.phone(live)["has_own"] is False

    stage.direct(live, Reveal(FIRST, revealed=True))

    frame = stage.screens.phone(live)
    assert frame["has_own"] is True
    assert "own" not in frame, "one frame for all phones"


def test_a_hall_that_asks_at_once_is_drawn_once(
    stage: Stage, live: LiveRoom, hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.press("p", 1)
    stage.direct(live, Reveal(FIRST, revealed=True))
    drawn = []
    draw = stage.screens._drawn_slide
    monkeypatch.setattr(stage.screens, "_drawn_slide", lambda *args: drawn.append(1) or draw(*args))

    states = [stage.phone_state(live, f"p{n}") for n in range(500)]

    assert len(drawn) <= 1
    assert len({state["html"] for state in states}) == 1


def test_what_was_drawn_is_not_shown_when_the_time_is_over(stage: Stage, live: LiveRoom) -> None:
    before = stage.phone_state(live, "p")["html"]

    earlier(live, 21 * A_SECOND)

    assert "disabled" not in before
    assert "disabled" in stage.phone_state(live, "p")["html"]


def test_a_deck_without_a_quiz_has_no_names_and_no_places(
    stage: Stage, database: Database, tmp_path: Path, client: FlaskClient
) -> None:
    with database.write() as session:
        workshop = new_workshop(session, tmp_path)
    live = stage.rooms.of(workshop)
    stage.direct(live, Show(4))

    assert "own" not in stage.phone_state(live, "p")
    assert Hall(stage, live, client).send("p", {"do": "nick"})["error"] == "wrong_kind"


def test_all_of_it_is_the_same_after_a_restart(
    app: Flask, stage: Stage, live: LiveRoom, hall: Hall, database: Database
) -> None:
    from workshop.live.room import Room

    play(hall, live, database)
    stage.direct(live, Reveal(FIRST, revealed=True))

    again = Room.restore(live.room.snapshot())

    assert again == live.room
    with database.engine.connect() as connection:
        refolded = Room()
        for recorded in journal.read_since(connection, live.id, 0):
            refolded.apply(recorded)
    assert refolded == live.room


def test_a_time_that_begins_twice_began_the_first_time(live: LiveRoom, database: Database) -> None:
    began = live.room.time_began[FIRST]
    time.sleep(0.005)

    write(database, live, TimerStarted(FIRST, 60), ResultShown(SECOND))

    assert live.room.time_began[FIRST] == began
    assert live.room.timers[FIRST] >= began + 60 * A_SECOND


@pytest.mark.parametrize(
    ("language", "places"),
    [("nl", "1e 2e 5e 11e"), ("en", "1st 2nd 5th 11th 21st 112th 23rd")],
)
def test_a_place_is_written_as_people_do(language: str, places: str) -> None:
    with speaking(language):
        for written in places.split():
            assert ordinal(int("".join(filter(str.isdigit, written)))) == written
