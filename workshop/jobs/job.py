"""Jobs: work that must happen once, later, and survive a restart.

A job is put in by the transaction that causes it. A worker takes it by a conditional update and holds a
lease while it works; when the worker dies, the lease runs out and another takes it again. Whoever waits may
cancel it meanwhile; a job that has ended stays what it became first.
"""

import json
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ForeignKey, Index, case, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.jobs.retries import retries_of

LEASE = 30_000
"""Milliseconds for which a worker has a job without a sign of life."""
PRIVATE = ("names", "address", "letter")
"""What a body holds of people's data; it goes when the job ends."""
GOING = ("waiting", "running")
"""The states of a job that has not ended."""


class Job(Base):
    """A row a job. `state` is waiting, running, done, failed, cancelled, expired or erased."""

    __tablename__ = "jobs"
    # Serves claim() and left_behind(): what is due now, the oldest first.
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
    """Milliseconds since 1970 UTC: not before then; while it runs, the end of the lease. Of a cancelled job:
    from when nobody works on it any more, 0 once nothing of that work is left."""
    created_at: Mapped[int]
    once: Mapped[str | None] = mapped_column(unique=True)
    """A name for this very job: another of that name is not put in. Without personal data."""
    outside_at: Mapped[int] = mapped_column(default=0)
    """When the attempt at hand began to tell somebody else's machine (milliseconds since 1970 UTC); 0 before
    that, and once the outcome is written down. If the worker dies in between, nobody knows it."""

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


def claim(session: Session) -> Claim | None:
    """Takes the oldest job that may run now, also one whose worker gave no sign of life any more."""
    now = _now()
    next_id = (
        select(Job.id)
        .where(Job.state.in_(GOING), Job.run_after <= now)
        .order_by(Job.run_after, Job.id)
        .limit(1)
        # PostgreSQL: several workers at once do not wait for each other's row. SQLite knows one writer only.
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    job = session.execute(
        update(Job)
        .where(Job.id == next_id, Job.run_after <= now)
        .values(state="running", run_after=now + LEASE, attempts=Job.attempts + 1, outside_at=0)
        .returning(Job.id, Job.workshop_id, Job.kind, Job.body, Job.attempts)
    ).first()
    if job is None:
        return None
    return Claim(job.id, job.workshop_id, job.kind, json.loads(job.body), job.attempts)


def hold(session: Session, claim: Claim, done: int, total: int) -> bool:
    """A sign of life: how far the job is. False where another worker has it by now, or it was cancelled."""
    return _set(session, claim, done=done, total=total, run_after=_now() + LEASE)


def outside(session: Session, claim: Claim, within: int) -> bool:
    """From now on somebody else's machine is told, for so many milliseconds at most; no other worker takes
    the job meanwhile. False where one has it already, or it was cancelled."""
    now = _now()
    return _set(session, claim, outside_at=now, run_after=now + within + LEASE)


def finish(session: Session, claim: Claim, result: dict[str, Any]) -> bool:
    """The job is done. False where another worker has it by now, or it was cancelled."""
    return _set(session, claim, state="done", result=json.dumps(result), error="", **_ended(claim.body))


def give_up(session: Session, claim: Claim, error: str) -> bool:
    """The job cannot be done; trying again by itself would make no sense."""
    kept = {"outside_at": 0} if retries_of(claim.kind).by_hand else _ended(claim.body)
    return _set(session, claim, state="failed", error=error, **kept)


def try_later(session: Session, claim: Claim, error: str) -> bool:
    """Something failed that may work later: again after a while, longer each time, then no more."""
    pause = retries_of(claim.kind).pause(claim.attempt)
    if pause is None:
        return give_up(session, claim, error)
    return _set(session, claim, state="waiting", error=error, run_after=_now() + pause, outside_at=0)


def cancel(session: Session, job_id: int) -> bool:
    """Ends a job that waits or runs; whoever does it hears so at the next sign of life. False where it had
    ended already."""
    due = case((Job.state == "waiting", _now()), else_=Job.run_after)
    open_ = update(Job).where(Job.id == job_id, Job.state.in_(GOING))
    body = session.scalar(open_.values(state="cancelled", run_after=due).returning(Job.body))
    if body is None:
        return False
    session.execute(update(Job).where(Job.id == job_id).values(body=without_people(json.loads(body))))
    return True


def left_behind(session: Session) -> list[tuple[int, str]]:
    """Number and kind of the cancelled jobs whose worker has not cleared away its work, and will not."""
    due = (Job.state == "cancelled", Job.run_after > 0, Job.run_after <= _now())
    return [(job.id, job.kind) for job in session.execute(select(Job.id, Job.kind).where(*due))]


def cleared(session: Session, job_id: int) -> None:
    """Nothing is left of the work on a cancelled job."""
    session.execute(update(Job).where(Job.id == job_id, Job.state == "cancelled").values(run_after=0))


def state_of(session: Session, job_id: int) -> str | None:
    """What became of a job; nothing where it was thrown away."""
    return session.scalar(select(Job.state).where(Job.id == job_id))


def of_workshop(session: Session, workshop_id: int, kind: str, most: int = 10) -> list[Job]:
    """A workshop's last jobs of a kind, the newest first."""
    statement = select(Job).where(Job.workshop_id == workshop_id, Job.kind == kind)
    return list(session.scalars(statement.order_by(Job.id.desc()).limit(most)))


def without_people(body: dict[str, Any]) -> str:
    """What stays of an ended job's body: names of people, which were needed for the work, do not."""
    return json.dumps({name: value for name, value in body.items() if name not in PRIVATE})


def _set(session: Session, claim: Claim, **values: Any) -> bool:
    held = update(Job).where(Job.id == claim.id, Job.state == "running", Job.attempts == claim.attempt)
    return bool(session.execute(held.values(**values).returning(Job.id)).first())


def _ended(body: dict[str, Any]) -> dict[str, Any]:
    return {"body": without_people(body), "outside_at": 0}


def _now() -> int:
    return time.time_ns() // 1_000_000
