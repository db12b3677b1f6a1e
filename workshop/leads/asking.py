"""What a request asks of the leads: who asks, which leads they may see, and what they filtered by."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from flask import abort, request
from flask_login import current_user
from sqlalchemy.orm import Session

from workshop.accounts import User
from workshop.days import ZONE
from workshop.leads import listing
from workshop.leads.filter import Filter, read
from workshop.leads.listing import Found, Leads, Place
from workshop.workshops import Workshop


@dataclass(frozen=True, slots=True)
class Asked:
    """The leads that somebody asks for, of those that they may see."""

    person: User
    filter: Filter
    leads: Leads
    workshop: Workshop | None
    before: Place | None

    @property
    def by_day(self) -> bool:
        """Whether they stand in the order of their next actions."""
        return self.filter.goes_by_day


def asked(session: Session) -> Asked:
    """What this request asks for; a page that is not there where it asks for what is none."""
    who = person()
    wanted = _filter()
    workshop = _workshop(session, who, wanted.workshop)
    dialect = session.get_bind().dialect
    leads = listing.filtered(listing.seen_by(who), wanted, who, today(), dialect)
    return Asked(who, wanted, leads, workshop, _place())


def person() -> User:
    """Who asks."""
    return cast(User, current_user)


def lead_or_404(session: Session, lead_id: int) -> Found:
    """The lead, where the person may see it."""
    return listing.one(session, person(), lead_id) or abort(404)


def today() -> date:
    """The day here."""
    return datetime.now(ZONE).date()


def _filter() -> Filter:
    try:
        return read(request.args)
    except ValueError:
        abort(404)


def _workshop(session: Session, who: User, workshop_id: int | None) -> Workshop | None:
    if workshop_id is None:
        return None
    return listing.workshop_seen_by(session, who, workshop_id) or abort(404)


def _place() -> Place | None:
    text = request.args.get("before", "")
    try:
        return Place.read(text) if text else None
    except ValueError:
        abort(404)
