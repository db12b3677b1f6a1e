"""How far a job is, for the page that waits for it, and the button that cancels it."""

from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from workshop.accounts import presenter_required
from workshop.accounts.local_path import local_path
from workshop.accounts.own import own_workshop
from workshop.house import database
from workshop.jobs import job as all_jobs
from workshop.jobs.job import GOING, Job
from workshop.jobs.progress import progress
from workshop.workshops import Workshop

jobs = Blueprint("jobs", __name__)
jobs.add_app_template_filter(progress, "progress")


@jobs.get("/jobs/<int:job_id>")
@presenter_required
def job(job_id: int) -> dict[str, Any]:
    """State, progress and result of a job of one's own workshop."""
    found, _workshop = _own(job_id)
    return {
        "state": found.state,
        "done": found.done,
        "total": found.total,
        "words": progress(found) if found.state in GOING else "",
        "error": found.error,
        "result": found.results,
    }


@jobs.post("/jobs/<int:job_id>/cancel")
@presenter_required
def cancel(job_id: int) -> Response:
    """Ends a job of one's own workshop, and goes back; a job that has ended already stays what it is."""
    _job, workshop = _own(job_id)
    with database().write() as session:
        all_jobs.cancel(session, job_id)
    back = local_path(request.form.get("back"))
    return redirect(back or url_for("live.present", workshop_id=workshop.id))


def _own(job_id: int) -> tuple[Job, Workshop]:
    with database().read() as session:
        found = session.get(Job, job_id)
    if found is None or found.workshop_id is None:
        abort(404)
    return found, own_workshop(found.workshop_id)
