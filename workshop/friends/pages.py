"""The page that a card's QR code leads to."""

from flask import Blueprint, abort, render_template

from workshop import language, web
from workshop.decks.store import deck_of
from workshop.friends.message import by_token
from workshop.house import database
from workshop.tongue import tongue
from workshop.workshops import Workshop

friends = Blueprint("friends", __name__)


@friends.get("/f/<token>")
def card(token: str) -> str:
    """The message, who it is from, and what it is about; only the card's holder knows the address."""
    with database().read() as session:
        message = by_token(session, token)
        if message is None:
            abort(404)
        workshop = session.get_one(Workshop, message.workshop_id)
        deck = deck_of(session, workshop.deck_version_id)
    reads = tongue(deck.languages, "", web.wished_languages())
    language.speak(reads.interface, among=reads.words)
    return render_template(
        "friends/card.html", message=message, deck=deck.in_language(reads.words), workshop=workshop
    )
