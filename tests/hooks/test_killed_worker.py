"""Workers that are killed while many messages go out: none is lost, and none is sent twice without need."""

import random
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from tests.hooks.listener import Listener, answers, listening
from workshop.config import Settings
from workshop.database import Database
from workshop.hooks import tell
from workshop.hooks.delivery import Delivery
from workshop.hooks.target import Target
from workshop.jobs.job import Job

MESSAGES = 150
KILLS = 12
# Without the application: a worker that starts in half a second can be killed more often in a minute.
WORKER = """
import sys, threading
from workshop import config
from workshop.database import Database
from workshop.hooks.delivery import KIND
from workshop.hooks.sending import send
from workshop.jobs.retries import RETRIES, THREE_DAYS
from workshop.jobs.worker import JOBS, work
JOBS[KIND], RETRIES[KIND] = send, THREE_DAYS
settings = config.load({"WORKSHOP_DATA": sys.argv[1], "WORKSHOP_WEBHOOKS_PRIVATE": "yes"})
work(Database(settings.database_url), settings, threading.Event())
"""


def slowly(line: socket.socket) -> None:
    time.sleep(0.004)
    answers(200)(line)
    time.sleep(0.004)


@pytest.mark.slow
def test_however_often_workers_are_killed_each_message_arrives(
    database: Database, settings: Settings, add: Callable[[str], Target]
) -> None:
    chance = random.Random(6)
    with listening(slowly) as listener:
        add(listener.url)
        with database.write() as session:
            for number in range(MESSAGES):
                tell(session.connection(), "lead.left", {"lead": number})
        caught: set[str] = set()

        for _ in range(KILLS):
            kill_a_worker(settings, listener, chance.uniform(0, 0.15))
            caught |= let_the_leases_run_out(database)
        finish(database, settings)

    arrived = Counter(request.headers["webhook-id"] for request in listener.requests)
    with database.read() as session:
        rows = session.scalars(select(Delivery)).all()
    assert {row.state for row in rows} == {"delivered"}
    assert arrived.keys() == {row.id for row in rows}
    assert len(rows) == MESSAGES
    twice = {message_id for message_id, times in arrived.items() if times > 1}
    # Only what was being sent when the blow fell may come again, under the same id.
    assert twice <= caught
    assert len(caught) <= KILLS


def kill_a_worker(settings: Settings, listener: Listener, after: float) -> None:
    """Starts one, and kills it so many seconds after it sent something."""
    before = len(listener.requests)
    worker = subprocess.Popen([sys.executable, "-c", WORKER, str(settings.data)])
    try:
        until = time.monotonic() + 30
        while len(listener.requests) == before and time.monotonic() < until:
            assert worker.poll() is None, "it ended by itself"
            time.sleep(0.002)
        time.sleep(after)
    finally:
        worker.kill()
        worker.wait(10)


def let_the_leases_run_out(database: Database) -> set[str]:
    """As if half a minute had passed; gives what was being sent."""
    with database.write() as session:
        session.execute(update(Job).where(Job.state == "running").values(run_after=0))
        return set(session.scalars(select(Delivery.id).where(Delivery.state == "sending")))


def finish(database: Database, settings: Settings) -> None:
    """Lets a worker do the rest."""
    worker = subprocess.Popen([sys.executable, "-c", WORKER, str(settings.data)])
    going = select(Job.id).where(Job.state.in_(("waiting", "running"))).limit(1)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with database.read() as session:
                if session.scalar(going) is None:
                    return
            time.sleep(0.1)
        raise AssertionError("the rest was not done")
    finally:
        worker.kill()
        worker.wait(10)
