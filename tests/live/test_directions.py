"""From a presenter's command to what happens, and back again."""

from datetime import date

import pytest

from tests.decks.written import deck
from tests.live.test_room import fold
from workshop.events import (
    Answered,
    AnswerEdited,
    AnswerHidden,
    AnswerShown,
    AnyEvent,
    ModerationBegun,
    ParticipantMuted,
    ParticipantUnmuted,
    SlideShown,
    TimerStarted,
)
from workshop.live.directions import event_for, seconds_that_begin
from workshop.live.orders import (
    Afterwards,
    Arrange,
    Enlarge,
    Free,
    Hide,
    Moderate,
    Mute,
    Open,
    Pin,
    PresenterCommand,
    Reveal,
    Settle,
    Show,
    Time,
)
from workshop.live.room import Room
from workshop.refused import Refused

DECK = deck(
    "# Vraag\n\n::: open {think=60}\n:::\n\n---\n\n# Keuze\n\n::: choice\n- a\n- b\n:::\n\n---\n\n# Einde\n"
)
ONE = "a" * 16
BOTH_WAYS: list[tuple[PresenterCommand, PresenterCommand]] = [
    (Open(1, False), Open(1, True)),
    (Reveal(2, True), Reveal(2, False)),
    (Hide(ONE, True), Hide(ONE, False)),
    (Pin(ONE, True), Pin(ONE, False)),
    (Enlarge(ONE), Enlarge("")),
    (Settle(ONE, True), Settle(ONE, False)),
    (Mute(ONE, True), Mute(ONE, False)),
    (Moderate(True), Moderate(False)),
    (Time(1, 60), Time(1, 0)),
    (Arrange(1, "grid"), Arrange(1, "columns")),
    (Free(True), Free(False)),
    (Afterwards(date(2030, 3, 31)), Afterwards(None)),
]


def room(*more: AnyEvent) -> Room:
    return fold([SlideShown(1), Answered("p", ONE, 1, 0, "hallo"), *more])


def done(room: Room, command: PresenterCommand) -> Room:
    event = event_for(command, room, DECK)
    return fold([event], room) if event else room


@pytest.mark.parametrize(("there", "back"), BOTH_WAYS)
def test_what_is_done_can_be_undone_and_doing_it_again_does_nothing(
    there: PresenterCommand, back: PresenterCommand
) -> None:
    before = room()

    after = done(room(), there)
    assert after != before
    if not isinstance(there, Time):  # a time begins anew
        assert event_for(there, after, DECK) is None
    undone = done(after, back)

    undone.seq, undone.steps = before.seq, before.steps
    undone.time_began.clear()  # that there was a time stays known: nobody gets faster by another
    assert undone == before
    assert event_for(back, undone, DECK) is None


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (Show(4), "unknown_slide"),
        (Time(4, 60), "unknown_slide"),
        (Open(3, False), "wrong_kind"),
        (Reveal(3, True), "wrong_kind"),
        (Hide("b" * 16, True), "unknown_answer"),
        (Pin("b" * 16, True), "unknown_answer"),
    ],
)
def test_what_does_not_exist_is_refused(command: PresenterCommand, code: str) -> None:
    with pytest.raises(Refused) as refused:
        event_for(command, room(), DECK)

    assert refused.value.code == code


def test_a_hidden_answer_is_not_put_large() -> None:
    with pytest.raises(Refused) as refused:
        event_for(Enlarge(ONE), room(AnswerHidden(ONE)), DECK)

    assert refused.value.code == "hidden_answer"


def test_an_answer_that_waits_is_seen_by_nobody_until_the_presenter_shows_it() -> None:
    waiting = room(ModerationBegun(), Answered("q", "b" * 16, 1, 0, "wacht"))

    assert [answer.value for answer in waiting.answers.visible_of(1)] == ["hallo"]
    assert waiting.answers.visible_counts[1] == 1
    shown = done(waiting, Hide("b" * 16, hidden=False))
    assert [answer.value for answer in shown.answers.visible_of(1)] == ["hallo", "wacht"]
    assert shown.answers.visible_counts[1] == 2


def test_a_changed_answer_waits_again_while_answers_are_read_first() -> None:
    changed = room(ModerationBegun(), AnswerEdited("p", ONE, "iets heel anders"))

    assert changed.answers.visible_of(1) == []
    assert fold([AnswerShown(ONE)], changed).answers.visible_of(1)[0].value == "iets heel anders"


def test_what_a_muted_phone_sends_is_hidden_and_what_it_sent_before_is_not() -> None:
    muted = room(ParticipantMuted("p"), Answered("p", "b" * 16, 1, 0, "nog iets"))

    assert [answer.value for answer in muted.answers.visible_of(1)] == ["hallo"]
    assert muted.answers.by_id["b" * 16].hidden
    later = fold([ParticipantUnmuted("p"), Answered("p", "c" * 16, 1, 0, "weer te zien")], muted)
    assert [answer.value for answer in later.answers.visible_of(1)] == ["hallo", "weer te zien"]


def test_a_slide_on_which_people_think_first_has_its_time_only_when_it_is_shown_first() -> None:
    assert seconds_that_begin(Show(1), Room(), DECK) == 60
    assert seconds_that_begin(Show(1), room(), DECK) == 0
    assert seconds_that_begin(Show(2), Room(), DECK) == 0


def test_a_time_counts_from_its_own_event() -> None:
    timed = fold([SlideShown(1), TimerStarted(1, 30)])

    assert timed.timers == {1: 1_001 + 30_000}


def test_another_slide_ends_the_large_answer() -> None:
    large = done(room(), Enlarge(ONE))
    assert large.enlarged == ONE

    assert fold([SlideShown(2)], large).enlarged == ""
