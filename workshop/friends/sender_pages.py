"""A card as its sender sees it: to send as a link or a picture, to print, and to have mailed once."""

from flask import Blueprint, abort, redirect, render_template, request
from werkzeug.wrappers import Response as AnyResponse

from workshop import qr, web
from workshop.addresses import Addresses
from workshop.forms import FieldsRefused
from workshop.friends import mail
from workshop.friends.message import of_id
from workshop.friends.opened import Opened, opened_by_sender
from workshop.friends.pages import keep_out_of_search_engines, shown
from workshop.friends.sender import sender_address
from workshop.house import database, settings
from workshop.live import live_stage

sender = Blueprint("sender", __name__)
web.csrf.exempt(sender)
sender.after_request(keep_out_of_search_engines)


@sender.get("/f/<token>/sent/<key>")
def page(token: str, key: str) -> str:
    """The card, and the ways in which it can reach the friend."""
    return _page(opened_by_sender(token, key))


@sender.post("/f/<token>/sent/<key>/mail")
def mailed(token: str, key: str) -> AnyResponse | tuple[str, int]:
    """Has the card mailed; asked twice it goes once."""
    found = opened_by_sender(token, key)
    if not settings().smtp_url:
        abort(404)
    typed = request.form.get("address", "")
    try:
        with database().write() as session:
            mail.ask(session, found.message, typed, Addresses(settings()).base)
    except FieldsRefused as refused:
        return _page(found, typed, refused.fields["address"]), 422
    return redirect(sender_address(token), 303)


@sender.post("/f")
def of_phone() -> AnyResponse:
    """From the phone in the workshop to the page of a card that it just sent."""
    workshop_id, participant = live_stage().tokens.read(request.form.get("token", ""))
    card_id = request.form.get("id", "")
    with database().read() as session:
        message = (
            of_id(session, workshop_id, card_id) if card_id.isascii() and card_id.isprintable() else None
        )
    if message is None or message.participant != participant:
        abort(404)
    return redirect(sender_address(message.token), 303)


def _page(found: Opened, typed: str = "", wrong: str = "") -> str:
    link = f"{Addresses(settings()).base}/f/{found.message.token}"
    return render_template(
        "friends/sender.html",
        **shown(found),
        card=found.card,
        link=link,
        code=qr.svg(link),
        own=sender_address(found.message.token),
        mails=bool(settings().smtp_url),
        typed=typed,
        wrong=wrong,
    )
