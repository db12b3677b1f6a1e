"""The two servers that are measured, and how the presenter and the phones speak to each."""

import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from tests.bench.hall import Hall
from tests.bench.line import Line
from tests.server import free_port, wait_for

BARE = "flask-socketio"
OURS = "ours"
_TEXT = "Eén ochtend per week voor de klas, de rest van de week gewoon mijn eigen werk ({n})."


class Subject(Protocol):
    """A running server."""

    @property
    def port(self) -> int:
        """Where it listens."""

    @property
    def pid(self) -> int:
        """Its process."""

    async def staff(self) -> list[Line]:
        """Who is there besides the phones; the first is the presenter."""

    def phone(self) -> Line:
        """A phone that has not come in yet."""

    def order(self, number: int) -> Any:
        """What the presenter sends for a slide change: the first, the second, …"""

    def answer(self, number: int) -> dict[str, Any]:
        """What a phone says: its first, second, … answer."""


@dataclass(frozen=True)
class Bare:
    """A stock Flask-SocketIO server: it gives answers back, and hands a slide on to everybody."""

    port: int
    pid: int
    slides: list[Any]

    async def staff(self) -> list[Line]:
        return [await Line({}).open(self.port) for _ in range(2)]

    def phone(self) -> Line:
        return Line({})

    def order(self, number: int) -> Any:
        return self.slides[number % len(self.slides)]

    def answer(self, number: int) -> dict[str, Any]:
        return _answer(12, number)


@dataclass(frozen=True)
class Ours:
    """Ours: it writes an answer to the disk before it acknowledges it, and draws the slides."""

    hall: Hall

    @property
    def port(self) -> int:
        return self.hall.server.port

    @property
    def pid(self) -> int:
        assert self.hall.server.process
        return self.hall.server.process.pid

    async def staff(self) -> list[Line]:
        return [await self.hall.presenter(), await self.hall.projector()]

    def phone(self) -> Line:
        return self.hall.phone()

    def order(self, number: int) -> Any:
        return {"do": "show", "slide": self.hall.open_slide + number % 2}

    def answer(self, number: int) -> dict[str, Any]:
        return _answer(self.hall.open_slide, number)


@contextmanager
def running(name: str, slides: list[Any]) -> Iterator[Subject]:
    """A fresh server; `slides` is what the bare one shows, as ours sent it."""
    with _ours() if name == OURS else _bare(slides) as subject:
        yield subject


@contextmanager
def _ours() -> Iterator[Subject]:
    with tempfile.TemporaryDirectory(prefix="workshop-bench-") as data:
        hall = Hall(Path(data))
        hall.server.start()
        try:
            yield Ours(hall)
        finally:
            hall.server.stop()


@contextmanager
def _bare(slides: list[Any]) -> Iterator[Subject]:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.echo", str(port)])
    try:
        wait_for(f"http://127.0.0.1:{port}", process)
        yield Bare(port, process.pid, slides)
    finally:
        process.terminate()
        process.wait()


def _answer(slide: int, number: int) -> dict[str, Any]:
    return {
        "do": "answer",
        "id": secrets.token_urlsafe(16),
        "slide": slide,
        "question": number % 6,
        "value": _TEXT.format(n=number),
    }
