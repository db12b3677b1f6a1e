"""What happens in a workshop, as events: past tense, frozen, and pure (no I/O, no clock).

An event holds no names, telephone numbers or addresses: those live in rows of their own, and the
event refers to them by their id.
"""

from typing import Any

import msgspec
from msgspec import Struct

Value = str | int | float | list[int]
"""What a question's answer is: a text, a number, or whole numbers such as the options chosen (0, 1, …)."""


class Event(Struct, frozen=True, tag_field="is", tag=True, gc=False, omit_defaults=True):
    """The base of all events; the tag in the journal is the class's name."""


class Direction(Event, frozen=True, kw_only=True):
    """The base of what a presenter does; `live/undo.py` knows how each is taken back."""

    undoes: int = 0
    """The number of the step that this takes back; it is no step of its own then. 0: it is one."""


class Joined(Event, frozen=True):
    """A phone came in for the first time."""

    participant: str
    rehearsal: bool = False


class SlideShown(Direction, frozen=True):
    """The presenter went to a slide: 1, 2, …; 0 is the lobby."""

    slide: int


class QuestionOpened(Direction, frozen=True):
    """A slide's questions may be answered again."""

    slide: int


class QuestionClosed(Direction, frozen=True):
    """A slide's questions may be answered no longer."""

    slide: int


class ResultShown(Direction, frozen=True):
    """The presenter let the room see what a slide's answers amount to."""

    slide: int


class ResultHidden(Direction, frozen=True):
    """The presenter took a slide's result from the screens."""

    slide: int


class Answered(Event, frozen=True):
    """A participant answered a question of a slide; `answer` is the id that the phone made."""

    participant: str
    answer: str
    slide: int
    question: int
    value: Value
    held: bool = False
    """Whether the word filter found something: it waits until the presenter has read it."""
    sheet: int = 0
    """The number of the paper sheet from which staff typed it; 0: it came from a phone."""
    redacted: bool = False
    """Whether its text was erased for good."""


class AnswerEdited(Event, frozen=True):
    """The participant wrote another text in the same answer."""

    participant: str
    answer: str
    value: Value
    held: bool = False
    redacted: bool = False


class AnswerWithdrawn(Event, frozen=True):
    """The participant took an answer back."""

    participant: str
    answer: str


class AnswerRedacted(Event, frozen=True):
    """An answer's text was erased for good, in its own events too; that somebody answered stays.

    Without an id it stands where an event was that told some of the text: what a presenter made of a word.
    """

    answer: str = ""


class AnswerHidden(Direction, frozen=True):
    """The presenter took an answer from every screen."""

    answer: str


class AnswerShown(Direction, frozen=True):
    """The presenter put a hidden answer back."""

    answer: str


class AnswerHeld(Direction, frozen=True):
    """The presenter's decision was taken back: the answer waits for one again."""

    answer: str
    hidden: bool = False
    for_word: bool = False
    """Whether it was the word filter that held it."""


class AnswerPinned(Direction, frozen=True):
    """The presenter gave an answer a place at the front of the wall."""

    answer: str


class AnswerUnpinned(Direction, frozen=True):
    """The answer went back among the others."""

    answer: str


class AnswerEnlarged(Direction, frozen=True):
    """The presenter put one answer large on the screen."""

    answer: str


class EnlargingEnded(Direction, frozen=True):
    """The large answer went back to the wall."""


class VoteGiven(Event, frozen=True):
    """A participant finds somebody's answer a good one."""

    participant: str
    answer: str


class VoteTakenBack(Event, frozen=True):
    """A participant needs the vote for something else."""

    participant: str
    answer: str


class AnswerReported(Event, frozen=True):
    """A participant says that an answer should not be seen."""

    participant: str
    answer: str


class AnswerSettled(Direction, frozen=True):
    """What somebody asked has been answered in the room."""

    answer: str


class AnswerUnsettled(Direction, frozen=True):
    """It has not been answered after all."""

    answer: str


class SeatTaken(Event, frozen=True):
    """A participant sits at a table of a world café: 0, 1, …"""

    participant: str
    slide: int
    table: int


class PenTaken(Event, frozen=True):
    """A participant writes for the table from now on; `pen` is the id that the phone made."""

    participant: str
    slide: int
    pen: str


class RoundBegun(Direction, frozen=True):
    """The tables of a world café began a round: 0, 1, …"""

    slide: int
    round: int


class RoundsRestored(Direction, frozen=True):
    """A round was taken back: these began, by their numbers in the journal, and no others."""

    slide: int
    begun: list[int]


class ThemeNamed(Direction, frozen=True):
    """The presenter began a theme of a harvest slide, or gave it another name."""

    slide: int
    theme: int
    name: str


class ThemeRemoved(Direction, frozen=True):
    """The presenter let go of a theme; its answers are not sorted any more."""

    slide: int
    theme: int


class AnswerSorted(Direction, frozen=True):
    """The presenter put an answer of an earlier slide into a theme of a harvest slide; 0 is none."""

    slide: int
    answer: str
    theme: int


class WallArranged(Direction, frozen=True):
    """The presenter let a slide's answers hang in another way; an empty text is the way of the deck."""

    slide: int
    way: str


class QuestionPosed(Direction, frozen=True):
    """The presenter came to one of the questions that a slide asks in turn: 0, 1, …"""

    slide: int
    question: int


