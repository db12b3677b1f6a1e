"""The web process and the worker, as children of one that watches over them."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from types import FrameType

from workshop.config import Settings
from workshop.database import Database
from workshop.migrate import migrate

PATIENCE = 8
"""Seconds that a child gets to end by itself."""
LOOK_EVERY = 0.2
AT_LEAST = 3
"""Seconds that a child runs before its end is taken for an accident."""


def with_options(settings: Settings, host: str | None, port: int | None) -> Settings:
    """The settings, with what the command line says instead of them."""
    return replace(settings, host=host or settings.host, port=port or settings.port)


class Both:
    """The two processes; one that dies is started again."""

    def __init__(self, settings: Settings) -> None:
        self._environment = {
            **os.environ,
            "WORKSHOP_DATA": str(settings.data),
            "WORKSHOP_HOST": settings.host,
            "WORKSHOP_PORT": str(settings.port),
        }
        self._stopping = False
        self._children: dict[str, subprocess.Popen[bytes]] = {}
        self._started: dict[str, float] = {}

    def start(self) -> None:
        """Starts both."""
        for name in ("web", "worker"):
            self._start(name)

    def running(self) -> bool:
        """Whether both run still."""
        return all(child.poll() is None for child in self._children.values())

    def watch(self) -> int:
        """Watches over both until `stop` is called; gives the exit status.

        A web process that dies right after its start would only die again: then all ends. Without a worker
        the workshop goes on, so that one is tried again after a while.
        """
        while not self._stopping:
            for name, child in list(self._children.items()):
                if child.poll() is None or self._stopping:
                    continue
                if time.monotonic() - self._started[name] >= AT_LEAST:
                    self._start(name)
                elif name == "web":
                    self.stop()
                    self.wait()
                    return child.returncode or 1
            time.sleep(LOOK_EVERY)
        self.wait()
        return 0

    def stop(self, *_signal: int | FrameType | None) -> None:
        """Asks both to end."""
        self._stopping = True
        for child in self._children.values():
            if child.poll() is None:
                child.terminate()

    def wait(self) -> None:
        """Waits until both have ended; kills what does not."""
        until = time.monotonic() + PATIENCE
        for child in self._children.values():
            try:
                child.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    def _start(self, name: str) -> None:
        # A group of its own: Ctrl-C in the terminal reaches only us, and we end the children in order.
        self._children[name] = subprocess.Popen(
            [sys.executable, "-m", "workshop", name], env=self._environment, start_new_session=True
        )
        self._started[name] = time.monotonic()


def run(settings: Settings) -> None:
    """Migrates, then runs both until Ctrl-C."""
    migrate(Database(settings.database_url))
    both = Both(settings)
    signal.signal(signal.SIGINT, both.stop)
    signal.signal(signal.SIGTERM, both.stop)
    both.start()
    sys.exit(both.watch())
