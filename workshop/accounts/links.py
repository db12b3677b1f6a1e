"""One-time links: who holds one may sign in once, or set a password once, for a while."""

import hashlib
import secrets
from typing import Literal
from urllib.parse import urlencode

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.accounts.user import User
from workshop.database import Base

Purpose = Literal["sign_in", "password"]

HOUR = 60 * 60 * 1000
LIVES: dict[Purpose, int] = {"sign_in": 24 * HOUR, "password": 7 * 24 * HOUR}
"""How long a link can be used, in milliseconds."""
PAGES: dict[Purpose, str] = {"sign_in": "/sign-in", "password": "/password"}


class OneTimeLink(Base):
    """A row a link. Of its token only the hash is kept: who reads the database cannot sign in."""

    __tablename__ = "one_time_links"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    # The index serves end_all().
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str]
    expires_at: Mapped[int]
    used_at: Mapped[int | None]


def new_link(session: Session, user: User, purpose: Purpose, now: int) -> str:
    """A new link's token: said once, here, and known to nobody afterwards.

    Args:
        now: milliseconds since 1970 UTC.
    """
    token = secrets.token_hex(16)  # mail programs leave a dash at the end of a link out of it
    session.add(
        OneTimeLink(
            token_hash=_hash(token),
            user_id=user.id,
            purpose=purpose,
            expires_at=now + LIVES[purpose],
            used_at=None,
        )
    )
    session.flush()
    return token


def path(purpose: Purpose, token: str, next: str = "") -> str:
    """Where the link's page is; after signing in it goes on to `next`, a path of ours."""
    return f"{PAGES[purpose]}/{token}" + (f"?{urlencode({'next': next})}" if next else "")


def holder(session: Session, purpose: Purpose, token: str, now: int) -> User | None:
    """Whose link this is, if it can still be used. Looking does not use it up."""
    return session.scalar(
        select(User)
        .join(OneTimeLink)
        .where(
            OneTimeLink.token_hash == _hash(token),
            OneTimeLink.purpose == purpose,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.expires_at > now,
        )
    )


def was_for(session: Session, token: str, user_id: int) -> bool:
    """Whether this link, used up or not, is this user's."""
    link = session.get(OneTimeLink, _hash(token))
    return link is not None and link.user_id == user_id


def use(session: Session, purpose: Purpose, token: str, now: int) -> User | None:
    """Uses the link up and gives its user; nobody if it was used before or is too old."""
    # One statement: of two that come at the same time, one finds no row.
    user_id = session.scalar(
        update(OneTimeLink)
        .where(
            OneTimeLink.token_hash == _hash(token),
            OneTimeLink.purpose == purpose,
            OneTimeLink.used_at.is_(None),
            OneTimeLink.expires_at > now,
        )
        .values(used_at=now)
        .returning(OneTimeLink.user_id)
    )
    return None if user_id is None else session.get_one(User, user_id)


def end_all(session: Session, user: User, now: int) -> None:
    """No link of this user can be used any more."""
    session.execute(
        update(OneTimeLink)
        .where(OneTimeLink.user_id == user.id, OneTimeLink.used_at.is_(None))
        .values(used_at=now)
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
