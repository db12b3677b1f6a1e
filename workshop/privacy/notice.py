"""The privacy page: for everybody, in plain language, filled from the settings as they are."""

from flask import Blueprint, render_template, request

from workshop.accounts import personal as accounts
from workshop.audit import personal as log
from workshop.config import Settings
from workshop.decks.store import deck_of
from workshop.house import database, settings
from workshop.language import plural
from workshop.personal import PERSONAL, Kind
from workshop.privacy.measures import measures, recipients
from workshop.privacy.retention import periods
from workshop.workshops import by_code, tidy_code

notice = Blueprint("notice", __name__)

OF_COLLEAGUES = (accounts.NAME, log.NAME)
"""Kinds of those who work here."""


@notice.get("/privacy")
def page() -> str:
    """What is kept, why, for how long, and what one may ask; of ?workshop=…, whose deck says who runs it."""
    organisation, contact = _controller(request.args.get("workshop", ""), settings())
    with database().read() as session:
        months = periods(session)
    kinds = [kind for kind in PERSONAL.values() if kind.name not in OF_COLLEAGUES]
    return render_template(
        "privacy/notice.html",
        organisation=organisation,
        contact=contact,
        kinds=[(kind, kept_for(kind, months)) for kind in kinds],
        colleagues=[(PERSONAL[name], kept_for(PERSONAL[name], months)) for name in OF_COLLEAGUES],
        recipients=recipients(settings()),
        measures=measures(settings()),
    )


def kept_for(kind: Kind, months: dict[str, int]) -> str:
    """How long, in words; empty where nothing but its purpose says so."""
    if kind.name not in months:
        return ""
    return plural("one month", "{n} months", months[kind.name])


def _controller(code: str, settings: Settings) -> tuple[str, str]:
    """Who answers for the data, and where to write to."""
    with database().read() as session:
        workshop = by_code(session, tidy_code(code)) if code else None
        deck = deck_of(session, workshop.deck_version_id) if workshop else None
    organisation = settings.organisation or (deck.organisation if deck else "")
    return organisation, settings.contact or (deck.contact if deck else "") or ""
