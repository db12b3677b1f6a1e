"""A workshop that can be looked at again: from its events and a moment to the room as it was. Pure.

What was erased later was never there: it is left out before anything is folded.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from workshop.events import (
    AnswerRedacted,
    AnyEvent,
    Joined,
    Recorded,
    RehearsalBegun,
    RehearsalEnded,
    RehearsalErased,
    SlideShown,
)
from workshop.live.room import LOBBY, Room

CHECKPOINT_EVERY = 1_000
"""Events between two rooms that are kept. Measured with 10,000 events: a room comes back from one in 9 ms at
the most, and a thousand events are folded in 4 ms."""
SILENCE = 20_000
"""Milliseconds without an event that are long for who looks on."""
KEPT_BEFORE, KEPT_AFTER = 3_000, 1_000
"""What is left of a silence on both sides when it is skipped."""
REHEARSED = (RehearsalBegun, RehearsalEnded, RehearsalErased)


class Scene(Struct, frozen=True):
    """A slide that came on the screen; times are milliseconds from the beginning."""

    slide: int
    at: int
    answers: int
    """How many came while it stood there, of those that may be seen."""


class Timeline(Struct, frozen=True):
    """What a film has in it, all times in milliseconds from its beginning."""

    length: int
    scenes: list[Scene]
    answers: list[int]
    """When each answer came that may be seen in the end."""
    silences: list[tuple[int, int]]
    """Stretches that can be skipped."""


class Film:
    """The events of a workshop, and the rooms they led to."""

    def __init__(self, events: Iterable[Recorded]) -> None:
        """Takes the events; `develop` must run before anything is asked."""
        all_ = list(events)
        self.seq = all_[-1].seq if all_ else 0
        """The number, in the journal, of the last event it knows."""
        self._erased = _erased_in(all_)
        self._events: list[Recorded] = []
        self._times: list[int] = []
        self._checkpoints: list[bytes] = [Room().snapshot()]
        self._last = Room()
        self._room = Room()
        self._take(all_, _last_erasure(all_))

    @property
    def begins(self) -> int:
        """When the first thing happened (milliseconds since 1970, UTC)."""
        return self._events[0].at if self._events else 0

    def develop(self) -> Iterator[None]:
        """Folds all that has not been folded yet; pauses now and then, for others to go on."""
        for recorded in self._events[self._last.seq :]:
            self._last.apply(recorded)
            if recorded.seq % CHECKPOINT_EVERY == 0:
                self._checkpoints.append(self._last.snapshot())
                yield

    def extend(self, fresh: list[Recorded]) -> bool:
        """Takes what has happened since; False where that rewrites the past: then a new film is needed."""
        if any(isinstance(recorded.event, RehearsalErased | AnswerRedacted) for recorded in fresh):
            return False
        self.seq = fresh[-1].seq if fresh else self.seq
        self._take(fresh)
        return True

    def room_at(self, moment: int) -> Room:
        """The room as it was so many milliseconds after the beginning; it is the film's own, to be read."""
        count = bisect_right(self._times, moment)
        nearest = min(count // CHECKPOINT_EVERY, len(self._checkpoints) - 1)
        if not nearest * CHECKPOINT_EVERY <= self._room.seq <= count:
            self._room = Room.restore(self._checkpoints[nearest])
        for recorded in self._events[self._room.seq : count]:
            self._room.apply(recorded)
        return self._room

    def changes_after(self, moment: int) -> int | None:
        """When the next thing happens after a moment; None where nothing does any more."""
        index = bisect_right(self._times, moment)
        times = self._times[index : index + 1]
        ends = (end - self.begins for end in self.room_at(moment).timers.values())
        return min((*times, *(end for end in ends if end > moment)), default=None)

    def timeline(self) -> Timeline:
        """What there is to see, and when."""
        visible = [answer for answer in self._last.answers.by_id.values() if answer.visible]
        answers = sorted(answer.at - self.begins for answer in visible)
        return Timeline(
            length=self._times[-1] if self._times else 0,
            scenes=self._scenes(answers),
            answers=answers,
            silences=[
                (before + KEPT_BEFORE, after - KEPT_AFTER)
                for before, after in zip(self._times, self._times[1:], strict=False)
                if after - before > SILENCE
            ],
        )

    def _scenes(self, answers: list[int]) -> list[Scene]:
        shown = [
            (recorded.event.slide, time)
            for recorded, time in zip(self._events, self._times, strict=True)
            if isinstance(recorded.event, SlideShown)
        ]
        if self._events and (not shown or shown[0][1] > 0):
            shown.insert(0, (LOBBY, 0))
        ends = [*(time for _slide, time in shown[1:]), None]
        return [
            Scene(slide, time, _between(answers, time, end))
            for (slide, time), end in zip(shown, ends, strict=False)
        ]

    def _take(self, events: list[Recorded], erased_until: int = 0) -> None:
        for recorded in events:
            if self._is_cut(recorded.event) or (
                recorded.seq <= erased_until and isinstance(recorded.event, REHEARSED)
            ):
                continue
            # A laptop's clock that is set back must not turn the film back.
            at = max(recorded.at, self._events[-1].at if self._events else 0)
            self._events.append(Recorded(len(self._events) + 1, at, recorded.event))
            self._times.append(at - self.begins)

    def _is_cut(self, event: AnyEvent) -> bool:
        return getattr(event, "participant", "") in self._erased


def _erased_in(events: Iterable[Recorded]) -> set[str]:
    """The simulated participants of whom nothing is left."""
    rehearsing: set[str] = set()
    erased: set[str] = set()
    for recorded in events:
        match recorded.event:
            case Joined(participant=participant, rehearsal=True):
                rehearsing.add(participant)
            case RehearsalErased():
                erased |= rehearsing
    return erased


def _last_erasure(events: Iterable[Recorded]) -> int:
    return max((r.seq for r in events if isinstance(r.event, RehearsalErased)), default=0)


def _between(times: list[int], begin: int, end: int | None) -> int:
    before_end = len(times) if end is None else bisect_right(times, end - 1)
    return before_end - bisect_right(times, begin - 1)
