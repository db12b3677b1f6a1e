"""Saved views: a filter of the list under a name, for one person.

A view holds no words that were searched for: they are mostly somebody's name.
"""

from sqlalchemy import ForeignKey, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.accounts.user import User
from workshop.database import Base
from workshop.leads.filter import Filter, read

LONGEST_NAME = 60
MOST = 30


class LeadView(Base):
    """A row a view; `query` is the filter as an address has it."""

    __tablename__ = "lead_views"
    __table_args__ = (UniqueConstraint("user_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    name: Mapped[str]
    query: Mapped[str]


def of_person(session: Session, person: User) -> list[LeadView]:
    """A person's views, by name."""
    mine = select(LeadView).where(LeadView.user_id == person.id)
    return list(session.scalars(mine.order_by(LeadView.name)))


def keep(session: Session, person: User, name: str, shown: Filter) -> None:
    """Keeps the filter under a name; a view of that name is replaced."""
    remove(session, person, name)
    query = shown.without_words().query()
    session.add(LeadView(user_id=person.id, name=name, query=query))


def remove(session: Session, person: User, name: str) -> None:
    """The person's view of that name goes, if there is one."""
    session.execute(delete(LeadView).where(LeadView.user_id == person.id, LeadView.name == name))


def filter_of(view: LeadView) -> Filter:
    """The filter that was kept."""
    return read(view.query)
