"""What staff send from the desk: what is next, a note, a correction, a change of many, a view."""

from dataclasses import replace
from datetime import date

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.accounts import User, user_required
from workshop.forms import FieldsRefused
from workshop.house import database
from workshop.kinds.open import tidy
from workshop.language import _, plural
from workshop.leads import bulk, change, listing, merging, tag, view
from workshop.leads.asking import asked, lead_or_404, person
from workshop.leads.change import LONGEST_ACTION, LONGEST_NOTE, FollowUp, Overtaken
from workshop.leads.desk import Shown, blueprint
from workshop.leads.field import optional_fields
from workshop.leads.filter import Filter, read
from workshop.leads.form import Details, read_details
from workshop.leads.panel import Panel
from workshop.leads.status import Status
from workshop.refused import Refused

REGION = "NL"
"""Where a telephone number belongs that staff type without a country code."""


@blueprint.post("/leads/<int:lead_id>/follow-up")
@user_required
def follow_up(lead_id: int) -> ResponseReturnValue:
    """Where the lead stands, whose it is, and what is to be done when."""
    try:
        with database().write() as session:
            found = lead_or_404(session, lead_id)
            change.follow_up(session, person(), found.lead, _version(), _follow_up(session))
    except Overtaken as overtaken:
        return _as_it_is(lead_id, overtaken.text), 409
    flash(_("Saved."))
    return _back(lead_id)


@blueprint.post("/leads/<int:lead_id>/move")
@user_required
def move(lead_id: int) -> ResponseReturnValue:
    """To another status, on the board."""
    try:
        with database().write() as session:
            found = lead_or_404(session, lead_id)
            status = _there(session, Status, request.form.get("status", ""))
            now = change.follow_up_of(session, found.lead)
            change.follow_up(session, person(), found.lead, _version(), replace(now, status_id=status.id))
    except Overtaken as overtaken:
        return _as_it_is(lead_id, overtaken.text), 409
    return redirect(f"{url_for('leads.board')}?{read(request.args).query()}".rstrip("?"), 303)


@blueprint.post("/leads/<int:lead_id>/details")
@user_required
def details(lead_id: int) -> ResponseReturnValue:
    """Puts right what was left."""
    try:
        with database().write() as session:
            found = lead_or_404(session, lead_id)
            change.correct(session, person(), found.lead, _version(), _details())
    except Overtaken as overtaken:
        return _as_it_is(lead_id, overtaken.text), 409
    except FieldsRefused as refused:
        return _as_it_is(lead_id, refused.text, refused.fields), 422
    flash(_("Saved."))
    return _back(lead_id)


@blueprint.post("/leads/<int:lead_id>/note")
@user_required
def note(lead_id: int) -> ResponseReturnValue:
    """Adds a note to the time line."""
    text = tidy(request.form.get("note", ""))
    if not text:
        return _as_it_is(lead_id, _("Write something first."), {"note": _("Write something first.")}), 422
    if len(text) > LONGEST_NOTE:
        over = plural("{n} character too many.", "{n} characters too many.", len(text) - LONGEST_NOTE)
        return _as_it_is(lead_id, over, {"note": over}), 422
    with database().write() as session:
        change.add_note(session, person(), lead_or_404(session, lead_id).lead, text)
    return _back(lead_id)


@blueprint.post("/leads/<int:lead_id>/merge")
@user_required
def merge(lead_id: int) -> ResponseReturnValue:
    """Puts another lead under this one."""
    with database().write() as session:
        kept, other = lead_or_404(session, lead_id), lead_or_404(session, _number("other"))
        merging.merge(session, person(), kept.lead, other.lead)
    flash(_("Merged. You can part them again in this panel."))
    return _back(lead_id)


@blueprint.post("/leads/<int:lead_id>/part")
@user_required
def part(lead_id: int) -> ResponseReturnValue:
    """Takes a lead out from under this one."""
    with database().write() as session:
        merging.part(session, person(), lead_or_404(session, lead_id).lead, _number("other"))
    return _back(lead_id)


@blueprint.post("/leads/many")
@user_required
def many() -> ResponseReturnValue:
    """The same change to all leads that are ticked."""
    with database().write() as session:
        wanted = asked(session)
        ids = [int(text) for text in request.form.getlist("id") if text.isascii() and text.isdigit()]
        changed = bulk.change(session, person(), listing.seen_by(person()), ids, _bulk(session))
    flash(plural("One lead changed.", "{n} leads changed.", changed))
    return redirect(_address(wanted.filter), 303)


@blueprint.post("/leads/views")
@user_required
def keep_view() -> ResponseReturnValue:
    """Keeps what the list is filtered by under a name, or lets a view go."""
    name = " ".join(tidy(request.form.get("name", "")).split())[: view.LONGEST_NAME]
    shown = read(request.args)
    with database().write() as session:
        if "remove" in request.form:
            view.remove(session, person(), name)
        elif name and len(view.of_person(session, person())) < view.MOST:
            view.keep(session, person(), name, shown)
    return redirect(_address(shown), 303)


def _follow_up(session: Session) -> FollowUp:
    owner = request.form.get("owner", "")
    return FollowUp(
        status_id=_there(session, Status, request.form.get("status", "")).id,
        owner_id=_there(session, User, owner).id if owner else None,
        next_action=" ".join(tidy(request.form.get("next_action", "")).split())[:LONGEST_ACTION],
        next_on=_day(request.form.get("next_on", "")),
        tags=tuple(sorted(tag.read(request.form.get("tags", "")))),
    )


def _bulk(session: Session) -> bulk.Change:
    what, value = request.form.get("what", ""), request.form.get("value", "")
    match what:
        case "status":
            return bulk.Change("status", _there(session, Status, request.form.get("status", "")).id)
        case "owner":
            owner = request.form.get("owner", "")
            return bulk.Change("owner", _there(session, User, owner).id if owner else None)
        case "tag" | "untag":
            tags = tag.read(value)
            if not tags:
                raise Refused("no_tag", _("Write the tag first."))
            return bulk.Change(what, tags[0])
    return abort(400)


def _there(session: Session, kind, text: str):  # type: ignore[no-untyped-def]
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        abort(400)
    return session.scalar(select(kind).where(kind.id == int(text))) or abort(400)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Refused("day", _("This is no day of the calendar.")) from None


def _details() -> Details:
    return read_details(request.form, REGION, optional_fields())


def _version() -> int:
    return _number("version")


def _number(name: str) -> int:
    text = request.form.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        abort(400)
    return int(text)


def _back(lead_id: int) -> ResponseReturnValue:
    return redirect(_address(read(request.args), lead_id), 303)


def _address(shown: Filter, lead_id: int | None = None) -> str:
    path = url_for("leads.desk") if lead_id is None else url_for("leads.lead", lead_id=lead_id)
    return f"{path}?{shown.query()}".rstrip("?")


def _as_it_is(lead_id: int, text: str, wrong: dict[str, str] | None = None) -> str:
    """The lead as it is now, with what was typed where something in it is wrong."""
    with database().read() as session:
        panel = Panel(session, lead_or_404(session, lead_id))
        return render_template(
            "leads/desk.html",
            shown=Shown(session, asked(session)),
            panel=panel,
            trouble=text,
            wrong=wrong or {},
            typed=request.form if wrong else {},
        )
