"""Once a day the worker erases what has been kept long enough, and writes down how much that was."""

import json
import time
from collections import Counter
from datetime import UTC, datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshop import audit
from workshop.config import Settings
from workshop.database import Database
from workshop.days import ZONE
from workshop.jobs import product
from workshop.jobs.personal import take_back_files
from workshop.personal import Kind
from workshop.privacy.person import workshops_of
from workshop.privacy.retention import RetentionRun, kept_for_a_time, months_before, periods
from workshop.privacy.sweep import ask_for_sweep

AT_ONCE = 500
"""Pieces erased in one transaction: phones' answers wait for no more than that."""
GIVEN_UP_AFTER = 60 * 60 * 1000
"""Milliseconds after which a run that has not ended belongs to a worker that was killed."""


def erase_what_is_old(database: Database, settings: Settings) -> None:
    """Does it, unless it was done today or another worker is at it."""
    now = time.time_ns() // 1_000_000
    run_id = _begin(database, now)
    if run_id is None:
        return
    erased: Counter[str] = Counter()
    files: set[tuple[str, int]] = set()
    with database.read() as session:
        months = periods(session)
    for kind in kept_for_a_time():
        before = months_before(now, months[kind.name])
        while count := _some(database, kind, before, files):
            erased[kind.name] += count
    with database.write() as session:
        _end(session, run_id, erased, files)
    for job_kind, job_id in files:
        product.throw_away(settings.files, job_kind, job_id)


def _begin(database: Database, now: int) -> int | None:
    """The number of today's run; None where it is not this worker's to do."""
    day = datetime.fromtimestamp(now / 1000, UTC).astimezone(ZONE).date().isoformat()
    try:
        with database.write() as session:
            run = RetentionRun(day=day, at=now, ended_at=None, erased="{}")
            session.add(run)
            session.flush()
            return run.id
    except IntegrityError:
        return _taken_over(database, day, now)


def _taken_over(database: Database, day: str, now: int) -> int | None:
    left = update(RetentionRun).where(
        RetentionRun.day == day, RetentionRun.ended_at.is_(None), RetentionRun.at < now - GIVEN_UP_AFTER
    )
    with database.write() as session:
        return session.scalar(left.values(at=now).returning(RetentionRun.id))


def _some(database: Database, kind: Kind, before: int, files: set[tuple[str, int]]) -> int:
    """Erases a few of the oldest; gives how many, 0 once there is no other."""
    with database.write() as session:
        pieces = list(kind.older_than(session, before, AT_ONCE))
        count = kind.erase(session, pieces) if pieces else 0
        if count:
            audit.record(session, "worker", "erased", kind.name, count=count)
            files.update(take_back_files(session, workshops_of(pieces)) if kind.on_paper else ())
    return count


def _end(session: Session, run_id: int, erased: Counter[str], files: set[tuple[str, int]]) -> None:
    run = session.scalars(select(RetentionRun).where(RetentionRun.id == run_id)).one()
    run.ended_at = time.time_ns() // 1_000_000
    run.erased = json.dumps(dict(erased))
    if erased:
        ask_for_sweep(session, files)
