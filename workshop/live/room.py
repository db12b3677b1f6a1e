"""The room: the fold of a workshop's journal. Pure: no I/O, no clock; the time is in the event."""

from typing import Literal

import msgspec
from msgspec import Struct

from workshop.answers import Answer, Answers
from workshop.events import (
    AnswerEnlarged,
    AnswerSorted,
    AnyDirection,
    CodeHidden,
    CodeShown,
    Direction,
    EnlargingEnded,
    FriendMessageWritten,
    Joined,
    LeadLeft,
    ModerationBegun,
    ModerationEnded,
    NickTaken,
    ParticipantMuted,
    ParticipantUnmuted,
    QuestionClosed,
    QuestionOpened,
    Reacted,
    Recorded,
    RehearsalBegun,
    RehearsalEnded,
    RehearsalErased,
    ResultHidden,
    ResultShown,
    SeatTaken,
    SlideShown,
    TimerStarted,
    TimerStopped,
    WorkshopClosed,
    WorkshopReopened,
)
from workshop.live.steps import Steps
from workshop.live.undo import inverse
from workshop.nicks import Nicks
from workshop.pace import Pace
from workshop.tables import Tables
from workshop.themes import Themes
from workshop.walls import Walls
from workshop.wordings import Wordings

VERSION = 14
"""Of what is folded, and how: raised with every change, so that no older snapshot is taken for a room."""
LOBBY = 0
"""The number of the slide that stands before the first."""


class Change(Struct, frozen=True):
    """What an event changed, so that each screen is told no more than it shows."""

    slide: bool = False
    """What is on screen, or whether it may be answered."""
    answer: Answer | None = None
    counts: bool = False
    """The number of people, reactions, leads or friend messages."""
    result: bool = False
    """What a slide's answers amount to, though no answer changed."""


