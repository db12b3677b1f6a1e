"""Tokens: by one, a program may ask what the person who made it may see, until it is withdrawn."""

import hashlib
import secrets
from datetime import date

from sqlalchemy import ForeignKey, delete, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.accounts.user import User
from workshop.database import Base

PREFIX = "wst_"
"""Tells scanners of published code what they found."""


class Token(Base):
    """A row a token. Only its hash is kept: who reads the database cannot ask in somebody's name."""

    __tablename__ = "api_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    # The index serves of_user().
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    token_hash: Mapped[str] = mapped_column(unique=True)
    writes: Mapped[bool]
    """Whether leads may be changed by it; reading is what all may."""
    created_at: Mapped[int]
    expires_at: Mapped[int | None]
    last_used_on: Mapped[date | None]
    """A day is enough to see that one is not used any more, and costs one write a day."""


def make(session: Session, user: User, name: str, *, writes: bool, now: int, expires_at: int | None) -> str:
    """A new token: said once, here, and known to nobody afterwards."""
    token = PREFIX + secrets.token_urlsafe(32)
    row = Token(
        user_id=user.id,
        name=name,
        token_hash=_hash(token),
        writes=writes,
        created_at=now,
        expires_at=expires_at,
        last_used_on=None,
    )
    session.add(row)
    session.flush()
    return token


def find(session: Session, token: str, now: int) -> tuple[Token, User] | None:
    """The token and whose it is, if it still counts."""
    alive = or_(Token.expires_at.is_(None), Token.expires_at > now)
    statement = select(Token, User).join(User).where(Token.token_hash == _hash(token), alive)
    found = session.execute(statement).first()
    return None if found is None else (found[0], found[1])


def used(session: Session, token_id: int, day: date) -> None:
    """Somebody asked by this token."""
    session.execute(update(Token).where(Token.id == token_id).values(last_used_on=day))


def of_user(session: Session, user: User) -> list[Token]:
    """A person's own tokens, the newest first."""
    return list(session.scalars(select(Token).where(Token.user_id == user.id).order_by(Token.id.desc())))


def withdraw(session: Session, user: User, token_id: int) -> bool:
    """Nobody can ask by this token any more. False where it is not this person's."""
    own = delete(Token).where(Token.id == token_id, Token.user_id == user.id)
    return session.execute(own.returning(Token.id)).first() is not None


def _hash(token: str) -> str:
    # It is as random as the hash itself, so nothing slower than this is needed.
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()
