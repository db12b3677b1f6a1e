"""`make demo`, as a newcomer types it: it comes up, can be joined, ends with Ctrl-C and goes on later."""

import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.server import free_port
from workshop import config
from workshop.database import Database
from workshop.events import Answered, SlideShown
from workshop.journal import Entry, append, read_since

ROOT = Path(__file__).parents[2]
PATIENCE = 90

pytestmark = pytest.mark.slow


@contextmanager
def demo(data: Path, port: int, **more: object) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """`make demo`, and what it printed until it was ready."""
    words = [f"{name}={value}" for name, value in {"PORT": port, "DATA": data, **more}.items()]
    log = data.parent / "demo.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            ["make", "demo", *words], cwd=ROOT, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            until = time.monotonic() + PATIENCE
            while "Ctrl-C" not in log.read_text():
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < until, log.read_text()
                time.sleep(0.2)
            yield process, log.read_text()
        finally:
            press_ctrl_c(process)


def press_ctrl_c(process: "subprocess.Popen[str]") -> int:
    """What a terminal does: everybody in the foreground gets the signal."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGINT)
    return process.wait(30)


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=60) as answer:
        text: str = answer.read().decode()
        return text


def code_in(printed: str) -> str:
    match = re.search(r"Phones +http://[^/]+/(\w{6})\n", printed)
    assert match, printed
    return match[1]


def test_it_comes_up_can_be_joined_and_goes_on_where_it_was(tmp_path: Path) -> None:
    port = free_port()
    base = f"http://127.0.0.1:{port}"

    with demo(tmp_path / "data", port) as (process, printed):
        code = code_in(printed)
        assert "data-token=" in fetch(f"{base}/{code}")
        assert f"http://localhost:{port}/sign-in/" in printed
        assert "/projector/" in printed
        assert "█" in printed, "the QR code is drawn"
        assert press_ctrl_c(process) in (0, 130, -signal.SIGINT, 2)

    with pytest.raises(OSError, match="refused"):
        fetch(base)
    with demo(tmp_path / "data", port) as (_process, again):
        assert code_in(again) == code
        assert "goes on where it was" in again


def test_rehearsal_phones_answer(tmp_path: Path) -> None:
    with demo(tmp_path / "data", free_port(), PHONES=5):
        settings = config.load({"WORKSHOP_DATA": str(tmp_path / "data")})
        database = Database(settings.database_url)
        with database.write() as session:
            append(session.connection(), [Entry(1, SlideShown(12))])

        until = time.monotonic() + PATIENCE
        answers = 0
        while not answers and time.monotonic() < until:
            time.sleep(0.5)
            with database.engine.connect() as connection:
                answers = sum(isinstance(r.event, Answered) for r in read_since(connection, 1, 0))

    assert answers


def test_a_taken_port_is_said_in_one_line(tmp_path: Path) -> None:
    import socket

    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))
        other.listen()
        port = other.getsockname()[1]
        made = subprocess.run(
            ["make", "demo", f"PORT={port}", f"DATA={tmp_path / 'data'}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    assert made.returncode != 0
    assert f"port {port} cannot be used" in made.stderr
    assert "Traceback" not in made.stderr
