"""A job is cancelled: whoever does it stops, and nothing of it is left."""

import logging
import threading
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from tests.cards.test_crew import gone_within
from tests.jobs.conftest import KIND, Put, job, let_time_pass, now
from tests.workshops import OPEN
from workshop import journal
from workshop.config import Settings
from workshop.database import Database
from workshop.events import Answered
from workshop.jobs import job as jobs
from workshop.jobs import product
from workshop.jobs.job import Claim, Job
from workshop.jobs.worker import Do, Work, clear_left_behind, work, work_once
from workshop.journal import Entry
from workshop.workshops import Workshop

Does = Callable[[Do], None]


def claimed(database: Database) -> Claim:
    with database.write() as session:
        found = jobs.claim(session)
    assert found is not None
    return found


def cancelled(database: Database, number: int) -> bool:
    with database.write() as session:
        return jobs.cancel(session, number)


def left(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.files.iterdir())


def lay(settings: Settings, number: int, kind: str = KIND) -> None:
    """All that a worker may have had in the folder when it was killed."""
    (settings.files / f"{kind}-{number}.pdf").write_bytes(b"%PDF")
    (settings.files / f"{kind}-{number}.aa.part").write_bytes(b"%PD")
    (settings.files / f"{kind}-{number}.chunks").mkdir()
    (settings.files / f"{kind}-{number}.chunks" / "bb.chunk").write_bytes(b"b")


def test_a_waiting_job_is_cancelled_and_nobody_takes_it(
    database: Database, settings: Settings, put: Put
) -> None:
    number = put()

    assert cancelled(database, number)

    assert job(database, number).state == "cancelled"
    assert not work_once(database, settings)


def test_a_running_job_is_cancelled_and_its_worker_can_do_nothing_to_it_any_more(
    database: Database, put: Put
) -> None:
    number = put()
    held = claimed(database)

    assert cancelled(database, number)

    with database.write() as session:
        assert not jobs.hold(session, held, 1, 2)
        assert not jobs.finish(session, held, {"sheets": 1})
        assert not jobs.give_up(session, held, "it cannot be done")
        assert not jobs.try_later(session, held, "")
    assert (job(database, number).state, job(database, number).results) == ("cancelled", {})


def test_a_job_whose_worker_is_dead_is_cancelled_for_good(
    database: Database, settings: Settings, put: Put
) -> None:
    number = put()
    claimed(database)
    cancelled(database, number)

    let_time_pass(database, number)

    assert not work_once(database, settings)
    assert job(database, number).state == "cancelled"


def test_cancelling_twice_changes_nothing(database: Database, put: Put) -> None:
    number = put()

    assert cancelled(database, number)
    assert not cancelled(database, number)

    assert job(database, number).state == "cancelled"


@pytest.mark.parametrize("end", ["done", "failed"])
def test_a_job_that_has_ended_stays_what_it_is(database: Database, put: Put, end: str) -> None:
    number = put()
    held = claimed(database)
    with database.write() as session:
        if end == "done":
            jobs.finish(session, held, {"sheets": 2})
        else:
            jobs.give_up(session, held, "no")

    assert not cancelled(database, number)

    assert job(database, number).state == end


def test_a_job_that_is_not_there_is_not_cancelled(database: Database) -> None:
    assert not cancelled(database, 99)


def test_other_jobs_go_on(database: Database, put: Put) -> None:
    first, second = put(), put()

    cancelled(database, first)

    assert claimed(database).id == second


def test_of_cancel_and_finish_at_once_one_comes_first_and_it_stays_so(
    database: Database, settings: Settings, put: Put
) -> None:
    """Twenty races between two sessions of two databases."""
    for _ in range(20):
        number = put()
        held = claimed(database)
        ready = threading.Barrier(2)
        won: dict[str, bool] = {}

        def end_as(state: str, end: Callable[[Any], bool], ready: Any = ready, won: Any = won) -> None:
            own = Database(settings.database_url)
            ready.wait()
            with own.write() as session:
                won[state] = end(session)

        enders = (
            threading.Thread(target=end_as, args=("done", lambda s, held=held: jobs.finish(s, held, {}))),
            threading.Thread(target=end_as, args=("cancelled", lambda s, n=number: jobs.cancel(s, n))),
        )
        for ender in enders:
            ender.start()
        for ender in enders:
            ender.join(30)

        assert [state for state, first in won.items() if first] == [job(database, number).state]


def test_the_worker_stops_at_its_next_progress_and_the_log_says_why(
    database: Database, settings: Settings, put: Put, does: Does, caplog: pytest.LogCaptureFixture
) -> None:
    reached = []

    def long(work: Work) -> dict[str, Any]:
        for done in range(1000):
            reached.append(done)
            work.progress(done, 1000)
            if done == 3:
                cancelled(database, number)
                work._told = 0  # as if half a second had gone by
        return {}

    does(long)
    number = put()

    with caplog.at_level(logging.INFO):
        assert work_once(database, settings)

    assert reached[-1] == 4
    assert job(database, number).state == "cancelled"
    assert [record.getMessage() for record in caplog.records] == [f"job {number} was cancelled"]


def test_a_worker_without_progress_to_tell_hears_of_it_too(
    database: Database, settings: Settings, put: Put, does: Does
) -> None:
    stopped = threading.Event()

    def waits(work: Work) -> dict[str, Any]:
        cancelled(database, number)
        gone_within(10, lambda: bool(work.alive()))
        stopped.set()
        return {}

    does(waits)
    number = put()

    work_once(database, settings)

    assert not stopped.is_set()


