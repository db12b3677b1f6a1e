"""Jobs: work that must happen once, later, and survive a restart.

A job is put in by the transaction that causes it. A worker takes it by a conditional update and holds a
lease while it works; when the worker dies, the lease runs out and another takes it again.
"""

import json
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ForeignKey, Index, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base

LEASE = 30_000
"""Milliseconds for which a worker has a job without a sign of life."""
MOST_ATTEMPTS = 5


class Job(Base):
    """A row a job. `state` is waiting, running, done or failed."""

    __tablename__ = "jobs"
    # Serves claim(): what may run now, the oldest first.
    __table_args__ = (Index("ix_jobs_waiting", "state", "run_after", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    workshop_id: Mapped[int | None] = mapped_column(ForeignKey("workshops.id"), index=True)
    kind: Mapped[str]
    body: Mapped[str]
    state: Mapped[str] = mapped_column(default="waiting")
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    result: Mapped[str] = mapped_column(default="{}")
    error: Mapped[str] = mapped_column(default="")
    """For the person who waits; empty where only the log can tell."""
    attempts: Mapped[int] = mapped_column(default=0)
    run_after: Mapped[int]
    """Milliseconds since 1970 UTC: not before then; while it runs, the end of the lease."""
    created_at: Mapped[int]

    @property
    def results(self) -> dict[str, Any]:
        """What the job made."""
        found: dict[str, Any] = json.loads(self.result)
        return found


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that this worker holds; the attempt's number tells it from an earlier worker's."""

    id: int
    workshop_id: int | None
    kind: str
    body: dict[str, Any]
    attempt: int


def enqueue(session: Session, kind: str, body: dict[str, Any], workshop_id: int | None = None) -> Job:
    """Puts a job in; it may run as soon as the session's transaction is committed."""
    now = _now()
    job = Job(
        workshop_id=workshop_id,
        kind=kind,
        body=json.dumps(body),
        state="waiting",
        done=0,
        total=0,
        result="{}",
        error="",
        attempts=0,
        run_after=now,
        created_at=now,
    )
    session.add(job)
    session.flush()
    return job


def claim(session: Session) -> Claim | None:
    """Takes the oldest job that may run now, also one whose worker gave no sign of life any more."""
    now = _now()
    next_id = (
        select(Job.id)
        .where(Job.state.in_(("waiting", "running")), Job.run_after <= now)
        .order_by(Job.run_after, Job.id)
        .limit(1)
        .scalar_subquery()
    )
    job = session.execute(
        update(Job)
        .where(Job.id == next_id, Job.run_after <= now)
        .values(state="running", run_after=now + LEASE, attempts=Job.attempts + 1)
        .returning(Job.id, Job.workshop_id, Job.kind, Job.body, Job.attempts)
    ).first()
    if job is None:
        return None
    return Claim(job.id, job.workshop_id, job.kind, json.loads(job.body), job.attempts)


def hold(session: Session, claim: Claim, done: int, total: int) -> bool:
    """A sign of life: how far the job is. False where another worker has it by now."""
    return _set(session, claim, done=done, total=total, run_after=_now() + LEASE)


def finish(session: Session, claim: Claim, result: dict[str, Any]) -> bool:
    """The job is done. False where another worker has it by now."""
    return _set(session, claim, state="done", result=json.dumps(result), error="")


def give_up(session: Session, claim: Claim, error: str) -> bool:
    """The job cannot be done; trying again would make no sense."""
    return _set(session, claim, state="failed", error=error)


def try_later(session: Session, claim: Claim, error: str) -> bool:
    """Something failed that may work later: again after a while, longer each time, then no more."""
    if claim.attempt >= MOST_ATTEMPTS:
        return give_up(session, claim, error)
    pause = 1000 * 4**claim.attempt
    return _set(session, claim, state="waiting", error=error, run_after=_now() + pause)


def of_workshop(session: Session, workshop_id: int, kind: str, most: int = 10) -> list[Job]:
    """A workshop's last jobs of a kind, the newest first."""
    statement = select(Job).where(Job.workshop_id == workshop_id, Job.kind == kind)
    return list(session.scalars(statement.order_by(Job.id.desc()).limit(most)))


def _set(session: Session, claim: Claim, **values: Any) -> bool:
    held = update(Job).where(Job.id == claim.id, Job.state == "running", Job.attempts == claim.attempt)
    return bool(session.execute(held.values(**values).returning(Job.id)).first())


def _now() -> int:
    return time.time_ns() // 1_000_000
