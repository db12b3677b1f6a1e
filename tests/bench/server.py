"""A server process: started, looked at from outside, ended."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.line import Address

UP_WITHIN = 30
"""Seconds that a server gets until it listens."""
_TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """A process that serves on a port."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], port: int) -> None:
        self.address = Address(port)
        self._command = command
        self._environment = {**os.environ, **environment}
        self.start()

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def start(self) -> None:
        """Starts the process and waits until it listens.

        Raises:
            RuntimeError: it ended, or does not listen in time.
        """
        self._process = subprocess.Popen(self._command, env=self._environment)
        until = time.monotonic() + UP_WITHIN
        while not self._listens():
            if self._process.poll() is not None or time.monotonic() > until:
                self.stop()
                raise RuntimeError(f"it does not start: {' '.join(self._command)}")
            time.sleep(0.02)

    def kill(self) -> None:
        """Ends it in the middle of whatever it does (SIGKILL)."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Asks it to end, and makes it end."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()

    def cpu_seconds(self) -> float:
        """Processor time so far, of all its threads (proc(5): fields 14 and 15 of stat)."""
        stat = Path(f"/proc/{self.pid}/stat").read_text()
        after_name = stat.rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / _TICKS

    def memory_kib(self) -> int:
        """Resident memory now."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((self.address.host, self.address.port)) == 0


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
