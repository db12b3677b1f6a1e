"""What a workshop's answers amount to: who counts, what counts, and who is which number."""

from tests.said import CHOICE, IDEAS, OPEN, PARSED, RANKING, VALUES, given, one_of_each
from workshop.decks.markdown import parse
from workshop.events import (
    AnswerHidden,
    AnswerSorted,
    AnswerWithdrawn,
    AnyEvent,
    Joined,
    ModerationBegun,
    Recorded,
    ThemeNamed,
    VoteGiven,
    WordHidden,
    WordMerged,
)
from workshop.kinds.words import key
from workshop.live.room import Room
from workshop.results.outcome import Outcome, SlideOutcome, outcome_of

A, B, C = "a" * 16, "b" * 16, "c" * 16


def room(*events: AnyEvent) -> Room:
    room = Room()
    for seq, event in enumerate(events, start=1):
        room.apply(Recorded(seq, 0, event))
    return room


def outcome(*events: AnyEvent, hidden: bool = False) -> Outcome:
    return outcome_of(PARSED, room(*events), hidden=hidden)


def of(found: Outcome, slide: int) -> SlideOutcome:
    return next(each for each in found.slides if each.slide.number == slide)


def told(found: Outcome) -> list[str]:
    return [each.told(answer) for each, answer in found.rows()]


def test_every_question_is_there_in_the_order_of_the_deck_and_no_other_slide() -> None:
    found = outcome()

    asked = sorted({slide for slide, _question, _value in VALUES})
    assert [each.slide.number for each in found.slides] == asked
    assert told(found) == []


def test_each_kind_gives_its_table_and_open_answers_are_a_list() -> None:
    found = outcome(*one_of_each(A))

    assert {each.slide.number for each in found.slides if each.table is None} == {1, 2}
    table = of(found, CHOICE).table
    assert table is not None
    assert [row[1] for row in table.rows] == ["1", "0", "1"]
    assert len(told(found)) == len(VALUES)
    assert all(told(found))


def test_people_who_joined_and_people_who_answered_are_counted_apart() -> None:
    found = outcome(
        Joined(A), Joined(B), Joined(C), given(A, OPEN, "x"), given(A, OPEN, "y"), given(B, OPEN, "z")
    )

    assert found.people == 3
    assert of(found, OPEN).people == 2
    assert of(found, CHOICE).people == 0


def test_a_rehearsal_counts_nowhere() -> None:
    found = outcome(
        Joined(A, rehearsal=True),
        Joined(B),
        given(A, CHOICE, [0]),
        given(B, CHOICE, [1]),
        given(B, IDEAS, "idee", id="i" * 22),
        VoteGiven(A, "i" * 22),
    )

    assert found.people == 1
    assert found.numbers == {B: 1}
    choice, ideas = of(found, CHOICE).table, of(found, IDEAS).table
    assert choice is not None
    assert ideas is not None
    assert [row[1] for row in choice.rows] == ["0", "1", "0"]
    assert ideas.rows == (("idee", "0"),)


def test_what_was_hidden_is_in_it_on_request_only_and_what_was_taken_back_never() -> None:
    events = [
        given(A, OPEN, "gezien"),
        given(A, OPEN, "verborgen", id="h" * 22),
        AnswerHidden("h" * 22),
        given(A, OPEN, "terug", id="t" * 22),
        AnswerWithdrawn(A, "t" * 22),
        ModerationBegun(),
        given(A, OPEN, "wacht nog"),
    ]

    assert told(outcome(*events)) == ["gezien"]
    assert told(outcome(*events, hidden=True)) == ["gezien", "verborgen", "wacht nog"]


def test_a_persons_number_stays_whatever_happens_later() -> None:
    before = [given(B, OPEN, "x", id="b" * 22), given(A, OPEN, "y")]
    later = [AnswerWithdrawn(B, "b" * 22), given(C, RANKING, [0, 1, 2]), given(A, RANKING, [0, 1, 2])]

    assert outcome(*before).numbers == {B: 1, A: 2}
    assert outcome(*before, *later).numbers == {B: 1, A: 2, C: 3}
    again = Room.restore(room(*before, *later).snapshot())
    assert outcome_of(PARSED, again).numbers == {B: 1, A: 2, C: 3}


def test_ideas_come_with_their_votes() -> None:
    found = outcome(given(A, IDEAS, "een"), given(B, IDEAS, "twee", id="i" * 22), VoteGiven(A, "i" * 22))

    table = of(found, IDEAS).table
    assert table is not None
    assert table.rows == (("twee", "1"), ("een", "0"))


def test_a_harvest_comes_by_its_themes_with_all_votes_but_those_of_rehearsals() -> None:
    deck = parse(
        "---\ntitle: x\nlanguage: en\n---\n# Asked\n\n::: open\n:::\n\n---\n\n"
        "# Harvest\n\n::: harvest {votes=2}\n- Asked\n:::\n"
    )
    there = room(
        Joined(C, rehearsal=True),
        given(A, 1, "peace", id="i" * 22),
        given(C, 1, "pretended", id="r" * 22),
        ThemeNamed(2, 1, "Quiet"),
        AnswerSorted(2, "i" * 22, 1),
        AnswerSorted(2, "r" * 22, 1),
        given(A, 2, [1]),
        given(C, 2, [1]),
    )

    harvest = of(outcome_of(deck, there), 2)

    assert harvest.table is not None
    assert harvest.table.rows == (("Quiet", "peace", "1"),)
    assert [harvest.told(answer) for answer in harvest.answers] == ["Quiet"]


def test_words_count_as_the_presenter_merged_and_hid_them() -> None:
    deck = parse("---\ntitle: x\nlanguage: nl\n---\n# Woord\n\n::: words\n:::\n")
    there = room(
        *(given(A, 1, word) for word in ("trust", "vertrouwen", "x")),
        WordMerged(1, key("trust", "nl"), "vertrouwen"),
        WordHidden(1, key("x", "nl")),
    )

    words = of(outcome_of(deck, there), 1)

    assert words.table is not None
    assert words.table.rows == (("vertrouwen", "2"),)
    assert [words.told(answer) for answer in words.answers] == ["trust", "vertrouwen", "x"]
