"""What people see of one another, what they may vote for, and what becomes of what they report."""

import pytest

from tests.decks.written import deck
from tests.live.test_room import fold
from workshop.events import (
    Answered,
    AnswerHidden,
    AnswerReported,
    AnswerShown,
    AnyEvent,
    Event,
    QuestionClosed,
    SlideShown,
    VoteGiven,
    VoteTakenBack,
)
from workshop.live import sharing
from workshop.live.orders import Report, Vote
from workshop.live.room import Room
from workshop.live.submissions import entry_for
from workshop.refused import Refused

DECK = deck(
    "# Ideeën\n\n::: ideas {votes=2}\n:::\n\n---\n\n# Vragen\n\n::: questions {always=true}\n:::\n\n---\n\n"
    "# Open\n\n::: open\n:::\n"
)
IDS = [letter * 16 for letter in "abcd"]
ME = "ik"


def room(*more: AnyEvent) -> Room:
    ideas = [Answered("jij", id_, 1, 0, f"idee {id_[0]}") for id_ in IDS]
    return fold([SlideShown(1), *ideas, *more])


def vote(room: Room, answer: str, *, given: bool = True, resent: bool = False) -> Event:
    return entry_for(Vote("v" * 16, answer, given), room, DECK, 1, ME, "", resent=resent).event


def report(room: Room, answer: str) -> Event:
    return entry_for(Report("r" * 16, answer), room, DECK, 1, ME, "").event


def refusal(room: Room, answer: str) -> str:
    with pytest.raises(Refused) as refused:
        vote(room, answer)
    return refused.value.code


def votes(room: Room, number: int = 1) -> list[int]:
    return [each.votes for each in sharing.said_on(room, number)]


def test_a_vote_counts_once_and_can_be_taken_back() -> None:
    voted = room(VoteGiven(ME, IDS[0]), VoteGiven(ME, IDS[0]), VoteGiven("zij", IDS[0]))

    assert votes(voted) == [2, 0, 0, 0]
    assert votes(fold([VoteTakenBack(ME, IDS[0])], voted)) == [1, 0, 0, 0]


def test_nobody_has_more_votes_than_the_slide_gives() -> None:
    full = room(VoteGiven(ME, IDS[0]), VoteGiven(ME, IDS[1]))

    assert refusal(full, IDS[2]) == "too_many_votes"
    assert vote(full, IDS[1]) == VoteGiven(ME, IDS[1]), "the same one again is no further vote"
    assert vote(full, IDS[2], resent=True) == VoteGiven(ME, IDS[2])


def test_a_vote_for_what_was_hidden_is_free_again() -> None:
    full = room(VoteGiven(ME, IDS[0]), VoteGiven(ME, IDS[1]), AnswerHidden(IDS[0]))

    assert vote(full, IDS[2]) == VoteGiven(ME, IDS[2])
    assert refusal(full, IDS[0]) == "unknown_answer"


def test_a_closed_question_takes_no_votes_and_still_reports() -> None:
    closed = room(QuestionClosed(1))

    assert refusal(closed, IDS[0]) == "closed"
    assert report(closed, IDS[0]) == AnswerReported(ME, IDS[0])


def test_answers_that_only_the_wall_shows_take_no_votes() -> None:
    open_ = room(SlideShown(3), Answered("jij", "e" * 16, 3, 0, "iets"))

    assert refusal(open_, "e" * 16) == "wrong_kind"


def test_what_three_people_report_waits_until_the_presenter_shows_it_for_good() -> None:
    twice = room(*(AnswerReported(f"p{n % 2}", IDS[0]) for n in range(9)))
    assert twice.answers.by_id[IDS[0]].visible

    held = fold([AnswerReported("p2", IDS[0])], twice)
    assert held.answers.by_id[IDS[0]].waiting
    shown = fold([AnswerShown(IDS[0]), AnswerReported("p3", IDS[0])], held)
    assert shown.answers.by_id[IDS[0]].visible


def test_questions_go_on_beside_other_slides_once_theirs_was_shown_and_until_it_is_closed() -> None:
    assert sharing.beside(room(), DECK, 0) is None
    assert sharing.beside(room(SlideShown(2)), DECK, 2) is None, "they are on the screen themselves"
    assert sharing.beside(room(SlideShown(2), SlideShown(1)), DECK, 1) == 2
    assert sharing.beside(room(SlideShown(2), SlideShown(1), QuestionClosed(2)), DECK, 1) is None


def test_a_phone_gets_those_with_most_votes_and_the_newest() -> None:
    many = [Answered("jij", f"{n:016}", 1, 0, "x") for n in range(200)]
    loved = [VoteGiven(ME, f"{n:016}") for n in range(20)]

    shown = {each.id for each in sharing.for_phones(fold([SlideShown(1), *many, *loved]), 1)}

    assert len(shown) == sharing.MOST_VOTED + sharing.NEWEST
    assert {f"{n:016}" for n in range(20)} <= shown
    assert {f"{n:016}" for n in range(150, 200)} <= shown


def test_votes_stay_away_from_phones_until_they_are_shown() -> None:
    voted = room(VoteGiven(ME, IDS[0]))
    (each, *_others) = sharing.said_on(voted, 1)

    assert "votes" not in sharing.item(each, voted, 1, counted=False)
    assert sharing.item(each, voted, 1, counted=True)["votes"] == 1
