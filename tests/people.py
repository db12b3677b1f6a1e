"""People with an account, and the browsers in which they are signed in."""

from flask import Flask
from flask.testing import FlaskClient

from workshop.accounts import user as users
from workshop.accounts.user import Role, User
from workshop.database import Database
from workshop.workshops import Workshop


def person(database: Database, name: str, role: Role = "presenter") -> User:
    with database.write() as session:
        return users.find_or_add(session, f"{name.lower()}@example.org", name, role)


def own(database: Database, workshop: Workshop, owner: User) -> None:
    """Makes somebody the owner of a workshop."""
    with database.write() as session:
        session.get_one(Workshop, workshop.id).owner_id = owner.id


def browser(app: Flask, who: User | None = None) -> FlaskClient:
    """A browser in English; a stranger's where nobody is named."""
    client = app.test_client()
    client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
    if who is not None:
        with client.session_transaction() as session:
            session["_user_id"] = who.get_id()
    return client
