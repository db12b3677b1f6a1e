"""What many tests stand on: settings in a folder of their own, a database, the application."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests import postgres
from tests.people import own, person
from tests.postgres import Postgres
from tests.workshops import new_workshop
from workshop import config, create_app
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.house import House
from workshop.language import speaking
from workshop.migrate import migrate
from workshop.workshops import Workshop


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser, a server and a worker of its own share two cores with the next test: where one waited too
    long, it is tried once more. The end of the run names it all the same, as RERUN."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Why they had to be tried once more, so that nobody has to wait for it to happen again."""
    for report in terminalreporter.stats.get("rerun", ()):
        terminalreporter.write_sep("_", report.nodeid)
        terminalreporter.write_line(report.longreprtext)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A request chooses the language of the thread that answers it; the next test starts afresh.

    Commands in a process of their own speak English too, on a machine that speaks Dutch as well.
    """
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with speaking("en"):
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return config.load({"WORKSHOP_DATA": str(tmp_path / "data")})


@pytest.fixture
def app(settings: Settings) -> Flask:
    app = create_app(settings)
    house: House = app.extensions["workshop"]
    migrate(house.database)
    return app


@pytest.fixture
def database(app: Flask) -> Database:
    house: House = app.extensions["workshop"]
    return house.database


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def workshop(database: Database, tmp_path: Path) -> Workshop:
    with database.write() as session:
        return new_workshop(session, tmp_path)


@pytest.fixture
def owner(database: Database, workshop: Workshop) -> User:
    """The workshop's presenter."""
    owner = person(database, "Els")
    own(database, workshop, owner)
    return owner


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Postgres]:
    """Tests that ask for it belong into one group, so that one server is enough:
    `pytest.mark.xdist_group("postgresql")`."""
    with postgres.running() as server:
        yield server
