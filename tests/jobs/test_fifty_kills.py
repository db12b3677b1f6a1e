"""Workers are killed fifty times while letters and posts go out: none is lost, and none goes out twice unless
the kill fell between sending and recording."""

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from sqlalchemy import NullPool, create_engine, func, select, update

from tests.jobs.conftest import now
from tests.jobs.nursery import POST
from tests.mail.conftest import letter
from tests.mail.post_office import PostOffice
from tests.postgres import Postgres
from workshop import mail
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.job import GOING, Job
from workshop.jobs.put import enqueue
from workshop.migrate import migrate

LETTERS = POSTS = 250
KILLS = 50
WORKERS = 2
ALIVE_AT_MOST = 0.3
"""Seconds that a worker lives, until all kills are done."""
EACH_TAKES = 0.05
"""Seconds for which the receivers think: on no machine is everything out before the last kill."""
DONE_WITHIN = 120


class Receiver(BaseHTTPRequestHandler):
    """Takes posts; keeps the id of each one as soon as it has it."""

    taken: Counter[int]

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        type(self).taken[int(self.headers["X-Id"])] += 1
        time.sleep(EACH_TAKES)
        self.send_response(204)
        self.end_headers()

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            return  # whoever asked was killed

    def log_message(self, *_arguments: object) -> None:
        return


@dataclass
class World:
    """What goes out, where it arrives, and who brings it there."""

    database: Database
    settings: Settings
    office: PostOffice
    posts: Counter[int]
    nursery: "subprocess.Popen[str]"

    def born(self) -> int:
        return self._ask("born")

    def kill(self, worker: int) -> None:
        assert self._ask(str(worker)) == worker

    def _ask(self, what: str) -> int:
        assert self.nursery.stdin
        assert self.nursery.stdout
        self.nursery.stdin.write(f"{what}\n")
        self.nursery.stdin.flush()
        return int(self.nursery.stdout.readline())

    def in_doubt(self) -> set[tuple[int, int]]:
        """The jobs, each with its attempt, that were going out when their worker was killed. All leases end
        now, as nobody is alive."""
        running = (Job.state == "running",)
        with self.database.write() as session:
            going_out = select(Job.id, Job.attempts).where(*running, Job.outside_at > 0)
            found = {(job.id, job.attempts) for job in session.execute(going_out)}
            session.execute(update(Job).where(*running).values(run_after=now()))
        return found

    def going(self) -> int:
        with self.database.read() as session:
            return session.scalar(select(func.count()).select_from(Job).where(Job.state.in_(GOING))) or 0


@contextmanager
def receiver() -> Iterator[tuple[str, Counter[int]]]:
    taken: Counter[int] = Counter()
    handler = type("Taking", (Receiver,), {"taken": taken})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", taken
        server.shutdown()
        thread.join(5)


@contextmanager
def nursery(settings: Settings) -> Iterator["subprocess.Popen[str]"]:
    environment = {
        "WORKSHOP_DATA": str(settings.data),
        "WORKSHOP_DATABASE_URL": settings.database_url,
        "WORKSHOP_SMTP_URL": settings.smtp_url or "",
        "WORKSHOP_MAIL_FROM": "workshop@example.org",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.jobs.nursery"],
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        yield process
        assert process.stdin
        process.stdin.close()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.xdist_group("postgresql"))])
def url(request: pytest.FixtureRequest, settings: Settings) -> str:
    if request.param == "sqlite":
        return settings.database_url
    server: Postgres = request.getfixturevalue("postgresql")
    return server.new_database()


@pytest.fixture
def world(url: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    # A connection ends with its use: psycopg warns of each that the garbage collector finds open.
    monkeypatch.setattr("workshop.database.create_engine", partial(create_engine, poolclass=NullPool))
    office = PostOffice()
    office.slow = EACH_TAKES
    office.open()
    settings = replace(settings, database_url=url, smtp_url=office.url)
    database = Database(url)
    migrate(database)
    with receiver() as (address, posts), nursery(settings) as process:
        with database.write() as session:
            for number in range(LETTERS):
                mail.post(session.connection(), letter(subject=f"Letter {number}"))
                enqueue(session, POST, {"to": address})
        yield World(database, settings, office, posts, process)
    office.shut()


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_fifty_killed_workers_lose_nothing_and_send_twice_only_what_was_in_doubt(
    world: World, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(20260)
    letters = letters_by_id(world.database)
    in_doubt: set[tuple[int, int]] = set()

    for _ in range(KILLS // WORKERS):
        workers = [world.born() for _ in range(WORKERS)]
        for worker in chance.sample(workers, WORKERS):
            time.sleep(chance.uniform(0, ALIVE_AT_MOST))
            world.kill(worker)
        in_doubt |= world.in_doubt()
    assert world.going() > (LETTERS + POSTS) // 4, "the last kill fell while there was still much to do"
    workers = [world.born() for _ in range(WORKERS)]
    wait_until_all_is_done(world)
    for worker in workers:
        world.kill(worker)

    arrived = Counter(letters[message_id] for message_id in world.office.ids) + world.posts
    with world.database.read() as session:
        states = Counter(session.scalars(select(Job.state)))
    doubts = Counter(number for number, _attempt in in_doubt)
    twice = {number: times - 1 for number, times in arrived.items() if times > 1}
    assert states == {"done": LETTERS + POSTS}
    assert len(arrived) == LETTERS + POSTS, "none is lost"
    assert {number: extra for number, extra in twice.items() if extra > doubts[number]} == {}
    assert doubts, "some kills fell while something was going out"
    assert doubts.total() <= KILLS
    record_property("in doubt", doubts.total())
    record_property("twice", sum(twice.values()))
    print(f"in doubt at a kill: {doubts.total()}, arrived once more: {sum(twice.values())}")


def letters_by_id(database: Database) -> dict[str, int]:
    """The job of each letter by the Message-ID that it will have."""
    with database.read() as session:
        jobs = session.execute(select(Job.id, Job.body).where(Job.kind == "mail")).all()
    return {json.loads(job.body)["message_id"]: job.id for job in jobs}


def wait_until_all_is_done(world: World) -> None:
    until = time.monotonic() + DONE_WITHIN
    while world.going() and time.monotonic() < until:
        time.sleep(0.1)
    assert not world.going()
