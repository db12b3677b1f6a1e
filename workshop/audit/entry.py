"""The audit log: who looked at people's data, took it along, changed how long it is kept, or erased it.

An entry names people's data by numbers only, so that the log itself is no place where such data are kept.
"""

import json
import time
from collections.abc import Mapping, Sequence
from typing import Literal

from sqlalchemy import Connection, Index, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.accounts.user import User
from workshop.database import Base

Act = Literal["looked", "searched", "exported", "printed", "changed", "erased"]
ACTS: tuple[Act, ...] = ("looked", "searched", "exported", "printed", "changed", "erased")
Machine = Literal["worker", "terminal"]
MACHINES: tuple[Machine, ...] = ("worker", "terminal")
"""Who acts where nobody is signed in: the worker by itself, and who may read the database anyway."""
SAME_LOOK = 10 * 60 * 1000
"""Milliseconds within which looking again at the same is one entry: a page with ten pictures is one look."""
MOST_IDS = 200
"""Of more than these only the number is kept."""


class AuditEntry(Base):
    """A row an act. Nothing refers to it and it refers to nothing: what it names may be gone since."""

    __tablename__ = "audit_entries"
    __table_args__ = (
        # Serves record() and the list of one person.
        Index("ix_audit_entries_person", "person_id", "person_since", "id"),
        # Serves the list of one act.
        Index("ix_audit_entries_act", "act", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[int]
    until: Mapped[int]
    """When it was done for the last time; `times` says how often."""
    times: Mapped[int]
    who: Mapped[str]
    """'person', 'worker' or 'terminal'."""
    person_id: Mapped[int | None]
    person_since: Mapped[int | None]
    """When the account was made: a database may give its number away again once it is removed."""
    act: Mapped[str]
    about: Mapped[str]
    """The kind of data, such as 'answers'."""
    workshop_id: Mapped[int | None]
    ids: Mapped[str]
    """A JSON list of what tells the data apart within their kind."""
    count: Mapped[int | None]


def record(
    session: Session | Connection,
    who: User | Machine,
    act: Act,
    about: str,
    *,
    workshop_id: int | None = None,
    ids: Sequence[int | str] = (),
    count: int | None = None,
) -> None:
    """Writes that somebody did something with people's data, in the transaction in which it is done.

    Args:
        session: what writes; it decides when it counts.
        who: the person, or the machine that did it by itself.
        act: what was done.
        about: the kind of data; `workshop.audit.ABOUT` has its name for people.
        workshop_id: the workshop it is about, where it is one.
        ids: which of them, by numbers or keys that say nothing about anybody.
        count: how many, where that says more.
    """
    now = time.time_ns() // 1_000_000
    values = {
        "who": who if isinstance(who, str) else "person",
        "person_id": None if isinstance(who, str) else who.id,
        "person_since": None if isinstance(who, str) else who.created_at,
        "act": act,
        "about": about,
        "workshop_id": workshop_id,
        "ids": json.dumps(list(ids) if len(ids) <= MOST_IDS else []),
        "count": len(ids) if count is None and len(ids) > MOST_IDS else count,
    }
    if act == "looked" and _looked_again(session, values, now):
        return
    session.execute(insert(AuditEntry).values(at=now, until=now, times=1, **values))


def _looked_again(session: Session | Connection, values: Mapping[str, object], now: int) -> bool:
    same = [getattr(AuditEntry, name).is_not_distinct_from(value) for name, value in values.items()]
    last = select(func.max(AuditEntry.id)).where(*same, AuditEntry.until > now - SAME_LOOK)
    again = update(AuditEntry).where(AuditEntry.id == last.scalar_subquery())
    done = session.execute(again.values(times=AuditEntry.times + 1, until=now).returning(AuditEntry.id))
    return done.first() is not None
