"""The leads: what people left in the call-to-action form. Only here are their names and numbers."""

from sqlalchemy import Connection, ForeignKey, Index, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.rehearsal.simulated import PREFIX


class LeadRow(Base):
    """A row a lead; `id` is the submission's, `seq` the number of its event in the journal."""

    __tablename__ = "leads"
    __table_args__ = (
        # Serves everybody's leads, newest first.
        Index("ix_leads_newest", "created_at", "workshop_id", "seq"),
        # Serves one workshop's leads, newest first.
        Index("ix_leads_of_workshop", "workshop_id", "created_at", "seq"),
    )

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int]
    participant: Mapped[str]
    leader_name: Mapped[str]
    telephone: Mapped[str]
    """In E.164, such as +31612345678; this and `email` may be empty, though never both."""
    email: Mapped[str]
    school: Mapped[str]
    profile: Mapped[str]
    board: Mapped[str]
    question: Mapped[str]
    consent_text: Mapped[str]
    """The sentence that the person agreed to, as it was on the phone, in `language`."""
    language: Mapped[str]
    created_at: Mapped[int]


def count_of(session: Session, workshop_id: int) -> int:
    """How many leads a workshop has."""
    statement = select(func.count()).select_from(LeadRow).where(LeadRow.workshop_id == workshop_id)
    return session.scalar(statement) or 0


def erase_simulated(connection: Connection, workshop_id: int, _since: int) -> None:
    """Deletes the leads that a rehearsal left in a workshop."""
    simulated = LeadRow.participant.startswith(PREFIX, autoescape=True)
    connection.execute(delete(LeadRow).where(LeadRow.workshop_id == workshop_id, simulated))
