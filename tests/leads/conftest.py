"""Workshops of two presenters, people with accounts, and leads that phones left."""

from collections.abc import Callable, Mapping

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.leads.phone import FILLED_IN, submission
from workshop import journal, leads, workshops
from workshop.accounts import user as users
from workshop.accounts.user import Role, User
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.decks.store import BUNDLED, DeckVersion, deck_of, load
from workshop.leads.lead import LeadRow
from workshop.workshops import Workshop

Leave = Callable[..., LeadRow]
SignIn = Callable[[User], FlaskClient]


@pytest.fixture
def deck_version_id(database: Database) -> int:
    with database.write() as session:
        return load(session, BUNDLED / "onderwijsambassadeurs.md").id


@pytest.fixture
def deck(database: Database, deck_version_id: int) -> Deck:
    with database.read() as session:
        return deck_of(session, deck_version_id)


@pytest.fixture
def owner(database: Database) -> User:
    return _person(database, "Els", "presenter")


@pytest.fixture
def colleague(database: Database) -> User:
    return _person(database, "Bo", "presenter")


@pytest.fixture
def staff(database: Database) -> User:
    return _person(database, "Sam", "staff")


@pytest.fixture
def admin(database: Database) -> User:
    return _person(database, "Ada", "admin")


@pytest.fixture
def workshop(database: Database, deck_version_id: int, owner: User) -> Workshop:
    return _workshop(database, deck_version_id, "Studiedag Utrecht", owner)


@pytest.fixture
def other_workshop(database: Database, deck_version_id: int, colleague: User) -> Workshop:
    return _workshop(database, deck_version_id, "Congres Almere", colleague)


@pytest.fixture
def leave(database: Database, deck: Deck, settings: Settings) -> Leave:
    """Sends a filled-in form, with some fields changed, and gives the lead that came of it."""

    def leave(workshop: Workshop, /, at: int = 0, **changed: str) -> LeadRow:
        fields: Mapping[str, str] = {**FILLED_IN, **changed}
        sent = submission(deck, workshop, settings.secret, fields)
        with database.write() as session:
            journal.append(session.connection(), [leads.accept(sent)])
            lead = session.scalars(select(LeadRow).where(LeadRow.submission == sent.id)).one()
            lead.created_at = lead.changed_at = at or lead.created_at
        return lead

    return leave


@pytest.fixture
def sign_in(app: Flask) -> SignIn:
    """A browser in which this person is signed in; its language is English."""

    def sign_in(person: User) -> FlaskClient:
        browser = app.test_client()
        browser.environ_base["HTTP_ACCEPT_LANGUAGE"] = "en"
        with browser.session_transaction() as session:
            session["_user_id"] = person.get_id()
        return browser

    return sign_in


def _person(database: Database, name: str, role: Role) -> User:
    with database.write() as session:
        return users.find_or_add(session, f"{name.lower()}@example.org", name, role)


def _workshop(database: Database, version_id: int, title: str, owner: User) -> Workshop:
    with database.write() as session:
        workshop = workshops.start(session, session.get_one(DeckVersion, version_id), owner.id)
        workshop.title = title
        return workshop


def post(browser: FlaskClient, address: str, /, **fields: object) -> TestResponse:
    """Sends a form from a page of the desk, as a browser does: with the page's token."""
    page = browser.get("/leads").text
    token = page.partition('name="csrf_token" value="')[2].partition('"')[0]
    return browser.post(address, data={"csrf_token": token, **fields})
