"""Everything that a presenter does can be taken back, whatever the room was like before."""

import msgspec
import pytest

from tests.decks.written import deck
from tests.live.test_room import fold
from workshop import language
from workshop.events import (
    AfterwardsSet,
    Answered,
    AnswerEnlarged,
    AnswerHeld,
    AnswerHidden,
    AnswerPinned,
    AnswerSettled,
    AnswerShown,
    AnswerSorted,
    AnswerUnpinned,
    AnswerUnsettled,
    AnyDirection,
    AnyEvent,
    CodeHidden,
    CodeShown,
    Direction,
    EnlargingEnded,
    Event,
    Joined,
    ModerationBegun,
    ModerationEnded,
    PaceBound,
    PaceFreed,
    ParticipantMuted,
    ParticipantUnmuted,
    QuestionClosed,
    QuestionOpened,
    QuestionPosed,
    ResultHidden,
    ResultShown,
    RoundBegun,
    RoundsRestored,
    SlideShown,
    ThemeNamed,
    ThemeRemoved,
    TimerStarted,
    TimerStopped,
    WallArranged,
    WordHidden,
    WordMerged,
    WordRestored,
    WorkshopClosed,
    WorkshopReopened,
)
from workshop.live.directions import events_for
from workshop.live.orders import Hide, Redo, Show, Undo
from workshop.live.room import Room
from workshop.live.stand import step_words
from workshop.live.steps import MOST_STEPS

DECK = deck("# Vraag\n\n::: open {think=60}\n:::\n\n---\n\n# Keuze\n\n::: choice\n- a\n- b\n:::\n")
ONE, TWO = "a" * 16, "b" * 16

BY_PEOPLE = {
    "Joined",
    "Answered",
    "AnswerEdited",
    "AnswerWithdrawn",
    "VoteGiven",
    "VoteTakenBack",
    "AnswerReported",
    "SeatTaken",
    "PenTaken",
    "NickTaken",
    "Reacted",
    "LeadLeft",
    "FriendMessageWritten",
}
"""What is not for a presenter to take back. Whatever else happens must be a `Direction`."""

FOR_GOOD = {"RehearsalBegun", "RehearsalEnded", "RehearsalErased", "AnswerRedacted"}
"""Simulated phones are a process, and what they sent is gone with its rows: no fold brings those back. Nor a
text that was erased."""

EXAMPLES: dict[type[Event], tuple[AnyDirection, list[AnyEvent]]] = {
    SlideShown: (SlideShown(2), []),
    QuestionOpened: (QuestionOpened(1), [QuestionClosed(1)]),
    QuestionClosed: (QuestionClosed(1), []),
    ResultShown: (ResultShown(2), []),
    ResultHidden: (ResultHidden(2), [ResultShown(2)]),
    AnswerHidden: (AnswerHidden(ONE), []),
    AnswerShown: (AnswerShown(ONE), [AnswerHidden(ONE)]),
    AnswerHeld: (AnswerHeld(ONE), []),
    AnswerPinned: (AnswerPinned(ONE), []),
    AnswerUnpinned: (AnswerUnpinned(ONE), [AnswerPinned(ONE)]),
    AnswerEnlarged: (AnswerEnlarged(ONE), []),
    EnlargingEnded: (EnlargingEnded(), [AnswerEnlarged(ONE)]),
    AnswerSettled: (AnswerSettled(ONE), []),
    AnswerUnsettled: (AnswerUnsettled(ONE), [AnswerSettled(ONE)]),
    RoundBegun: (RoundBegun(2, 0), []),
    RoundsRestored: (RoundsRestored(2, []), [RoundBegun(2, 0)]),
    ThemeNamed: (ThemeNamed(2, 1, "Tijd"), []),
    ThemeRemoved: (ThemeRemoved(2, 1), [ThemeNamed(2, 1, "Tijd"), ThemeNamed(2, 2, "Geld")]),
    AnswerSorted: (AnswerSorted(2, ONE, 1), [ThemeNamed(2, 1, "Tijd")]),
    WallArranged: (WallArranged(1, "grid"), []),
    QuestionPosed: (QuestionPosed(1, 1), []),
    WordMerged: (WordMerged(1, "v·ertrouw", "Lef"), []),
    WordHidden: (WordHidden(1, "v·ertrouw"), []),
    WordRestored: (WordRestored(1, "v·ertrouw"), [WordHidden(1, "v·ertrouw")]),
    PaceFreed: (PaceFreed(), []),
    PaceBound: (PaceBound(), [PaceFreed()]),
    AfterwardsSet: (AfterwardsSet(1_800_000_000_000), []),
    ParticipantMuted: (ParticipantMuted("p"), []),
    ParticipantUnmuted: (ParticipantUnmuted("p"), [ParticipantMuted("p")]),
    ModerationBegun: (ModerationBegun(), []),
    ModerationEnded: (ModerationEnded(), [ModerationBegun()]),
    TimerStarted: (TimerStarted(1, 60), []),
    TimerStopped: (TimerStopped(1), [TimerStarted(1, 90)]),
    CodeShown: (CodeShown(), []),
    CodeHidden: (CodeHidden(), [CodeShown()]),
    WorkshopClosed: (WorkshopClosed(), []),
    WorkshopReopened: (WorkshopReopened(), [WorkshopClosed()]),
}
"""An event of each kind, and what must have happened for it to change something."""

