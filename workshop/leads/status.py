"""The pipeline: the statuses that a lead goes through, which staff may change to their own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from sqlalchemy import Connection, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.language import _

Outcome = Literal["open", "won", "lost"]


class Status(Base):
    """A row a status; they stand in the order of `place`."""

    __tablename__ = "lead_statuses"

    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[int]
    name: Mapped[str]
    """What staff called it; of a standard status its English name, which is translated."""
    outcome: Mapped[Outcome] = mapped_column(String)
    """Whether it ends the follow-up, and how."""

    @property
    def words(self) -> str:
        """The name in the spoken language."""
        own = STANDARD_WORDS.get(self.name)
        return own() if own else self.name


STANDARD: Sequence[tuple[str, Outcome]] = (
    ("New", "open"),
    ("Contacted", "open"),
    ("Visit planned", "open"),
    ("Agreed", "won"),
    ("Declined", "lost"),
)
"""The pipeline as the migration makes it."""
STANDARD_WORDS: Mapping[str, Callable[[], str]] = {
    "New": lambda: _("New"),
    "Contacted": lambda: _("Contacted"),
    "Visit planned": lambda: _("Visit planned"),
    "Agreed": lambda: _("Agreed"),
    "Declined": lambda: _("Declined"),
}


def pipeline(session: Session) -> list[Status]:
    """All statuses, in order; few."""
    return list(session.scalars(select(Status).order_by(Status.place, Status.id)))


def first_id(connection: Connection) -> int:
    """The status of a new lead."""
    first = select(Status.id).order_by(Status.place, Status.id).limit(1)
    # On PostgreSQL it then stays until the lead is in. One that is just being removed is waited for, and
    # found to be gone: the next is the first.
    held = first.with_for_update(read=True, key_share=True)
    found = connection.execute(held).scalar()
    return found if found is not None else connection.execute(held).scalar_one()
