"""Reactions in a live workshop: counted by slide and sign, at a pace, and only what the slide offers."""

from pathlib import Path

import pytest

from tests.workshops import new_workshop
from workshop.database import Database
from workshop.live.orders import End, React, Show, phone_command
from workshop.live.rooms import LiveRoom
from workshop.live.stage import REACTIONS_AT_ONCE, REACTIONS_PER_MINUTE, Stage
from workshop.rate import Rate
from workshop.refused import Refused

DECK = """---
title: Reageren
language: nl
reactions: "👏 ❤️"
---

# Een

---

# Twee

::: reactions {signs="💡"}
:::
"""


@pytest.fixture
def live(stage: Stage, database: Database, tmp_path: Path) -> LiveRoom:
    with database.write() as session:
        workshop = new_workshop(session, tmp_path, DECK)
    live = stage.rooms.of(workshop)
    stage.direct(live, Show(1))
    return live


def react(stage: Stage, live: LiveRoom, sign: int, slide: int = 1, who: str = "p", name: str = "") -> None:
    react.count = getattr(react, "count", 0) + 1  # type: ignore[attr-defined]
    stage.submit(live, who, React(name or f"{react.count:020}", slide, sign))  # type: ignore[attr-defined]


def refusal(stage: Stage, live: LiveRoom, sign: int, slide: int = 1) -> str:
    with pytest.raises(Refused) as refused:
        react(stage, live, sign, slide)
    assert refused.value.text
    return refused.value.code


def test_each_sign_is_counted_by_slide(stage: Stage, live: LiveRoom) -> None:
    for sign in (0, 1, 0):
        react(stage, live, sign)
    stage.direct(live, Show(2))
    react(stage, live, 0, slide=2)

    assert live.room.reactions == {1: {0: 2, 1: 1}, 2: {0: 1}}


def test_screens_get_the_signs_of_the_slide_and_their_counts(stage: Stage, live: LiveRoom) -> None:
    react(stage, live, 1)

    for state in (stage.projector_state(live), stage.presenter_state(live)):
        assert state["signs"] == ["👏", "❤️"]
        assert state["reactions"] == [0, 1]
    assert "reactions" not in stage.phone_state(live, "p")
    stage.direct(live, Show(2))
    assert stage.projector_state(live)["signs"] == ["💡"]
    assert stage.projector_state(live)["reactions"] == [0]


def test_phones_have_a_named_button_for_each_sign(stage: Stage, live: LiveRoom) -> None:
    html = stage.phone_state(live, "p")["html"]

    assert 'data-sign="0" aria-label="applaus"' in html
    assert 'data-sign="1" aria-label="hart"' in html


def test_one_that_is_sent_twice_is_counted_once(stage: Stage, live: LiveRoom) -> None:
    react(stage, live, 0, name="x" * 20)
    react(stage, live, 0, name="x" * 20)

    assert live.room.reactions == {1: {0: 1}}


@pytest.mark.parametrize(
    ("sign", "slide", "code"),
    [(2, 1, "unknown_sign"), (1, 2, "unknown_sign"), (0, 0, "unknown_sign"), (0, 99, "unknown_sign")],
)
def test_a_sign_that_the_slide_does_not_have_is_refused(
    stage: Stage, live: LiveRoom, sign: int, slide: int, code: str
) -> None:
    stage.direct(live, Show(2))

    assert refusal(stage, live, sign, slide) == code
    assert live.room.reactions == {}


def test_a_slide_that_was_not_shown_yet_takes_none(stage: Stage, live: LiveRoom) -> None:
    assert refusal(stage, live, 0, 2) == "closed"


def test_an_ended_workshop_takes_none_and_shows_no_buttons(stage: Stage, live: LiveRoom) -> None:
    stage.direct(live, End(ended=True))

    assert refusal(stage, live, 0) == "closed"
    assert "data-sign" not in stage.phone_state(live, "p")["html"]


def test_a_phone_that_presses_on_and_on_is_held_back_and_others_are_not(stage: Stage, live: LiveRoom) -> None:
    stage._reactions = Rate(REACTIONS_PER_MINUTE, REACTIONS_AT_ONCE, clock=lambda: 0.0)  # no time passes
    for _press in range(REACTIONS_AT_ONCE):
        react(stage, live, 0)

    assert refusal(stage, live, 0) == "too_many"
    react(stage, live, 0, who="q")
    assert live.room.reactions == {1: {0: REACTIONS_AT_ONCE + 1}}


def test_reactions_do_not_use_up_what_a_phone_may_answer(stage: Stage, live: LiveRoom) -> None:
    for _press in range(REACTIONS_AT_ONCE):
        react(stage, live, 0)

    assert stage._rate.allows((live.id, "p"))


@pytest.mark.parametrize("sign", [-1, 101, "0", None, 0.5])
def test_what_is_no_number_is_not_understood(sign: object) -> None:
    assert phone_command({"do": "react", "id": "x" * 20, "slide": 1, "sign": 0})

    with pytest.raises(Refused) as refused:
        phone_command({"do": "react", "id": "x" * 20, "slide": 1, "sign": sign})
    assert refused.value.code == "not_understood"
