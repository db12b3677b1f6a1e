"""A workshop that asked of everything, with its owner and others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people import browser
from tests.said import asking_workshop
from workshop.accounts.user import User
from workshop.database import Database
from workshop.live import stage_of
from workshop.workshops import Workshop


@pytest.fixture
def workshop(database: Database, tmp_path: Path) -> Workshop:
    with database.write() as session:
        return asking_workshop(session, tmp_path)


@pytest.fixture
def els(app: Flask, owner: User) -> Iterator[FlaskClient]:
    """The owner's browser."""
    yield browser(app, owner)
    stage_of(app).writer.stop()
