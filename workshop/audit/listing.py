"""The list of entries: the newest first, a page at a time, of one person, one act or one day."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from workshop import days
from workshop.accounts.user import User
from workshop.audit.entry import AuditEntry
from workshop.database import Database
from workshop.workshops import Workshop

PAGE = 100
Entries: TypeAlias = "Select[AuditEntry, User | None, Workshop | None]"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries somebody wants to see; empty is all of them."""

    who: str = ""
    """A machine, or the number of a person."""
    act: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, who did it, and the workshop it is about, as far as they are still there."""

    entry: AuditEntry
    person: User | None
    workshop: Workshop | None

    @property
    def ids(self) -> list[int | str]:
        """Which of the kind, as far as they were named."""
        found: list[int | str] = json.loads(self.entry.ids)
        return found


def entries(wanted: Wanted) -> Entries:
    """The entries that are wanted."""
    same_person = and_(User.id == AuditEntry.person_id, User.created_at == AuditEntry.person_since)
    found = (
        select(AuditEntry, User, Workshop)
        .outerjoin(User, same_person)
        .outerjoin(Workshop, Workshop.id == AuditEntry.workshop_id)
    )
    if wanted.who.isdigit():
        found = found.where(AuditEntry.person_id == int(wanted.who))
    elif wanted.who:
        found = found.where(AuditEntry.who == wanted.who)
    if wanted.act:
        found = found.where(AuditEntry.act == wanted.act)
    if wanted.day:
        begins = days.end_of(wanted.day - timedelta(days=1))
        found = found.where(AuditEntry.until >= begins, AuditEntry.at < days.end_of(wanted.day))
    return found


def page(session: Session, wanted: Wanted, size: int, before: int | None = None) -> list[Found]:
    """The newest of them, or those before an entry's number; the primary key gives the order."""
    found = entries(wanted).order_by(AuditEntry.id.desc()).limit(size)
    if before is not None:
        found = found.where(AuditEntry.id < before)
    return [Found(*row) for row in session.execute(found)]


def pages(database: Database, wanted: Wanted) -> Iterator[list[Found]]:
    """All of them, page by page, each in a transaction of its own."""
    before = None
    while True:
        with database.read() as session:
            found = page(session, wanted, PAGE, before)
        if found:
            yield found
        if len(found) < PAGE:
            return
        before = found[-1].entry.id


def actors(session: Session) -> list[User]:
    """The people who may have done something: everybody with an account, by name."""
    return list(session.scalars(select(User).order_by(User.name, User.id)))
