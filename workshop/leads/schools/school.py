"""A school that somebody may mean. The list comes from a file and is replaced as a whole."""

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base


@dataclass(frozen=True, slots=True)
class School:
    """Place and board may be empty."""

    name: str
    place: str = ""
    board: str = ""


class SchoolRow(Base):
    """A row a school."""

    __tablename__ = "schools"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    place: Mapped[str]
    board: Mapped[str]
    brought_at: Mapped[int]
    """When the list came; the same for all, so that one row tells which list it is."""


def replace(session: Session, schools: Sequence[School]) -> None:
    """From now on these are the schools, and no others."""
    before = brought_at(session) or 0
    session.execute(delete(SchoolRow))
    at = max(time.time_ns() // 1_000_000, before + 1)
    if rows := [{**asdict(school), "brought_at": at} for school in schools]:
        session.execute(insert(SchoolRow), rows)


def brought_at(session: Session) -> int | None:
    """When the list came; None where there is none."""
    return session.scalar(select(SchoolRow.brought_at).limit(1))


def every(session: Session) -> list[School]:
    """The whole list, in the order of the file."""
    columns = select(SchoolRow.name, SchoolRow.place, SchoolRow.board)
    return [School(*row) for row in session.execute(columns.order_by(SchoolRow.id))]
