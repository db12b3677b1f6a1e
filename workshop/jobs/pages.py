"""How far a job is, for the page that waits for it."""

from typing import Any

from flask import Blueprint, abort

from workshop.accounts import presenter_required
from workshop.accounts.own import own_workshop
from workshop.house import database
from workshop.jobs.job import Job

jobs = Blueprint("jobs", __name__)


@jobs.get("/jobs/<int:job_id>")
@presenter_required
def job(job_id: int) -> dict[str, Any]:
    """State, progress and result of a job of one's own workshop."""
    with database().read() as session:
        found = session.get(Job, job_id)
    if found is None or found.workshop_id is None:
        abort(404)
    own_workshop(found.workshop_id)
    return {
        "state": found.state,
        "done": found.done,
        "total": found.total,
        "error": found.error,
        "result": found.results,
    }
