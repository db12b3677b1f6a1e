"""Somebody else holds the database's lock while answers arrive: they wait, or are asked for again."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from tests.bench.hall import Hall
from tests.faults import journals
from tests.faults.halls import answer
from tests.workshops import OPEN
from workshop import create_app, writer
from workshop.config import Settings
from workshop.database import Database, make_engine
from workshop.house import NAME, House
from workshop.live import stage_of
from workshop.live.orders import Show
from workshop.migrate import migrate
from workshop.workshops import Workshop

PHONES = 20
LOCKED_FOR = 1.5


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Holds the write lock, as a backup or a forgotten shell does."""
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.close()


@pytest.mark.slow
def test_answers_wait_for_the_lock_and_pages_do_not(hall: Hall) -> None:
    waiting, state, said = asyncio.run(_answer_while_locked(hall))

    assert waiting == PHONES, "nothing is acknowledged that is not on the disk"
    assert state["number"] == hall.open_slide
    written = journals.read(hall.server.database, hall.workshop_id)
    assert {name: written.numbers.get(name) for name in said} == {name: [seq] for name, seq in said.items()}
    assert len(said) == PHONES
    journals.assert_whole(written)


async def _answer_while_locked(hall: Hall) -> tuple[int, Any, dict[str, int]]:
    """How many waited, what a screen was told meanwhile, and what was acknowledged in the end."""
    presenter = await hall.presenter()
    await presenter.ask("direct", {"do": "show", "slide": hall.open_slide})
    lines = [await hall.phone().open(hall.server.port) for _ in range(PHONES)]
    submissions = [answer(hall, 0) for _ in lines]
    with locked(hall.server.settings.database_url):
        asked = [
            asyncio.create_task(line.ask("submit", submission))
            for line, submission in zip(lines, submissions, strict=True)
        ]
        async with asyncio.timeout(10):
            state = await presenter.ask("state", None)
        await asyncio.sleep(LOCKED_FOR)
        waiting = sum(not each.done() for each in asked)
    said = [(await each)["ok"] for each in asked]
    for line in (*lines, presenter):
        line.close()
    return waiting, state, {each["id"]: seq for each, seq in zip(submissions, said, strict=True)}


def _impatient(url: str) -> Engine:
    """As the real one, but it waits a moment for the lock instead of ten seconds."""
    engine = make_engine(url)
    event.listen(engine, "checkout", lambda connection, *_: connection.execute("PRAGMA busy_timeout = 50"))
    return engine


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Iterator[Flask]:
    monkeypatch.setattr(writer, "make_engine", _impatient)
    app = create_app(settings)
    house: House = app.extensions[NAME]
    migrate(house.database)
    yield app
    stage_of(app).writer.stop()


def test_what_waited_too_long_is_refused_and_kept_when_it_is_sent_again(
    app: Flask, client: FlaskClient, database: Database, workshop: Workshop
) -> None:
    stage = stage_of(app)
    stage.direct(stage.rooms.of(workshop), Show(OPEN))
    head = {"Authorization": f"Bearer {stage.tokens.of(workshop.id, 'me')}"}
    submission = {"do": "answer", "id": "x" * 22, "slide": OPEN, "question": 0, "value": "ja"}

    with locked(database.url):
        refused = client.post("/live/submissions", json=submission, headers=head).get_json()
    kept = client.post("/live/submissions", json=submission, headers=head).get_json()

    written = journals.read(database, workshop.id)
    assert (refused["error"], refused["again"]) == ("not_kept", True)
    assert refused["text"]
    assert written.numbers["x" * 22] == [kept["ok"]]
    journals.assert_whole(written)
