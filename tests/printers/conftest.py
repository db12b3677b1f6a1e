"""A presenter who looks after printers."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people import browser, person
from workshop.database import Database


@pytest.fixture
def els(app: Flask, database: Database) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = False
    return browser(app, person(database, "Els"))
