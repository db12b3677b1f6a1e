"""A worker that is killed in the middle of a job: the next one does it, once."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.cards import paper
from tests.friends.written import words, write
from tests.jobs.conftest import Put, job, let_time_pass
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.worker import work_once
from workshop.workshops import Workshop

MESSAGES = 1900
"""As many as keep a worker busy for some seconds."""


@pytest.fixture
def cards(database: Database, settings: Settings, workshop: Workshop, put: Put) -> int:
    """The job that prints many friend cards."""
    write(database, settings, workshop, *(words(message=f"Bericht {n}. " * 35) for n in range(MESSAGES)))
    return put("cards", kind="friends", base="https://example.org")


def test_a_job_whose_worker_is_killed_is_done_once_by_the_next_one(
    database: Database, settings: Settings, cards: int
) -> None:
    kill_in_the_middle(database, settings, cards)
    left = job(database, cards)
    assert (left.state, left.attempts) == ("running", 1)
    assert 0 < left.done < MESSAGES
    assert not work_once(database, settings), "for a while it might still be alive"

    let_time_pass(database, cards)
    assert work_once(database, settings)

    done = job(database, cards)
    assert (done.state, done.attempts, done.results["cards"]) == ("done", 2, MESSAGES)
    left = sorted(path.name for path in settings.files.iterdir())
    assert left == [f"cards-{cards}.contents.pdf", f"cards-{cards}.pdf"], "nothing is half there"
    with paper.opened((settings.files / f"cards-{cards}.pdf").read_bytes()) as pages:
        assert len(pages) == 2 * done.results["sheets"]
    assert not work_once(database, settings)


def kill_in_the_middle(database: Database, settings: Settings, number: int) -> None:
    worker = subprocess.Popen(
        [sys.executable, "-m", "workshop", "worker"],
        env={**os.environ, "WORKSHOP_DATA": str(settings.data)},
        start_new_session=True,
    )
    try:
        until = time.monotonic() + 30
        while not job(database, number).done and time.monotonic() < until:
            assert worker.poll() is None
            time.sleep(0.005)
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait(10)
