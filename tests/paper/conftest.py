"""A workshop that asked of everything, with its owner, and what is typed into its sheets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.paper.desk import Desk
from tests.people import browser, own, person
from tests.said import asking_workshop
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.live import stage_of
from workshop.live.rooms import LiveRoom
from workshop.workshops import Workshop


@pytest.fixture
def workshop(database: Database, tmp_path: Path) -> Workshop:
    with database.write() as session:
        return asking_workshop(session, tmp_path)


@pytest.fixture
def owner(database: Database, workshop: Workshop) -> User:
    owner = person(database, "Els")
    own(database, workshop, owner)
    return owner


@pytest.fixture
def els(app: Flask, owner: User) -> Iterator[FlaskClient]:
    """The owner's browser."""
    app.config["WTF_CSRF_ENABLED"] = False
    yield browser(app, owner)
    stage_of(app).writer.stop()


@pytest.fixture
def live(app: Flask, workshop: Workshop) -> LiveRoom:
    return stage_of(app).rooms.of(workshop)


@pytest.fixture
def desk(els: FlaskClient, workshop: Workshop, live: LiveRoom, settings: Settings) -> Desk:
    return Desk(els, workshop, live)
