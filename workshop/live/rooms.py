"""The rooms that this process has open: each a fold of its journal, with the people who are in it."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import gevent
from gevent.lock import BoundedSemaphore

from workshop import journal
from workshop.answers import Answer
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.decks.store import deck_of
from workshop.events import Recorded, TimerStarted
from workshop.live import snapshots
from workshop.live.room import Change, Room
from workshop.workshops import Workshop

UPDATES_PER_SECOND = 10
"""How often a screen is told of new answers and counts at the most, however many come."""
SHARE_EVERY_SECONDS = 1.0
"""How often phones are told of one another's answers at the most."""
LOOK_EVERY_SECONDS = 0.5
"""How often the journals are looked at for events that another process wrote."""
HERE_FOR_SECONDS = 12
"""How long a phone without a websocket counts as here after it looked; it looks every 2.5 seconds."""

Emit = Callable[[str, dict[str, Any], str], None]
"""Sends a message to an audience: (event, data, audience)."""


@dataclass(slots=True)
class News:
    """What the screens have not been told yet."""

    slide: bool = False
    answers: dict[str, Answer] = field(default_factory=dict)
    counts: bool = False
    result: bool = False

    def add(self, change: Change) -> None:
        """Puts a change with the rest."""
        self.slide = self.slide or change.slide
        self.counts = self.counts or change.counts
        self.result = self.result or change.result
        if change.answer:
            self.answers[change.answer.id] = change.answer

    def __bool__(self) -> bool:
        return self.slide or self.counts or self.result or bool(self.answers)


