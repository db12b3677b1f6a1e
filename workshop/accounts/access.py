"""Who may see a page: decorators for views."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, cast

from flask import abort, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from workshop.accounts.user import User
from workshop.language import _
from workshop.web import wants_json

P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]


def signed_in() -> User | None:
    """Who asks."""
    return cast(User, current_user) if current_user.is_authenticated else None


def user_required(view: View[P]) -> View[P]:
    """For everybody with an account."""
    return _required(view, lambda _user: True)


def presenter_required(view: View[P]) -> View[P]:
    """For those who run workshops."""
    return _required(view, lambda user: user.presents)


def staff_required(view: View[P]) -> View[P]:
    """For those who follow up leads."""
    return _required(view, lambda user: user.sees_leads)


def admin_required(view: View[P]) -> View[P]:
    """For admins."""
    return _required(view, lambda user: user.is_admin)


def ask_to_sign_in() -> ResponseReturnValue:
    """To the sign-in page, and from there back to this one; a script is told with status 401."""
    if wants_json():
        return jsonify(error="sign_in", text=_("Sign in first.")), 401
    back = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("accounts.sign_in", next=back), 303)


def _required(view: View[P], allowed: Callable[[User], bool]) -> View[P]:
    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        user = signed_in()
        if user is None:
            return ask_to_sign_in()
        if not allowed(user):
            abort(403)
        return view(*args, **kwargs)

    return guarded
