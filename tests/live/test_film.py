"""Looking back: from events and a moment to the room as it was."""

from tests.films import BEGAN, Timed, long_workshop, recorded
from workshop.events import (
    Answered,
    AnswerHidden,
    AnswerRedacted,
    AnswerShown,
    AnswerWithdrawn,
    Joined,
    Recorded,
    RehearsalBegun,
    RehearsalErased,
    SlideShown,
    TimerStarted,
)
from workshop.live.film import CHECKPOINT_EVERY, Film
from workshop.live.room import Room


def film(*events: Timed) -> Film:
    film = Film(recorded(*events))
    list(film.develop())
    return film


def said(film: Film, moment: int) -> list[object]:
    return [answer.value for answer in film.room_at(moment).answers.visible_of(1)]


def test_a_moment_shows_what_had_happened_by_then_also_when_going_back() -> None:
    seen = film((0, SlideShown(1)), (1_000, Answered("p", "a", 1, 0, "een")), (2_000, SlideShown(2)))

    assert said(seen, 999) == []
    assert said(seen, 1_000) == ["een"]
    assert seen.room_at(5_000).slide == 2
    assert seen.room_at(0).slide == 1
    assert said(seen, 0) == []


def test_a_hidden_answer_is_there_only_while_it_was_seen() -> None:
    seen = film(
        (0, SlideShown(1)),
        (1_000, Answered("p", "a", 1, 0, "eerst gezien")),
        (2_000, AnswerHidden("a")),
        (3_000, AnswerShown("a")),
        (4_000, AnswerWithdrawn("p", "a")),
    )

    assert [len(said(seen, moment)) for moment in (1_500, 2_500, 3_500, 4_500)] == [1, 0, 1, 0]


def test_a_held_answer_is_not_there_before_the_presenter_showed_it() -> None:
    seen = film(
        (0, SlideShown(1)), (1_000, Answered("p", "a", 1, 0, "tja", held=True)), (2_000, AnswerShown("a"))
    )

    assert [len(said(seen, moment)) for moment in (1_500, 2_500)] == [0, 1]


def test_an_erased_rehearsal_was_never_there() -> None:
    events: list[Timed] = [
        (0, SlideShown(1)),
        (1_000, RehearsalBegun(10)),
        (2_000, Joined("rehearsal-1", rehearsal=True)),
        (3_000, Answered("rehearsal-1", "fake", 1, 0, "nep")),
        (4_000, Answered("p", "real", 1, 0, "echt")),
    ]

    assert said(film(*events), 4_000) == ["nep", "echt"]
    erased = film(*events, (5_000, RehearsalErased()))
    assert said(erased, 4_000) == ["echt"]
    assert erased.room_at(3_000).answers.rehearsal == 0
    assert erased.timeline().answers == [4_000]


def test_a_film_goes_on_with_the_workshop_but_not_over_an_erasure() -> None:
    seen = film((0, SlideShown(1)))
    more = [Recorded(2, BEGAN + 1_000, Answered("p", "a", 1, 0, "een"))]

    assert seen.extend(more)
    list(seen.develop())

    assert said(seen, 1_000) == ["een"]
    assert seen.seq == 2
    assert not seen.extend([Recorded(3, BEGAN + 2_000, RehearsalErased())])


def test_a_clock_that_was_set_back_does_not_turn_the_film_back() -> None:
    seen = film((0, SlideShown(1)), (9_000, SlideShown(2)), (3_000, SlideShown(3)))

    assert seen.timeline().length == 9_000
    assert seen.room_at(9_000).slide == 3


def test_the_next_change_is_the_next_event_or_the_end_of_a_time() -> None:
    seen = film((0, SlideShown(1)), (1_000, TimerStarted(1, 5)), (60_000, SlideShown(2)))

    assert [seen.changes_after(moment) for moment in (0, 1_000, 6_000, 60_000)] == [
        1_000,
        6_000,
        60_000,
        None,
    ]


def test_the_time_line_counts_the_answers_of_each_showing_and_finds_the_silences() -> None:
    seen = film(
        (0, Joined("p")),
        (1_000, SlideShown(1)),
        (2_000, Answered("p", "a", 1, 0, "een")),
        (3_000, Answered("q", "b", 1, 0, "weg")),
        (3_500, AnswerHidden("b")),
        (100_000, SlideShown(2)),
        (101_000, Answered("p", "c", 1, 0, "laat")),
    )

    timeline = seen.timeline()

    assert [(scene.slide, scene.at, scene.answers) for scene in timeline.scenes] == [
        (0, 0, 0),
        (1, 1_000, 1),
        (2, 100_000, 1),
    ]
    assert timeline.answers == [2_000, 101_000]
    assert timeline.silences == [(6_500, 99_000)]
    assert timeline.length == 101_000


def test_a_workshop_in_which_nothing_happened_is_an_empty_film() -> None:
    empty = film()

    assert empty.timeline().length == 0
    assert empty.timeline().scenes == []
    assert empty.room_at(0) == Room()


def test_a_room_from_between_two_kept_ones_is_the_fold_from_the_start() -> None:
    events = long_workshop(3 * CHECKPOINT_EVERY + 500, [1, 2, 1])
    seen = film(*events)
    moments = [seen.timeline().length * n // 7 for n in (5, 1, 7, 3, 3, 0)]

    for moment in moments:
        whole = Room()
        for each in recorded(*events):
            if each.at - BEGAN <= moment:
                whole.apply(each)
        assert seen.room_at(moment) == whole


def test_a_text_that_was_erased_is_not_in_the_film_of_before() -> None:
    said = [Recorded(1, 1_000, Answered("p" * 16, "a" * 16, 1, 0, "weg"))]
    film = Film(said)
    list(film.develop())

    assert not film.extend([Recorded(2, 2_000, AnswerRedacted("a" * 16))]), "a new film is needed"
