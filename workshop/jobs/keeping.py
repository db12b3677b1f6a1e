"""How long what jobs made is kept: it is full of what people said, and can be made again."""

import time
from collections.abc import Iterable

from sqlalchemy import select, update

from workshop.config import Settings
from workshop.database import Database
from workshop.jobs import product
from workshop.jobs.dead_letters import drop, given_up_before
from workshop.jobs.job import Job

KEPT_DAYS = 30
DAY = 24 * 60 * 60 * 1000


def throw_away_old(database: Database, settings: Settings, kinds: Iterable[str]) -> None:
    """Deletes the files of jobs that are older than that, and of jobs that are not there any more; and what
    dead letters hold that are older.

    Args:
        kinds: of the jobs whose files are looked for; others are not ours.
    """
    _forget_dead_letters(database)
    with_files = product.jobs_with_files(settings.files)
    # After the files: a job may be put in and done in between, and then it is among these.
    with database.read() as session:
        there = set(session.scalars(select(Job.id)))
    there -= _expire(database)
    for kind, job_id in with_files:
        if kind in kinds and job_id not in there:
            product.throw_away(settings.files, kind, job_id)


def _forget_dead_letters(database: Database) -> None:
    """Drops what was given up so long ago that nobody will have it tried again."""
    with database.write() as session:
        for job_id in given_up_before(session, _before()):
            drop(session, job_id)


def _expire(database: Database) -> set[int]:
    """The jobs whose files are to go now: from now on their page says so."""
    old = update(Job).where(Job.state == "done", Job.created_at < _before()).values(state="expired")
    with database.write() as session:
        return set(session.scalars(old.returning(Job.id)))


def _before() -> int:
    return time.time_ns() // 1_000_000 - KEPT_DAYS * DAY
