"""The two calls of a phone over plain HTTP, for where no websocket gets through.

They take the phone's token in a header, so no other site can make a browser send them.
"""

import time
from typing import Any

import msgspec
from flask import Blueprint, Response, abort, request

from workshop import language, web
from workshop.live import live_stage
from workshop.live.orders import MOST_BYTES, decoded, phone_command
from workshop.live.rooms import LiveRoom
from workshop.live.sockets import answered, refusal
from workshop.refused import Refused
from workshop.tags import nearest
from workshop.tongue import Tongue, told

http = Blueprint("http", __name__, url_prefix="/live")
web.csrf.exempt(http)


@http.post("/submissions")
def submit() -> Response:
    """A submission, answered after the commit as over the websocket: {"ok": seq} or {"error": code}."""
    try:
        live, participant = _sender()
        data = decoded(_body())
    except Refused as refused:
        return _json(refusal(refused), 403)
    except ValueError:
        return _json({"error": "not_understood"}, 400)
    words, interface = _tongue(live)
    language.speak(interface, among=words)
    return _json(answered(lambda: live_stage().submit(live, participant, phone_command(data), words)))


@http.get("/state")
def state() -> Response:
    """What the phone shows, if that changed since the number in ?since=; else only the number."""
    try:
        live, participant = _sender()
    except Refused as refused:
        return _json(refusal(refused), 403)
    live_stage().join(live, participant)
    live.looked(participant, time.monotonic())
    live.catch_up()
    since = request.args.get("since", type=int)
    if since is not None and since == live.room.seq:
        return _json({"seq": since})
    own_slide = request.args.get("slide", type=int)
    return _json(live_stage().phone_state(live, participant, _tongue(live), own_slide))


def _body() -> bytes:
    request.max_content_length = MOST_BYTES
    body = request.get_data()
    if len(body) == MOST_BYTES:
        abort(413)  # one that did not say how long it is was cut off here
    return body


def _sender() -> tuple[LiveRoom, str]:
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    return live_stage().phone(token if scheme == "Bearer" else "")


def _tongue(live: LiveRoom) -> Tongue:
    """What the phone reads: the deck's words in the language of ?words=, ours in that of Accept-Language."""
    asked = next((wish for wish in web.wished_languages() if nearest(wish, language.LANGUAGES)), None)
    return told(live.deck.languages, request.args.get("words", ""), asked)


def _json(data: dict[str, Any], status: int = 200) -> Response:
    return Response(msgspec.json.encode(data), status, mimetype="application/json")
