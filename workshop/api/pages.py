"""The page of one's own account: who one is here, and the tokens for programs."""

import time
from typing import cast

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from workshop.accounts import User, user_required
from workshop.api import token as tokens
from workshop.house import database
from workshop.kinds.open import tidy
from workshop.language import _

account = Blueprint("account", __name__, url_prefix="/account")

LONGEST_NAME = 60
MOST_TOKENS = 50
DAY = 24 * 60 * 60 * 1000
LIVES = {"30": 30, "90": 90, "365": 365, "": None}
"""For how many days a token counts, by what the form sends; None is until it is withdrawn."""


@account.get("")
@user_required
def page() -> str:
    """Who one is, one's tokens, and the form for another."""
    return _page({}, {})


@account.post("/tokens")
@user_required
def make() -> str | tuple[str, int]:
    """Makes a token and shows it, this once: it is in no address, and in no cookie."""
    name = " ".join(tidy(request.form.get("name", "")).split())
    wrong = _wrong(name, request.form.get("days", ""))
    if wrong:
        return _page(wrong, request.form.to_dict()), 422
    now, days = time.time_ns() // 1_000_000, LIVES[request.form.get("days", "")]
    with database().write() as session:
        made = tokens.make(
            session,
            _person(),
            name,
            writes=request.form.get("scope") == "write",
            now=now,
            expires_at=None if days is None else now + days * DAY,
        )
    return render_template("api/token.html", name=name, token=made)


@account.post("/tokens/<int:token_id>/withdraw")
@user_required
def withdraw(token_id: int) -> Response:
    """From now on nobody can ask by this token."""
    with database().write() as session:
        if not tokens.withdraw(session, _person(), token_id):
            abort(404)
    flash(_("The token is withdrawn. Programs that used it are refused from now on."))
    return redirect(url_for("account.page"), 303)


def _wrong(name: str, days: str) -> dict[str, str]:
    wrong = {}
    if not name:
        wrong["name"] = _("Give the token a name.")
    elif len(name) > LONGEST_NAME:
        wrong["name"] = _("The name is longer than {n} characters.").format(n=LONGEST_NAME)
    elif _has_most():
        wrong["name"] = _("There are {n} tokens already. Withdraw one first.").format(n=MOST_TOKENS)
    if days not in LIVES:
        wrong["days"] = _("Choose one of these.")
    return wrong


def _has_most() -> bool:
    with database().read() as session:
        return len(tokens.of_user(session, _person())) >= MOST_TOKENS


def _page(errors: dict[str, str], typed: dict[str, str]) -> str:
    with database().read() as session:
        found = tokens.of_user(session, _person())
    return render_template(
        "api/account.html",
        tokens=found,
        errors=errors,
        typed=typed,
        longest_name=LONGEST_NAME,
        now=time.time_ns() // 1_000_000,
    )


def _person() -> User:
    return cast(User, current_user)
