"""What the server sees of a request, told to the doctor who runs on the same installation.

Only who has the server's secret can ask: the address holds a token signed with it.
"""

from flask import Blueprint, abort, jsonify, request
from flask.typing import ResponseReturnValue
from itsdangerous import BadData, URLSafeTimedSerializer

from workshop.house import settings

witness = Blueprint("doctor", __name__)

GOOD_FOR = 120
"""Seconds that a token can be used."""


def path(secret: str) -> str:
    """Where a server with this secret tells what it sees."""
    return f"/doctor/{_signer(secret).dumps('seen')}"


@witness.get("/doctor/<token>")
def seen(token: str) -> ResponseReturnValue:
    """What a page would see, which WORKSHOP_PROXIES decides, and the headers as they came."""
    try:
        _signer(settings().secret).loads(token, max_age=GOOD_FOR)
    except BadData:
        abort(404)
    return jsonify(
        scheme=request.scheme,
        host=request.host,
        forwarded_for=request.headers.get("X-Forwarded-For", ""),
        forwarded_proto=request.headers.get("X-Forwarded-Proto", ""),
    )


def _signer(secret: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(secret, salt="doctor")
