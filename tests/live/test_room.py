"""The room: the fold of the journal, whatever the order in which things come."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.events import (
    Answered,
    AnswerEdited,
    AnswerHidden,
    AnswerShown,
    AnswerWithdrawn,
    AnyEvent,
    Joined,
    LeadLeft,
    QuestionClosed,
    QuestionOpened,
    Recorded,
    SlideShown,
    WorkshopClosed,
    WorkshopReopened,
)
from workshop.live.room import Room


def fold(events: Sequence[AnyEvent], room: Room | None = None) -> Room:
    room = room or Room()
    for event in events:
        room.apply(Recorded(room.seq + 1, 1_000 + room.seq, event))
    return room


def facts(room: Room) -> object:
    """What can be seen of a room, without the order in which it came about."""
    answers = {
        answer.id: (answer.participant, answer.slide, answer.value, answer.visible)
        for answer in room.answers.by_id.values()
    }
    return answers, room.participants, room.slide, room.shown, room.closed_slides, room.leads, room.closed


def test_a_slide_that_was_shown_takes_answers_until_it_is_closed() -> None:
    room = fold([SlideShown(3)])

    assert room.takes_answers(3)
    assert not room.takes_answers(4)
    assert not fold([QuestionClosed(3)], room).takes_answers(3)
    assert fold([QuestionOpened(3)], room).takes_answers(3)


def test_a_slide_goes_on_taking_answers_when_the_next_one_is_shown() -> None:
    room = fold([SlideShown(3), SlideShown(4)])

    assert room.takes_answers(3), "a phone that was away sends its answer late"


def test_a_closed_workshop_takes_no_answers_until_it_goes_on() -> None:
    room = fold([SlideShown(1), WorkshopClosed()])

    assert not room.takes_answers(1)
    assert fold([WorkshopReopened()], room).takes_answers(1)


def test_a_hidden_answer_is_not_visible_and_comes_back_when_shown_again() -> None:
    room = fold([Answered("p", "a", 1, 0, "hallo"), AnswerHidden("a")])

    assert room.answers.visible_of(1) == []
    fold([AnswerShown("a")], room)
    assert [answer.value for answer in room.answers.visible_of(1)] == ["hallo"]


def test_a_withdrawn_answer_does_not_come_back_when_the_presenter_shows_it_again() -> None:
    room = fold([Answered("p", "a", 1, 0, "hallo"), AnswerWithdrawn("p", "a"), AnswerShown("a")])

    assert room.answers.visible_of(1) == []
    assert room.answers.of_participant("p", 1) == []


def test_an_edit_changes_the_words_and_keeps_the_place() -> None:
    room = fold(
        [Answered("p", "a", 1, 0, "een"), Answered("p", "b", 1, 0, "twee"), AnswerEdited("p", "a", "drie")]
    )

    assert [answer.value for answer in room.answers.visible_of(1)] == ["drie", "twee"]


def test_an_event_that_is_not_the_next_one_is_refused() -> None:
    with pytest.raises(ValueError, match="does not follow"):
        Room().apply(Recorded(2, 0, SlideShown(1)))


def test_what_an_event_changes_is_said_no_wider_than_it_is() -> None:
    room = Room()

    assert room.apply(Recorded(1, 0, SlideShown(1))).slide
    change = room.apply(Recorded(2, 0, Answered("p", "a", 1, 0, "hallo")))
    assert (change.slide, change.counts, change.answer) == (False, False, room.answers.by_id["a"])
    assert room.apply(Recorded(3, 0, Joined("p"))).counts


def test_who_has_answered_is_counted_once_a_person_and_not_when_all_is_taken_back() -> None:
    room = fold([Answered("p", "a", 1, 0, "een"), Answered("p", "b", 1, 0, "twee"), AnswerHidden("a")])
    assert room.answers.answered[1].keys() == {"p"}

    fold([AnswerWithdrawn("p", "a")], room)
    assert room.answers.answered[1].keys() == {"p"}
    fold([AnswerWithdrawn("p", "b"), AnswerWithdrawn("p", "b")], room)
    assert room.answers.answered[1] == {}


def test_the_time_of_a_slide_is_all_the_time_that_it_was_on_screen() -> None:
    room = Room()
    for seq, (at, slide) in enumerate([(500, 0), (1_000, 1), (4_000, 2), (6_000, 1)], start=1):
        room.apply(Recorded(seq, at, SlideShown(slide)))

    assert room.elapsed(10_000) == 9_000, "the lobby is before the beginning"
    assert room.on_slide(10_000) == 3_000 + 4_000
    room.apply(Recorded(5, 11_000, WorkshopClosed()))
    assert (room.elapsed(99_000), room.on_slide(99_000)) == (10_000, 3_000 + 5_000)


phones = st.sampled_from(["p", "q", "r"])
ids = st.sampled_from([f"answer-{n}" for n in range(6)])
slides = st.integers(0, 4)
words = st.text(max_size=20)
any_event = st.one_of(
    st.builds(Joined, phones),
    st.builds(SlideShown, slides),
    st.builds(QuestionClosed, slides),
    st.builds(QuestionOpened, slides),
    st.builds(Answered, phones, ids, slides, st.integers(0, 2), words),
    st.builds(AnswerEdited, phones, ids, words),
    st.builds(AnswerWithdrawn, phones, ids),
    st.builds(AnswerHidden, ids),
    st.builds(AnswerShown, ids),
    st.builds(LeadLeft, st.just("lead")),
    st.just(WorkshopClosed()),
)


@given(st.lists(any_event, max_size=40), st.integers(0, 40))
def test_the_fold_from_a_snapshot_equals_the_fold_from_the_start(events: list[AnyEvent], cut: int) -> None:
    whole = fold(events)

    half = Room.restore(fold(events[:cut]).snapshot())

    assert fold(events[cut:], half) == whole


@given(st.data())
def test_any_order_of_joins_and_answers_gives_the_same_room(data: st.DataObject) -> None:
    people = data.draw(st.lists(st.text("abc", min_size=1, max_size=3), unique=True, max_size=5))
    events: list[AnyEvent] = [Joined(person) for person in people]
    events += [
        Answered(person, f"{person}-{n}", 1, 0, data.draw(words)) for person in people for n in range(2)
    ]

    shuffled = data.draw(st.permutations(events))

    assert facts(fold(shuffled)) == facts(fold(events))
