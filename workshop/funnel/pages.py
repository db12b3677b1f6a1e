"""The funnel as a page and as a file: of one workshop, and of all that somebody may see."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from flask import Blueprint, Response, abort, render_template
from flask_login import current_user

from workshop.accounts import user_required
from workshop.accounts.own import may_direct, workshops_of
from workshop.days import ZONE
from workshop.funnel.stages import Funnel, funnels_of, together
from workshop.funnel.step import steps
from workshop.house import database
from workshop.language import _
from workshop.spreadsheet import BYTE_ORDER_MARK, harmless, line
from workshop.workshops import Workshop, newest_first

funnel = Blueprint("funnel", __name__)

SHOWN = 200
"""So many workshops stand on the page with a line each, the newest first; all of them are in the file."""


@funnel.get("/workshops/<int:workshop_id>/funnel")
@user_required
def page(workshop_id: int) -> str:
    """Of one workshop: for its owner, and for staff."""
    workshop = _workshop(workshop_id)
    found = funnels_of(database(), [workshop.id])[workshop.id]
    return render_template(
        "funnel/workshop.html", workshop=workshop, funnel=found, directs=may_direct(current_user, workshop)
    )


@funnel.get("/workshops/<int:workshop_id>/funnel.csv")
@user_required
def as_csv(workshop_id: int) -> Response:
    """The same numbers for a spreadsheet."""
    workshop = _workshop(workshop_id)
    return _csv([workshop], f"{_('funnel')} {workshop.code}")


@funnel.get("/funnel")
@user_required
def everything() -> str:
    """Of all workshops together, and of each: staff see everybody's, a presenter the own ones."""
    seen = _seen()
    found = funnels_of(database(), [each.id for each in seen])
    return render_template(
        "funnel/everything.html",
        workshops=seen[:SHOWN],
        more=len(seen) - SHOWN,
        funnels=found,
        funnel=together(found.values()),
        steps=[(name, step.words()) for name, step in steps()],
    )


@funnel.get("/funnel.csv")
@user_required
def everything_as_csv() -> Response:
    """A line for each workshop."""
    return _csv(_seen(), _("funnel"))


def _workshop(workshop_id: int) -> Workshop:
    with database().read() as session:
        workshop = session.get(Workshop, workshop_id)
    if workshop is None:
        abort(404)
    if not (current_user.sees_leads or may_direct(current_user, workshop)):
        abort(403)
    return workshop


def _seen() -> list[Workshop]:
    with database().read() as session:
        return newest_first(session) if current_user.sees_leads else workshops_of(session, current_user)


def _csv(workshops: Sequence[Workshop], name: str) -> Response:
    found = funnels_of(database(), [each.id for each in workshops])
    text = "".join(line(map(harmless, cells)) for cells in _rows(workshops, found))
    response = Response(BYTE_ORDER_MARK + text, content_type="text/csv; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return response


def _rows(workshops: Sequence[Workshop], found: dict[int, Funnel]) -> Iterator[list[str]]:
    yield [_("Workshop"), _("Code"), _("Started"), *(step.words() for _name, step in steps())]
    for each in workshops:
        counts = found[each.id].counts
        yield [each.title, each.code, _day(each.created_at), *(str(counts[name]) for name, _step in steps())]


def _day(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZONE).date().isoformat()
