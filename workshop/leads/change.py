"""What staff do to a lead. Each change is one conditional update: who looked at an older version than the
one that is there is told so, and nothing is overwritten unseen."""

import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date

from babel.dates import format_date
from sqlalchemy import Connection, update
from sqlalchemy.orm import Session

from workshop.accounts.user import User
from workshop.language import _, spoken
from workshop.leads import happening, tag
from workshop.leads.acceptance import search_text
from workshop.leads.form import Details
from workshop.leads.lead import LeadRow
from workshop.leads.status import Status
from workshop.refused import Refused

LONGEST_ACTION = 200
LONGEST_NOTE = 4_000

CHANGES: dict[str, Callable[[Connection, int], None]] = {}
"""What is to happen with each lead that was changed, in its transaction, by the name of the part that does
it: webhooks put their jobs."""


class Overtaken(Refused):
    """Somebody else changed the lead in the meantime."""

    def __init__(self) -> None:
        super().__init__(
            "overtaken",
            _("Somebody else changed this lead first. This is how it is now; yours was not kept."),
        )


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Where a lead stands, whose it is, and what is to be done when."""

    status_id: int
    owner_id: int | None
    next_action: str
    next_on: date | None
    tags: tuple[str, ...]


def follow_up(session: Session, person: User, lead: LeadRow, version: int, new: FollowUp) -> None:
    """Makes it so; what did not change leaves no trace in the time line.

    Raises:
        Overtaken: the lead is of a later version.
    """
    old = follow_up_of(session, lead)
    if old == new:
        return
    _change(
        session,
        lead.id,
        version,
        status_id=new.status_id,
        owner_id=new.owner_id,
        next_action=new.next_action,
        next_on=new.next_on,
    )
    at = _now()
    if new.status_id != old.status_id:
        happening.tell(session, lead.id, at, person, "status", session.get_one(Status, new.status_id).name)
    if new.owner_id != old.owner_id:
        owner = session.get_one(User, new.owner_id).name if new.owner_id else ""
        happening.tell(session, lead.id, at, person, "owner", owner)
    if (new.next_action, new.next_on) != (old.next_action, old.next_on):
        happening.tell(session, lead.id, at, person, "next", _told(new))
    if new.tags != old.tags:
        tag.put(session, lead.id, new.tags)
        happening.tell(session, lead.id, at, person, "tags", ", ".join(new.tags))


def follow_up_of(session: Session, lead: LeadRow) -> FollowUp:
    """How it is now."""
    tags = tuple(tag.of_leads(session, [lead.id])[lead.id])
    return FollowUp(lead.status_id, lead.owner_id, lead.next_action, lead.next_on, tags)


def correct(session: Session, person: User, lead: LeadRow, version: int, details: Details) -> None:
    """Puts right what was left.

    Raises:
        Overtaken: the lead is of a later version.
    """
    old, new = asdict(details_of(lead)), asdict(details)
    if old == new:
        return
    _change(session, lead.id, version, search=search_text(details), **new)
    # Which fields, and not what stood there: a name that somebody asked to put right is to be gone.
    changed = ", ".join(name for name in new if new[name] != old[name])
    happening.tell(session, lead.id, _now(), person, "corrected", changed)


def details_of(lead: LeadRow) -> Details:
    """What was left, as it is now."""
    return Details(**{name: getattr(lead, name) for name in Details.__dataclass_fields__})


def add_note(session: Session, person: User, lead: LeadRow, text: str) -> None:
    """Adds a note to the time line. Notes do not get in one another's way, so any version will do."""
    happening.tell(session, lead.id, _now(), person, "note", text)


def tell_changed(session: Session, lead_ids: Iterable[int]) -> None:
    """Lets each part that listens know that these leads were changed, in the same transaction."""
    for lead_id in lead_ids:
        for tell in CHANGES.values():
            tell(session.connection(), lead_id)


def _change(session: Session, lead_id: int, version: int, **values: object) -> None:
    this = update(LeadRow).where(LeadRow.id == lead_id, LeadRow.version == version)
    done = session.execute(
        this.values(version=LeadRow.version + 1, changed_at=_now(), **values),
        execution_options={"synchronize_session": False},
    )
    if done.rowcount != 1:  # type: ignore[attr-defined]
        raise Overtaken
    tell_changed(session, [lead_id])


def _told(new: FollowUp) -> str:
    day = format_date(new.next_on, "d MMMM y", locale=spoken()) if new.next_on else ""
    return ": ".join(filter(None, (day, new.next_action)))


def _now() -> int:
    return time.time_ns() // 1_000_000
