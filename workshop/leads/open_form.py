"""The form outside the room: at an address of its own, inside other sites, and on a friend's page."""

import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, make_response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from sqlalchemy.orm import Session

from workshop import journal, language, web, workshops
from workshop.decks.deck import Deck
from workshop.decks.store import deck_of
from workshop.forms import MOST_TYPED, FieldsRefused, Submission
from workshop.house import database, settings
from workshop.kinds.lead import Lead
from workshop.language import _
from workshop.leads import ticket
from workshop.leads.acceptance import Source, accept, receipt_of
from workshop.leads.ticket import Ticket
from workshop.rate import Rate
from workshop.refused import Refused
from workshop.tongue import tongue
from workshop.workshops import Workshop

blueprint = Blueprint("form", __name__)

TRAP = "website"
"""A field that no person sees; a program that fills in everything tells itself by it."""
MOST_FIELDS = 80
PER_MINUTE = 30
"""Forms that one address may send: a school is often one address."""

_rate = Rate(PER_MINUTE)


@dataclass(frozen=True, slots=True)
class Shown:
    """The form as it stands on a page: what it carries along, and what was typed and is wrong."""

    deck: Deck
    form: Lead
    address: str
    ticket: str
    typed: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    trouble: str = ""


@blueprint.get("/form/<code>")
def page(code: str) -> Response:
    """The form of a workshop; with ?inside=yes to stand inside another site's page."""
    with database().read() as session:
        workshop, deck = _found(session, code)
    return _page(workshop, _shown(deck, workshop, ""))


@blueprint.post("/form/<code>")
def send(code: str) -> ResponseReturnValue:
    """Takes the form in."""
    with database().read() as session:
        workshop, deck = _found(session, code)
    if not _rate.allows(request.remote_addr):
        abort(429)
    typed = _typed()
    if typed.get(TRAP):
        return _page(workshop, None)  # thanked like everybody, so that it learns nothing
    given = ticket.read(request.form.get("ticket", ""), settings().secret)
    if given is None or given.workshop_id != workshop.id or given.is_old or given.is_too_quick:
        card = given.card if given and given.workshop_id == workshop.id else ""
        return _page(workshop, _shown(deck, workshop, card, typed, trouble=_again(given))), 422
    submission = Submission(given.id, workshop.id, "", deck, _slide(deck), typed, settings().secret)
    try:
        _take(submission, given.card)
    except FieldsRefused as refused:
        return _page(workshop, _shown(deck, workshop, given, typed, refused.fields, refused.text)), 422
    return _page(workshop, None, copy=receipt_of(submission))


def on_page(deck: Deck, workshop_id: int, card: str) -> Markup:
    """The form for the page of a friend's card; empty where the deck has none."""
    if _form(deck) is None:
        return Markup()
    with database().read() as session:
        workshop = session.get_one(Workshop, workshop_id)
    return Markup(render_template("leads/open_form.html", shown=_shown(deck, workshop, card)))


def _found(session: Session, code: str) -> tuple[Workshop, Deck]:
    workshop = workshops.by_code(session, workshops.tidy_code(code)) or abort(404)
    deck = deck_of(session, workshop.deck_version_id)
    reads = tongue(deck.languages, request.args.get("words", ""), web.wished_languages())
    language.speak(reads.interface, among=reads.words)
    deck = deck.in_language(reads.words)
    if _form(deck) is None:
        abort(404)
    return workshop, deck


def _slide(deck: Deck) -> int:
    return next((slide.number for slide in deck.slides if isinstance(slide.asks, Lead)), 0)


def _form(deck: Deck) -> Lead | None:
    slide = deck.slide(_slide(deck))
    return slide.asks if slide and isinstance(slide.asks, Lead) else None


def _typed() -> dict[str, str]:
    fields = {name: text for name, text in request.form.items() if name not in ("ticket", "csrf_token")}
    if len(fields) > MOST_FIELDS or any(len(text) > MOST_TYPED for text in fields.values()):
        raise Refused("too_long", _("That is more than fits in this form."))
    return fields


def _again(given: Ticket | None) -> str:
    if given is not None and given.is_too_quick:
        return _("That was very quick. Look at what you filled in, and send it once more.")
    return _("This page was open for a long time. Send it once more.")


def _shown(
    deck: Deck,
    workshop: Workshop,
    before: Ticket | str,
    typed: Mapping[str, str] | None = None,
    wrong: Mapping[str, str] | None = None,
    trouble: str = "",
) -> Shown:
    form = _form(deck)
    assert form is not None
    # What was refused is sent again with the same id; a new page gets a new one.
    opened = before if isinstance(before, Ticket) else _new_ticket(workshop, before)
    return Shown(
        deck=deck,
        form=form,
        address=_address(workshop),
        ticket=ticket.sign(opened, settings().secret),
        typed=typed or {},
        wrong=wrong or {},
        trouble=trouble,
    )


def _new_ticket(workshop: Workshop, card: str) -> Ticket:
    return Ticket(secrets.token_urlsafe(16), workshop.id, card, int(time.time()))


def _address(workshop: Workshop) -> str:
    ways = {name: request.args[name] for name in ("inside", "words") if name in request.args}
    return f"{url_for('form.send', code=workshop.code)}?{urlencode(ways)}".rstrip("?")


def _take(submission: Submission, card: str) -> None:
    source = Source("friend", card) if card else Source("page")
    with database().write() as session:
        [done] = journal.append(session.connection(), [accept(submission, source)])
    if done.other_content:
        raise FieldsRefused(
            {"": _("You have sent this form already. Reload the page to fill it in once more.")}
        )


def _page(workshop: Workshop, shown: Shown | None, copy: str = "") -> Response:
    with database().read() as session:
        deck = deck_of(session, workshop.deck_version_id)
    inside = request.args.get("inside") == "yes"
    response = make_response(
        render_template(
            "leads/form_page.html",
            workshop=workshop,
            deck=shown.deck if shown else deck,
            shown=shown,
            copy=copy,
            inside=inside,
        )
    )
    if inside:
        # It has no session and no cookie: nothing can be done through it that its own page could not.
        policy = web.CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
        response.headers["Content-Security-Policy"] = policy
    return response
