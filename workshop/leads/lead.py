"""The leads: what people left in the call-to-action form. Only here are their names and numbers."""

import secrets
from datetime import date
from typing import Literal

from sqlalchemy import Connection, ForeignKey, Index, String, delete, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.leads.telephone import readable

CameBy = Literal["room", "page", "friend", "import"]
"""By which way a lead came: a phone in the room, the form's own page, a friend's page, or a file."""


# Nearly all leads are merged into none: an index of those would be taken for every list, and serve none.
MERGED = text("merged_into IS NOT NULL")


class LeadRow(Base):
    """A row a lead."""

    __tablename__ = "leads"
    __table_args__ = (
        # Each serves a list of leads, newest first: everybody's, a workshop's, a status's, an owner's.
        Index("ix_leads_newest", "created_at", "id"),
        Index("ix_leads_of_workshop", "workshop_id", "created_at", "id"),
        Index("ix_leads_of_status", "status_id", "created_at", "id"),
        Index("ix_leads_of_owner", "owner_id", "created_at", "id"),
        # Serves what is to be done, the earliest day first.
        Index("ix_leads_due", "next_on", "id"),
        # These serve the search for doubles, and for a person who asks what is kept.
        Index("ix_leads_email", "email"),
        Index("ix_leads_telephone", "telephone"),
        Index("ix_leads_merged", "merged_into", sqlite_where=MERGED, postgresql_where=MERGED),
        # Serves a browser's second try.
        Index("ix_leads_submission", "submission", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int | None] = mapped_column(ForeignKey("workshops.id"))
    submission: Mapped[str]
    """The id that the sender's browser gave it."""
    came_by: Mapped[CameBy] = mapped_column(String)
    card: Mapped[str | None]
    """The id of the friend card by which somebody came."""
    simulated: Mapped[bool] = mapped_column(default=False)
    """Whether a rehearsal left it."""
    leader_name: Mapped[str]
    telephone: Mapped[str]
    """In E.164, such as +31612345678; this and `email` may be empty, though never both."""
    email: Mapped[str]
    school: Mapped[str]
    profile: Mapped[str]
    board: Mapped[str]
    question: Mapped[str]
    extra: Mapped[str] = mapped_column(default="[]")
    """What the deck's form asks besides, as JSON: [[label, answer], …]."""
    answers: Mapped[str] = mapped_column(default="[]")
    """The answers that the person ticked to go along, as JSON: [[question, answer], …]."""
    language: Mapped[str]
    receipt: Mapped[str] = mapped_column(unique=True, default=lambda: new_receipt())
    """Stands in the address of the person's own copy; nobody can guess it."""
    email_confirmed_at: Mapped[int | None]
    status_id: Mapped[int] = mapped_column(ForeignKey("lead_statuses.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    next_action: Mapped[str] = mapped_column(default="")
    next_on: Mapped[date | None]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("leads.id"))
    search: Mapped[str] = mapped_column(default="")
    """What the search goes by; see search.py."""
    version: Mapped[int] = mapped_column(default=1)
    """Counts the changes, so that nobody overwrites what they have not seen."""
    created_at: Mapped[int]
    changed_at: Mapped[int]

    @property
    def called(self) -> str:
        """What stands for it in a list: of what was left, what says most."""
        return (
            self.school
            or self.leader_name
            or self.email
            or (readable(self.telephone) if self.telephone else "")
        )


def new_receipt() -> str:
    """A token of 128 bits."""
    return secrets.token_urlsafe(16)


def count_of(session: Session, workshop_id: int) -> int:
    """How many leads a workshop has."""
    statement = select(func.count()).select_from(LeadRow)
    return (
        session.scalar(statement.where(LeadRow.workshop_id == workshop_id, LeadRow.merged_into.is_(None)))
        or 0
    )


def came_by_card(session: Session, workshop_id: int) -> dict[str, int]:
    """How many leads came of each card of a workshop, by the card's id."""
    of_cards = select(LeadRow.card, func.count()).where(
        LeadRow.workshop_id == workshop_id, LeadRow.card.is_not(None)
    )
    return {str(card): count for card, count in session.execute(of_cards.group_by(LeadRow.card))}


def erase_simulated(connection: Connection, workshop_id: int, _since: int) -> None:
    """Deletes the leads that a rehearsal left in a workshop."""
    mine = delete(LeadRow).where(LeadRow.workshop_id == workshop_id)
    connection.execute(mine.where(LeadRow.simulated))
