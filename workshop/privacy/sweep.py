"""The sweep after an erasure: files that were made meanwhile, and what the database keeps of older states."""

from typing import Any

from workshop.jobs import product
from workshop.jobs.retries import Later
from workshop.jobs.worker import Work
from workshop.language import _

JOB = "sweep"


def sweep(work: Work) -> dict[str, Any]:
    """Does the job. It names jobs by kind and number only.

    Raises:
        Later: somebody was reading the database all the time.
    """
    files = work.claim.body["files"]
    for kind, job_id in files:
        product.throw_away(work.settings.files, kind, job_id)
    if not work.database.leave_no_traces():
        raise Later(_("The database was being read; its older states are swept up later."))
    return {"files": len(files)}
