"""The list of leads: who sees which, filtered, a page at a time."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self, TypeAlias

from sqlalchemy import ColumnElement, Dialect, Select, and_, func, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from workshop.accounts.user import User
from workshop.database import Database
from workshop.leads import search
from workshop.leads.filter import ME, NOBODY, Filter
from workshop.leads.lead import LeadRow
from workshop.leads.status import Status
from workshop.leads.tag import LeadTag
from workshop.workshops import Workshop

PAGE = 100
"""So few that making a page, also one of a download, keeps phones waiting some 10 ms at most."""
COUNTED = 10_000
"""So many leads are counted for the page's head, and no more: 'more than 10,000' tells as much."""

Leads: TypeAlias = "Select[LeadRow, Workshop | None]"
"""Which leads are meant, each with its workshop."""


@dataclass(frozen=True, slots=True)
class Found:
    """A lead and the workshop in which it was left; None where it came by a file."""

    lead: LeadRow
    workshop: Workshop | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lead stands in the list; in an address it tells nothing about a person."""

    at: int
    """When it was left (milliseconds since 1970, UTC), or the day of its next action (as an ordinal)."""
    id: int

    @classmethod
    def of(cls, lead: LeadRow, *, by_day: bool = False) -> Self:
        """The place of a lead."""
        day = lead.next_on.toordinal() if lead.next_on else 0
        return cls(day if by_day else lead.created_at, lead.id)

    @classmethod
    def read(cls, text: str) -> Self:
        """The place that `str` wrote.

        Raises:
            ValueError: it is none.
        """
        if not re.fullmatch(r"[0-9]{1,15}-[0-9]{1,15}", text):
            raise ValueError(text)
        return cls(*map(int, text.split("-")))

    def __str__(self) -> str:
        return f"{self.at}-{self.id}"


def all_leads() -> Leads:
    """Everybody's, without those that were merged into others."""
    there = select(LeadRow, Workshop).outerjoin(Workshop, Workshop.id == LeadRow.workshop_id)
    return there.where(LeadRow.merged_into.is_(None))


def seen_by(person: User) -> Leads:
    """Those that a person may see: staff all of them, a presenter those of own workshops."""
    return all_leads() if person.sees_leads else all_leads().where(Workshop.owner_id == person.id)


def of_workshop(leads: Leads, workshop: Workshop | None) -> Leads:
    """Those of them that were left in a workshop; all of them where none is meant."""
    return leads if workshop is None else leads.where(LeadRow.workshop_id == workshop.id)


def filtered(leads: Leads, wanted: Filter, person: User, today: date, dialect: Dialect) -> Leads:
    """Those of them that a filter lets through."""
    if search.words_of(wanted.words):
        leads = leads.where(search.matches(wanted.words, dialect))
    if wanted.workshop is not None:
        leads = leads.where(LeadRow.workshop_id == wanted.workshop)
    if wanted.status is not None:
        leads = leads.where(LeadRow.status_id == wanted.status)
    if wanted.outcome:
        still_open = select(Status.id).where(Status.outcome == wanted.outcome)
        leads = leads.where(LeadRow.status_id.in_(still_open))
    if wanted.owner:
        leads = leads.where(_owned(wanted.owner, person))
    if wanted.tag:
        leads = leads.where(LeadRow.id.in_(select(LeadTag.lead_id).where(LeadTag.tag == wanted.tag)))
    if wanted.came:
        leads = leads.where(LeadRow.came_by == wanted.came)
    if wanted.doubles:
        leads = leads.where(_is_double())
    return _due(leads, wanted.due, today)


def one(session: Session, person: User, lead_id: int) -> Found | None:
    """A lead, if the person may see it."""
    row = session.execute(seen_by(person).where(LeadRow.id == lead_id)).first()
    return Found(row[0], row[1]) if row else None


def workshop_seen_by(session: Session, person: User, workshop_id: int) -> Workshop | None:
    """The workshop, if the person may see its leads."""
    workshop = session.get(Workshop, workshop_id)
    if workshop is None or person.sees_leads or workshop.owner_id == person.id:
        return workshop
    return None


def workshops_with(session: Session, person: User, chosen: Workshop | None) -> list[Workshop]:
    """The workshops whose leads a person may see and in which some were left, and the chosen one, the newest
    first."""
    some = select(LeadRow.id).where(LeadRow.workshop_id == Workshop.id).exists()
    wanted = select(Workshop).where(or_(some, Workshop.id == (chosen.id if chosen else None)))
    if not person.sees_leads:
        wanted = wanted.where(Workshop.owner_id == person.id)
    return list(session.scalars(wanted.order_by(Workshop.id.desc())))


def count(session: Session, leads: Leads) -> int:
    """How many there are, up to one more than COUNTED."""
    some = leads.with_only_columns(LeadRow.id).limit(COUNTED + 1).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def page(
    session: Session, leads: Leads, size: int, before: Place | None = None, *, by_day: bool = False
) -> list[Found]:
    """The first of them, or those that come after a place."""
    rows = session.execute(ordered(leads, size, before, by_day=by_day))
    return [Found(lead, workshop) for lead, workshop in rows]


def ordered(leads: Leads, size: int, before: Place | None, *, by_day: bool = False) -> Leads:
    """The statement of a page, the newest first or the earliest next action; an index gives the order."""
    if by_day:
        if before is not None:
            after = (date.fromordinal(min(before.at, date.max.toordinal()) or 1), before.id)
            leads = leads.where(tuple_(LeadRow.next_on, LeadRow.id) > after)
        return leads.order_by(LeadRow.next_on, LeadRow.id).limit(size)
    if before is not None:
        leads = leads.where(tuple_(LeadRow.created_at, LeadRow.id) < (before.at, before.id))
    return leads.order_by(LeadRow.created_at.desc(), LeadRow.id.desc()).limit(size)


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


def _owned(owner: str, person: User) -> ColumnElement[bool]:
    if owner == NOBODY:
        return LeadRow.owner_id.is_(None)
    return LeadRow.owner_id == (person.id if owner == ME else int(owner))


def _due(leads: Leads, due: str, today: date) -> Leads:
    day = LeadRow.next_on
    match due:
        case "overdue":
            return leads.where(day < today)
        case "today":
            return leads.where(day == today)
        case "week":
            return leads.where(day >= today, day < today + timedelta(days=7))
        case "planned":
            return leads.where(day.is_not(None))
        case "none":
            return leads.where(day.is_(None))
    return leads


def _is_double() -> ColumnElement[bool]:
    other = aliased(LeadRow)
    same = or_(
        and_(LeadRow.email != "", other.email == LeadRow.email),
        and_(LeadRow.telephone != "", other.telephone == LeadRow.telephone),
    )
    return select(other.id).where(other.id != LeadRow.id, other.merged_into.is_(None), same).exists()
