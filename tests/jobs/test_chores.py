"""What workers look after now and then: when it is due, and whatever else fails."""

import threading

import pytest

from tests.jobs.conftest import KIND, Put
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.chores import CHORES, Chore, Chores
from workshop.jobs.worker import JOBS, work


@pytest.fixture(autouse=True)
def _no_other_chores(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(CHORES):
        monkeypatch.delitem(CHORES, name)


def test_a_chore_is_done_at_the_start_and_then_when_it_is_due(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, done = [1000.0], []
    monkeypatch.setattr("workshop.jobs.chores.time.monotonic", lambda: now[0])
    monkeypatch.setitem(CHORES, "often", Chore(60, lambda _d, _s: done.append("often")))
    monkeypatch.setitem(CHORES, "seldom", Chore(600, lambda _d, _s: done.append("seldom")))
    chores = Chores()

    for passed in (0, 59, 1, 540):
        now[0] += passed
        chores.do_due(database, settings)

    assert done == ["often", "seldom", "often", "often", "seldom"]


def test_one_that_fails_keeps_nothing_back_and_is_not_tried_before_it_is_due(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    done: list[str] = []

    def fails(_database: Database, _settings: Settings) -> None:
        done.append("first")
        raise OSError("the disk is full")

    monkeypatch.setitem(CHORES, "the first", Chore(60, fails))
    monkeypatch.setitem(CHORES, "the second", Chore(60, lambda _d, _s: done.append("second")))
    chores = Chores()

    for _twice in range(2):
        chores.do_due(database, settings)

    assert done == ["first", "second"]
    assert [record.getMessage() for record in caplog.records] == ["the first failed"]


def test_a_worker_who_has_jobs_without_end_does_its_chores_too(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch, put: Put
) -> None:
    stop, turns = threading.Event(), []

    def stops_at_the_second(_database: Database, _settings: Settings) -> None:
        turns.append(1)
        if len(turns) == 2:
            stop.set()

    monkeypatch.setitem(JOBS, KIND, lambda _work: {"next": put()})
    monkeypatch.setitem(CHORES, "stopping", Chore(0.05, stops_at_the_second))
    put()

    worker = threading.Thread(target=work, args=(database, settings, stop))
    worker.start()
    worker.join(timeout=60)

    assert not worker.is_alive()
    stop.set()
