"""From a presenter's command to the event, or the reason why not. Pure: no I/O, no clock."""

from collections.abc import Sequence

from workshop.answers import Answer
from workshop.days import end_of
from workshop.decks.deck import Deck
from workshop.events import (
    AfterwardsSet,
    AnswerEnlarged,
    AnswerHidden,
    AnswerPinned,
    AnswerSettled,
    AnswerShown,
    AnswerUnpinned,
    AnswerUnsettled,
    AnyDirection,
    AnyEvent,
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
    RehearsalBegun,
    RehearsalEnded,
    RehearsalErased,
    ResultHidden,
    ResultShown,
    RoundBegun,
    SlideShown,
    TimerStarted,
    TimerStopped,
    WallArranged,
    WorkshopClosed,
    WorkshopReopened,
)
from workshop.kinds.cafe import Cafe
from workshop.kinds.open import Open as OpenQuestion
from workshop.language import _
from workshop.live.harvest_directions import harvested
from workshop.live.orders import (
    Afterwards,
    Arrange,
    Code,
    End,
    Enlarge,
    EraseRehearsal,
    Free,
    Hide,
    Moderate,
    Mute,
    NameTheme,
    Open,
    Pin,
    Pose,
    PresenterCommand,
    Redo,
    Rehearse,
    RemoveTheme,
    Reveal,
    Reword,
    Round,
    Settle,
    Show,
    Sort,
    Time,
    Undo,
)
from workshop.live.rewording import reworded
from workshop.live.room import Room
from workshop.live.seating import round_begun
from workshop.refused import Refused


def events_for(command: PresenterCommand, room: Room, deck: Deck) -> Sequence[AnyEvent]:
    """All that happens by a command, in this order; nothing where things are so already.

    Raises:
        Refused: it cannot be done.
    """
    if isinstance(command, Rehearse | EraseRehearsal):
        event_of_rehearsal = _of_rehearsal(command, room)
        return [event_of_rehearsal] if event_of_rehearsal else []
    if isinstance(command, Undo):
        return room.steps.to_undo(command.step)
    if isinstance(command, Redo):
        return room.steps.to_redo(command.step)
    event = event_for(command, room, deck)
    if event is None:
        return []
    again = room.steps.undone[-1] if room.steps.undone else None
    if again and again.done[0] == event:
        return again.done  # a slide that was shown by mistake has its time to think when it comes at last
    if isinstance(event, SlideShown | RoundBegun) and (seconds := seconds_that_begin(command, room, deck)):
        return [event, TimerStarted(event.slide, seconds, thinking=True)]
    return [event]


def event_for(command: PresenterCommand, room: Room, deck: Deck) -> AnyDirection | None:
    """The event that a command stands for; None where things are so already.

    Raises:
        Refused: it cannot be done.
    """
    match command:
        case Hide() | Pin() | Settle() | Enlarge() | Mute() | Moderate():
            return _of_answers(command, room)
        case Show() | Open() | Reveal() | Time():
            return _of_slide(command, room, deck)
        case Round():
            return round_begun(command, room, deck)
        case NameTheme() | RemoveTheme() | Sort():
            return harvested(command, room, deck)
        case Arrange() | Pose():
            return _of_wall(command, room, deck)
        case Reword():
            return reworded(command, room, deck)
        case Free(free=free):
            if free == room.pace.free:
                return None
            return PaceFreed() if free else PaceBound()
        case Afterwards(until=day):
            until = end_of(day) if day else 0
            return AfterwardsSet(until) if until != room.pace.until else None
        case Code(large=large):
            if large == room.code_is_large:
                return None
            return CodeShown() if large else CodeHidden()
        case End(ended=ended):
            if ended == room.closed:
                return None
            return WorkshopClosed() if ended else WorkshopReopened()
        case Undo() | Redo():
            return None  # these are steps, of several events perhaps
        case Rehearse() | EraseRehearsal():
            return None  # what they do is no step


def _of_rehearsal(command: Rehearse | EraseRehearsal, room: Room) -> AnyEvent | None:
    book = room.answers
    if isinstance(command, EraseRehearsal):
        return RehearsalErased() if book.rehearsed_from else None
    if bool(command.phones) == bool(book.rehearsal):
        return None
    if not command.phones:
        return RehearsalEnded()
    if room.closed:
        raise Refused("closed", _("The workshop has ended. Let it go on first."))
    return RehearsalBegun(command.phones)


