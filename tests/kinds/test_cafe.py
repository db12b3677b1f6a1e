"""A world café: seats, rounds in which tables move on, and one pen a table."""

import pytest
from flask import Flask

from tests.decks.written import deck, mistake
from tests.kinds.drawn import HOSTILE, draw, read
from tests.live.test_room import fold
from workshop.events import (
    Answered,
    AnyEvent,
    Event,
    PenTaken,
    RoundBegun,
    SeatTaken,
    SlideShown,
)
from workshop.kinds.cafe import Cafe
from workshop.live import seating, sharing
from workshop.live.directions import event_for, seconds_that_begin
from workshop.live.orders import Round, Sit, TakePen
from workshop.live.room import Room
from workshop.live.submissions import entry_for
from workshop.refused import Refused

DECK = deck("# Wereldcafé\n\n::: cafe {minutes=5}\n- Een?\n- Twee?\n- Drie?\n:::\n\n---\n\n# Einde\n")
ID = "i" * 16


def cafe(text: str = "::: cafe\n- Een?\n- Twee?\n- Drie?\n:::") -> Cafe:
    figure = read(text)
    assert isinstance(figure, Cafe)
    return figure


def room(*more: AnyEvent) -> Room:
    return fold([SlideShown(1), *more])


def sent(command: Sit | TakePen, room: Room) -> Event:
    return entry_for(command, room, DECK, 1, "ik", "").event


def refusal(command: Sit | TakePen | Round, room: Room) -> str:
    def ask() -> object:
        return event_for(command, room, DECK) if isinstance(command, Round) else sent(command, room)

    with pytest.raises(Refused) as refused:
        ask()
    return refused.value.code


def test_each_question_has_a_table_unless_the_deck_says_otherwise() -> None:
    assert (cafe().tables, cafe().rounds, cafe().one_writes) == (3, 3, False)
    larger = cafe("::: cafe {tables=8 rounds=2 minutes=10 writes=one}\n- Een?\n- Twee?\n:::")
    assert (larger.tables, larger.rounds, larger.minutes, larger.one_writes) == (8, 2, 10, True)
    assert [larger.question_at(place) for place in range(8)] == [0, 1] * 4


@pytest.mark.parametrize("attribute", ["tables=1", "rounds=0", "minutes=99", "writes=two", "tables=veel"])
def test_what_makes_no_sense_is_a_mistake(attribute: str) -> None:
    source = f"---\ntitle: x\n---\n# T\n\n::: cafe {{{attribute}}}\n- a\n- b\n:::\n"

    assert attribute.partition("=")[0] in mistake(source).what


def test_one_question_makes_no_cafe() -> None:
    assert "fewer than 2" in mistake("---\ntitle: x\n---\n# T\n\n::: cafe\n- a\n:::\n").what


def test_people_move_on_by_one_table_each_round() -> None:
    assert [cafe().place_of(2, round_) for round_ in (-1, 0, 1, 2)] == [2, 2, 0, 1]


def test_who_asks_for_a_table_gets_the_emptiest_and_keeps_it() -> None:
    seated = room(SeatTaken("a", 1, 0), SeatTaken("b", 1, 1))

    assert sent(Sit(ID, 1, -1), seated) == SeatTaken("ik", 1, 2)
    assert sent(Sit(ID, 1, -1), room(SeatTaken("ik", 1, 0))) == SeatTaken("ik", 1, 0)


def test_who_comes_in_the_second_round_moves_on_with_the_people_at_that_table() -> None:
    later = room(RoundBegun(1, 0), RoundBegun(1, 1))

    assert sent(Sit(ID, 1, 0), later) == SeatTaken("ik", 1, 2)
    seated = fold([SeatTaken("ik", 1, 2)], later)
    assert [spot.people for spot in seating.spots(seated, DECK, 1)] == [1, 0, 0]


def test_what_does_not_exist_is_refused() -> None:
    assert refusal(Sit(ID, 1, 3), room()) == "unknown_option"
    assert refusal(Sit(ID, 2, 0), room(SlideShown(2))) == "wrong_kind"
    assert refusal(Sit(ID, 1, 0), Room()) == "wrong_kind"
    assert refusal(TakePen(ID, 1), room()) == "no_seat"
    assert refusal(Round(1, 1), room()) == "unknown_option", "the first round comes first"
    assert (
        refusal(Round(1, 3), room(RoundBegun(1, 0), RoundBegun(1, 1), RoundBegun(1, 2))) == "unknown_option"
    )


def test_a_round_is_begun_once_and_has_its_time() -> None:
    assert event_for(Round(1, 0), room(), DECK) == RoundBegun(1, 0)
    assert event_for(Round(1, 0), room(RoundBegun(1, 0)), DECK) is None
    assert seconds_that_begin(Round(1, 0), room(), DECK) == 300


def test_going_back_to_a_round_ends_those_after_it() -> None:
    back = room(RoundBegun(1, 0), RoundBegun(1, 1), RoundBegun(1, 0))

    assert back.tables.of(1).round == 0


def test_the_newest_pen_of_a_table_writes() -> None:
    seated = room(SeatTaken("a", 1, 0), SeatTaken("b", 1, 0), SeatTaken("c", 1, 1))
    taken = fold([PenTaken("a", 1, "pen-a"), PenTaken("c", 1, "pen-c"), PenTaken("b", 1, "pen-b")], seated)

    assert taken.tables.of(1).pens == {0: "pen-b", 1: "pen-c"}
    assert taken.tables.of(1).holders["a"] == "pen-a"


def test_what_lies_on_a_table_says_in_which_round_it_was_written() -> None:
    said = room(
        RoundBegun(1, 0),
        Answered("a", "a" * 16, 1, 0, "eerste"),
        RoundBegun(1, 1),
        Answered("b", "b" * 16, 1, 0, "tweede"),
    )

    items = [sharing.item(each, said, 1, counted=False) for each in sharing.said_on(said, 1)]
    assert [(item["text"], item["round"]) for item in items] == [("eerste", 0), ("tweede", 1)]
    assert [spot.answers for spot in seating.spots(said, DECK, 1)] == [2, 0, 0]


def test_the_projector_shows_the_tables_and_the_phone_the_questions_as_text(app: Flask) -> None:
    hostile = Cafe(asked=(HOSTILE, "Twee?"), tables=2, rounds=2, minutes=5)
    result = [seating.Spot(1, HOSTILE, 3, 0), seating.Spot(2, "Twee?", 1, 2)]

    wall, phone = draw(app, hostile, "projector", result=result), draw(app, hostile, "phone")

    assert wall.runs_nothing()
    assert phone.runs_nothing()
    assert "3 people" in wall.text
    assert "one person · 2 answers" in wall.text
    assert len(phone.all("button", **{"data-table": "1"})) == 1


def test_as_a_table_answers_stand_beside_their_question() -> None:
    said = sharing.said_on(room(Answered("a", "a" * 16, 1, 1, "iets")), 1)

    assert cafe().table(said).rows == (("Twee?", "iets"),)


def test_an_answer_is_told_as_it_was_written() -> None:
    assert cafe().tell("via ouders") == "via ouders"
