"""What may be done in live workshops, whichever way it comes in: websocket or plain HTTP."""

import time
from collections.abc import Callable, Sequence
from functools import partial

from sqlalchemy import Connection

from workshop import journal
from workshop.addresses import Addresses
from workshop.config import Settings
from workshop.database import Database
from workshop.events import (
    AnyEvent,
    Joined,
    RehearsalBegun,
    RehearsalEnded,
    RehearsalErased,
    says_the_same,
)
from workshop.forms import ERASERS
from workshop.journal import Entry
from workshop.language import _
from workshop.live import previews, remotes, snapshots, told
from workshop.live.commits import commit
from workshop.live.directions import events_for
from workshop.live.orders import Nick, PhoneCommand, PresenterCommand, React
from workshop.live.rehearsals import Rehearsals
from workshop.live.remotes import Badges
from workshop.live.room import Room
from workshop.live.rooms import LiveRoom, Rooms
from workshop.live.screens import Data, Screens
from workshop.live.submissions import entry_for
from workshop.live.tokens import Tokens
from workshop.rate import Rate
from workshop.refused import Refused
from workshop.rehearsal.simulated import is_simulated
from workshop.tongue import Tongue
from workshop.workshops import by_projector_key
from workshop.writer import Pending, Writer

REACTIONS_PER_MINUTE = 60
REACTIONS_AT_ONCE = 5


