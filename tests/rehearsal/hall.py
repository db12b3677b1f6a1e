"""A real server in a process of its own, with workshops that a test directs through the journal."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from workshop import config, journal
from workshop.database import Database
from workshop.decks.store import BUNDLED, load
from workshop.events import AnyEvent, SlideShown
from workshop.journal import Entry
from workshop.migrate import migrate
from workshop.workshops import Workshop, start

_straight = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Hall:
    """The server, its database, and what is in it."""

    def __init__(self, data: Path) -> None:
        self.settings = config.load({"WORKSHOP_DATA": str(data)})
        self.database = Database(self.settings.database_url)
        migrate(self.database)
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._server: subprocess.Popen[bytes] | None = None

    def open(self) -> None:
        command = [sys.executable, "-m", "workshop", "web", "--host", "127.0.0.1"]
        environment = {**os.environ, "WORKSHOP_DATA": str(self.settings.data)}
        self._server = subprocess.Popen([*command, "--port", str(self.port)], env=environment)
        wait_until(self._answers)

    def close(self, *, at_once: bool = False) -> None:
        if self._server is None:
            return
        self._server.kill() if at_once else self._server.terminate()
        self._server.wait(10)
        self._server = None

    def workshop(self, deck: str = "onderwijsambassadeurs") -> Workshop:
        with self.database.write() as session:
            version = load(session, BUNDLED / f"{deck}.md")
            return start(session, version)

    def show(self, workshop: Workshop, slide: int) -> None:
        with self.database.write() as session:
            journal.append(session.connection(), [Entry(workshop.id, SlideShown(slide))])

    def events(self, workshop: Workshop) -> list[AnyEvent]:
        with self.database.read() as session:
            return [each.event for each in journal.read_since(session.connection(), workshop.id, 0)]

    def count(self, workshop: Workshop, event: type) -> int:
        return Counter(type(each) for each in self.events(workshop))[event]

    def _answers(self) -> bool:
        try:
            with _straight.open(self.url, timeout=2):
                return True
        except OSError:
            return False


def wait_until(true: Callable[[], bool], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
