"""Tags: words by which staff sort leads."""

from collections.abc import Iterable

from sqlalchemy import ForeignKey, Index, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.kinds.open import tidy

LONGEST = 40
MOST = 20


class LeadTag(Base):
    """A row a tag of a lead."""

    __tablename__ = "lead_tags"
    # Serves the leads of a tag.
    __table_args__ = (Index("ix_lead_tags_tag", "tag", "lead_id"),)

    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True)


def read(typed: str) -> list[str]:
    """The tags in a text with commas between them: in small letters, each once, in order."""
    words = (" ".join(tidy(word).casefold().split())[:LONGEST].strip() for word in typed.split(","))
    return list(dict.fromkeys(filter(None, words)))[:MOST]


def of_leads(session: Session, lead_ids: Iterable[int]) -> dict[int, list[str]]:
    """The tags of each of these leads, by the alphabet."""
    found: dict[int, list[str]] = {lead_id: [] for lead_id in lead_ids}
    for row in session.scalars(select(LeadTag).where(LeadTag.lead_id.in_(found)).order_by(LeadTag.tag)):
        found[row.lead_id].append(row.tag)
    return found


def put(session: Session, lead_id: int, tags: Iterable[str]) -> None:
    """From now on the lead has these tags and no others."""
    session.execute(delete(LeadTag).where(LeadTag.lead_id == lead_id))
    if rows := [{"lead_id": lead_id, "tag": tag} for tag in tags]:
        session.execute(insert(LeadTag), rows)


def known(session: Session) -> list[str]:
    """All tags that are in use, by the alphabet; the index serves it."""
    return list(session.scalars(select(LeadTag.tag).distinct().order_by(LeadTag.tag).limit(500)))
