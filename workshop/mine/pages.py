"""The page of a phone's own answers. The phone's token lets in: from its cookie, or, where a browser keeps
none, handed over by the page's script. What changes something takes the token from the form alone, so
no other site can make a browser send it."""

import secrets
from io import BytesIO

from flask import Blueprint, Response, abort, redirect, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as AnyResponse

from workshop import days, language, web
from workshop.cards.added import fonts_in
from workshop.cards.look import look_of
from workshop.cards.takeaway import Passage, render_takeaway
from workshop.friends.message import FriendMessage, of_participant
from workshop.house import database, settings
from workshop.language import _
from workshop.live import live_stage
from workshop.live.join import cookie_name, find, wrong_code
from workshop.live.orders import phone_command
from workshop.live.rooms import LiveRoom
from workshop.mine.said import Asked, said_by
from workshop.mine.taken import cover_of, passages_of
from workshop.refused import Refused
from workshop.workshops import CODE_LENGTH, Workshop

mine = Blueprint("mine", __name__, url_prefix=f"/<string(length={CODE_LENGTH}):code>/mine")
web.csrf.exempt(mine)

Page = AnyResponse | str | tuple[str, int]


@mine.get("")
def page(code: str) -> Page:
    """The answers of the phone whose cookie comes along; without one, the page whose script knows more."""
    workshop = find(code)
    if workshop is None:
        return wrong_code(code)
    if code != workshop.code:
        return redirect(url_for("mine.page", code=workshop.code))
    return _page(workshop, request.cookies.get(cookie_name(workshop), ""))


@mine.post("")
def opened(code: str) -> Page:
    """The same with the token from the form: for a phone that keeps no cookies."""
    workshop, token = _sent(code)
    live_stage().tokens.read(token, workshop.id)
    return _page(workshop, token)


@mine.post("/withdraw")
def withdraw(code: str) -> Page:
    """Takes an answer back, whether the workshop goes on or not."""
    workshop, token = _sent(code)
    _workshop, participant = live_stage().tokens.read(token, workshop.id)
    order = {"do": "withdraw", "id": secrets.token_urlsafe(16), "answer": request.form.get("answer", "")}
    try:
        live_stage().submit(_room(workshop), participant, phone_command(order))
    except Refused as refused:
        if refused.code != "unknown_answer":  # pressed twice: it is gone, as it should be
            return _page(workshop, token, refused.text), 422
    if request.cookies.get(cookie_name(workshop)) == token:
        return redirect(url_for("mine.page", code=code), 303)
    return _page(workshop, token)


@mine.post("/answers.pdf")
def pdf(code: str) -> Response:
    """The answers as a card. Made at once: measured, 30 answers take 12 ms, and the fonts at first 7."""
    workshop, token = _sent(code)
    _workshop, participant = live_stage().tokens.read(token, workshop.id)
    live = _room(workshop)
    asked, messages = _said(live, participant)
    out = BytesIO()
    with fonts_in(settings().fonts):
        cover = cover_of(live.deck.title, days.told(live.workshop.created_at))
        passages = (*passages_of(asked), *_written(messages))
        render_takeaway(cover, passages, look_of(live.deck), out)
    out.seek(0)
    name = _("my answers")
    response = send_file(
        out, mimetype="application/pdf", as_attachment=True, download_name=f"{name} {workshop.code}.pdf"
    )
    response.headers["Cache-Control"] = "no-store"  # files are kept for a year otherwise
    return response


def _sent(code: str) -> tuple[Workshop, str]:
    """The workshop and the token of a form; a refusal comes in the workshop's language."""
    workshop = find(code) or abort(404)
    language.speak(workshop.language)
    return workshop, request.form.get("token", "")


def _page(workshop: Workshop, token: str, trouble: str = "") -> str:
    language.speak(workshop.language)
    live = _room(workshop)
    try:
        _workshop, participant = live_stage().tokens.read(token, workshop.id)
    except Refused:
        token, participant = "", ""
    asked, messages = _said(live, participant)
    return render_template(
        "mine/mine.html",
        workshop=workshop,
        deck=live.deck,
        ended=live.room.closed,
        token=token,
        asked=asked,
        messages=messages,
        trouble=trouble,
    )


def _room(workshop: Workshop) -> LiveRoom:
    live = live_stage().rooms.of(workshop)
    live.catch_up()
    return live


def _said(live: LiveRoom, participant: str) -> tuple[list[Asked], list[FriendMessage]]:
    with database().read() as session:
        messages = of_participant(session, live.id, participant)
    return said_by(participant, live.room, live.deck), messages


def _written(messages: list[FriendMessage]) -> tuple[Passage, ...]:
    return tuple(
        Passage(_("For {name}").format(name=each.friend_name), (f"{each.message}\n\n{each.sender_name}",))
        for each in messages
    )
