"""The page on which a presenter has answer sheets made, and the PDF itself."""

from dataclasses import dataclass

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workshop.accounts import presenter_required
from workshop.accounts.own import own_workshop
from workshop.decks.questionnaire import questionnaire
from workshop.decks.store import deck_of
from workshop.house import database, settings
from workshop.jobs import product
from workshop.jobs.job import of_workshop
from workshop.jobs.put import enqueue
from workshop.language import _
from workshop.on_paper import HIGHEST_SHEET
from workshop.prints.sheet_batch import JOB, MOST, file_name, next_number, numbers_of

sheets = Blueprint("sheets", __name__)
LONGEST_PLACE = 80


@dataclass(frozen=True, slots=True)
class Wish:
    """Which sheets somebody wants."""

    first: int
    count: int
    place: str


@sheets.get("/workshops/<int:workshop_id>/sheets")
@presenter_required
def page(workshop_id: int) -> str:
    """How many sheets, from which number; and those that were made."""
    workshop = own_workshop(workshop_id)
    with database().read() as session:
        questions = questionnaire(deck_of(session, workshop.deck_version_id))
        jobs = of_workshop(session, workshop_id, JOB)
        first = next_number(session, workshop_id)
    return render_template(
        "cards/sheets.html",
        workshop=workshop,
        questions=questions,
        first=first,
        most=MOST,
        longest_place=LONGEST_PLACE,
        jobs=[(job, numbers_of(job)) for job in jobs],
    )


@sheets.post("/workshops/<int:workshop_id>/sheets")
@presenter_required
def make(workshop_id: int) -> AnyResponse:
    """Puts in the job that makes the PDF."""
    own_workshop(workshop_id)
    wish = _wish()
    if wish is None:
        flash(_("Fill in how many sheets, from 1 to {most}, and their first number.").format(most=MOST))
    else:
        body = {"first": wish.first, "count": wish.count, "place": wish.place}
        with database().write() as session:
            enqueue(session, JOB, body, workshop_id)
    return redirect(url_for("sheets.page", workshop_id=workshop_id))


@sheets.get("/workshops/<int:workshop_id>/sheets/<int:job_id>.pdf")
@presenter_required
def pdf(workshop_id: int, job_id: int) -> Response:
    """The PDF of a batch."""
    own_workshop(workshop_id)
    with database().read() as session:
        jobs = of_workshop(session, workshop_id, JOB, 100)
    if job_id not in [job.id for job in jobs if job.state == "done"]:
        abort(404)
    name = _("answer-sheets")
    return product.download(settings().files / file_name(job_id), f"{name}-{job_id}.pdf")


def _wish() -> Wish | None:
    first, count = (request.form.get(name, type=int) for name in ("first", "count"))
    if first is None or count is None or not 1 <= count <= MOST:
        return None
    if not 1 <= first <= HIGHEST_SHEET + 1 - count:
        return None
    return Wish(first, count, request.form.get("place", "")[:LONGEST_PLACE])