def seconds_that_begin(command: PresenterCommand, room: Room, deck: Deck) -> int:
    """How long the time is that begins by itself with this command: that to think on a slide which comes for
    the first time, or that of a round."""
    if isinstance(command, Round):
        cafe = deck.asked(command.slide, Cafe)
        return cafe.minutes * 60 if cafe else 0
    if not isinstance(command, Show) or command.slide in room.shown:
        return 0
    slide = deck.slide(command.slide)
    return slide.asks.own_time if slide and slide.asks else 0


def thinking_time(deck: Deck, number: int) -> int:
    """Seconds in which the people of a slide write and do not see one another's answers yet."""
    asks = deck.asked(number, OpenQuestion)
    return asks.think if asks else 0


def _of_slide(command: Show | Open | Reveal | Time, room: Room, deck: Deck) -> AnyDirection | None:
    number = command.slide
    if number > len(deck.slides):
        raise Refused("unknown_slide", _("The deck has no such slide."))
    if isinstance(command, Show):
        is_there = number == room.slide and bool(room.seq) and not room.code_is_large
        return None if is_there else SlideShown(number)
    if isinstance(command, Time):
        if not command.seconds:
            return TimerStopped(number) if number in room.timers else None
        return TimerStarted(number, command.seconds)
    slide = deck.slide(number)
    if slide is None or slide.asks is None:
        raise Refused("wrong_kind", _("There is nothing to answer on this slide."))
    if isinstance(command, Reveal):
        if command.revealed == (number in room.revealed):
            return None
        return ResultShown(number) if command.revealed else ResultHidden(number)
    if slide.is_game and command.open:
        return _opened_game(number, room)
    if command.open == (number not in room.closed_slides):
        return None
    return QuestionOpened(number) if command.open else QuestionClosed(number)


def _of_wall(command: Arrange | Pose, room: Room, deck: Deck) -> AnyDirection | None:
    asks = deck.asked(command.slide, OpenQuestion)
    if asks is None:
        raise Refused("wrong_kind", _("No answers hang on this slide."))
    if isinstance(command, Arrange):
        if command.way not in asks.ways:
            raise Refused("wrong_kind", _("These answers cannot hang below their questions."))
        way = "" if command.way == asks.way else command.way
        return WallArranged(command.slide, way) if way != room.walls.way(command.slide) else None
    if not asks.in_turn or command.question >= len(asks.asked):
        raise Refused("unknown_question", _("That question does not exist."))
    if command.question == room.walls.question(command.slide):
        return None
    return QuestionPosed(command.slide, command.question)


def _opened_game(number: int, room: Room) -> AnyDirection | None:
    if number in room.revealed:
        raise Refused("revealed", _("Everybody has seen the answer: hide the result first."))
    if number in room.closed_slides:
        return QuestionOpened(number)
    return TimerStopped(number) if number in room.timers else None  # it was closed because its time was over


def _of_answers(command: Hide | Pin | Settle | Enlarge | Mute | Moderate, room: Room) -> AnyDirection | None:
    if isinstance(command, Moderate):
        if command.moderated == room.answers.moderated:
            return None
        return ModerationBegun() if command.moderated else ModerationEnded()
    if isinstance(command, Enlarge) and not command.answer:
        return EnlargingEnded() if room.enlarged else None
    answer = room.answers.by_id.get(command.answer)
    if answer is None or answer.withdrawn:
        raise Refused("unknown_answer", _("This answer is not there any more."))
    return _of_one(command, answer, room)


def _of_one(command: Hide | Pin | Settle | Enlarge | Mute, answer: Answer, room: Room) -> AnyDirection | None:
    match command:
        case Hide(hidden=hidden):
            if answer.hidden == hidden and not answer.waiting:
                return None
            return AnswerHidden(answer.id) if hidden else AnswerShown(answer.id)
        case Pin(pinned=pinned):
            if answer.pinned == pinned:
                return None
            return AnswerPinned(answer.id) if pinned else AnswerUnpinned(answer.id)
        case Settle(settled=settled):
            if answer.settled == settled:
                return None
            return AnswerSettled(answer.id) if settled else AnswerUnsettled(answer.id)
        case Enlarge():
            if not answer.visible:
                raise Refused("hidden_answer", _("This answer is hidden: show it first."))
            return AnswerEnlarged(answer.id) if room.enlarged != answer.id else None
        case Mute(muted=muted):
            if muted == (answer.participant in room.answers.muted):
                return None
            return (ParticipantMuted if muted else ParticipantUnmuted)(answer.participant)
