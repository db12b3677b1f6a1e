"""Real HTTP servers on the loopback address, which behave as badly as a test wants."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Behave = Callable[[socket.socket], None]
"""What a server does with a connection after it read the request."""

Wrap = Callable[[socket.socket], socket.socket]


@dataclass
class Request:
    """What a server was sent."""

    line: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Listener:
    """A server on a port of its own, with all that it was sent."""

    port: int
    requests: list[Request] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"


def answers(*statuses: int, headers: str = "") -> Behave:
    """Answers with one status after the other, and then with the last again and again."""
    left = list(statuses)

    def behave(line: socket.socket) -> None:
        status = left.pop(0) if len(left) > 1 else left[0]
        line.sendall(f"HTTP/1.1 {status} Said\r\n{headers}Content-Length: 0\r\n\r\n".encode())

    return behave


def says(text: bytes) -> Behave:
    """Sends these bytes, whatever they are."""
    return lambda line: line.sendall(text)


def drops(_line: socket.socket) -> None:
    """Breaks off without a word."""


def hangs(line: socket.socket) -> None:
    """Says nothing until the other side gives up."""
    line.recv(1)


def drips(line: socket.socket) -> None:
    """Sends a byte now and then, so that no single wait is long."""
    with suppress(OSError):
        for byte in b"HTTP/1.1 200 OK\r\n" + b"X-Slow: 1\r\n" * 1000:
            line.sendall(bytes([byte]))
            threading.Event().wait(0.05)


def never_ends(line: socket.socket) -> None:
    """Says that ten gigabytes come, and sends as much as the other side takes."""
    with suppress(OSError):
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n")
        for _ in range(10_000):
            line.sendall(b"x" * 1_000_000)


def endless_head(line: socket.socket) -> None:
    """Sends headers without end."""
    with suppress(OSError):
        line.sendall(b"HTTP/1.1 200 OK\r\n")
        for _ in range(100_000):
            line.sendall(b"X-More: " + b"x" * 1000 + b"\r\n")


@contextmanager
def listening(behave: Behave, *, wrap: Wrap | None = None) -> Iterator[Listener]:
    """A server that behaves like that.

    Args:
        wrap: puts TLS around a connection.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        listener = Listener(server.getsockname()[1])
        thread = threading.Thread(target=_serve, args=(server, listener, behave, wrap), daemon=True)
        thread.start()
        try:
            yield listener
        finally:
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)  # wakes accept()
            thread.join(5)


def _serve(
    server: socket.socket,
    listener: Listener,
    behave: Behave,
    wrap: Wrap | None,
) -> None:
    while True:
        try:
            plain, _address = server.accept()
        except OSError:
            return
        with suppress(OSError), plain:
            line = wrap(plain) if wrap else plain
            with line:
                listener.requests.append(_read(line))
                behave(line)


def _read(line: socket.socket) -> Request:
    with line.makefile("rb") as file:
        first = file.readline().decode().strip()
        headers = {}
        while text := file.readline().decode().strip():
            name, _colon, value = text.partition(": ")
            headers[name.lower()] = value
        return Request(first, headers, file.read(int(headers.get("content-length", 0))))
