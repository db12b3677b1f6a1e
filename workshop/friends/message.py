"""Messages to friends: what somebody wrote on the back of a card for a person they know."""

import re
import time

from sqlalchemy import Connection, ForeignKey, delete, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.friends import card, visit
from workshop.friends.card import IN_THE_WORKSHOP, Place
from workshop.friends.form import Words
from workshop.rehearsal.simulated import PREFIX

_TOKEN = re.compile(r"[A-Za-z0-9_-]{12}")


class FriendMessage(Base):
    """A row a message: the words and the two first names live here only, never in the journal."""

    __tablename__ = "friend_messages"

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int]
    participant: Mapped[str]
    token: Mapped[str] = mapped_column(unique=True)
    """Stands in the card's QR code; nobody can guess it."""
    friend_name: Mapped[str]
    message: Mapped[str]
    sender_name: Mapped[str]
    created_at: Mapped[int]


def write(
    connection: Connection,
    *,
    workshop_id: int,
    message_id: str,
    seq: int,
    participant: str,
    words: Words,
    place: Place = IN_THE_WORKSHOP,
) -> None:
    """Keeps a message and its card's place, in the transaction of the event that refers to it."""
    token = card.new_token()
    card.put(connection, workshop_id, message_id, token, participant, place)
    connection.execute(
        insert(FriendMessage).values(
            workshop_id=workshop_id,
            id=message_id,
            seq=seq,
            participant=participant,
            token=token,
            friend_name=words.friend_name,
            message=words.message,
            sender_name=words.sender_name,
            created_at=time.time_ns() // 1_000_000,
        )
    )


def erase_simulated(connection: Connection, workshop_id: int, _since: int) -> None:
    """Deletes the messages that a rehearsal left in a workshop, with all that came of their cards."""
    visit.erase_simulated(connection, workshop_id)
    card.erase_simulated(connection, workshop_id)
    simulated = FriendMessage.participant.startswith(PREFIX, autoescape=True)
    connection.execute(delete(FriendMessage).where(FriendMessage.workshop_id == workshop_id, simulated))


def of_workshop(session: Session, workshop_id: int) -> list[FriendMessage]:
    """A workshop's messages, in the order in which they were written; the primary key serves it."""
    return list(
        session.scalars(
            select(FriendMessage).where(FriendMessage.workshop_id == workshop_id).order_by(FriendMessage.seq)
        )
    )


def of_participant(session: Session, workshop_id: int, participant: str) -> list[FriendMessage]:
    """What one phone wrote, the oldest first; of a workshop's messages, which are few."""
    mine = select(FriendMessage).where(
        FriendMessage.workshop_id == workshop_id, FriendMessage.participant == participant
    )
    return list(session.scalars(mine.order_by(FriendMessage.seq)))


def count(session: Session, workshop_id: int) -> int:
    """How many messages a workshop has."""
    statement = select(func.count()).where(FriendMessage.workshop_id == workshop_id)
    return session.scalar(statement.select_from(FriendMessage)) or 0


def of_id(session: Session, workshop_id: int, message_id: str) -> FriendMessage | None:
    """A message by the id that its sender's page gave it."""
    return session.get(FriendMessage, (workshop_id, message_id))


def by_token(session: Session, token: str) -> FriendMessage | None:
    """The message whose card has this token."""
    if not _TOKEN.fullmatch(token):
        return None  # also what a database would not take for a text, such as a zero byte
    return session.scalar(select(FriendMessage).where(FriendMessage.token == token))
