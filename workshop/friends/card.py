"""A card's place in its chain: which card led to it, and how many lie before it.

It says nothing of what stands on the card, and stays when that is erased: a chain that people went along
keeps its length.
"""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, ForeignKey, Index, delete, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.rehearsal.simulated import is_simulated


class FriendCard(Base):
    """A row a card; its `id` is its message's."""

    __tablename__ = "friend_cards"
    # Serves written_in_turn(): the cards that one card led to.
    __table_args__ = (Index("ix_friend_cards_parent", "workshop_id", "parent"),)

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    parent: Mapped[str | None]
    """The card on whose page it was written; none where it was written in the workshop."""
    generation: Mapped[int]
    """1 for a card written in the workshop, 2 for one to which that led, …: so long a chain needs no walk."""
    token_hash: Mapped[str] = mapped_column(unique=True)
    """Tells that a card is erased from that it never was; the token itself goes with the message."""
    simulated: Mapped[bool]
    mail: Mapped[str]
    """Empty, then asked, sending and sent: a card is mailed once."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card that is being written comes in the chain."""

    parent: str | None = None
    generation: int = 1


IN_THE_WORKSHOP = Place()


def new_token() -> str:
    """What stands in a card's QR code; 72 bits, which nobody can guess."""
    return secrets.token_urlsafe(9)


def hash_of(token: str) -> str:
    """What is kept of a token for good."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def put(
    connection: Connection, workshop_id: int, card_id: str, token: str, participant: str, place: Place
) -> None:
    """Puts a card in its place, in the transaction that keeps its message."""
    connection.execute(
        insert(FriendCard).values(
            workshop_id=workshop_id,
            id=card_id,
            parent=place.parent,
            generation=place.generation,
            token_hash=hash_of(token),
            simulated=is_simulated(participant),
            mail="",
        )
    )


def of_token(session: Session, token: str) -> FriendCard | None:
    """The card that has, or had, this token."""
    return session.scalar(select(FriendCard).where(FriendCard.token_hash == hash_of(token)))


def written_in_turn(session: Session, card: FriendCard) -> int:
    """How many cards were written on a card's page."""
    in_turn = (FriendCard.workshop_id == card.workshop_id, FriendCard.parent == card.id)
    return session.scalar(select(func.count()).select_from(FriendCard).where(*in_turn)) or 0


def move_mail(session: Session, workshop_id: int, card_id: str, before: str, after: str) -> bool:
    """Notes how far the mailing of a card is. False where it was not that far: somebody else was first."""
    card = (FriendCard.workshop_id == workshop_id, FriendCard.id == card_id, FriendCard.mail == before)
    moved = update(FriendCard).where(*card).values(mail=after).returning(FriendCard.id)
    return session.execute(moved).first() is not None


def erase_simulated(connection: Connection, workshop_id: int) -> None:
    """Deletes the cards that a rehearsal left in a workshop."""
    of_workshop = (FriendCard.workshop_id == workshop_id, FriendCard.simulated)
    connection.execute(delete(FriendCard).where(*of_workshop))
