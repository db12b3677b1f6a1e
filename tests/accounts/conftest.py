"""An application with cheap hashes, three accounts, and pages for each role."""

import time

import pytest
from argon2 import PasswordHasher
from flask import Flask

from tests.accounts.visitor import Visitor
from workshop.accounts import (
    admin_required,
    links,
    pages,
    presenter_required,
    staff_required,
    user,
    user_required,
)
from workshop.accounts.doorkeeper import Doorkeeper
from workshop.accounts.passwords import Passwords
from workshop.accounts.user import User
from workshop.database import Database

PASSWORD = "three blind mice"
HOMES = {"live.workshops": "/workshops", "leads.desk": "/leads"}


@pytest.fixture
def app(app: Flask) -> Flask:
    cheap = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    app.extensions[pages.NAME] = Doorkeeper(Passwords(cheap))
    _add_pages(app)
    return app


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    return Visitor(app)


@pytest.fixture
def presenter(app: Flask, database: Database) -> User:
    return _add(app, database, "els@example.org", "Els de Vries", "presenter")


@pytest.fixture
def staff(app: Flask, database: Database) -> User:
    return _add(app, database, "sam@example.org", "Sam", "staff")


@pytest.fixture
def admin(app: Flask, database: Database) -> User:
    return _add(app, database, "ada@example.org", "Ada", "admin")


def new_link(database: Database, user: User, purpose: links.Purpose, age: int = 0, next: str = "") -> str:
    """The path of a link that is `age` milliseconds old."""
    now = time.time_ns() // 1_000_000
    with database.write() as session:
        return links.path(purpose, links.new_link(session, user, purpose, now - age), next)


def _add(app: Flask, database: Database, email: str, name: str, role: user.Role) -> User:
    doorkeeper: Doorkeeper = app.extensions[pages.NAME]
    password_hash = doorkeeper.passwords.hash(PASSWORD)
    with database.write() as session:
        added = user.find_or_add(session, email, name, role)
        added.change_password(password_hash)
    return added


def _add_pages(app: Flask) -> None:
    for endpoint, path in HOMES.items():
        if endpoint not in app.view_functions:
            app.add_url_rule(path, endpoint, user_required(lambda: "home"))
    for name, required in {
        "anybody": user_required,
        "presenters": presenter_required,
        "staff": staff_required,
        "admins": admin_required,
    }.items():
        view = required(lambda: "inside")
        app.add_url_rule(f"/for/{name}", f"for_{name}", view, methods=["GET", "POST"])
