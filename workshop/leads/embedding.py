"""The form afterwards: its lasting address, its QR code, and what puts it into one's own site."""

from flask import Blueprint, Response, abort, make_response, render_template, url_for
from flask_login import current_user
from markupsafe import Markup
from sqlalchemy.orm import Session

from workshop import qr, web
from workshop.accounts import user_required
from workshop.accounts.own import may_direct
from workshop.addresses import Addresses
from workshop.decks.deck import Deck
from workshop.decks.store import deck_of
from workshop.house import database, settings
from workshop.kinds.lead import Lead
from workshop.language import _
from workshop.workshops import Workshop

blueprint = Blueprint("embedding", __name__)

HEIGHT = 1100
"""Pixels that the usual form takes on a phone; a longer one scrolls."""


@blueprint.get("/workshops/<int:workshop_id>/form")
@user_required
def page(workshop_id: int) -> Response:
    """For the workshop's owner, and for staff; only where the deck has a form."""
    with database().read() as session:
        workshop, deck = _found(session, workshop_id)
    address = f"{Addresses(settings()).base}{url_for('form.page', code=workshop.code)}"
    response = make_response(
        render_template(
            "leads/embedding.html",
            workshop=workshop,
            address=address,
            code=qr.svg(address),
            frame=frame(address, deck),
            is_public=settings().secure,
            directs=may_direct(current_user, workshop),
        )
    )
    # The form as it is, in a frame; the page has nothing else in one.
    policy = f"{web.CONTENT_SECURITY_POLICY}; frame-src 'self'"
    response.headers["Content-Security-Policy"] = policy
    return response


def has_form(session: Session, workshop: Workshop) -> bool:
    """Whether a workshop has a form that lasts."""
    return asks_for_leads(deck_of(session, workshop.deck_version_id))


def asks_for_leads(deck: Deck) -> bool:
    """Whether one of a deck's slides is the form."""
    return any(isinstance(slide.asks, Lead) for slide in deck.slides)


def frame(address: str, deck: Deck) -> str:
    """The element that shows the form inside another page."""
    title = _("Form of {title}").format(title=deck.organisation or deck.title)
    element = Markup(
        '<iframe src="{address}?inside=yes" title="{title}" width="100%" height="{height}" loading="lazy"'
        ' style="border: 0"></iframe>'
    )
    return str(element.format(address=address, title=title, height=HEIGHT))


def _found(session: Session, workshop_id: int) -> tuple[Workshop, Deck]:
    workshop = session.get(Workshop, workshop_id)
    if workshop is None:
        abort(404)
    if not (current_user.sees_leads or may_direct(current_user, workshop)):
        abort(403)
    deck = deck_of(session, workshop.deck_version_id)
    if not asks_for_leads(deck):
        abort(404)
    return workshop, deck
