"""Messages to friends as personal data: of the friend, and of who wrote."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, or_, select, tuple_
from sqlalchemy.orm import Session

from workshop.friends import mail
from workshop.friends.message import FriendMessage
from workshop.language import _
from workshop.personal import Kind, Piece
from workshop.sought import Sought
from workshop.workshops import Workshop

NAME = "friend-messages"
MONTHS = 6
WORDS = (FriendMessage.message, FriendMessage.friend_name, FriendMessage.sender_name)


def messages() -> Kind:
    """The kind, for the registry."""
    return Kind(
        NAME,
        called=lambda: _("Cards to friends"),
        whose=lambda: _("those who write a card, and their friends"),
        what=lambda: _("first names of both, the message"),
        purpose=lambda: _("So that the card can be printed, and its friend can read it by the code on it."),
        basis=lambda: _("article 6(1)(f): legitimate interest"),
        find=_find,
        tell=_tell,
        erase=_erase,
        older_than=_older_than,
        count_older=_count_older,
        months=MONTHS,
    )


def _find(session: Session, sought: Sought) -> Iterator[Piece]:
    like = or_(*(func.lower(column).like(sought.like, escape="\\") for column in WORDS))
    for message in session.scalars(select(FriendMessage).where(like)):
        if any(sought.is_in(text) for text in (message.message, message.friend_name, message.sender_name)):
            yield _piece(message)


def _tell(session: Session, pieces: Sequence[Piece]) -> list[Mapping[str, Any]]:
    found = select(FriendMessage, Workshop.title).join(Workshop, Workshop.id == FriendMessage.workshop_id)
    rows = session.execute(found.where(_one_of(pieces)).order_by(FriendMessage.created_at))
    return [
        {
            "workshop": title,
            "at": message.created_at,
            "friend_name": message.friend_name,
            "message": message.message,
            "sender_name": message.sender_name,
        }
        for message, title in rows
    ]


def _erase(session: Session, pieces: Sequence[Piece]) -> int:
    messages = list(session.scalars(select(FriendMessage).where(_one_of(pieces))))
    for message in messages:
        mail.take_back(session, message)
    session.execute(delete(FriendMessage).where(_one_of(pieces)))
    return len(messages)


def _older_than(session: Session, before: int, most: int) -> Iterator[Piece]:
    old = select(FriendMessage).where(FriendMessage.created_at < before)
    for message in session.scalars(old.order_by(FriendMessage.created_at).limit(most)):
        yield _piece(message)


def _count_older(session: Session, before: int) -> int:
    statement = select(func.count()).select_from(FriendMessage)
    return session.scalar(statement.where(FriendMessage.created_at < before)) or 0


def _piece(message: FriendMessage) -> Piece:
    return Piece(f"{message.workshop_id}:{message.id}", message.created_at, message.workshop_id)


def _one_of(pieces: Sequence[Piece]) -> Any:
    keys = [piece.key.partition(":") for piece in pieces]
    of_key = tuple_(FriendMessage.workshop_id, FriendMessage.id)
    return of_key.in_([(int(workshop_id), id_) for workshop_id, _colon, id_ in keys])
