"""A real server in a process of its own, as people run it, on a free port of the loopback address."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from workshop import config
from workshop.config import Settings
from workshop.database import Database
from workshop.demo import Ready, prepare

STARTS_WITHIN = 60


class Server:
    """`workshop serve` on a data folder; can be killed and started again."""

    def __init__(self, data: Path, command: str = "serve", **environment: str) -> None:
        self.port = free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.command = command
        self.environment = {
            "WORKSHOP_DATA": str(data),
            "WORKSHOP_PORT": str(self.port),
            "WORKSHOP_HOST": "127.0.0.1",
            **environment,
        }
        self.settings: Settings = config.load(self.environment)
        self.ready: Ready = prepare(self.settings)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def database(self) -> Database:
        """The server's database, from outside."""
        return Database(self.settings.database_url)

    @property
    def phone(self) -> str:
        """Where phones come in."""
        return f"{self.base}/{self.ready.code}"

    def start(self) -> None:
        """Starts it and waits for the first answer."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "workshop", self.command],
            env={**os.environ, **self.environment},
            start_new_session=True,
        )
        wait_for(self.base, self.process)

    def stop(self) -> int:
        """Ends it as Ctrl-C does; gives its exit status."""
        assert self.process is not None
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


def wait_for(base: str, process: "subprocess.Popen[bytes] | None" = None) -> None:
    """Waits until an address answers."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        assert process is None or process.poll() is None, "the server ended at its start"
        try:
            with urllib.request.urlopen(f"{base}/", timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{base} did not answer")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