class Room(Struct):
    """What is on screen, what may be answered, and what has been said."""

    seq: int = 0
    slide: int = LOBBY
    shown: set[int] = set()
    """Slides that were on screen: their questions may be answered, also by a phone that was away."""
    closed_slides: set[int] = set()
    revealed: set[int] = set()
    """Slides of which the room may see the result."""
    enlarged: str = ""
    """The answer that is large on the screen, if one is."""
    timers: dict[int, int] = {}
    """When (milliseconds since 1970, UTC) a slide's time is over, by slide."""
    time_began: dict[int, int] = {}
    """When a slide's time ran for the first time: more time later does not make anybody faster."""
    code_is_large: bool = False
    """Whether the join code stands over the slide."""
    closed: bool = False
    closed_at: int = 0
    began_at: int = 0
    """When the first slide came on screen."""
    on_since: int = 0
    """When the slide on screen came."""
    on_before: dict[int, int] = {}
    """Milliseconds that each slide has been on screen before that."""
    steps: Steps = msgspec.field(default_factory=Steps)
    """What presenters did, to be taken back."""
    participants: set[str] = set()
    rehearsals: int = 0
    """How many rehearsals there have been."""
    answers: Answers = msgspec.field(default_factory=Answers)
    tables: Tables = msgspec.field(default_factory=Tables)
    themes: Themes = msgspec.field(default_factory=Themes)
    walls: Walls = msgspec.field(default_factory=Walls)
    wordings: Wordings = msgspec.field(default_factory=Wordings)
    pace: Pace = msgspec.field(default_factory=Pace)
    leads: int = 0
    friend_messages: int = 0
    nicks: Nicks = msgspec.field(default_factory=Nicks)
    reactions: dict[int, dict[int, int]] = {}
    """How often each sign was sent, by slide and by the sign\'s number."""
    simulated_leads: int = 0
    simulated_messages: int = 0
    """How many of the leads and messages come from the rehearsal."""

    def apply(self, recorded: Recorded) -> Change:
        """Folds in the next event.

        Raises:
            ValueError: it is not the next one; the caller reads what is missing from the journal.
        """
        if recorded.seq != self.seq + 1:
            raise ValueError(f"event {recorded.seq} does not follow {self.seq}")
        self.seq = recorded.seq
        if isinstance(recorded.event, Direction):
            self._note(recorded.event, recorded.at)
        answer = self.answers.apply(recorded)
        if answer is not None:
            return Change(answer=answer)
        if self.answers.erased and getattr(recorded.event, "participant", "") in self.answers.erased:
            return Change()  # it was on its way when the rehearsal was erased
        if self.themes.apply(recorded.event):
            # Phones vote on the themes; where an answer goes only the screens show.
            is_sorting = isinstance(recorded.event, AnswerSorted)
            return Change(slide=not is_sorting, result=is_sorting)
        if self.tables.apply(recorded):
            # Where somebody sits only the screens show; phones go along with pen and round.
            is_seat = isinstance(recorded.event, SeatTaken)
            return Change(slide=not is_seat, result=is_seat)
        if self.walls.apply(recorded.event) or self.pace.apply(recorded.event):
            return Change(slide=True)
        if self.wordings.apply(recorded.event):
            return Change(result=True)
        return self._apply_other(recorded)

    @property
    def rehearsing(self) -> set[str]:
        """Simulated participants of whom something may be left, also when they have gone."""
        return self.answers.rehearsing

    def is_free(self, now: int) -> bool:
        """Whether phones may go from slide to slide by themselves."""
        return self.pace.is_free(now, ended=self.closed)

    def takes_answers(self, slide: int, now: int = 0) -> bool:
        """Whether the questions of this slide may be answered now (milliseconds since 1970, UTC)."""
        if slide in self.closed_slides:
            return False
        return self.is_free(now) or (slide in self.shown and not self.closed)

    def elapsed(self, now: int) -> int:
        """Milliseconds since the first slide came on screen, until the end if that has been."""
        return (self.closed_at or now) - self.began_at if self.began_at else 0

    def on_slide(self, now: int) -> int:
        """Milliseconds that the slide on screen has been there, each time taken together."""
        here = (self.closed_at or now) - self.on_since if self.on_since else 0
        return self.on_before.get(self.slide, 0) + max(0, here)

    def snapshot(self) -> bytes:
        """The room as JSON, for `restore`."""
        return msgspec.json.encode((VERSION, self))

    @classmethod
    def restore(cls, snapshot: bytes) -> "Room":
        """The room that `snapshot` gave.

        Raises:
            msgspec.ValidationError: it was written by a version with another room.
        """
        _version, room = msgspec.json.decode(snapshot, type=tuple[Literal[VERSION], cls])  # type: ignore[valid-type]
        return room

    def _note(self, event: AnyDirection, at: int) -> None:
        if event.undoes:
            self.steps.undo(event.undoes)
        else:
            self.steps.take(self.seq, event, inverse(event, at, self))

    def _apply_other(self, recorded: Recorded) -> Change:
        event = recorded.event
        match event:
            case SlideShown(slide=slide):
                self._show(slide, recorded.at)
            case QuestionOpened(slide=slide):
                self.closed_slides.discard(slide)
            case QuestionClosed(slide=slide):
                self.closed_slides.add(slide)
            case ResultShown(slide=slide):
                self.revealed.add(slide)
            case ResultHidden(slide=slide):
                self.revealed.discard(slide)
            case AnswerEnlarged(answer=answer):
                self.enlarged = answer
            case EnlargingEnded():
                self.enlarged = ""
            case TimerStarted(slide=slide, seconds=seconds):
                self.timers[slide] = recorded.at + seconds * 1000
                self.time_began.setdefault(slide, recorded.at)
            case TimerStopped(slide=slide):
                self.timers.pop(slide, None)
            case ModerationBegun() | ModerationEnded() | ParticipantMuted() | ParticipantUnmuted():
                pass  # what the presenter's page shows; the answers have folded it
            case RehearsalBegun() | RehearsalEnded():
                self.rehearsals += isinstance(event, RehearsalBegun)
            case RehearsalErased():
                self._forget_rehearsal()
            case CodeShown() | CodeHidden():
                self.code_is_large = isinstance(event, CodeShown)
            case WorkshopClosed() | WorkshopReopened():
                self.closed = isinstance(event, WorkshopClosed)
                self.closed_at = recorded.at if self.closed else 0
            case _:
                return self._count(recorded)
        return Change(slide=True)

    def _forget_rehearsal(self) -> None:
        self.participants -= self.answers.erased
        self.tables.forget(self.answers.erased)
        self.themes.forget(self.answers.by_id.keys())
        self.leads -= self.simulated_leads
        self.friend_messages -= self.simulated_messages
        self.simulated_leads = self.simulated_messages = 0
        if self.enlarged not in self.answers.by_id:
            self.enlarged = ""

    def _show(self, slide: int, at: int) -> None:
        if slide != self.slide or not self.on_since:
            self.on_before[self.slide] = self.on_slide(at)
            self.on_since = at
        if slide != LOBBY and not self.began_at:
            self.began_at = at
        self.slide = slide
        self.shown.add(slide)
        self.enlarged = ""
        self.code_is_large = False

    def _count(self, recorded: Recorded) -> Change:
        match recorded.event:
            case Joined(participant=participant):
                self.participants.add(participant)
            case LeadLeft(simulated=True) if not self.answers.rehearsing:
                return Change()  # late, of a rehearsal that was erased
            case LeadLeft(simulated=simulated):
                self.leads += 1
                self.simulated_leads += simulated
            case FriendMessageWritten(participant=participant):
                self.friend_messages += 1
                self.simulated_messages += participant in self.answers.rehearsing
            case Reacted(slide=slide, sign=sign):
                counts = self.reactions.setdefault(slide, {})
                counts[sign] = counts.get(sign, 0) + 1
            case NickTaken(participant=participant):
                self.nicks.give(participant)
                return Change()  # told to its own phone only
        return Change(counts=True)
