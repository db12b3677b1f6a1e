"""The pages with which a presenter lends something out: a remote control to a phone, a look to a co-host."""

import time
from typing import Any

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workshop import language, qr
from workshop.accounts import presenter_required
from workshop.accounts.own import own_workshop
from workshop.house import database, settings
from workshop.live import live_stage, previews, remotes
from workshop.live.previews import Preview
from workshop.live.remotes import COOKIE_LIVES_SECONDS, LINK_LIVES_SECONDS, cookie_name
from workshop.live.stand import step_words
from workshop.refused import Refused

lending = Blueprint("lending", __name__)


@lending.post("/workshops/<int:workshop_id>/remote")
@presenter_required
def new_remote(workshop_id: int) -> Response:
    """A link that pairs one phone, as a QR code for the presenter's page."""
    workshop = own_workshop(workshop_id)
    with database().write() as session:
        token = remotes.new_link(session, workshop.id, _now())
    link = live_stage().addresses.base + url_for("lending.pairing", workshop_id=workshop.id, token=token)
    return jsonify(link=link, svg=qr.svg(link), seconds=LINK_LIVES_SECONDS)


@lending.post("/workshops/<int:workshop_id>/remote/end")
@presenter_required
def end_remotes(workshop_id: int) -> Response:
    """Uncouples all remotes."""
    workshop = own_workshop(workshop_id)
    with database().write() as session:
        remotes.end_all(session, workshop.id)
    live_stage().turn_out(workshop.id)
    return jsonify(ok=True)


@lending.post("/workshops/<int:workshop_id>/preview")
@presenter_required
def share(workshop_id: int) -> Response:
    """Lets people look along, with another link, with or without notes, or no longer."""
    workshop = own_workshop(workshop_id)
    act = request.form.get("act")
    with database().write() as session:
        if act in ("renew", "end"):
            previews.end(session, workshop.id)
        wanted = act in ("share", "renew")
        notes = request.form.get("notes") == "on"
        preview = previews.share(session, workshop.id, with_notes=notes) if wanted else None
    live_stage().turn_out(workshop.id)
    return jsonify(preview_data(preview))


@lending.get("/remote/<int:workshop_id>/<token>")
def pairing(workshop_id: int, token: str) -> str | tuple[str, int]:
    """A page with one button: cameras look at links, and looking must not use them up."""
    with database().read() as session:
        is_open = remotes.is_open(session, workshop_id, token, _now())
    return render_template("live/pairing.html") if is_open else _used_up()


@lending.post("/remote/<int:workshop_id>/<token>")
def pair(workshop_id: int, token: str) -> AnyResponse | tuple[str, int]:
    """Makes this phone a remote."""
    with database().write() as session:
        remote = remotes.pair(session, workshop_id, token, _now())
    if remote is None:
        return _used_up()
    response = redirect(url_for("lending.remote", workshop_id=workshop_id), 303)
    response.set_cookie(
        cookie_name(workshop_id),
        live_stage().badges.new(workshop_id, remote),
        max_age=COOKIE_LIVES_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings().secure,
    )
    return response


@lending.get("/remote/<int:workshop_id>")
def remote(workshop_id: int) -> str | tuple[str, int]:
    """The presenter's page for a paired phone: it directs, and leads nowhere else."""
    try:
        room, _remote = live_stage().remote(workshop_id, request.cookies.get(cookie_name(workshop_id), ""))
    except Refused:
        return _used_up()
    return render_template(
        "live/presenter.html",
        workshop=room.workshop,
        deck=room.deck,
        state=live_stage().presenter_state(room),
        step_words=step_words(),
        is_remote=True,
    )


@lending.get("/preview/<key>")
def preview(key: str) -> str:
    """The deck's slides as pictures, and which one is on; for whoever has the link."""
    try:
        room, with_notes = live_stage().preview(key)
    except Refused:
        abort(404)
    language.speak(room.deck.language)
    screens = live_stage().screens
    return render_template(
        "live/preview.html",
        workshop=room.workshop,
        deck=room.deck,
        key=key,
        with_notes=with_notes,
        pictures=[screens.picture(room, number) for number in range(len(room.deck.slides) + 1)],
        state=screens.preview(room),
    )


def preview_data(preview: Preview | None) -> dict[str, Any]:
    """The link to look along, as the presenter's page shows it."""
    if preview is None:
        return {"link": "", "notes": False}
    link = live_stage().addresses.base + url_for("lending.preview", key=preview.key)
    return {"link": link, "notes": preview.with_notes}


def _used_up() -> tuple[str, int]:
    return render_template("live/pairing.html", used_up=True), 403


def _now() -> int:
    return time.time_ns() // 1_000_000