OTHERWISE: list[tuple[AnyDirection, list[AnyEvent]]] = [
    (SlideShown(2), [AnswerEnlarged(ONE)]),
    (SlideShown(2), [CodeShown()]),
    (SlideShown(1), [CodeShown()]),
    (AnswerEnlarged(ONE), [AnswerEnlarged(TWO)]),
    (AnswerHidden(ONE), [AnswerHeld(ONE)]),
    (AnswerShown(ONE), [AnswerHeld(ONE)]),
    (AnswerShown(ONE), [AnswerHeld(ONE, hidden=True)]),
    (AnswerHidden(ONE), [AnswerPinned(ONE)]),
    (RoundBegun(2, 1), [RoundBegun(2, 0)]),
    (ThemeNamed(2, 1, "Geld"), [ThemeNamed(2, 1, "Tijd")]),
    (ThemeRemoved(2, 1), [ThemeNamed(2, 1, "Tijd"), AnswerSorted(2, ONE, 1)]),
    (WallArranged(1, "single"), [WallArranged(1, "grid")]),
    (WordMerged(1, "v·ertrouw", "Lef"), [WordHidden(1, "v·ertrouw")]),
    (WordRestored(1, "v·ertrouw"), [WordMerged(1, "v·ertrouw", "Lef")]),
    (AnswerSorted(2, ONE, 0), [ThemeNamed(2, 1, "Tijd"), AnswerSorted(2, ONE, 1)]),
    (AnswerHidden("c" * 16), [Answered("r", "c" * 16, 1, 0, "grof", held=True)]),
    (AnswerShown("c" * 16), [Answered("r", "c" * 16, 1, 0, "grof", held=True)]),
    (TimerStopped(1), [TimerStarted(1, 0)]),
    (TimerStarted(1, 300), [TimerStarted(1, 60)]),
]
"""The same where something else was there before, which must come back."""

CASES = [*EXAMPLES.values(), *OTHERWISE]


def room(*more: AnyEvent) -> Room:
    before: list[AnyEvent] = [
        Joined("p"),
        SlideShown(1),
        Answered("p", ONE, 1, 0, "hallo"),
        Answered("q", TWO, 1, 0, "dag"),
    ]
    return fold([*before, *more])


