"""A real web process, with workshops that a test directs through the journal."""

import time
from collections.abc import Callable
from pathlib import Path

from tests.server import Server
from workshop import journal
from workshop.decks.store import BUNDLED, load
from workshop.events import SlideShown
from workshop.journal import Entry
from workshop.workshops import Workshop, start


class Hall:
    """The server, its database, and what is in it."""

    def __init__(self, data: Path) -> None:
        self._server = Server(data, "web")
        self._database = self._server.database
        self.url = self._server.base

    def open(self) -> None:
        self._server.start()

    def close(self) -> None:
        self._server.stop()
        self._database.engine.dispose()

    def lose(self) -> None:
        """As when the power is cut."""
        assert self._server.process is not None
        self._server.process.kill()
        self._server.process.wait()

    def workshop(self, deck: str = "onderwijsambassadeurs") -> Workshop:
        with self._database.write() as session:
            return start(session, load(session, BUNDLED / f"{deck}.md"))

    def show(self, workshop: Workshop, slide: int) -> None:
        with self._database.write() as session:
            journal.append(session.connection(), [Entry(workshop.id, SlideShown(slide))])

    def count(self, workshop: Workshop, event: type) -> int:
        with self._database.read() as session:
            records = journal.read_since(session.connection(), workshop.id, 0)
        return sum(isinstance(record.event, event) for record in records)


def wait_until(true: Callable[[], bool], seconds: float = 15) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not happen"
        time.sleep(0.05)
