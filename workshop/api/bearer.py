"""Who asks: the token in the Authorization header, and how often it may."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast

from flask import current_app, request

from workshop.accounts.attempts import Attempts, Limit, network
from workshop.accounts.user import User
from workshop.api import token as tokens
from workshop.api.problem import Unanswered
from workshop.api.token import Token
from workshop.house import database
from workshop.language import _

NAME = "workshop.api"
PER_TOKEN = Limit(burst=120, every=0.5)
WRONG_PER_ADDRESS = Limit(burst=30, every=2)


@dataclass(frozen=True, slots=True)
class Gate:
    """Counts who asks how often; one for each application."""

    by_token: Attempts = field(default_factory=lambda: Attempts(PER_TOKEN))
    by_address: Attempts = field(default_factory=lambda: Attempts(WRONG_PER_ADDRESS))


def caller(*, writes: bool) -> User:
    """The person in whose name this request asks.

    Raises:
        Unanswered: there is no token that counts, it may not do this, or it asked too often.
    """
    token, user = _of(_given())
    wait = _gate().by_token.take(str(token.id), time.monotonic())
    if wait:
        raise _too_often(wait)
    if writes and not token.writes:
        detail = _("This token may read, and not write.")
        raise Unanswered(403, detail, {"WWW-Authenticate": 'Bearer error="insufficient_scope"'})
    _note_use(token)
    return user


def _given() -> str:
    scheme, _space, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not value.strip():
        detail = _("Send a token in the header Authorization: Bearer …")
        raise Unanswered(401, detail, {"WWW-Authenticate": "Bearer"})
    return value.strip()


def _of(given: str) -> tuple[Token, User]:
    with database().read() as session:
        found = tokens.find(session, given, time.time_ns() // 1_000_000)
    if found is not None:
        return found
    wait = _gate().by_address.take(network(request.remote_addr), time.monotonic())
    if wait:
        raise _too_often(wait)
    detail = _("This token does not count, or not any more.")
    raise Unanswered(401, detail, {"WWW-Authenticate": 'Bearer error="invalid_token"'})


def _too_often(wait: int) -> Unanswered:
    detail = _("That was a bit much in a short time. Wait a minute and try again.")
    return Unanswered(429, detail, {"Retry-After": str(wait)})


def _note_use(token: Token) -> None:
    today = datetime.now(UTC).date()
    if token.last_used_on != today:
        with database().write() as session:
            tokens.used(session, token.id, today)


def _gate() -> Gate:
    return cast(Gate, current_app.extensions[NAME])
