"""Phones at their own pace: in the workshop when the presenter allows it, and after it until a day."""

import pytest

from tests.decks.written import deck
from tests.live.test_room import fold
from workshop.events import (
    AfterwardsSet,
    AnyEvent,
    Event,
    PaceBound,
    PaceFreed,
    QuestionClosed,
    SlideShown,
    WorkshopClosed,
    WorkshopReopened,
)
from workshop.live.orders import Answer, React
from workshop.live.room import Room
from workshop.live.submissions import entry_for
from workshop.refused import Refused

DECK = deck(
    "# Een\n\n::: open\n:::\n\n---\n\n# Twee\n\n::: open\n:::\n\n::: reactions {signs=👍}\n:::\n\n---\n\n"
    "# Drie\n\n::: quiz\n- [x] a\n- b\n:::\n"
)
NOW, LATER = 1_000, 2_000


def room(*events: AnyEvent) -> Room:
    return fold([SlideShown(1), *events])


def send(room: Room, slide: int, value: object = "ja", now: int = NOW) -> Event:
    command = Answer("a" * 16, slide, 0, value)  # type: ignore[arg-type]
    return entry_for(command, room, DECK, 1, "ik", "", now=now).event


def refusal(room: Room, slide: int, value: object = "ja", now: int = NOW) -> str:
    with pytest.raises(Refused) as refused:
        send(room, slide, value, now)
    return refused.value.code


def test_a_slide_that_was_not_on_the_screen_may_be_answered_at_ones_own_pace_only() -> None:
    assert refusal(room(), 2) == "unknown_slide"
    assert send(room(PaceFreed()), 2)
    assert refusal(room(PaceFreed(), PaceBound()), 2) == "unknown_slide"


def test_a_question_that_was_closed_stays_closed() -> None:
    assert refusal(room(PaceFreed(), QuestionClosed(2)), 2) == "closed"


def test_a_game_begins_for_everybody_at_once() -> None:
    assert refusal(room(PaceFreed()), 3, [0, 100]) == "unknown_slide"


def test_after_the_workshop_everything_may_be_answered_until_the_day() -> None:
    ended = room(AfterwardsSet(LATER), WorkshopClosed())

    assert send(ended, 2, now=LATER - 1)
    assert refusal(ended, 1, now=LATER) == "closed"
    assert refusal(room(WorkshopClosed()), 1) == "closed"


def test_a_pace_that_was_free_ends_with_the_workshop() -> None:
    assert refusal(room(PaceFreed(), WorkshopClosed()), 1) == "closed"
    assert send(room(PaceFreed(), WorkshopClosed(), WorkshopReopened()), 2)


def test_a_sign_may_be_sent_wherever_a_phone_may_be() -> None:
    assert entry_for(React("r" * 16, 2, 0), room(PaceFreed()), DECK, 1, "ik", "", now=NOW)
    with pytest.raises(Refused):
        entry_for(React("r" * 16, 2, 0), room(), DECK, 1, "ik", "", now=NOW)
