"""A call to a machine of somebody else's, which may be anything: away, slow, without end, or one of ours.

The standard library's client gives a server that sends a byte now and then all the time in the world, and
looks the name up once more after we looked. So the few lines of HTTP that are needed stand here.
"""

import socket
import ssl
import time
from collections.abc import Callable, Mapping
from typing import Literal

from workshop.hooks.place import Place, is_public

PATIENCE = 12.0
"""Seconds for a whole call. Well below a worker's lease."""
MOST_READ = 16 * 1024
"""Bytes of an answer; only its status matters."""

Why = Literal[
    "unknown", "private", "insecure", "certificate", "away", "slow", "nonsense", "redirect", "status"
]
"""Why a target did not take a message."""
Resolve = Callable[[str, int], list[str]]
"""Gives the IP addresses of a name."""


class NotTaken(Exception):
    """The target did not take the message. `status` is what it answered, if it did."""

    def __init__(self, why: Why, status: int | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.status = status


class Line:
    """How calls are made: to the internet only, or also to the network around this machine."""

    def __init__(
        self,
        *,
        inner: bool = False,
        resolve: Resolve | None = None,
        found: Callable[[], None] = lambda: None,
    ) -> None:
        """Calls nobody yet.

        Args:
            inner: whether also machines around this one may be called.
            resolve: looks names up.
            found: called once the name was looked up, which may have taken as long as name servers like.
        """
        self._inner = inner
        self._resolve = resolve or _look_up
        self._found = found

    def post(self, place: Place, headers: Mapping[str, str], body: bytes) -> int:
        """Sends a message and gives the status of the answer, which is 200 to 299.

        Raises:
            NotTaken: with the reason.
        """
        if not (place.secure or self._inner):
            raise NotTaken("insecure")
        addresses = self._checked(place)
        self._found()
        until = time.monotonic() + PATIENCE
        try:
            with _connected(addresses, place, until) as line:
                line.settimeout(_left(until))
                line.sendall(_request(place, headers, body))
                status = _status(line, until)
        except ssl.SSLCertVerificationError as error:
            raise NotTaken("certificate") from error
        except TimeoutError as error:
            raise NotTaken("slow") from error
        except OSError as error:
            raise NotTaken("away") from error
        if 300 <= status < 400:
            raise NotTaken("redirect", status)  # it is not followed: it could lead into our own network
        if not 200 <= status < 300:
            raise NotTaken("status", status)
        return status

    def _checked(self, place: Place) -> list[str]:
        """The addresses of a place. The call goes to one of these: looked up again, it could be another."""
        try:
            addresses = self._resolve(place.host, place.port)
        except (OSError, UnicodeError) as error:
            raise NotTaken("unknown") from error
        if not self._inner and not all(map(is_public, addresses)):
            raise NotTaken("private")
        return addresses


def _look_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_family, address in found))


def _connected(addresses: list[str], place: Place, until: float) -> socket.socket:
    line = _reached(addresses, place.port, until)
    if not place.secure:
        return line
    try:
        line.settimeout(_left(until))
        return ssl.create_default_context().wrap_socket(line, server_hostname=place.host)
    except BaseException:
        line.close()
        raise


def _reached(addresses: list[str], port: int, until: float) -> socket.socket:
    """A connection to the first of the addresses that takes one."""
    last: OSError = ConnectionError("no address")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=_left(until))
        except OSError as error:
            last = error
    raise last


def _request(place: Place, headers: Mapping[str, str], body: bytes) -> bytes:
    all_headers = {
        "Host": place.netloc,
        "Connection": "close",
        "User-Agent": "workshop-toolkit",
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        **headers,
    }
    lines = [f"POST {place.path} HTTP/1.1", *(f"{name}: {value}" for name, value in all_headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body


def _status(line: socket.socket, until: float) -> int:
    """The status of the answer. No more is read than its head, and of a head no more than a part."""
    head = b""
    while len(head) < MOST_READ:
        line.settimeout(_left(until))
        piece = line.recv(4096)
        head += piece
        # Before the answer itself may come heads that only say that it will come.
        while b"\r\n\r\n" in head and head.startswith(b"HTTP/1.1 1"):
            head = head.partition(b"\r\n\r\n")[2]
        if b"\r\n\r\n" in head or not piece:
            break
    if not head:
        raise ConnectionError("no answer")
    return _status_of(head)


def _status_of(head: bytes) -> int:
    protocol, _space, rest = head.partition(b" ")
    code = rest[:3]
    if not protocol.startswith(b"HTTP/1.") or not code.isdigit() or len(code) < 3:
        raise NotTaken("nonsense")
    return int(code)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
