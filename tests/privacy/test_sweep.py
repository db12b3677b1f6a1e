"""What SQLite keeps of rows that were erased goes from its files."""

import random
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.said import given, happen
from tests.workshops import OPEN
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.job import Job
from workshop.jobs.put import enqueue
from workshop.jobs.worker import work_once
from workshop.privacy import sweep
from workshop.workshops import Workshop

ROWS = 1500


def words_in(folder: Path, words: list[str]) -> list[str]:
    data = b"".join(path.read_bytes() for path in folder.iterdir())
    return [word for word in words if word.encode() in data]


def test_copies_that_rows_left_when_they_moved_go_too(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'w.sqlite'}")
    chance = random.Random(4)
    words = [f"woord{n:05}{chance.randbytes(4).hex()}" for n in range(ROWS)]
    with database.write() as session:
        session.execute(text("CREATE TABLE said (id TEXT PRIMARY KEY, body TEXT) WITHOUT ROWID"))
    for start in range(0, ROWS, 100):
        with database.write() as session:
            for word in words[start : start + 100]:
                row = {"id": chance.randbytes(8).hex(), "body": word + chance.randrange(900) * "x"}
                session.execute(text("INSERT INTO said VALUES (:id, :body)"), row)
    gone = chance.sample(words, ROWS // 2)
    assert words_in(tmp_path, gone) == gone
    with database.write() as session:
        for word in gone:
            session.execute(text("DELETE FROM said WHERE body LIKE :word || '%'"), {"word": word})

    assert database.leave_no_traces()

    assert words_in(tmp_path, gone) == []
    kept = set(words) - set(gone)
    assert set(words_in(tmp_path, words)) == kept


def test_who_reads_meanwhile_makes_it_wait(
    database: Database, settings: Settings, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Database, "leave_no_traces", lambda _database: False)
    number = _put(database)
    assert work_once(database, settings)
    assert _state(database, number) == "waiting"

    monkeypatch.undo()
    _let_time_pass(database, number)

    assert work_once(database, settings)
    assert _state(database, number) == "done"


def test_a_large_database_waits_until_no_workshop_is_on(
    database: Database, settings: Settings, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    happen(database, workshop, given("p" * 22, OPEN, "Nu"))
    monkeypatch.setattr(sweep, "LARGE", 1)
    number = _put(database)
    assert work_once(database, settings)
    assert _state(database, number) == "waiting"

    with database.write() as session:
        session.execute(text("UPDATE events SET at = at - 3600000"))
    _let_time_pass(database, number)

    assert work_once(database, settings)
    assert _state(database, number) == "done"


def _put(database: Database) -> int:
    with database.write() as session:
        return enqueue(session, sweep.JOB, {"files": []}).id


def _state(database: Database, number: int) -> str:
    with database.read() as session:
        return session.get_one(Job, number).state


def _let_time_pass(database: Database, number: int) -> None:
    with database.write() as session:
        session.get_one(Job, number).run_after = 0
