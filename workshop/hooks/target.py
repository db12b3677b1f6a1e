"""The targets: addresses of other programs that want to be told."""

from sqlalchemy import delete as deleting
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.forms import FieldsRefused
from workshop.hooks.signature import new_secret
from workshop.language import _

BOTH_COUNT = 24 * 60 * 60 * 1000
"""Milliseconds."""


class Target(Base):
    """A row a target. `events` are the ones that it asked for, with a space between them."""

    __tablename__ = "webhook_targets"

    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(unique=True)
    events: Mapped[str]
    secret: Mapped[str]
    """Kept as it is: each message is signed with it. It is shown once all the same, so that nobody copies it
    from a screen years later."""
    created_at: Mapped[int]
    off_since: Mapped[int | None]
    """When it was switched off (milliseconds since 1970 UTC); None while it is told."""
    gone: Mapped[bool] = mapped_column(default=False)
    """Whether it switched itself off, by answering that there is nobody any more."""
    resting_until: Mapped[int] = mapped_column(default=0)
    """It kept us waiting, so until then nobody waits for it again: a worker has other things to do."""
    old_secret: Mapped[str] = mapped_column(default="")
    old_until: Mapped[int] = mapped_column(default=0)
    """Until then messages are signed with the secret before this one too: the other side may change over."""

    @property
    def asked(self) -> list[str]:
        """The events that it asked for."""
        return self.events.split()

    def secrets(self, now: int) -> list[str]:
        """What a message is signed with now."""
        return [self.secret, self.old_secret] if now < self.old_until else [self.secret]

    @property
    def is_on(self) -> bool:
        """Whether it is told."""
        return self.off_since is None


def all_targets(session: Session) -> list[Target]:
    """All of them, the newest first."""
    return list(session.scalars(select(Target).order_by(Target.id.desc())))


def listening(session: Session, event: str) -> list[Target]:
    """Those that are told of an event."""
    on = session.scalars(select(Target).where(Target.off_since.is_(None)).order_by(Target.id))
    return [target for target in on if event in target.asked]


def add(session: Session, url: str, events: list[str], now: int) -> Target:
    """Keeps a new target, with a secret of its own.

    Raises:
        FieldsRefused: there is one with this address.
    """
    target = Target(
        url=url,
        events=" ".join(events),
        secret=new_secret(),
        created_at=now,
        off_since=None,
        gone=False,
        resting_until=0,
        old_secret="",
        old_until=0,
    )
    try:
        with session.begin_nested():
            session.add(target)
    except IntegrityError as error:
        raise FieldsRefused({"url": _("This address is told already.")}) from error
    return target


def switch_off(session: Session, target_id: int, now: int, *, gone: bool = False) -> None:
    """From now on it is told nothing; one that was off stays off as it was."""
    on = update(Target).where(Target.id == target_id, Target.off_since.is_(None))
    session.execute(on.values(off_since=now, gone=gone))


def switch_on(session: Session, target_id: int) -> None:
    """From now on it is told again."""
    session.execute(update(Target).where(Target.id == target_id).values(off_since=None, gone=False))


def let_rest(session: Session, target_id: int, until: int) -> None:
    """It kept us waiting: nobody waits for it again before that moment."""
    session.execute(update(Target).where(Target.id == target_id).values(resting_until=until))


def give_new_secret(session: Session, target: Target, now: int) -> None:
    """Gives another secret; for a day the one before counts too."""
    target.old_secret, target.old_until = target.secret, now + BOTH_COUNT
    target.secret = new_secret()
    session.flush()


def remove(session: Session, target_id: int) -> None:
    """Forgets a target, and with it what it was told."""
    session.execute(deleting(Target).where(Target.id == target_id))