def visible(room: Room) -> dict[str, object]:
    """All that anybody can see of a room; times as they are read, in whole seconds."""
    state: dict[str, object] = msgspec.to_builtins(room)
    for unseen in ("seq", "steps", "shown", "on_since", "on_before", "closed_at", "time_began"):
        del state[unseen]
    now = 1_000 + room.seq
    state["tables"] = {slide: cafe.round for slide, cafe in room.tables.by_slide.items() if cafe.begun}
    state["themes"] = {
        slide: (list(harvest.names.items()), [harvest.theme_of(answer) for answer in (ONE, TWO)])
        for slide, harvest in room.themes.by_slide.items()
        if harvest.names
    }
    state["walls"] = (room.walls.ways, room.walls.posed)
    state["timers"] = {slide: max(0, -(-(until - now) // 1000)) for slide, until in room.timers.items()}
    return state


def undo(room: Room) -> Room:
    return fold(events_for(Undo(room.steps.taken[-1].seq), room, DECK), room)


def redo(room: Room) -> Room:
    return fold(events_for(Redo(room.steps.undone[-1].seq), room, DECK), room)


def test_every_event_is_one_of_people_or_can_be_taken_back() -> None:
    all_events = {event.__name__: event for event in AnyEvent.__args__}

    directions = {name for name, event in all_events.items() if issubclass(event, Direction)}

    assert directions == set(all_events) - BY_PEOPLE - FOR_GOOD
    assert directions == {event.__name__ for event in AnyDirection.__args__}
    assert directions == {event.__name__ for event in EXAMPLES}, "give the new one an example here"


@pytest.mark.parametrize(("event", "before"), CASES, ids=str)
def test_what_is_done_and_undone_leaves_what_was_to_be_seen(
    event: AnyDirection, before: list[AnyEvent]
) -> None:
    was = visible(room(*before))

    done = fold([event], room(*before))

    assert visible(done) != was, "the example must change something"
    undone = undo(done)
    assert visible(undone) == was
    assert undone.steps.taken == room(*before).steps.taken


@pytest.mark.parametrize(("event", "before"), CASES, ids=str)
def test_what_was_undone_can_be_done_again(event: AnyDirection, before: list[AnyEvent]) -> None:
    done = visible(fold([event], room(*before)))

    again = redo(undo(fold([event], room(*before))))

    assert visible(again) == done
    assert again.steps.undone == []
    assert visible(undo(again)) == visible(room(*before))


@pytest.mark.parametrize(
    ("event", "before"),
    [case for case in CASES if not isinstance(case[0], TimerStarted | RoundBegun)],  # these begin anew
    ids=str,
)
def test_what_changes_nothing_is_no_step(event: AnyDirection, before: list[AnyEvent]) -> None:
    once = fold([event], room(*before))
    steps = len(once.steps.taken)

    twice = fold([event], once)

    assert len(twice.steps.taken) == steps


@pytest.mark.parametrize("language_", ["nl", "en"])
def test_every_step_has_its_words(language_: str) -> None:
    with language.speaking(language_):
        words = step_words()

    assert set(words) == {event.__name__ for event in EXAMPLES}
    assert len(set(words.values())) == len(words)


def test_steps_are_taken_back_one_after_the_other_down_to_the_first() -> None:
    live = room(QuestionClosed(1), SlideShown(2), AnswerHidden(ONE), CodeShown())

    for _step in range(5):
        undo(live)

    assert live.steps.taken == []
    assert (live.slide, live.closed_slides, live.code_is_large) == (0, set(), False)
    assert live.answers.by_id[ONE].visible


def test_going_back_by_hand_is_a_step_of_its_own() -> None:
    live = room(SlideShown(2), SlideShown(1))

    undo(live)

    assert live.slide == 2


def test_an_undo_that_two_press_at_once_takes_one_step_back() -> None:
    live = room(SlideShown(2), QuestionClosed(2))
    step = live.steps.taken[-1].seq
    first, second = (events_for(Undo(step), live, DECK) for _presenter in range(2))

    fold([*first, *second], live)

    assert live.slide == 2
    assert live.closed_slides == set()
    assert events_for(Undo(step), live, DECK) == []


def test_something_else_in_between_leaves_nothing_to_do_again() -> None:
    live = undo(room(SlideShown(2)))
    assert live.steps.undone

    fold([QuestionClosed(1)], live)

    assert live.steps.undone == []


def test_an_answer_that_waited_waits_again_and_nobody_sees_it_in_between() -> None:
    live = room(ModerationBegun(), Answered("r", "c" * 16, 1, 0, "grof"))
    fold(events_for(Hide("c" * 16, hidden=True), live, DECK), live)

    (back,) = events_for(Undo(live.seq), live, DECK)
    fold([back], live)

    assert live.answers.by_id["c" * 16].waiting
    assert live.answers.visible_counts[1] == 2


def test_a_slide_with_time_to_think_is_one_step_and_has_its_time_when_it_comes_again() -> None:
    live = fold([SlideShown(2)])
    fold(events_for(Show(1), live, DECK), live)
    assert live.timers

    undo(live)

    assert (live.slide, live.timers) == (2, {})
    fold(events_for(Show(1), live, DECK), live)
    assert live.timers
    undo(live)
    assert (live.slide, live.timers) == (2, {})


def test_a_round_that_is_taken_back_leaves_the_ones_before_it_where_they_began() -> None:
    live = room(RoundBegun(2, 0), RoundBegun(2, 1))
    first = live.tables.of(2).begun[0]

    undo(live)

    assert live.tables.of(2).begun == [first]


def test_only_so_many_steps_are_kept() -> None:
    live = room(*[SlideShown(n % 2) for n in range(MOST_STEPS * 2)])

    assert len(live.steps.taken) == MOST_STEPS


def test_a_snapshot_knows_the_steps() -> None:
    live = undo(room(SlideShown(2), AnswerHidden(ONE)))

    assert Room.restore(live.snapshot()) == live


def test_a_time_that_was_stopped_goes_on_with_what_was_left_of_it() -> None:
    live = room(TimerStarted(1, 60))
    fold([TimerStopped(1)], live)

    (event,) = events_for(Undo(live.seq), live, DECK)

    assert isinstance(event, TimerStarted)
    assert event.seconds == 60
