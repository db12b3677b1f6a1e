"""A card that somebody opens by its address: the message, and the workshop that it comes from."""

from dataclasses import dataclass

from flask import abort, make_response, render_template

from workshop import language, web
from workshop.decks.deck import Deck
from workshop.decks.store import deck_of
from workshop.friends.card import FriendCard, of_token
from workshop.friends.message import FriendMessage, by_token
from workshop.friends.sender import is_key
from workshop.house import database, settings
from workshop.tongue import tongue
from workshop.workshops import Workshop


@dataclass(frozen=True, slots=True)
class Opened:
    """What the pages of a card show."""

    message: FriendMessage
    card: FriendCard
    workshop: Workshop
    deck: Deck
    """In the language that is read."""


def opened(token: str) -> Opened:
    """The card with this token, whose language is spoken from here on; ends the request where there is none,
    or where it was erased."""
    with database().read() as session:
        card = of_token(session, token)
        if card is None:
            abort(404)
        workshop = session.get_one(Workshop, card.workshop_id)
        deck = deck_of(session, workshop.deck_version_id)
        message = by_token(session, token)
    reads = tongue(deck.languages, "", web.wished_languages())
    language.speak(reads.interface, among=reads.words)
    deck = deck.in_language(reads.words)
    if message is None:
        abort(make_response(render_template("friends/erased.html", workshop=workshop, deck=deck), 410))
    return Opened(message, card, workshop, deck)


def opened_by_sender(token: str, key: str) -> Opened:
    """The same for its sender."""
    if not is_key(settings().secret, token, key):
        abort(404)
    return opened(token)
