"""Erasing a message: its words and names go, everywhere, and its card's place in the chain stays."""

from collections.abc import Callable

from sqlalchemy import delete
from sqlalchemy.orm import Session

from workshop.config import Settings
from workshop.friends.message import FriendMessage

Forget = Callable[[Session, Settings, FriendMessage], None]
"""Throws away what holds a message's words; works in the transaction that deletes them."""

COPIES: dict[str, Forget] = {}
"""By the name of the part that knows such copies; each part puts its own in when the app is made."""


def erase(session: Session, settings: Settings, message: FriendMessage) -> None:
    """Leaves nothing of a message."""
    this = (FriendMessage.workshop_id == message.workshop_id, FriendMessage.id == message.id)
    session.execute(delete(FriendMessage).where(*this))
    for forget in COPIES.values():
        forget(session, settings, message)