class WordMerged(Direction, frozen=True):
    """From now on a word counts as another one; `word` is what all its writings have in common."""

    slide: int
    word: str
    into: str


class WordHidden(Direction, frozen=True):
    """The presenter took a word from the cloud, whoever says it."""

    slide: int
    word: str


class WordRestored(Direction, frozen=True):
    """The word counts as itself again."""

    slide: int
    word: str


class PaceFreed(Direction, frozen=True):
    """Phones may go from slide to slide by themselves."""


class PaceBound(Direction, frozen=True):
    """Phones follow the screen again."""


class AfterwardsSet(Direction, frozen=True):
    """After the end phones may look and answer until a time (ms since 1970, UTC); 0 is not at all."""

    until: int


class ParticipantMuted(Direction, frozen=True):
    """What this phone sends from now on is hidden; the phone does not notice."""

    participant: str


class ParticipantUnmuted(Direction, frozen=True):
    """What this phone sends from now on is seen again."""

    participant: str


class ModerationBegun(Direction, frozen=True):
    """From now on an answer waits until the presenter shows it."""


class ModerationEnded(Direction, frozen=True):
    """From now on answers are seen at once; those that wait go on waiting."""


class TimerStarted(Direction, frozen=True):
    """A slide's time runs, from this event's own time on."""

    slide: int
    seconds: int
    thinking: bool = False
    """Whether it came with the slide, so that people think first; then it is one step with it."""


class TimerStopped(Direction, frozen=True):
    """A slide's time runs no longer."""

    slide: int


class NickTaken(Event, frozen=True):
    """A participant took the next free name to play under, or another than the one they had."""

    participant: str


class Reacted(Event, frozen=True):
    """A participant sent a sign on a slide; `sign` is its number in the slide's list (0, 1, …)."""

    participant: str
    slide: int
    sign: int


class CodeShown(Direction, frozen=True):
    """The join code stands large on the projector, until the next slide."""


class CodeHidden(Direction, frozen=True):
    """The join code stands in its corner again."""


class LeadLeft(Event, frozen=True):
    """Somebody filled in the call to action; the fields are in the lead's own row.

    It does not say which participant: a lead has a name, and answers are anonymous.
    """

    lead: str
    """A keyed digest of the fields, so that a resend with other contents is noticed."""
    simulated: bool = False


class FriendMessageWritten(Event, frozen=True):
    """A participant wrote a card to a friend; the words are in the message's own row."""

    participant: str
    message: str


class RehearsalBegun(Event, frozen=True):
    """So many simulated phones come in, to practise with."""

    phones: int


class RehearsalEnded(Event, frozen=True):
    """The simulated phones left; what they sent is still there."""


class RehearsalErased(Event, frozen=True):
    """Everything that simulated phones sent is gone, as if they had never been there."""


class WorkshopClosed(Direction, frozen=True):
    """The workshop ended; phones may still look, and no longer answer."""


class WorkshopReopened(Direction, frozen=True):
    """The workshop goes on after all."""


AnyDirection = (
    SlideShown
    | QuestionOpened
    | QuestionClosed
    | ResultShown
    | ResultHidden
    | AnswerHidden
    | AnswerShown
    | AnswerHeld
    | AnswerPinned
    | AnswerUnpinned
    | AnswerEnlarged
    | EnlargingEnded
    | AnswerSettled
    | AnswerUnsettled
    | RoundBegun
    | RoundsRestored
    | ThemeNamed
    | ThemeRemoved
    | AnswerSorted
    | WallArranged
    | QuestionPosed
    | WordMerged
    | WordHidden
    | WordRestored
    | PaceFreed
    | PaceBound
    | AfterwardsSet
    | ParticipantMuted
    | ParticipantUnmuted
    | ModerationBegun
    | ModerationEnded
    | TimerStarted
    | TimerStopped
    | CodeShown
    | CodeHidden
    | WorkshopClosed
    | WorkshopReopened
)

AnyEvent = (
    AnyDirection
    | Joined
    | SeatTaken
    | PenTaken
    | NickTaken
    | Reacted
    | RehearsalBegun
    | RehearsalEnded
    | RehearsalErased
    | Answered
    | AnswerEdited
    | AnswerWithdrawn
    | AnswerRedacted
    | VoteGiven
    | VoteTakenBack
    | AnswerReported
    | LeadLeft
    | FriendMessageWritten
)


class Recorded(Struct, frozen=True, gc=False):
    """An event as it stands in a journal: its number there, and when (milliseconds since 1970, UTC)."""

    seq: int
    at: int
    event: AnyEvent


def says_the_same(event: Event, other: Event) -> bool:
    """Whether both are what one submission became: what the word filter made of it does not count, as that
    may have been changed between the first sending and the second."""
    return _unfiltered(event) == _unfiltered(other)


def _unfiltered(event: Event) -> Event:
    if isinstance(event, Answered | AnswerEdited) and event.held:
        return msgspec.structs.replace(event, held=False)
    return event


_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(AnyEvent)
_encoder = msgspec.json.Encoder()


def encode(event: Event) -> str:
    """The event as JSON text."""
    return _encoder.encode(event).decode()


def decode(text: str) -> AnyEvent:
    """The event that `encode` wrote.

    Raises:
        msgspec.ValidationError: the text is no event that this version knows.
    """
    event: AnyEvent = _decoder.decode(text)
    return event
