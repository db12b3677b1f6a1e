"""The list of leads: who sees which, the newest first, a page at a time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self, TypeAlias

from sqlalchemy import Select, func, or_, select, tuple_
from sqlalchemy.orm import Session

from workshop.accounts.user import User
from workshop.database import Database
from workshop.leads.lead import LeadRow
from workshop.workshops import Workshop

PAGE = 100
"""So few that making a page, also one of a download, keeps phones waiting some 10 ms at most."""

Leads: TypeAlias = "Select[LeadRow, Workshop]"
"""Which leads are meant, each with its workshop."""


@dataclass(frozen=True, slots=True)
class Found:
    """A lead and the workshop in which it was left."""

    lead: LeadRow
    workshop: Workshop


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lead stands in the list; in an address it tells nothing about a person."""

    created_at: int
    workshop_id: int
    seq: int

    @classmethod
    def of(cls, lead: LeadRow) -> Self:
        """The place of a lead."""
        return cls(lead.created_at, lead.workshop_id, lead.seq)

    @classmethod
    def read(cls, text: str) -> Self:
        """The place that `str` wrote.

        Raises:
            ValueError: it is none.
        """
        if not re.fullmatch(r"[0-9]{1,15}-[0-9]{1,15}-[0-9]{1,15}", text):
            raise ValueError(text)
        return cls(*map(int, text.split("-")))

    def __str__(self) -> str:
        return f"{self.created_at}-{self.workshop_id}-{self.seq}"


def all_leads() -> Leads:
    """Everybody's."""
    return select(LeadRow, Workshop).join(Workshop, Workshop.id == LeadRow.workshop_id)


def seen_by(person: User) -> Leads:
    """Those that a person may see: staff all of them, a presenter those of own workshops."""
    return all_leads() if person.sees_leads else all_leads().where(Workshop.owner_id == person.id)


def of_workshop(leads: Leads, workshop: Workshop | None) -> Leads:
    """Those of them that were left in a workshop; all of them where none is meant."""
    return leads if workshop is None else leads.where(LeadRow.workshop_id == workshop.id)


def workshop_seen_by(session: Session, person: User, workshop_id: int) -> Workshop | None:
    """The workshop, if the person may see its leads."""
    workshop = session.get(Workshop, workshop_id)
    if workshop is None or person.sees_leads or workshop.owner_id == person.id:
        return workshop
    return None


def workshops_with(session: Session, leads: Leads, chosen: Workshop | None) -> list[Workshop]:
    """The workshops in which these leads were left, and the chosen one, the newest first."""
    there = leads.with_only_columns(LeadRow.workshop_id).distinct()
    wanted = or_(Workshop.id.in_(there), Workshop.id == (chosen.id if chosen else None))
    return list(session.scalars(select(Workshop).where(wanted).order_by(Workshop.id.desc())))


def count(session: Session, leads: Leads) -> int:
    """How many there are."""
    return session.scalar(leads.with_only_columns(func.count())) or 0


def page(session: Session, leads: Leads, size: int, before: Place | None = None) -> list[Found]:
    """The newest of them, or those that come after a place."""
    rows = session.execute(ordered(leads, size, before))
    return [Found(lead, workshop) for lead, workshop in rows]


def ordered(leads: Leads, size: int, before: Place | None) -> Leads:
    """The statement of a page; an index gives the rows in order."""
    place = tuple_(LeadRow.created_at, LeadRow.workshop_id, LeadRow.seq)
    if before is not None:
        leads = leads.where(place < (before.created_at, before.workshop_id, before.seq))
    return leads.order_by(*(column.desc() for column in place)).limit(size)


def pages(database: Database, leads: Leads) -> Iterator[list[Found]]:
    """All of them, page by page.

    Each page is read for itself, so that a slow download holds no transaction open.
    """
    before = None
    while True:
        with database.read() as session:
            found = page(session, leads, PAGE, before)
        if found:
            yield found
        if len(found) < PAGE:
            return
        before = Place.of(found[-1].lead)
