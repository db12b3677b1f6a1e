"""Accounts as personal data: of those who work here."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workshop.accounts import user as users
from workshop.accounts.user import User
from workshop.language import _
from workshop.personal import Kind, Piece
from workshop.sought import Sought

NAME = "accounts"


def accounts() -> Kind:
    """The kind, for the registry."""
    return Kind(
        NAME,
        called=lambda: _("Accounts"),
        whose=lambda: _("those who work here"),
        what=lambda: _("name, e-mail address, role, a hash of the password"),
        purpose=lambda: _("So that presenters and staff can sign in, and it is known who did what."),
        basis=lambda: _("article 6(1)(b): the agreement with them"),
        find=_find,
        tell=_tell,
        erase=_erase,
        older_than=lambda _session, _before, _most: (),
        count_older=lambda _session, _before: 0,
        on_paper=False,
        for_admins=True,
    )


def _find(session: Session, sought: Sought) -> Iterator[Piece]:
    for user in session.scalars(select(User).where(func.lower(User.email).like(sought.like, escape="\\"))):
        if sought.is_in(user.email):
            yield Piece(str(user.id), user.created_at)


def _tell(session: Session, pieces: Sequence[Piece]) -> list[Mapping[str, Any]]:
    return [
        {"at": user.created_at, "name": user.name, "email": user.email, "role": user.role}
        for user in _users(session, pieces)
    ]


def _erase(session: Session, pieces: Sequence[Piece]) -> int:
    gone = _users(session, pieces)
    for user in gone:
        users.remove(session, user)
    return len(gone)


def _users(session: Session, pieces: Sequence[Piece]) -> list[User]:
    return list(session.scalars(select(User).where(User.id.in_([int(piece.key) for piece in pieces]))))
