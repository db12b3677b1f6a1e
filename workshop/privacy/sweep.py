"""The sweep after an erasure: files that were made meanwhile, and what the database keeps of older states."""

import time
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.database import Database
from workshop.jobs import product
from workshop.jobs.job import Job
from workshop.jobs.put import enqueue
from workshop.jobs.retries import MINUTE, Later, Retries
from workshop.jobs.worker import Work
from workshop.journal import EventRow
from workshop.language import _
from workshop.workshops import Workshop

JOB = "sweep"
LARGE = 50_000_000
"""Bytes of a database that takes so long to be written anew that phones would notice."""
CALM = 5 * MINUTE
"""For so long nothing happened in any workshop before a large one is."""
RETRIES = Retries((10 * MINUTE,) * 6 * 48)
"""For two days: by then every workshop has had a night."""


def ask_for_sweep(session: Session, files: Iterable[tuple[str, int]] = ()) -> None:
    """Puts a sweep in, in the transaction that erases. One that still waits is enough for several erasures.

    Args:
        session: that of the erasure.
        files: kind and number of the jobs whose files are to go.
    """
    of_jobs = sorted(list(each) for each in files)
    waits = select(Job.id).where(Job.kind == JOB, Job.state == "waiting")
    if of_jobs or session.scalar(waits.limit(1)) is None:
        enqueue(session, JOB, {"files": of_jobs})


def sweep(work: Work) -> dict[str, Any]:
    """Does the job. It names jobs by kind and number only.

    Raises:
        Later: somebody needs the database now.
    """
    files = work.claim.body["files"]
    for kind, job_id in files:
        product.throw_away(work.settings.files, kind, job_id)
    if work.database.size > LARGE and is_lively(work.database):
        raise Later(_("A workshop is on; older states of the database are swept up afterwards."))
    if not work.database.leave_no_traces():
        raise Later(_("The database was being read; its older states are swept up later."))
    return {"files": len(files)}


def is_lively(database: Database) -> bool:
    """Whether something happened in a workshop just now; of each the last event is looked at."""
    since = time.time_ns() // 1_000_000 - CALM
    last = select(EventRow.at).join(
        Workshop, (Workshop.id == EventRow.workshop_id) & (Workshop.seq == EventRow.seq)
    )
    with database.read() as session:
        return session.scalar(last.where(EventRow.at > since).limit(1)) is not None
