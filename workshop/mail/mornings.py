"""Who gets a letter in the morning with today's follow-ups: nobody who has not asked for it."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Base, Database
from workshop.days import ZONE
from workshop.mail.letters import morning
from workshop.mail.letters.morning import FollowUp
from workshop.mail.post import post

FROM_HOUR = 7

FollowUps = Callable[[Session, User, date, str], Sequence[FollowUp]]
"""What somebody has to do until a day, with links that begin with an address."""

FOLLOW_UPS: list[FollowUps] = []
"""Where follow-ups come from; the part that has some puts itself in when the app is made."""


class MorningReader(Base):
    """A row a user who asked for the letter."""

    __tablename__ = "morning_readers"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    language: Mapped[str]
    since: Mapped[int]


def reads(session: Session, user_id: int) -> bool:
    """Whether somebody gets the letter."""
    return session.get(MorningReader, user_id) is not None


def choose(session: Session, user_id: int, language: str | None) -> None:
    """Somebody wants the letter in a language; or, with none, does not want it."""
    session.execute(delete(MorningReader).where(MorningReader.user_id == user_id))
    if language is not None:
        session.add(MorningReader(user_id=user_id, language=language, since=time.time_ns() // 1_000_000))
        session.flush()


def post_mornings(database: Database, settings: Settings, now: datetime | None = None) -> int:
    """Posts today's letters, once to each, from seven o'clock on; says how many. Safe to repeat."""
    here = (now or datetime.now(UTC)).astimezone(ZONE)
    if here.hour < FROM_HOUR or not settings.public_url:
        return 0  # without an address of the house the letter would lead nowhere
    with database.write() as session:
        readers = session.execute(select(MorningReader, User).join(User, User.id == MorningReader.user_id))
        return sum(_post(session, *reader, here.date(), settings.public_url) for reader in readers.all())


def _post(session: Session, reader: MorningReader, user: User, today: date, base: str) -> bool:
    found = [each for follow_ups in FOLLOW_UPS for each in follow_ups(session, user, today, base)]
    if not found or not user.sees_leads:
        return False
    letter = morning.letter(user.email, reader.language, today, found, f"{base}/leads")
    key = f"morning-{user.id}-{today.isoformat()}"
    return post(session.connection(), letter, at_once_key=key) is not None
