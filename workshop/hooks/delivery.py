"""The deliveries: a message to a target, and what became of it. Kept is only what it is about."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ForeignKey, Index, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.hooks.subjects import Subject
from workshop.hooks.target import Target
from workshop.jobs.job import GOING, Job
from workshop.jobs.put import enqueue

KIND = "webhook"
"""Of the jobs that deliver."""
UNSENT = ("waiting", "sending")
KEPT_DAYS = 30
DAY = 24 * 60 * 60 * 1000


class Delivery(Base):
    """A row a message. `state` is waiting, sending, delivered, failed, stopped (its target was switched off)
    or gone (what it is about was erased before it was sent)."""

    __tablename__ = "webhook_deliveries"
    # Serves the log of a target, the newest first.
    __table_args__ = (Index("ix_webhook_deliveries_log", "target_id", "created_at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    """The `webhook-id`: it stays the same over all attempts, so that the other side can tell them for one."""
    target_id: Mapped[int] = mapped_column(ForeignKey("webhook_targets.id", ondelete="CASCADE"))
    event: Mapped[str]
    subject: Mapped[str]
    state: Mapped[str] = mapped_column(default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[str] = mapped_column(default="")
    """Why the last attempt failed, as `line.Why`; empty where it did not."""
    status: Mapped[int | None]
    """What the target answered last."""
    created_at: Mapped[int]
    attempted_at: Mapped[int | None]
    job_id: Mapped[int]


@dataclass(frozen=True, slots=True)
class Logged:
    """A delivery as the log shows it: `going` says whether it is tried again by itself."""

    delivery: Delivery
    state: str
    going: bool


def put_in(session: Session, target: Target, event: str, subject: Subject, now: int) -> Delivery:
    """A message for a target, which is sent once the session's transaction is committed."""
    message_id = f"msg_{secrets.token_urlsafe(18)}"
    delivery = Delivery(
        id=message_id,
        target_id=target.id,
        event=event,
        subject=json.dumps(dict(subject)),
        state="waiting",
        attempts=0,
        outcome="",
        status=None,
        created_at=now,
        attempted_at=None,
        job_id=enqueue(session, KIND, {"delivery": message_id}).id,
    )
    session.add(delivery)
    return delivery


def send_again(session: Session, delivery_id: str, target_id: int) -> bool:
    """Puts a message in once more, under the id that it had. False where it is on its way, or not there."""
    delivery = session.get(Delivery, delivery_id)
    if delivery is None or delivery.target_id != target_id or _is_going(session, delivery):
        return False
    delivery.state, delivery.outcome, delivery.status = "waiting", "", None
    delivery.job_id = enqueue(session, KIND, {"delivery": delivery.id}).id
    return True


def log_of(session: Session, target_id: int, most: int = 50) -> list[Logged]:
    """The last messages for a target, the newest first."""
    statement = (
        select(Delivery, Job.state)
        .outerjoin(Job, Job.id == Delivery.job_id)
        .where(Delivery.target_id == target_id)
        .order_by(Delivery.created_at.desc(), Delivery.id)
        .limit(most)
    )
    return [_logged(delivery, job_state) for delivery, job_state in session.execute(statement)]


def subject_of(delivery: Delivery) -> Mapping[str, int | str]:
    """What a message is about."""
    subject: dict[str, int | str] = json.loads(delivery.subject)
    return subject


def forget_old(session: Session, now: int) -> None:
    """Deletes what the log has kept long enough."""
    session.execute(delete(Delivery).where(Delivery.created_at < now - KEPT_DAYS * DAY))


def _logged(delivery: Delivery, job_state: str | None) -> Logged:
    going = job_state in GOING
    # A worker that died in each attempt, or a job that somebody cancelled, could not say so here.
    lost = not going and delivery.state in UNSENT
    return Logged(delivery, "failed" if lost else delivery.state, going)


def _is_going(session: Session, delivery: Delivery) -> bool:
    return session.scalar(select(Job.state).where(Job.id == delivery.job_id)) in GOING
