"""Jobs of a kind of the test's own, and a look at what became of them."""

import time
from collections.abc import Callable, Iterator

import pytest

from workshop.database import Database
from workshop.jobs.job import Job
from workshop.jobs.put import enqueue
from workshop.jobs.worker import JOBS, Do
from workshop.workshops import Workshop

KIND = "test"
Put = Callable[..., int]


@pytest.fixture
def put(database: Database, workshop: Workshop) -> Put:
    """Puts a job in, which may run now, and gives its number."""

    def put(kind: str = KIND, /, **body: object) -> int:
        with database.write() as session:
            return enqueue(session, kind, body, workshop.id).id

    return put


@pytest.fixture
def does() -> Iterator[Callable[[Do], None]]:
    """Says how jobs of the test's kind are done."""
    yield lambda do: JOBS.update({KIND: do})
    JOBS.pop(KIND, None)


def job(database: Database, job_id: int) -> Job:
    with database.read() as session:
        return session.get_one(Job, job_id)


def let_time_pass(database: Database, job_id: int) -> None:
    """As if the job's pause, or its worker's lease, had run out a minute ago."""
    with database.write() as session:
        session.get_one(Job, job_id).run_after = now() - 60_000


def now() -> int:
    return time.time_ns() // 1_000_000
