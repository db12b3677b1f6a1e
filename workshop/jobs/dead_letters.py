"""Dead letters: what was to go to somebody else's machine and was given up.

Nobody waits at a page for these, so an admin looks at them here, and has one tried again as if it were new,
or drops it for good. What is not given up yet, though it failed, stands beside them.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select, update
from sqlalchemy.orm import Session

from workshop.jobs.job import GOING, Job, cancel, without_people
from workshop.jobs.retries import RETRIES

MOST = 200
"""As many as a page shows of each."""

TOLD: dict[str, Callable[[str], str]] = {}
"""What the error of each kind of job says in the spoken language, where it is not a text as it is kept; each
part puts its own in when the app is made."""
CALLED: dict[str, Callable[[], str]] = {}
"""What each kind of job is called in the spoken language; each part puts its own in."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many jobs there are that have not ended well, or not yet."""

    waiting: int
    """For the first attempt, or for a worker that is at it."""
    failing: int
    given_up: int


def counts(session: Session) -> Counts:
    """How many jobs wait, fail, and were given up."""
    failing = _count(session, *_failing())
    going = _count(session, Job.state.in_(GOING))
    return Counts(going - failing, failing, given_up(session))


def given_up(session: Session) -> int:
    """How many dead letters there are."""
    return _count(session, *_given_up())


def failing_jobs(session: Session) -> list[Job]:
    """Those that failed and will be tried again, the next one first."""
    return list(session.scalars(select(Job).where(*_failing()).order_by(Job.run_after, Job.id).limit(MOST)))


def dead_letters(session: Session) -> list[Job]:
    """Those that were given up, the newest first."""
    return list(session.scalars(select(Job).where(*_given_up()).order_by(Job.id.desc()).limit(MOST)))


def given_up_before(session: Session, at: int) -> list[int]:
    """The dead letters that were put in before then (milliseconds since 1970 UTC)."""
    return list(session.scalars(select(Job.id).where(*_given_up(), Job.created_at < at)))


def try_again(session: Session, job_id: int) -> bool:
    """A dead letter, or one that waits for another attempt, is tried now, as if it were new."""
    wanted = update(Job).where(Job.id == job_id, or_(and_(*_given_up()), and_(*_failing())))
    new = {"state": "waiting", "attempts": 0, "run_after": time.time_ns() // 1_000_000}
    return session.scalar(wanted.values(**new).returning(Job.id)) is not None


def drop(session: Session, job_id: int) -> bool:
    """It is not to go out any more, and nothing of what people wrote is left of it."""
    if cancel(session, job_id):
        return True
    failed = update(Job).where(Job.id == job_id, *_given_up())
    body = session.scalar(failed.values(state="cancelled", run_after=0).returning(Job.body))
    if body is None:
        return False
    session.execute(update(Job).where(Job.id == job_id).values(body=without_people(json.loads(body))))
    return True


def error_of(job: Job) -> str:
    """What went wrong, in the spoken language; empty where only the log can tell."""
    return TOLD.get(job.kind, str)(job.error)


def name_of(job: Job) -> str:
    """What its kind is called, in the spoken language."""
    return CALLED[job.kind]() if job.kind in CALLED else job.kind


def _failing() -> tuple[ColumnElement[bool], ...]:
    return (Job.state == "waiting", Job.attempts > 0)


def _given_up() -> tuple[ColumnElement[bool], ...]:
    by_hand = [kind for kind, retries in RETRIES.items() if retries.by_hand]
    return (Job.state == "failed", Job.kind.in_(by_hand))


def _count(session: Session, *which: ColumnElement[bool]) -> int:
    return session.scalar(select(func.count()).select_from(Job).where(*which)) or 0
