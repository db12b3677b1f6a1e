"""The desk: where people with an account see the leads that are theirs to follow up, and one of them beside
the list."""

from urllib.parse import quote

from flask import Blueprint, render_template, url_for
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop import audit
from workshop.accounts import User, user_required
from workshop.house import database, settings
from workshop.leads import agenda, listing, tag, view
from workshop.leads.asking import Asked, asked, lead_or_404, today
from workshop.leads.embedding import has_form
from workshop.leads.filter import Filter, read
from workshop.leads.lead import LeadRow
from workshop.leads.listing import COUNTED, PAGE, Found, Leads, Place
from workshop.leads.panel import Panel
from workshop.leads.personal import NAME
from workshop.leads.status import Status, pipeline
from workshop.leads.telephone import readable
from workshop.leads.told import told
from workshop.workshops import Workshop

blueprint = Blueprint("leads", __name__)

BOARD = 50
"""So many leads stand in a column of the board; the rest is a press away."""


class Shown:
    """A page of the list, with what its filters offer."""

    def __init__(self, session: Session, wanted: Asked) -> None:
        found = listing.page(session, wanted.leads, PAGE + 1, wanted.before, by_day=wanted.by_day)
        last = found[PAGE - 1].lead if len(found) > PAGE else None
        self.ids = ids = [each.lead.id for each in found[:PAGE]]
        self.found: list[Found] = found[:PAGE]
        self.older = Place.of(last, by_day=wanted.by_day) if last else None
        self.before = wanted.before
        self.person = wanted.person
        self.filter: Filter = wanted.filter
        self.chosen: Workshop | None = wanted.workshop
        self.chosen_has_form = self.chosen is not None and has_form(session, self.chosen)
        self.workshops = listing.workshops_with(session, wanted.person, wanted.workshop)
        self.count = listing.count(session, wanted.leads)
        self.counted = COUNTED
        self.statuses: dict[int, Status] = {each.id: each for each in pipeline(session)}
        self.people: dict[int, User] = {each.id: each for each in _people(session)}
        self.tags = tag.of_leads(session, ids)
        self.known_tags = tag.known(session)
        self.views = [(each.name, read(each.query)) for each in view.of_person(session, wanted.person)]
        self.today = today()
        calendar_key = agenda.key(wanted.person, settings().secret)
        self.calendar = url_for("lead_files.calendar", person_id=wanted.person.id, key=calendar_key)


class Column:
    """A status on the board, with the newest of its leads."""

    def __init__(self, session: Session, leads: Leads, status: Status) -> None:
        self.status = status
        self.found = listing.page(session, leads, BOARD)
        self.count = listing.count(session, leads)


@blueprint.get("/leads")
@user_required
def desk() -> str:
    """The list, the newest first."""
    with database().read() as session:
        shown = Shown(session, asked(session))
        audit.note("looked", NAME, ids=shown.ids)
        return render_template("leads/desk.html", shown=shown, panel=None)


@blueprint.get("/leads/<int:lead_id>")
@user_required
def lead(lead_id: int) -> str:
    """One lead, beside the list where there is room for both."""
    with database().read() as session:
        panel = Panel(session, lead_or_404(session, lead_id))
        shown = Shown(session, asked(session))
        audit.note("looked", NAME, ids=[lead_id, *shown.ids])
        return render_template("leads/desk.html", shown=shown, panel=panel)


@blueprint.get("/leads/board")
@user_required
def board() -> str:
    """The leads by their status, side by side."""
    with database().read() as session:
        wanted = asked(session)
        columns = [
            Column(session, wanted.leads.where(LeadRow.status_id == each.id), each)
            for each in pipeline(session)
        ]
        audit.note("looked", NAME, ids=[each.lead.id for column in columns for each in column.found])
        return render_template("leads/board.html", shown=Shown(session, wanted), columns=columns)


@blueprint.app_template_filter("dialled")
def dialled(telephone: str) -> str:
    """A telephone number as people read it."""
    return readable(telephone)


blueprint.add_app_template_filter(told, "happened")


@blueprint.app_template_filter("mailto")
def mailto(email: str) -> str:
    """The address of a mail to this person. A ? or & in it must not add fields to the mail."""
    return f"mailto:{quote(email, safe='@')}"


def _people(session: Session) -> list[User]:
    return list(session.scalars(select(User).order_by(User.name)))
