"""The page on which admins see what goes wrong with jobs, and the buttons beside each."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_login import current_user
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from workshop.accounts import admin_required
from workshop.house import database
from workshop.jobs import dead_letters
from workshop.language import _

blueprint = Blueprint("dead_letters", __name__)


@blueprint.get("/jobs")
@admin_required
def page() -> str:
    """What waits, what fails and when it is tried next, and what was given up."""
    with database().read() as session:
        return render_template(
            "jobs/jobs.html",
            counts=dead_letters.counts(session),
            failing=dead_letters.failing_jobs(session),
            given_up=dead_letters.dead_letters(session),
            error_of=dead_letters.error_of,
            name_of=dead_letters.name_of,
        )


@blueprint.post("/jobs/<int:job_id>/again")
@admin_required
def again(job_id: int) -> Response:
    """Has a job tried now, as if it were new."""
    return _done(job_id, dead_letters.try_again, _("It is tried again now."))


@blueprint.post("/jobs/<int:job_id>/drop")
@admin_required
def drop(job_id: int) -> Response:
    """Ends a job for good."""
    return _done(job_id, dead_letters.drop, _("It is dropped."))


def given_up_for_admin() -> int:
    """How many dead letters there are, for the pages that an admin opens first; for others, none."""
    if not (current_user.is_authenticated and current_user.is_admin):
        return 0
    with database().read() as session:
        return dead_letters.given_up(session)


def _done(job_id: int, do: Callable[[Session, int], bool], text: str) -> Response:
    with database().write() as session:
        done = do(session, job_id)
    flash(text if done else _("That has ended meanwhile."))
    return redirect(url_for("dead_letters.page"), 303)
