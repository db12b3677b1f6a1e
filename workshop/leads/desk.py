"""The desk: where people with an account see the leads that are theirs to follow up."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote

import gevent
from flask import Blueprint, Response, abort, render_template, request
from flask_login import current_user
from sqlalchemy.orm import Session

from workshop.accounts import User, user_required
from workshop.house import database
from workshop.language import _
from workshop.leads import listing
from workshop.leads.form import readable
from workshop.leads.listing import PAGE, Leads, Place
from workshop.leads.spreadsheet import as_csv
from workshop.leads.times import at
from workshop.workshops import Workshop

blueprint = Blueprint("leads", __name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """The leads that somebody asks for, of those that they may see."""

    leads: Leads
    workshop: Workshop | None


@blueprint.get("/leads")
@user_required
def desk() -> str:
    """The list, newest first."""
    person = _person()
    before = _place()
    with database().read() as session:
        asked = _asked(session, person)
        found = listing.page(session, asked.leads, PAGE + 1, before)
        return render_template(
            "leads/desk.html",
            found=found[:PAGE],
            older=Place.of(found[PAGE - 1].lead) if len(found) > PAGE else None,
            before=before,
            count=listing.count(session, asked.leads),
            chosen=asked.workshop,
            workshops=listing.workshops_with(session, listing.seen_by(person), asked.workshop),
            person=person,
        )


@blueprint.get("/leads.csv")
@user_required
def download() -> Response:
    """The same leads, all of them, as a file for a spreadsheet."""
    with database().read() as session:
        asked = _asked(session, _person())
    name, day = _("leads"), at(time.time_ns() // 1_000_000).strftime("%Y-%m-%d")
    return Response(
        _in_turns(as_csv(listing.pages(database(), asked.leads))),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}-{day}.csv"',
            "Cache-Control": "no-store",
        },
    )


@blueprint.app_template_filter("dialled")
def dialled(telephone: str) -> str:
    """A telephone number as people read it."""
    return readable(telephone)


@blueprint.app_template_filter("mailto")
def mailto(email: str) -> str:
    """The address of a mail to this person. A ? or & in it must not add fields to the mail."""
    return f"mailto:{quote(email, safe='@')}"


def _in_turns(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield text
        gevent.sleep(0)  # a long download must not keep the phones waiting


def _person() -> User:
    return cast(User, current_user)


def _asked(session: Session, person: User) -> Asked:
    workshop = _workshop(session, person)
    return Asked(listing.of_workshop(listing.seen_by(person), workshop), workshop)


def _workshop(session: Session, person: User) -> Workshop | None:
    text = request.args.get("workshop", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        abort(404)
    return listing.workshop_seen_by(session, person, int(text)) or abort(404)


def _place() -> Place | None:
    text = request.args.get("before", "")
    try:
        return Place.read(text) if text else None
    except ValueError:
        abort(404)
