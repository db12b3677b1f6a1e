"""The time line of a lead: everything that happened to it, and what staff noted."""

from collections.abc import Iterable
from typing import Literal

from sqlalchemy import ForeignKey, Index, String, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.accounts.user import User
from workshop.database import Base

What = Literal[
    "left",
    "note",
    "status",
    "owner",
    "next",
    "tags",
    "corrected",
    "confirmed",
    "withdrawn",
    "merged",
    "parted",
    "imported",
    "thanked",
]


class Happening(Base):
    """A row something that happened; `text` is what was noted, or what it is from then on."""

    __tablename__ = "lead_happenings"
    # Serves a lead's time line.
    __table_args__ = (Index("ix_lead_happenings_lead_id", "lead_id", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"))
    at: Mapped[int]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    """Who did it; None for the person themself, or somebody whose account is gone."""
    what: Mapped[What] = mapped_column(String)
    text: Mapped[str] = mapped_column(default="")


def tell(session: Session, lead_id: int, at: int, by: User | None, what: What, text: str = "") -> None:
    """Adds it to the lead's time line."""
    tell_all(session, [lead_id], at, by, what, text)


def tell_all(
    session: Session, lead_ids: Iterable[int], at: int, by: User | None, what: What, text: str = ""
) -> None:
    """Adds the same to the time line of several leads."""
    rows = [
        {"lead_id": lead_id, "at": at, "by_id": by.id if by else None, "what": what, "text": text}
        for lead_id in lead_ids
    ]
    if rows:
        session.execute(insert(Happening), rows)


def time_line(session: Session, lead_ids: Iterable[int]) -> list[tuple[Happening, str | None]]:
    """What happened to a lead (and to those merged into it), each with who did it, the newest first."""
    mine = select(Happening, User.name).outerjoin(User, User.id == Happening.by_id)
    rows = session.execute(
        mine.where(Happening.lead_id.in_(list(lead_ids))).order_by(Happening.at.desc(), Happening.id.desc())
    )
    return [(happening, name) for happening, name in rows]
