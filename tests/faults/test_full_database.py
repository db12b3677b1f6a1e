"""SQLite itself says that it is full: over plain HTTP, in this process, without a disk of its own."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from tests.faults import journals
from tests.workshops import OPEN
from workshop import create_app, writer
from workshop.config import Settings
from workshop.database import Database, make_engine
from workshop.house import NAME, House
from workshop.live import stage_of
from workshop.live.orders import Show
from workshop.migrate import migrate
from workshop.workshops import Workshop

PEOPLE = 200
"""More than fit into the pages that the database has."""
NO_LIMIT = 2**31


class Pages:
    """How many pages the writer may fill: SQLite's own limit, set at each use of a connection."""

    def __init__(self) -> None:
        self.most = NO_LIMIT

    def make_engine(self, url: str) -> Engine:
        """As the real one, with the limit."""
        engine = make_engine(url)
        event.listen(engine, "checkout", self._limit)
        return engine

    def _limit(self, connection: Any, _record: Any, _proxy: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {self.most}")


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Pages:
    pages = Pages()
    monkeypatch.setattr(writer, "make_engine", pages.make_engine)
    return pages


@pytest.fixture
def app(pages: Pages, settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    house: House = app.extensions[NAME]
    migrate(house.database)
    yield app
    stage_of(app).writer.stop()


def test_what_finds_no_room_is_refused_and_kept_once_there_is_room(
    app: Flask, pages: Pages, client: FlaskClient, database: Database, workshop: Workshop
) -> None:
    stage = stage_of(app)
    stage.direct(stage.rooms.of(workshop), Show(OPEN))
    pages.most = 1  # less than there is: as many as there are

    said = {f"{n:022}": _answer(app, client, workshop, n) for n in range(PEOPLE)}
    pages.most = NO_LIMIT
    again = {f"{n:022}": _answer(app, client, workshop, n) for n in range(PEOPLE)}

    kept = {name: answer for name, answer in said.items() if "ok" in answer}
    refused = [answer for answer in said.values() if "ok" not in answer]
    written = journals.read(database, workshop.id)
    assert {answer["error"] for answer in refused} == {"disk_full"}
    assert {name: again[name] for name in kept} == kept
    assert {name: written.numbers[name] for name in again} == {
        name: [answer["ok"]] for name, answer in again.items()
    }
    journals.assert_whole(written)


def _answer(app: Flask, client: FlaskClient, workshop: Workshop, number: int) -> dict[str, Any]:
    token = stage_of(app).tokens.of(workshop.id, f"person {number}")
    submission = {"do": "answer", "id": f"{number:022}", "slide": OPEN, "question": 0, "value": "ja"}
    answer = client.post("/live/submissions", json=submission, headers={"Authorization": f"Bearer {token}"})
    body: dict[str, Any] = answer.get_json()
    return body
