"""The page on which staff make the pipeline their own."""

from collections.abc import Mapping, Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from workshop.accounts import staff_required
from workshop.forms import FieldsRefused
from workshop.house import database
from workshop.language import _
from workshop.leads import pipeline, status
from workshop.leads.pipeline import NEW, PipelineOvertaken, Row
from workshop.leads.status import Status

blueprint = Blueprint("pipeline", __name__)


@blueprint.get("/leads/pipeline")
@staff_required
def page() -> str:
    """The statuses as they are."""
    with database().read() as session:
        statuses = status.pipeline(session)
        return _drawn(session, statuses, pipeline.rows_of(statuses))


@blueprint.post("/leads/pipeline")
@staff_required
def change() -> ResponseReturnValue:
    """Keeps them as they were typed; what is wrong stands beside its field, with all that was typed."""
    try:
        with database().write() as session:
            now = pipeline.locked(session)
            if request.form.get("seen") != pipeline.seen(now):
                raise PipelineOvertaken
            pipeline.change(session, now, _typed(now))
    except PipelineOvertaken as overtaken:
        return _again(overtaken.text), 409
    except FieldsRefused as refused:
        return _again(refused.fields.get("", refused.text), refused.fields), 422
    flash(_("Saved."))
    return redirect(url_for("pipeline.page"), 303)


def _typed(statuses: Sequence[Status]) -> list[Row]:
    return [_row(key) for key in (*(str(each.id) for each in statuses), NEW)]


def _row(key: str) -> Row:
    name, outcome, place = (request.form.get(f"{field}-{key}", "") for field in ("name", "outcome", "place"))
    return Row(key, name, outcome, place.strip(), removed=f"remove-{key}" in request.form)


def _again(trouble: str, wrong: Mapping[str, str] | None = None) -> str:
    with database().read() as session:
        statuses = status.pipeline(session)
        rows = _typed(statuses) if wrong else pipeline.rows_of(statuses)
        return _drawn(session, statuses, rows, trouble, wrong)


def _drawn(
    session: Session,
    statuses: Sequence[Status],
    rows: Sequence[Row],
    trouble: str = "",
    wrong: Mapping[str, str] | None = None,
) -> str:
    return render_template(
        "leads/pipeline.html",
        rows=rows,
        seen=pipeline.seen(statuses),
        counts={str(id_): count for id_, count in pipeline.counts(session).items()},
        outcomes={"open": _("Still open"), "won": _("Worked out"), "lost": _("Came to nothing")},
        trouble=trouble,
        wrong=wrong or {},
        longest=pipeline.LONGEST_NAME,
    )
