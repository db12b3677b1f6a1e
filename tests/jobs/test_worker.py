"""What becomes of a job: done, tried again, or failed."""

import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest

from tests.jobs.conftest import KIND, Put, job, let_time_pass, now
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.retries import RETRIES, THREE_DAYS, USUAL, Later
from workshop.jobs.worker import Do, Lost, Work, work, work_once
from workshop.refused import Refused

Does = Callable[[Do], None]


@pytest.fixture
def one(database: Database, settings: Settings) -> Callable[[], bool]:
    """Lets a worker do one job."""
    return lambda: work_once(database, settings)


def broken(_work: Work) -> dict[str, Any]:
    raise OSError("the disk is full")


def test_a_job_is_done_and_its_result_kept(
    database: Database, put: Put, does: Does, one: Callable[[], bool]
) -> None:
    does(lambda work: {"doubled": work.claim.body["number"] * 2})
    number = put(number=21)

    assert one()

    assert job(database, number).state == "done"
    assert job(database, number).results == {"doubled": 42}
    assert not one(), "there is nothing left to do"


def test_a_job_knows_the_database_and_the_settings(
    database: Database, settings: Settings, put: Put, does: Does, one: Callable[[], bool]
) -> None:
    seen: list[Work] = []
    does(lambda work: seen.append(work) or {})
    put()

    one()

    assert seen[0].database is database
    assert seen[0].settings is settings


def test_a_job_that_fails_is_tried_again_after_ever_longer_pauses(
    database: Database, put: Put, does: Does, one: Callable[[], bool]
) -> None:
    does(broken)
    number = put()
    pauses = []

    for _ in range(USUAL.most_attempts - 1):
        before = now()
        assert one()
        assert (job(database, number).state, job(database, number).error) == ("waiting", "")
        pauses.append((job(database, number).run_after - before) / 1000)
        assert not one(), "it waits"
        let_time_pass(database, number)

    assert pauses == pytest.approx([4, 16, 64, 256], abs=2)


def test_after_some_times_it_has_failed(
    database: Database, put: Put, does: Does, one: Callable[[], bool]
) -> None:
    does(broken)
    number = put()

    for _ in range(USUAL.most_attempts):
        assert one()
        let_time_pass(database, number)

    assert job(database, number).state == "failed"
    assert not one()


def test_a_job_that_works_the_second_time_is_done_and_its_error_gone(
    database: Database, put: Put, does: Does, one: Callable[[], bool]
) -> None:
    does(broken)
    number = put()
    one()
    let_time_pass(database, number)

    does(lambda _work: {"ok": True})
    one()

    assert (job(database, number).state, job(database, number).error) == ("done", "")
    assert job(database, number).attempts == 2


def test_what_trying_again_will_not_mend_fails_at_once_with_its_text(
    database: Database, put: Put, does: Does, one: Callable[[], bool]
) -> None:
    def refuse(_work: Work) -> dict[str, Any]:
        raise Refused("no_cards", "There is nothing to print yet.")

    does(refuse)
    number = put()

    assert one()

    assert job(database, number).state == "failed"
    assert job(database, number).error == "There is nothing to print yet."
    assert job(database, number).attempts == 1


def test_a_kind_that_this_release_does_not_know_is_kept_for_one_that_does(
    database: Database, put: Put, one: Callable[[], bool]
) -> None:
    number = put("from the future")

    one()

    assert job(database, number).state == "waiting"


def test_an_error_is_in_the_log_with_where_it_came_from(
    put: Put, does: Does, one: Callable[[], bool], caplog: pytest.LogCaptureFixture
) -> None:
    does(broken)
    number = put()

    one()

    (record,) = caplog.records
    assert (record.levelno, record.getMessage()) == (logging.ERROR, f"job {number} failed")
    assert record.exc_info


def test_progress_is_written_down_at_once_and_then_now_and_again(
    database: Database, put: Put, does: Does, one: Callable[[], bool]
) -> None:
    seen = []

    def count(work: Work) -> dict[str, Any]:
        for done in (1, 2, 3, 10):
            work.progress(done, 10)
            seen.append((job(database, number).done, job(database, number).total))
        return {}

    does(count)
    number = put()

    one()

    assert seen == [(1, 10), (1, 10), (1, 10), (10, 10)], "not at every step, and always the last"


def test_who_was_thought_dead_is_told_and_leaves_the_job_to_the_other(
    database: Database, settings: Settings, put: Put, does: Does, one: Callable[[], bool]
) -> None:
    told = []

    def second(_work: Work) -> dict[str, Any]:
        return {"by": "the second"}

    def first(work: Work) -> dict[str, Any]:
        let_time_pass(database, number)
        does(second)
        assert work_once(Database(settings.database_url), settings)
        try:
            work.progress(1, 1)
        except Lost:
            told.append("lost")
            raise
        return {"by": "the first"}

    does(first)
    number = put()

    assert one()

    assert told == ["lost"]
    assert (job(database, number).state, job(database, number).results) == ("done", {"by": "the second"})


def test_a_job_that_takes_every_worker_down_is_given_up(
    database: Database, put: Put, does: Does, one: Callable[[], bool]
) -> None:
    def die(_work: Work) -> dict[str, Any]:
        raise KeyboardInterrupt  # as a kill does, it leaves no time to say anything

    does(die)
    number = put()
    for _ in range(USUAL.most_attempts):
        with pytest.raises(KeyboardInterrupt):
            one()
        let_time_pass(database, number)

    assert one()

    assert job(database, number).state == "failed"
    assert not one()


def test_a_worker_does_job_after_job_until_it_is_stopped(
    database: Database, settings: Settings, put: Put, does: Does
) -> None:
    numbers = [put(number=n) for n in range(3)]
    stop = threading.Event()

    def last_one_stops(work: Work) -> dict[str, Any]:
        if work.claim.body["number"] == 2:
            stop.set()
        return {}

    does(last_one_stops)

    work(database, settings, stop)

    assert [job(database, number).state for number in numbers] == ["done"] * 3


def test_what_goes_to_another_machine_is_tried_for_three_days(
    database: Database, put: Put, does: Does, one: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_work: Work) -> dict[str, Any]:
        raise Later("the mail server is away")

    monkeypatch.setitem(RETRIES, KIND, THREE_DAYS)
    does(away)
    number = put()
    waited = 0.0

    for _ in range(THREE_DAYS.most_attempts - 1):
        before = now()
        assert one()
        assert (job(database, number).state, job(database, number).error) == (
            "waiting",
            "the mail server is away",
        )
        waited += (job(database, number).run_after - before) / 3_600_000
        let_time_pass(database, number)
    assert one()

    assert job(database, number).state == "failed"
    assert waited == pytest.approx(72, abs=1)
