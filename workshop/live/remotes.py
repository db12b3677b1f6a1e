"""Remote controls: a phone that directs one workshop without an account, let in by a link that works once."""

import hashlib
import secrets

from itsdangerous import BadSignature, URLSafeTimedSerializer
from sqlalchemy import ColumnElement, ForeignKey, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base

LINK_LIVES_SECONDS = 120
COOKIE_LIVES_SECONDS = 24 * 60 * 60


class Remote(Base):
    """A row a link, and then the phone that used it. Of the link's token only the hash is kept."""

    __tablename__ = "remotes"

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    token_hash: Mapped[str] = mapped_column(primary_key=True)
    expires_at: Mapped[int]
    paired_at: Mapped[int | None]


class Badges:
    """What a paired phone shows: a cookie, signed for one workshop and one phone."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeTimedSerializer(secret, salt="remote")

    def new(self, workshop_id: int, remote: str) -> str:
        """The cookie of a phone that was just paired."""
        badge: str | bytes = self._signer.dumps([workshop_id, remote])
        return badge if isinstance(badge, str) else badge.decode()

    def read(self, badge: str, workshop_id: int) -> str | None:
        """Which remote of this workshop shows it; None where it is forged, too old or another's."""
        try:
            found, remote = self._signer.loads(badge, max_age=COOKIE_LIVES_SECONDS)
        except (BadSignature, ValueError, TypeError):
            return None
        return str(remote) if found == workshop_id else None


def cookie_name(workshop_id: int) -> str:
    """One a workshop, so that a phone can be the remote of two."""
    return f"remote-{workshop_id}"


def new_link(session: Session, workshop_id: int, now: int) -> str:
    """A new link's token; of those that nobody used, the ones that are too old go.

    Args:
        now: milliseconds since 1970 UTC.
    """
    token = secrets.token_hex(16)
    too_old = (Remote.workshop_id == workshop_id, Remote.paired_at.is_(None), Remote.expires_at <= now)
    session.execute(delete(Remote).where(*too_old))
    session.add(
        Remote(
            workshop_id=workshop_id,
            token_hash=_hash(token),
            expires_at=now + LINK_LIVES_SECONDS * 1000,
            paired_at=None,
        )
    )
    return token


def is_open(session: Session, workshop_id: int, token: str, now: int) -> bool:
    """Whether a link can still be used. Looking does not use it up."""
    return session.scalar(select(Remote.expires_at).where(*_usable(workshop_id, token, now))) is not None


def pair(session: Session, workshop_id: int, token: str, now: int) -> str | None:
    """Uses the link up and gives the remote's id; None if it was used before or is too old."""
    # One statement: of two that come at the same time, one finds no row.
    return session.scalar(
        update(Remote)
        .where(*_usable(workshop_id, token, now))
        .values(paired_at=now)
        .returning(Remote.token_hash)
    )


def is_paired(session: Session, workshop_id: int, remote: str) -> bool:
    """Whether a remote may still direct."""
    row = session.get(Remote, (workshop_id, remote))
    return row is not None and row.paired_at is not None


def end_all(session: Session, workshop_id: int) -> None:
    """No remote of this workshop directs any more, and no link pairs one."""
    session.execute(delete(Remote).where(Remote.workshop_id == workshop_id))


def _usable(workshop_id: int, token: str, now: int) -> tuple[ColumnElement[bool], ...]:
    return (
        Remote.workshop_id == workshop_id,
        Remote.token_hash == _hash(token),
        Remote.paired_at.is_(None),
        Remote.expires_at > now,
    )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
