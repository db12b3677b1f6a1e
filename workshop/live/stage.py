"""What may be done in live workshops, whichever way it comes in: websocket or plain HTTP."""

from collections.abc import Callable

from workshop import journal
from workshop.addresses import Addresses
from workshop.config import Settings
from workshop.database import Database
from workshop.events import Joined
from workshop.journal import Entry
from workshop.language import _
from workshop.live import previews, remotes, screens
from workshop.live.commits import commit
from workshop.live.directions import events_for
from workshop.live.orders import PhoneCommand, PresenterCommand
from workshop.live.rate import Rate
from workshop.live.remotes import Badges
from workshop.live.rooms import LiveRoom, Rooms
from workshop.live.screens import Data, Screens
from workshop.live.submissions import entry_for
from workshop.live.tokens import Tokens
from workshop.refused import Refused
from workshop.workshops import by_projector_key
from workshop.writer import Pending, Writer


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
        self.address_changed: Callable[[], None] = lambda: None
        self.turn_out: Callable[[int], None] = lambda _workshop_id: None
        """Cuts off the remotes and the previews of a workshop that may not be here any more."""
        self._rate = Rate(settings.answers_per_minute)

    def phone(self, token: str) -> tuple[LiveRoom, str]:
        """The room and the participant that a token is for.

        Raises:
            Refused: the token is forged, or its workshop is gone.
        """
        workshop_id, participant = self.tokens.read(token)
        try:
            return self.rooms.by_id(workshop_id), participant
        except LookupError:
            raise Refused("token", _("This workshop is not there any more.")) from None

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
            entry = Entry(live.id, Joined(participant), f"join-{participant}")
            self.writer.put(Pending(entry, lambda _pending: None))

    def submit(self, live: LiveRoom, participant: str, command: PhoneCommand) -> Data:
        """Takes what a phone sent; returns after it is on the disk.

        Raises:
            Refused: nothing was kept.
        """
        if not self._rate.allows((live.id, participant)):
            raise Refused("too_many", _("That was a lot at once. It is sent in a moment."), again=True)
        try:
            entry = self._entry(live, participant, command)
        except Refused:
            if acknowledged := self._acknowledged(live, participant, command):
                return acknowledged
            raise
        return self._commit(live, entry)

    def direct(self, live: LiveRoom, command: PresenterCommand) -> Data:
        """Does what the presenter asks.

        Raises:
            Refused: it cannot be done.
        """
        with live.directing:
            done: Data = {"ok": live.room.seq}
            for event in events_for(command, live.room, live.deck):
                done = self._commit(live, Entry(live.id, event), at_once=True)
        return done

    def phone_state(self, live: LiveRoom, participant: str) -> Data:
        """Everything that one phone shows."""
        return {
            **self.screens.phone(live),
            "mine": screens.own(live, participant),
            "voted": screens.voted(live, participant),
            "seats": screens.seats(live, participant),
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

    def _entry(
        self, live: LiveRoom, participant: str, command: PhoneCommand, *, resent: bool = False
    ) -> Entry:
        secret = self.settings.secret
        return entry_for(command, live.room, live.deck, live.id, participant, secret, resent=resent)

    def _acknowledged(self, live: LiveRoom, participant: str, command: PhoneCommand) -> Data | None:
        """What a submission was answered that is sent again because the answer got lost: the same, also when
        the question has closed since."""
        with self.rooms.database.engine.connect() as connection:
            recorded = journal.find(connection, live.id, command.id)
        if recorded is None:
            return None
        same = self._entry(live, participant, command, resent=True).event == recorded.event
        return {"ok": recorded.seq} if same else None

    def _commit(self, live: LiveRoom, entry: Entry, *, at_once: bool = False) -> Data:
        recorded = commit(self.writer, entry, at_once=at_once).recorded
        live.fold(recorded)
        return {"ok": recorded.seq}