class Stage:
    """The live workshops of one process."""

    def __init__(
        self, settings: Settings, database: Database, screens: Screens, addresses: Addresses
    ) -> None:
        self.settings = settings
        self.rooms = Rooms(database)
        self.screens = screens
        self.addresses = addresses
        self.tokens = Tokens(settings.secret)
        self.badges = Badges(settings.secret)
        self.writer = Writer(database.url)
        self.rehearsals = Rehearsals(settings, self.tokens, self._end_rehearsal)
        self.address_changed: Callable[[], None] = lambda: None
        self.turn_out: Callable[[int], None] = lambda _workshop_id: None
        """Cuts off the remotes and the previews of a workshop that may not be here any more."""
        self._rate = Rate(settings.answers_per_minute)
        self._reactions = Rate(REACTIONS_PER_MINUTE, REACTIONS_AT_ONCE)

    def phone(self, token: str) -> tuple[LiveRoom, str]:
        """The room and the participant that a token is for.

        Raises:
            Refused: the token is forged, or its workshop is gone.
        """
        workshop_id, participant = self.tokens.read(token)
        try:
            live = self.rooms.by_id(workshop_id)
        except LookupError:
            raise Refused("token", _("This workshop is not there any more.")) from None
        _refuse_late(live, participant)
        return live, participant

    def projected(self, key: str) -> LiveRoom:
        """The room that a projector's key is for.

        Raises:
            Refused: no workshop has this key.
        """
        with self.rooms.database.read() as session:
            workshop = by_projector_key(session, key)
        if workshop is None:
            raise Refused("token", _("This workshop is not there any more."))
        return self.rooms.of(workshop)

    def remote(self, workshop_id: int, badge: str) -> tuple[LiveRoom, str]:
        """The room that a paired phone directs, and which remote it is.

        Raises:
            Refused: it is not paired, or not any more.
        """
        remote = self.badges.read(badge, workshop_id)
        if remote is None or not self.is_paired(workshop_id, remote):
            raise Refused("token", _("This phone is no remote control of this workshop any more."))
        return self.rooms.by_id(workshop_id), remote

    def is_paired(self, workshop_id: int, remote: str) -> bool:
        """Whether a remote may still direct."""
        with self.rooms.database.read() as session:
            return remotes.is_paired(session, workshop_id, remote)

    def preview(self, key: str) -> tuple[LiveRoom, bool]:
        """The room that a preview's key lets people look at, and whether they see the notes.

        Raises:
            Refused: nothing has this key, or not any more.
        """
        with self.rooms.database.read() as session:
            found = previews.by_key(session, key)
        if found is None:
            raise Refused("token", _("This workshop is not there any more."))
        workshop, preview = found
        return self.rooms.of(workshop), preview.with_notes

    def join(self, live: LiveRoom, participant: str) -> None:
        """Notes that a participant is in; once, however often the phone comes back. Does not wait."""
        if participant not in live.room.participants:
            event = Joined(participant, rehearsal=is_simulated(participant))
            entry = Entry(live.id, event, f"join-{participant}")
            self.writer.put(Pending(entry, lambda _pending: None))

    def submit(
        self, live: LiveRoom, participant: str, command: PhoneCommand, words: str | None = None
    ) -> Data:
        """Takes what a phone sent; returns after it is on the disk.

        Args:
            live: the room.
            participant: who sent it.
            command: what was sent.
            words: the language in which the phone read the slide, where it is not the deck's main one.

        Raises:
            Refused: nothing was kept.
        """
        _refuse_late(live, participant)
        rate = self._reactions if isinstance(command, React) else self._rate
        if not rate.allows((live.id, participant)):
            raise Refused("too_many", _("That was a lot at once. It is sent in a moment."), again=True)
        try:
            done = self._commit(live, self._entry(live, participant, command, words))
        except Refused:
            if acknowledged := self._acknowledged(live, participant, command, words):
                return acknowledged
            raise
        return {**done, "own": told.named(live, participant)} if isinstance(command, Nick) else done

    def direct(self, live: LiveRoom, command: PresenterCommand) -> Data:
        """Does what the presenter asks.

        Raises:
            Refused: it cannot be done.
        """
        with live.directing:
            done: Data = {"ok": live.room.seq}
            for event in events_for(command, live.room, live.deck):
                done = self._commit(live, self._direction(live, event), at_once=True)
                if isinstance(event, RehearsalBegun):
                    self.rehearsals.begin(live)
        return done

    def key_in(
        self,
        live: LiveRoom,
        sheet: int,
        participant: str,
        orders: Callable[[Room], Sequence[PhoneCommand]],
    ) -> None:
        """Takes what staff typed from a paper sheet; returns after it is on the disk.

        Args:
            live: the room.
            sheet: the sheet's number, which marks its answers.
            participant: who counts as having written it.
            orders: what it amounts to in the room as it is; asked while no other staff key in.

        Raises:
            Refused: one of the answers cannot be taken, and nothing was kept; or not all could be written,
                and the same again writes what is left.
        """
        with live.directing:
            live.catch_up()
            entries = [
                self._entry(live, participant, command, None, sheet=sheet) for command in orders(live.room)
            ]
            for entry in entries:
                self._commit(live, entry, at_once=True)

    def phone_state(
        self, live: LiveRoom, participant: str, tongue: Tongue | None = None, own_slide: int | None = None
    ) -> Data:
        """Everything that one phone shows."""
        return {
            **self.screens.phone(live, tongue, own_slide),
            "mine": told.own(live, participant),
            "voted": told.voted(live, participant),
            "seats": told.seats(live, participant),
            **self.screens.own(live, participant, tongue, own_slide),
        }

    def projector_state(self, live: LiveRoom) -> Data:
        """Everything that the projector shows."""
        return {**self.screens.projector(live), **self.join_data(live)}

    def presenter_state(self, live: LiveRoom) -> Data:
        """Everything that the presenter's page shows."""
        return {**self.screens.presenter(live), **self.join_data(live)}

    def join_data(self, live: LiveRoom) -> Data:
        """Where phones come in, for the screens."""
        join = self.addresses.join(live.workshop.code)
        return {"join": {"host": join.host, "short": join.short, "svg": join.svg}}

    def _direction(self, live: LiveRoom, event: AnyEvent) -> Entry:
        if isinstance(event, RehearsalBegun):
            # Its number is its id: of two processes that begin one at the same moment only one does.
            return Entry(live.id, event, f"rehearsal-{live.room.rehearsals + 1}")
        if isinstance(event, RehearsalErased):
            return Entry(live.id, event, rows=partial(_erase_rows, live.id, live.room.answers.rehearsed_from))
        return Entry(live.id, event)

    def _end_rehearsal(self, live: LiveRoom) -> None:
        self._commit(live, Entry(live.id, RehearsalEnded()), at_once=True)

    def _entry(
        self,
        live: LiveRoom,
        participant: str,
        command: PhoneCommand,
        words: str | None,
        before: AnyEvent | None = None,
        sheet: int = 0,
    ) -> Entry:
        secret, now = self.settings.secret, time.time_ns() // 1_000_000
        deck = live.deck.in_language(words) if words else live.deck
        held_for = live.workshop.word_filter
        return entry_for(
            command,
            live.room,
            deck,
            live.id,
            participant,
            secret,
            words=held_for,
            now=now,
            before=before,
            sheet=sheet,
        )

    def _acknowledged(
        self, live: LiveRoom, participant: str, command: PhoneCommand, words: str | None
    ) -> Data | None:
        """What a submission was answered that is sent again because the answer got lost: the same, also when
        the question has closed since, or when it would be judged otherwise now."""
        with self.rooms.database.engine.connect() as connection:
            recorded = journal.find(connection, live.id, command.id)
        if recorded is None:
            return None
        sent = self._entry(live, participant, command, words, recorded.event)
        same = says_the_same(sent.event, recorded.event)
        return {"ok": recorded.seq, **(sent.told or {})} if same else None

    def _commit(self, live: LiveRoom, entry: Entry, *, at_once: bool = False) -> Data:
        recorded = commit(self.writer, entry, at_once=at_once).recorded
        live.fold(recorded)
        return {"ok": recorded.seq, **(entry.told or {})}


def _refuse_late(live: LiveRoom, participant: str) -> None:
    if is_simulated(participant) and not live.room.answers.rehearsal:
        raise Refused("token", _("The rehearsal is over."))


def _erase_rows(workshop_id: int, since: int, connection: Connection, _seq: int) -> None:
    for erase in ERASERS.values():
        erase(connection, workshop_id, since)
    snapshots.drop(connection, workshop_id)
