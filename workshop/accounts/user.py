"""A user: somebody with an account, to run workshops or to follow up leads."""

import secrets
import time
import unicodedata
from typing import Any, Literal

from sqlalchemy import Column, String, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base

Role = Literal["presenter", "staff", "admin"]
ROLES: tuple[Role, ...] = ("presenter", "staff", "admin")


class User(Base):
    """A row a user; e-mail addresses are kept tidy (see `tidy_email`)."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(String)
    password_hash: Mapped[str | None]
    session_key: Mapped[str] = mapped_column(unique=True)
    """What a browser's session holds; with a new password comes a new one, so old sessions end."""
    created_at: Mapped[int]

    is_authenticated = is_active = True  # these four are what flask-login asks of a user
    is_anonymous = False

    def get_id(self) -> str:
        return self.session_key

    @property
    def presents(self) -> bool:
        """May run workshops."""
        return self.role in ("presenter", "admin")

    @property
    def sees_leads(self) -> bool:
        """May follow up everybody's leads."""
        return self.role in ("staff", "admin")

    @property
    def is_admin(self) -> bool:
        """May do everything."""
        return self.role == "admin"

    def change_password(self, password_hash: str) -> None:
        """From now on this password counts; every session that is open ends."""
        self.password_hash = password_hash
        self.session_key = _new_session_key()


def tidy_email(typed: str) -> str:
    """The address as we keep it, however it was typed."""
    return unicodedata.normalize("NFC", typed).strip().lower()


def find_or_add(session: Session, email: str, name: str, role: Role) -> User:
    """The user with this address; one who is there already keeps name and role."""
    found = by_email(session, email)
    if found:
        return found
    user = User(
        email=tidy_email(email),
        name=name,
        role=role,
        password_hash=None,
        session_key=_new_session_key(),
        created_at=time.time_ns() // 1_000_000,
    )
    session.add(user)
    session.flush()
    return user


def by_email(session: Session, email: str) -> User | None:
    """The user with this address."""
    return session.scalar(select(User).where(User.email == tidy_email(email)))


def by_session_key(session: Session, key: str) -> User | None:
    """The user whose session this is, unless it has ended."""
    return session.scalar(select(User).where(User.session_key == key))


def everybody(session: Session) -> list[User]:
    """All users, by address."""
    return list(session.scalars(select(User).order_by(User.email)))


def remove(session: Session, user: User) -> None:
    """The account goes and its links with it; what the user made stays, and is nobody's then."""
    for table in Base.metadata.tables.values():
        for column in table.columns:
            if column.nullable and _is_a_user(column):
                session.execute(update(table).where(column == user.id).values({column: None}))
    session.delete(user)
    session.flush()


def _is_a_user(column: Column[Any]) -> bool:
    return any(key.target_fullname == "users.id" for key in column.foreign_keys)


def _new_session_key() -> str:
    return secrets.token_urlsafe(24)
