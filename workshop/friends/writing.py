"""Writing a card in turn: whoever got a card writes one for somebody else."""

import re
import secrets
import time

from flask import Blueprint, current_app, redirect, render_template, request
from flask.sansio.blueprints import BlueprintSetupState
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from workshop import journal, web
from workshop.accounts.attempts import Attempts, Limit, network
from workshop.forms import MOST_TYPED, FieldsRefused, Submission
from workshop.friends.acceptance import accept_in_turn
from workshop.friends.card import written_in_turn
from workshop.friends.message import of_id
from workshop.friends.opened import Opened, opened
from workshop.friends.pages import came_by, keep_out_of_search_engines, shown
from workshop.friends.sender import sender_address
from workshop.house import database, settings
from workshop.language import _
from workshop.refused import Refused

writing = Blueprint("writing", __name__)
web.csrf.exempt(writing)
writing.after_request(keep_out_of_search_engines)

MOST_IN_TURN = 100
"""Cards that may be written on one card's page: a class full of friends, and no flood."""
FIELDS = ("friend_name", "message", "sender_name")
_ID = re.compile(r"[A-Za-z0-9_-]{22}")
_LIMIT = Limit(burst=30, every=20)
"""For each address from which people write: a school is often one. Addresses are in memory only."""
_ATTEMPTS = "workshop.friends.attempts"


@writing.record_once
def _start_counting(state: BlueprintSetupState) -> None:
    state.app.extensions[_ATTEMPTS] = Attempts(_LIMIT)


@writing.get("/f/<token>/write")
def write(token: str) -> str:
    """An empty form; who writes is likely the one for whom the card was."""
    found = opened(token)
    return _page(found, {"sender_name": found.message.friend_name}, {})


@writing.post("/f/<token>/write")
def written(token: str) -> AnyResponse | tuple[str, int]:
    """Makes the card, and goes to its sender's page; pressed twice it is one card."""
    found = opened(token)
    fields = {name: request.form.get(name, "")[: MOST_TYPED + 1] for name in FIELDS}
    try:
        new_token = _written(found, fields)
    except FieldsRefused as refused:
        return _page(found, fields, refused.fields, refused.text), 422
    except Refused as refused:
        return _page(found, fields, {}, refused.text), 422
    came_by(found)
    return redirect(sender_address(new_token), 303)


def _written(found: Opened, fields: dict[str, str]) -> str:
    """The token of the card that comes of it."""
    card_id = request.form.get("id", "")
    if not _ID.fullmatch(card_id):
        card_id = _new_id()
    sent = Submission(card_id, found.workshop.id, "", found.deck, 0, fields, settings().secret)
    entry = accept_in_turn(sent, found.card, found.message)
    with database().write() as session:
        if of_id(session, found.workshop.id, card_id) is None:
            _refuse_too_many(session, found)
        (done,) = journal.append(session.connection(), [entry])
        message = of_id(session, found.workshop.id, card_id)
    if done.other_content or message is None:
        text = _("A card was made here before, with other words. Press once more for another one.")
        raise Refused("id_reused", text)
    return message.token


def _refuse_too_many(session: Session, found: Opened) -> None:
    if written_in_turn(session, found.card) >= MOST_IN_TURN:
        raise Refused("too_many", _("So many cards were written here that no more fit."))
    attempts: Attempts = current_app.extensions[_ATTEMPTS]
    if attempts.take(network(request.remote_addr), time.monotonic()):
        text = _("Many cards were written from here in a short time. Wait a minute and try again.")
        raise Refused("too_many", text)


def _page(found: Opened, fields: dict[str, str], wrong: dict[str, str], trouble: str = "") -> str:
    return render_template(
        "friends/write.html", **shown(found), typed=fields, wrong=wrong, trouble=trouble, new_id=_new_id()
    )


def _new_id() -> str:
    return secrets.token_urlsafe(16)
