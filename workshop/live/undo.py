"""From what a presenter does to what takes it back. Pure: no I/O, no clock."""

from typing import TYPE_CHECKING, assert_never

from workshop.answers import Answer, Answers
from workshop.events import (
    AfterwardsSet,
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
    CodeHidden,
    CodeShown,
    EnlargingEnded,
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
from workshop.wordings import HIDDEN

if TYPE_CHECKING:
    from workshop.live.room import Room

OfWork = RoundBegun | RoundsRestored | ThemeNamed | ThemeRemoved | AnswerSorted
OfWords = WordMerged | WordHidden | WordRestored
OfWall = WallArranged | QuestionPosed
OfPace = PaceFreed | PaceBound | AfterwardsSet
OfSlide = QuestionOpened | QuestionClosed | ResultShown | ResultHidden
OfAnswer = (
    AnswerHidden
    | AnswerShown
    | AnswerHeld
    | AnswerPinned
    | AnswerUnpinned
    | AnswerSettled
    | AnswerUnsettled
    | ParticipantMuted
    | ParticipantUnmuted
    | ModerationBegun
    | ModerationEnded
)
OfScreen = (
    SlideShown
    | AnswerEnlarged
    | EnlargingEnded
    | TimerStarted
    | TimerStopped
    | CodeShown
    | CodeHidden
    | WorkshopClosed
    | WorkshopReopened
)


def inverse(event: AnyDirection, at: int, before: "Room") -> list[AnyDirection]:
    """What takes an event back that comes next in a room; nothing where it changes nothing.

    Args:
        at: when it happens; a timer that it ends goes on with what was left of it then.
    """
    if isinstance(event, OfSlide):
        return _of_slide(event, before)
    if isinstance(event, OfWork):
        return _of_work(event, before)
    if isinstance(event, OfWords):
        return _of_words(event, before)
    if isinstance(event, OfWall):
        return _of_wall(event, before)
    if isinstance(event, OfPace):
        return _of_pace(event, before)
    if isinstance(event, OfAnswer):
        return _of_answer(event, before.answers)
    return _of_screen(event, at, before)


def _of_slide(event: OfSlide, before: "Room") -> list[AnyDirection]:
    slide = event.slide
    match event:
        case QuestionOpened():
            return [QuestionClosed(slide)] if slide in before.closed_slides else []
        case QuestionClosed():
            return [QuestionOpened(slide)] if slide not in before.closed_slides else []
        case ResultShown():
            return [ResultHidden(slide)] if slide not in before.revealed else []
        case ResultHidden():
            return [ResultShown(slide)] if slide in before.revealed else []


def _of_work(event: OfWork, before: "Room") -> list[AnyDirection]:
    """Of the rounds of a world café, and the themes of a harvest."""
    slide = event.slide
    begun, harvest = before.tables.of(slide).begun, before.themes.of(slide)
    match event:
        case RoundBegun():
            return [RoundsRestored(slide, begun)]
        case RoundsRestored(begun=restored):
            return [RoundsRestored(slide, begun)] if restored != begun else []
        case ThemeNamed(theme=theme, name=name):
            named = harvest.names.get(theme)
            back = ThemeRemoved(slide, theme) if named is None else ThemeNamed(slide, theme, named)
            return [back] if named != name else []
        case ThemeRemoved(theme=theme):
            return [ThemeNamed(slide, theme, harvest.names[theme])] if theme in harvest.names else []
        case AnswerSorted(answer=answer, theme=theme):
            sorted_ = harvest.theme_of(answer)
            return [AnswerSorted(slide, answer, sorted_)] if sorted_ != theme else []


def _of_words(event: OfWords, before: "Room") -> list[AnyDirection]:
    now = before.wordings.of(event.slide).get(event.word)
    match event:
        case WordMerged(into=into):
            is_so = now == into
        case WordHidden():
            is_so = now == HIDDEN
        case WordRestored():
            is_so = now is None
    if is_so:
        return []
    if now is None:
        return [WordRestored(event.slide, event.word)]
    if now == HIDDEN:
        return [WordHidden(event.slide, event.word)]
    return [WordMerged(event.slide, event.word, now)]


def _of_wall(event: OfWall, before: "Room") -> list[AnyDirection]:
    slide = event.slide
    match event:
        case WallArranged(way=way):
            hung = before.walls.way(slide)
            return [WallArranged(slide, hung)] if hung != way else []
        case QuestionPosed(question=question):
            posed = before.walls.question(slide)
            return [QuestionPosed(slide, posed)] if posed != question else []


def _of_pace(event: OfPace, before: "Room") -> list[AnyDirection]:
    pace = before.pace
    match event:
        case PaceFreed():
            return [PaceBound()] if not pace.free else []
        case PaceBound():
            return [PaceFreed()] if pace.free else []
        case AfterwardsSet(until=until):
            return [AfterwardsSet(pace.until)] if pace.until != until else []


def _of_answer(event: OfAnswer, book: Answers) -> list[AnyDirection]:
    match event:
        case ParticipantMuted(participant=participant):
            return [ParticipantUnmuted(participant)] if participant not in book.muted else []
        case ParticipantUnmuted(participant=participant):
            return [ParticipantMuted(participant)] if participant in book.muted else []
        case ModerationBegun():
            return [ModerationEnded()] if not book.moderated else []
        case ModerationEnded():
            return [ModerationBegun()] if book.moderated else []
    answer = book.by_id.get(event.answer)
    return _of_one(event, answer) if answer else []


def _of_one(
    event: AnswerHidden
    | AnswerShown
    | AnswerHeld
    | AnswerPinned
    | AnswerUnpinned
    | AnswerSettled
    | AnswerUnsettled,
    answer: Answer,
) -> list[AnyDirection]:
    match event:
        case AnswerHidden():
            return [] if (answer.hidden, answer.waiting) == (True, False) else [_as_seen(answer)]
        case AnswerShown():
            return [] if (answer.hidden, answer.waiting) == (False, False) else [_as_seen(answer)]
        case AnswerHeld(hidden=hidden):
            return [] if (answer.hidden, answer.waiting) == (hidden, True) else [_as_seen(answer)]
        case AnswerPinned():
            return [] if answer.pinned else [AnswerUnpinned(answer.id)]
        case AnswerUnpinned():
            return [AnswerPinned(answer.id)] if answer.pinned else []
        case AnswerSettled():
            return [] if answer.settled else [AnswerUnsettled(answer.id)]
        case AnswerUnsettled():
            return [AnswerSettled(answer.id)] if answer.settled else []


def _as_seen(answer: Answer) -> AnyDirection:
    # One event, also for an answer that waited: shown first and held after, the room would see it flash.
    if answer.waiting:
        return AnswerHeld(answer.id, answer.hidden, answer.held)
    return AnswerHidden(answer.id) if answer.hidden else AnswerShown(answer.id)


def _of_screen(event: OfScreen, at: int, before: "Room") -> list[AnyDirection]:
    match event:
        case SlideShown(slide=slide):
            return _screen(before) if slide != before.slide or _is_covered(before) else []
        case AnswerEnlarged(answer=answer):
            return [_enlarged(before)] if answer != before.enlarged else []
        case EnlargingEnded():
            return [_enlarged(before)] if before.enlarged else []
        case TimerStarted(slide=slide):
            return [_timer(slide, at, before) or TimerStopped(slide)]
        case TimerStopped(slide=slide):
            timer = _timer(slide, at, before)
            return [timer] if timer else []
        case CodeShown():
            return [CodeHidden()] if not before.code_is_large else []
        case CodeHidden():
            return [CodeShown()] if before.code_is_large else []
        case WorkshopClosed():
            return [WorkshopReopened()] if not before.closed else []
        case WorkshopReopened():
            return [WorkshopClosed()] if before.closed else []
        case _:
            assert_never(event)


def _is_covered(before: "Room") -> bool:
    return bool(before.enlarged) or before.code_is_large


def _screen(before: "Room") -> list[AnyDirection]:
    """The slide with what stood over it."""
    screen: list[AnyDirection] = [SlideShown(before.slide)]
    if before.enlarged:
        screen.append(AnswerEnlarged(before.enlarged))
    if before.code_is_large:
        screen.append(CodeShown())
    return screen


def _enlarged(before: "Room") -> AnyDirection:
    return AnswerEnlarged(before.enlarged) if before.enlarged else EnlargingEnded()


def _timer(slide: int, at: int, before: "Room") -> TimerStarted | None:
    """A slide's time with what was left of it; with nothing where it was over, as that closes a game."""
    if slide not in before.timers:
        return None
    left = max(0, before.timers[slide] - at)
    return TimerStarted(slide, -(-left // 1000))