@dataclass(slots=True, repr=False)  # what people said must not get into a log by way of an error
class LiveRoom:
    """A room with its deck, its people, and what they have still to be told."""

    workshop: Workshop
    deck: Deck
    database: Database
    tell: "Callable[[LiveRoom, News], None]"
    room: Room = field(default_factory=Room)
    people: dict[str, str] = field(default_factory=dict)
    """The connection of each participant who is here: the newest one."""
    polling: dict[str, float] = field(default_factory=dict)
    """Participants without a websocket: when (on the process's clock) each last looked."""
    directing: BoundedSemaphore = field(default_factory=BoundedSemaphore)
    """One presenter after the other: the second of two who press at once finds it done."""
    remotes: int = 0
    """How many remote controls are connected."""
    news: News = field(default_factory=News)
    unshared: dict[str, Answer] = field(default_factory=dict)
    """Answers that all phones show and have not been told yet."""
    clock: Callable[[], int] = lambda: time.time_ns() // 1_000_000
    """What time it is (milliseconds since 1970, UTC); in a replay, what it was."""
    _telling: bool = False

    @property
    def id(self) -> int:
        """The workshop's id."""
        return self.workshop.id

    def fold(self, recorded: Recorded) -> None:
        """Folds in an event that was just written; what is missing before it is read first."""
        if recorded.seq <= self.room.seq:
            return
        if recorded.seq == self.room.seq + 1:
            self._apply(recorded)
        else:
            self.catch_up()

    def catch_up(self) -> None:
        """Reads the journal from where the room is."""
        with self.database.engine.connect() as connection:
            events = journal.read_since(connection, self.id, self.room.seq)
        for recorded in events:
            if recorded.seq == self.room.seq + 1:
                self._apply(recorded)

    def time_left(self, slide: int) -> int | None:
        """Milliseconds until a slide's time is over; None where none runs, or a game has shown its result."""
        if self._is_game(slide) and slide in self.room.revealed:
            return None
        left = self.room.timers.get(slide, 0) - self.clock()
        return left if left > 0 else None

    def time_passed(self, slide: int) -> int | None:
        """Milliseconds since a slide's time first began; None where none has."""
        began = self.room.time_began.get(slide)
        return None if began is None else max(0, time.time_ns() // 1_000_000 - began)

    @property
    def is_free(self) -> bool:
        """Whether phones may go from slide to slide by themselves."""
        return self.room.is_free(self.clock())

    @property
    def has_ended(self) -> bool:
        """Whether the workshop is over for phones too."""
        return self.room.closed and not self.is_free

    def takes_answers(self, number: int) -> bool:
        """Whether phones may answer a slide now; a game also ends with its time and with its result, and does
        not begin before it is on the screen."""
        room = self.room
        is_over = number in room.revealed or (number in room.timers and self.time_left(number) is None)
        is_over = is_over or number not in room.shown
        if self._is_game(number) and is_over:
            return False
        return room.takes_answers(number, self.clock())

    def watch_timers(self) -> None:
        """Shows each slide again when its time is over."""
        for slide in self.room.timers:
            if (left := self.time_left(slide)) is not None:
                gevent.spawn_later(left / 1000 + 0.05, self.show_again)

    @property
    def simulated(self) -> int:
        """How many simulated participants the room has, also when they have left."""
        book = self.room.answers
        return max(book.rehearsal, len(book.rehearsing))

    @property
    def present(self) -> int:
        """How many people are here, however they are connected."""
        return len(self.people) + sum(participant not in self.people for participant in self.polling)

    def looked(self, participant: str, now: float) -> None:
        """A phone without a websocket looked what is on."""
        if participant not in self.polling:
            self.people_changed()
        self.polling[participant] = now

    def forget_absent(self, now: float) -> None:
        """Phones that do not look any more have left."""
        absent = [who for who, at in self.polling.items() if now - at > HERE_FOR_SECONDS]
        for participant in absent:
            del self.polling[participant]
        if absent:
            self.people_changed()

    def people_changed(self) -> None:
        """Somebody came or went."""
        self._note(Change(counts=True))

    def show_again(self) -> None:
        """Something on the slide changed that is no event, such as the room's Wi-Fi."""
        self._note(Change(slide=True))

    def _is_game(self, number: int) -> bool:
        slide = self.deck.slide(number)
        return slide is not None and slide.is_game

    def _apply(self, recorded: Recorded) -> None:
        self._note(self.room.apply(recorded))
        if isinstance(recorded.event, TimerStarted):
            self.watch_timers()

    def _note(self, change: Change) -> None:
        self.news.add(change)
        if self.news and not self._telling:
            self._telling = True
            # A new slide at once; answers are gathered, so that a wall redraws ten times a second at most.
            gevent.spawn_later(0 if change.slide else 1 / UPDATES_PER_SECOND, self._tell)
        elif change.slide:
            gevent.spawn(self._tell_now)

    def _tell(self) -> None:
        self._telling = False
        self._tell_now()

    def _tell_now(self) -> None:
        news, self.news = self.news, News()
        if news:
            self.tell(self, news)


class Rooms:
    """Opens rooms when they are asked for, and keeps them up with what other processes write."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.tell: Callable[[LiveRoom, News], None] = lambda _room, _news: None
        self._open: dict[int, LiveRoom] = {}

    def of(self, workshop: Workshop) -> LiveRoom:
        """The workshop's room, folded up to the present."""
        live = self._open.get(workshop.id)
        if live is None:
            live = self._open.setdefault(workshop.id, self._opened(workshop))
        return live

    def by_id(self, workshop_id: int) -> LiveRoom:
        """The room of a workshop.

        Raises:
            LookupError: there is no such workshop.
        """
        if workshop_id in self._open:
            return self._open[workshop_id]
        with self.database.read() as session:
            workshop = session.get(Workshop, workshop_id)
        if workshop is None:
            raise LookupError(f"no workshop {workshop_id}")
        return self.of(workshop)

    def refresh(self, workshop: Workshop) -> None:
        """Takes over a workshop's changed row, and shows it."""
        live = self.of(workshop)
        live.workshop = workshop
        live.show_again()

    def keep_up(self) -> None:
        """Looks, forever, whether another process wrote into a journal of an open room."""
        while True:
            gevent.sleep(LOOK_EVERY_SECONDS)
            self.look()
            for live in list(self._open.values()):
                live.forget_absent(time.monotonic())

    def look(self) -> None:
        """Catches up with every open room that is behind its journal."""
        if not self._open:
            return
        with self.database.engine.connect() as connection:
            numbers = journal.last_numbers(connection, self._open)
        for workshop_id in self._behind(numbers.items()):
            self._open[workshop_id].catch_up()

    def _opened(self, workshop: Workshop) -> LiveRoom:
        with self.database.read() as session:
            deck = deck_of(session, workshop.deck_version_id)
            room = snapshots.newest(session, workshop.id)
        kept = room.seq
        live = LiveRoom(workshop, deck, self.database, self._tell, room)
        live.catch_up()
        live.watch_timers()
        live.news = News()  # nobody was there to be told of the past
        if live.room.seq - kept >= snapshots.WORTH_KEEPING:
            snapshots.keep(self.database, workshop.id, live.room)
        return live

    def _behind(self, numbers: Iterable[tuple[int, int]]) -> list[int]:
        return [id_ for id_, seq in numbers if seq > self._open[id_].room.seq]

    def _tell(self, live: LiveRoom, news: News) -> None:
        self.tell(live, news)