def test_a_job_that_went_to_another_worker_is_not_called_cancelled_and_its_file_stays(
    database: Database, settings: Settings, put: Put, does: Does, caplog: pytest.LogCaptureFixture
) -> None:
    def first(work: Work) -> dict[str, Any]:
        let_time_pass(database, number)
        second = claimed(database)
        with product.whole(settings.files / product.file_name(KIND, number)) as out:
            out.write(b"%PDF")
        with database.write() as session:
            jobs.finish(session, second, {"by": "the second"})
        return {"by": "the first"}

    does(first)
    number = put()

    work_once(database, settings)

    assert left(settings) == [f"{KIND}-{number}.pdf"]
    assert [record.getMessage() for record in caplog.records] == [f"job {number} went on with another worker"]


def test_a_job_thrown_away_meanwhile_leaves_nothing(
    database: Database, settings: Settings, put: Put, does: Does, caplog: pytest.LogCaptureFixture
) -> None:
    def long(work: Work) -> dict[str, Any]:
        lay(settings, number)
        with database.write() as session:
            session.delete(session.get_one(Job, number))
        work.progress(1, 1)
        return {}

    does(long)
    number = put()

    with caplog.at_level(logging.INFO):
        work_once(database, settings)

    assert left(settings) == []
    assert [record.getMessage() for record in caplog.records] == [f"job {number} was thrown away"]


def test_a_file_put_in_place_as_the_job_was_cancelled_goes_again(
    database: Database, settings: Settings, put: Put, does: Does
) -> None:
    def make(work: Work) -> dict[str, Any]:
        with product.whole(settings.files / product.file_name(KIND, number)) as out:
            out.write(b"%PDF")
        cancelled(database, number)
        return {"pages": 1}

    does(make)
    number = put()

    work_once(database, settings)

    assert (job(database, number).state, job(database, number).results) == ("cancelled", {})
    assert left(settings) == []


def test_a_job_that_fails_after_it_was_cancelled_leaves_nothing(
    database: Database, settings: Settings, put: Put, does: Does
) -> None:
    def fail(work: Work) -> dict[str, Any]:
        lay(settings, number)
        cancelled(database, number)
        raise OSError("the disk is full")

    does(fail)
    number = put()

    work_once(database, settings)

    assert job(database, number).state == "cancelled"
    assert left(settings) == []


def test_what_a_dead_worker_left_of_a_cancelled_job_goes_when_it_cannot_live_any_more(
    database: Database, settings: Settings, put: Put
) -> None:
    number, neighbour = put(), int(f"{put()}7")
    claimed(database)
    lay(settings, number)
    cancelled(database, number)
    (settings.files / f"{KIND}-{neighbour}.pdf").write_bytes(b"%PDF")

    clear_left_behind(database, settings)
    assert len(left(settings)) == 4, "it might still be alive, and would stumble"
    let_time_pass(database, number)
    clear_left_behind(database, settings)

    assert left(settings) == [f"{KIND}-{neighbour}.pdf"]
    assert job(database, number).run_after == 0, "there is nothing left to look for"


def test_what_a_failed_attempt_kept_for_the_next_goes_at_once(
    database: Database, settings: Settings, put: Put, does: Does
) -> None:
    stop = threading.Event()
    number, last = put(), put("last")
    with database.write() as session:
        session.get_one(Job, number).run_after = now() + 60_000
        session.get_one(Job, last).run_after = now() + 60_000
    lay(settings, number)
    cancelled(database, number)

    worker = threading.Thread(target=work, args=(database, settings, stop))
    worker.start()
    try:
        assert gone_within(10, lambda: left(settings) == [])
    finally:
        stop.set()
        worker.join(10)


ANSWERS = 600
"""So long that they keep a worker busy for some seconds."""


@pytest.fixture
def cards(database: Database, workshop: Workshop, put: Put) -> int:
    """The job that prints many long answers."""
    with database.write() as session:
        answers = (
            Answered("p" * 16, f"{n:016}", OPEN, 0, f"Antwoord {n}. " + "Een lang verhaal. " * 220)
            for n in range(ANSWERS)
        )
        journal.append(session.connection(), [Entry(workshop.id, answer) for answer in answers])
    return put("cards", kind="answers", base="https://example.org")


@pytest.fixture
def worker(database: Database, settings: Settings) -> Iterator[threading.Thread]:
    """A worker that does one job, not yet started."""
    worker = threading.Thread(target=work_once, args=(database, settings))
    yield worker
    worker.join(60)


def test_cards_are_cancelled_in_the_middle_and_nothing_is_left(
    database: Database, settings: Settings, cards: int, worker: threading.Thread
) -> None:
    worker.start()
    assert gone_within(20, lambda: job(database, cards).done > 0)

    assert cancelled(database, cards)
    worker.join(10)

    assert not worker.is_alive()
    assert job(database, cards).state == "cancelled"
    assert 0 < job(database, cards).done < ANSWERS
    assert left(settings) == []


def test_cards_of_all_cores_are_cancelled_in_the_middle_and_nothing_is_left(
    database: Database,
    settings: Settings,
    cards: int,
    worker: threading.Thread,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workshop.prints.batch.ALL_CORES_FROM", 10)
    monkeypatch.setattr("workshop.prints.batch.os.cpu_count", lambda: 2)
    monkeypatch.setattr("workshop.cards.press.CARDS", 4)
    worker.start()
    assert gone_within(20, lambda: 0 < job(database, cards).done < ANSWERS)
    assert len(active_children()) == 2
    assert {Path(name).suffix for name in left(settings)} == {".part", ".chunks"}

    assert cancelled(database, cards)
    worker.join(10)

    assert not worker.is_alive()
    assert gone_within(10, lambda: not active_children())
    assert job(database, cards).state == "cancelled"
    assert left(settings) == []
