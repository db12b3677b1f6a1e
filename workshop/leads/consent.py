"""What each person agreed to: a row a purpose, with the words as they stood on the screen."""

import hashlib
from collections.abc import Iterable

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base


class Consent(Base):
    """A row an agreement; it stays when it is withdrawn, as the proof that it was given."""

    __tablename__ = "lead_consents"
    __table_args__ = (Index("ix_lead_consents_lead_id", "lead_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("leads.id", ondelete="CASCADE"))
    purpose: Mapped[str]
    wording: Mapped[str]
    """The sentence that the person agreed to, letter by letter."""
    version: Mapped[str]
    """Names the wording, so that leads who agreed to the same can be counted; see `version_of`."""
    language: Mapped[str]
    given_at: Mapped[int]
    withdrawn_at: Mapped[int | None]


def version_of(wording: str) -> str:
    """Eight letters that change when the wording does."""
    return hashlib.sha256(wording.encode()).hexdigest()[:8]


def of_leads(session: Session, lead_ids: Iterable[int]) -> dict[int, list[Consent]]:
    """What each of these leads agreed to, in the order of the form."""
    found: dict[int, list[Consent]] = {lead_id: [] for lead_id in lead_ids}
    mine = select(Consent).where(Consent.lead_id.in_(found)).order_by(Consent.id)
    for consent in session.scalars(mine):
        found[consent.lead_id].append(consent)
    return found
