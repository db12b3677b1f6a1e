"""The pages for signing in and out and for setting a password."""

import time
from typing import cast

from flask import (
    Blueprint,
    current_app,
    flash,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import login_user, logout_user

from workshop.accounts import links
from workshop.accounts.access import signed_in
from workshop.accounts.doorkeeper import Doorkeeper, TooManyAttemptsError
from workshop.accounts.local_path import local_path
from workshop.accounts.passwords import check_new
from workshop.accounts.user import User
from workshop.house import database
from workshop.language import _
from workshop.refused import Refused

NAME = "workshop.accounts"

blueprint = Blueprint("accounts", __name__)


def doorkeeper() -> Doorkeeper:
    """The doorkeeper of the application that handles this request."""
    return cast(Doorkeeper, current_app.extensions[NAME])


@blueprint.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    """The form; who is signed in already goes on."""
    user = signed_in()
    return _go_on(user) if user else _sign_in_form({})


@blueprint.post("/sign-in")
def check_sign_in() -> ResponseReturnValue:
    """Signs in who knows the password."""
    email, password = request.form.get("email", ""), request.form.get("password", "")
    errors = _missing(email, password)
    if errors:
        return _sign_in_form(errors), 422
    try:
        user = doorkeeper().admit(database(), email, password, request.remote_addr, time.monotonic())
    except TooManyAttemptsError as refused:
        return _sign_in_form({"password": refused.text}), 429, {"Retry-After": str(refused.wait)}
    except Refused as refused:
        return _sign_in_form({"password": refused.text}), 422
    return _let_in(user)


@blueprint.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Ends the session in this browser."""
    logout_user()
    session.clear()
    flash(_("You are signed out."))
    return redirect(url_for("accounts.sign_in"), 303)


@blueprint.get("/sign-in/<token>")
def sign_in_link(token: str) -> ResponseReturnValue:
    """A page with one button: mail programs look at links, and looking must not use them up."""
    with database().read() as reading:
        user = links.holder(reading, "sign_in", token, _now())
    if user is None:
        return _used_up(token)
    return render_template("accounts/sign_in_link.html", user=user, next=_wished())


@blueprint.post("/sign-in/<token>")
def use_sign_in_link(token: str) -> ResponseReturnValue:
    """Signs in who holds the link, once."""
    with database().write() as writing:
        user = links.use(writing, "sign_in", token, _now())
    return _let_in(user) if user else _used_up(token)


@blueprint.get("/password/<token>")
def password(token: str) -> ResponseReturnValue:
    """The form for a password."""
    with database().read() as reading:
        user = links.holder(reading, "password", token, _now())
    return _password_form(user) if user else _used_up(token)


@blueprint.post("/password/<token>")
def set_password(token: str) -> ResponseReturnValue:
    """Sets the password of the link's holder, ends all that was open, and signs in here."""
    with database().read() as reading:
        holder = links.holder(reading, "password", token, _now())
    if holder is None:
        return _used_up(token)
    try:
        check_new(request.form.get("password", ""))
    except Refused as refused:
        return _password_form(holder, refused.text), 422
    password_hash = doorkeeper().passwords.hash(request.form["password"])
    with database().write() as writing:
        user = links.use(writing, "password", token, _now())
        if user:
            user.change_password(password_hash)
            links.end_all(writing, user, _now())
    return _let_in(user) if user else _used_up(token)


def _missing(email: str, password: str) -> dict[str, str]:
    errors = {}
    if not email.strip():
        errors["email"] = _("Fill in your e-mail address.")
    if not password:
        errors["password"] = _("Fill in your password.")
    return errors


def _sign_in_form(errors: dict[str, str]) -> str:
    email = request.form.get("email", "")
    return render_template("accounts/sign_in.html", email=email, errors=errors, next=_wished())


def _password_form(user: User, error: str = "") -> str:
    return render_template("accounts/password.html", user=user, error=error)


def _used_up(token: str) -> ResponseReturnValue:
    user = signed_in()
    with database().read() as reading:
        if user and links.was_for(reading, token, user.id):
            return _go_on(user)  # opened once more by the one who used it
    return render_template("accounts/used_up.html"), 410


def _let_in(user: User) -> ResponseReturnValue:
    session.clear()  # nothing that was put into this browser before comes along
    login_user(user)
    session.permanent = True
    return _go_on(user)


def _go_on(user: User) -> ResponseReturnValue:
    home = url_for("live.workshops") if user.presents else url_for("leads.desk")
    return redirect(_wished() or home, 303)


def _wished() -> str | None:
    return local_path(request.values.get("next"))


def _now() -> int:
    return time.time_ns() // 1_000_000
