"""Accounts: signing in, and what each role may see."""

from datetime import timedelta

from flask import Flask
from flask_login import LoginManager

from workshop.accounts import links, pages, personal, user
from workshop.accounts.access import (
    admin_required,
    ask_to_sign_in,
    presenter_required,
    signed_in,
    staff_required,
    user_required,
)
from workshop.accounts.doorkeeper import Doorkeeper
from workshop.accounts.passwords import Passwords
from workshop.accounts.user import User
from workshop.house import database
from workshop.personal import register

__all__ = [
    "User",
    "admin_required",
    "init_app",
    "links",
    "presenter_required",
    "signed_in",
    "staff_required",
    "user",
    "user_required",
]


def init_app(app: Flask) -> None:
    """Adds the pages, and `current_user` for every view and template."""
    app.config.update(PERMANENT_SESSION_LIFETIME=timedelta(days=30))
    app.extensions[pages.NAME] = Doorkeeper(Passwords())
    manager = LoginManager()
    manager.user_loader(_of_session)
    manager.unauthorized_handler(ask_to_sign_in)
    manager.init_app(app)
    app.register_blueprint(pages.blueprint)
    register(personal.accounts())


def _of_session(key: str) -> User | None:
    with database().read() as session:
        return user.by_session_key(session, key)
