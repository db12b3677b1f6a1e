"""A line to a mail server that is hung up when its time is over.

The time-out of a socket counts from one byte to the next: it never comes where a server drips.
"""

import smtplib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol


class Called(Protocol):
    """Whom a line leads to."""

    @property
    def host(self) -> str: ...

    @property
    def port(self) -> int: ...


class Line(smtplib.SMTP):
    """A line that begins without encryption."""

    def __init__(
        self, server: Called, patience: float, within: float, name: str | None, **options: Any
    ) -> None:
        with self.within(within):
            super().__init__(server.host, server.port, name, timeout=patience, **options)

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """Hangs up after so many seconds, whatever is under way."""
        clock = threading.Timer(seconds, self._hang_up)
        clock.daemon = True
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    def wait_for(self, seconds: float) -> None:
        """From now on an answer may take so long."""
        if self.sock is not None:
            self.sock.settimeout(seconds)

    def _hang_up(self) -> None:
        open_line = self.sock
        if open_line is not None:
            with suppress(OSError):  # it has ended by itself
                # Not SSLSocket's own: that one breaks a read that is under way in another thread.
                socket.socket.shutdown(open_line, socket.SHUT_RDWR)


class SecureLine(Line, smtplib.SMTP_SSL):
    """A line that is encrypted from the start."""
