"""What many tests stand on: settings in a folder of their own, a database, the application."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from workshop import config, create_app
from workshop.config import Settings
from workshop.database import Base, Database
from workshop.house import House


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return config.load({"WORKSHOP_DATA": str(tmp_path / "data")})


@pytest.fixture
def app(settings: Settings) -> Flask:
    app = create_app(settings)
    house: House = app.extensions["workshop"]
    Base.metadata.create_all(house.database.engine)
    return app


@pytest.fixture
def database(app: Flask) -> Database:
    house: House = app.extensions["workshop"]
    return house.database


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
