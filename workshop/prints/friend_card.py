"""One card to a friend, for who has its address: as a picture to send, and as a PDF to print."""

import time
from contextlib import AbstractContextManager
from functools import partial
from io import BytesIO

import msgspec
from flask import Blueprint, Response, abort, current_app, send_file
from flask.sansio.blueprints import BlueprintSetupState

from workshop import language
from workshop.accounts.attempts import Attempts, Limit
from workshop.addresses import Addresses
from workshop.cards.chunk import Printed
from workshop.cards.layout import SINGLE
from workshop.friends.message import FriendMessage, by_token
from workshop.friends.pages import keep_out_of_search_engines
from workshop.house import database, settings
from workshop.language import _
from workshop.prints.batch import Batch, batch_of
from workshop.prints.preview import picture as picture_of
from workshop.prints.said import friend_card
from workshop.prints.source import Source
from workshop.prints.wish import Wish

friend_card_pages = Blueprint("friend_card", __name__)
friend_card_pages.after_request(keep_out_of_search_engines)
_LIMIT = Limit(burst=20, every=5)
"""Of drawing one card: it takes a tenth of a second, and its address gets about."""
_ATTEMPTS = "workshop.friend_card.attempts"
PIXELS = 1184
"""Of a picture's longer side: its code can still be scanned from a screen."""


@friend_card_pages.record_once
def _start_counting(state: BlueprintSetupState) -> None:
    state.app.extensions[_ATTEMPTS] = Attempts(_LIMIT)


@friend_card_pages.get("/f/<token>/card.png")
def picture(token: str) -> Response:
    """All of the card on one side: the names, the message and the code."""
    message = _message(token)
    with _batch(message) as batch:
        setup = msgspec.structs.replace(batch.setup, layout=SINGLE)  # a picture has no back
        png = picture_of(Batch(batch.source, setup, batch.cards), "front", PIXELS)
    assert png is not None  # a card has a front
    return _kept_by_nobody(Response(png, mimetype="image/png"))


@friend_card_pages.get("/f/<token>/card.pdf")
def pdf(token: str) -> Response:
    """The card on a sheet for the office. Made at once: it takes as long as a page."""
    message = _message(token)
    out = BytesIO()
    with _batch(message) as batch:
        batch.print(out, lambda _done: None)
        name = _("card")
    out.seek(0)
    response = send_file(out, mimetype="application/pdf", as_attachment=True, download_name=f"{name}.pdf")
    return _kept_by_nobody(response)


def _message(token: str) -> FriendMessage:
    with database().read() as session:
        message = by_token(session, token)
    if message is None:
        abort(404)
    attempts: Attempts = current_app.extensions[_ATTEMPTS]
    if attempts.take(token, time.monotonic()):
        abort(429)
    return message


def _batch(message: FriendMessage) -> AbstractContextManager[Batch]:
    wish = Wish(kind="friends", base=Addresses(settings()).base)
    return batch_of(database(), settings(), message.workshop_id, wish, partial(_only, message))


def _only(message: FriendMessage, source: Source) -> list[Printed]:
    with language.speaking(source.deck.language):
        return [friend_card(source, message)]


def _kept_by_nobody(response: Response) -> Response:
    response.headers["Cache-Control"] = "no-store"  # what people wrote stays in no cache
    return response
