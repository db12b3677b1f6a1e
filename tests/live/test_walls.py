"""How answers hang, and questions that are asked one after the other."""

from pathlib import Path

import pytest
from flask import Flask

from tests.decks.written import deck
from tests.live.test_room import fold
from tests.workshops import new_workshop
from workshop.database import Database
from workshop.events import Answered, AnyEvent, PaceFreed, QuestionPosed, SlideShown, WallArranged
from workshop.live import stage_of
from workshop.live.directions import event_for
from workshop.live.orders import Answer, Arrange, Pose
from workshop.live.room import Room
from workshop.live.rooms import LiveRoom
from workshop.live.seen import on_wall
from workshop.live.submissions import entry_for
from workshop.refused import Refused

SOURCE = (
    "# Samen\n\n::: open {ask=in-turn wall=single}\n- Wat?\n- Hoe?\n:::\n\n---\n\n# Een\n\n::: open\n:::\n"
)
DECK = deck(SOURCE)


def room(*events: AnyEvent) -> Room:
    return fold([SlideShown(1), Answered("p", "a" * 16, 1, 0, "iets"), *events])


def refusal(command: Arrange | Pose) -> str:
    with pytest.raises(Refused) as refused:
        event_for(command, room(), DECK)
    return refused.value.code


def test_the_way_of_the_deck_is_no_way_of_its_own() -> None:
    grid = event_for(Arrange(1, "grid"), room(), DECK)

    assert grid == WallArranged(1, "grid")
    assert event_for(Arrange(1, "single"), room(), DECK) is None
    assert event_for(Arrange(1, "single"), room(WallArranged(1, "grid")), DECK) == WallArranged(1, "")


def test_a_way_or_a_question_that_a_slide_does_not_have_is_refused() -> None:
    assert refusal(Arrange(2, "grouped")) == "wrong_kind"
    assert refusal(Arrange(2, "upside down")) == "wrong_kind"
    assert refusal(Arrange(3, "grid")) == "wrong_kind"
    assert refusal(Pose(1, 2)) == "unknown_question"
    assert refusal(Pose(2, 0)) == "unknown_question"


def test_a_question_is_answered_when_the_presenter_has_come_to_it_and_from_then_on() -> None:
    def send(question: int, *events: QuestionPosed | PaceFreed) -> object:
        command = Answer("b" * 16, 1, question, "ja")
        return entry_for(command, room(*events), DECK, 1, "ik", "").event

    with pytest.raises(Refused):
        send(1)
    assert send(1, QuestionPosed(1, 1))
    assert send(0, QuestionPosed(1, 1)), "who still writes is not cut off"
    assert send(1, QuestionPosed(1, 1), QuestionPosed(1, 0)), "nor who was away when it was asked"
    assert send(1, PaceFreed()), "nobody comes to it for those at their own pace"


def test_only_answers_to_the_question_of_now_hang_there_unless_all_hang_below_theirs(
    app: Flask, database: Database, tmp_path: Path
) -> None:
    stage = stage_of(app)
    with database.write() as session:
        workshop = new_workshop(session, tmp_path, f"---\ntitle: T\nlanguage: nl\n---\n\n{SOURCE}")
    live: LiveRoom = stage.rooms.of(workshop)
    live.room = room(Answered("p", "b" * 16, 1, 1, "zo"), QuestionPosed(1, 1))

    def hung() -> list[object]:
        return [answer.value for answer in on_wall(live, live.room.answers.of_slide(1))]

    assert hung() == ["zo"]
    assert "iets" in [answer["value"] for answer in stage.screens.presenter(live)["answers"]]
    fold([WallArranged(1, "grouped")], live.room)
    assert hung() == ["iets", "zo"]
