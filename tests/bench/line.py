"""A light Socket.IO client: one websocket, Engine.IO 4, hand-made frames. It costs the bench little,
so that 2,000 of them fit into one process and the server is what is measured."""

import asyncio
import base64
import json
import secrets
from collections.abc import Callable
from typing import Any

from tests.bench import frames

_HOST = "127.0.0.1"
_PATH = "/socket.io/?EIO=4&transport=websocket"


class Refused(Exception):
    """The server did not let the line in."""


class Line(asyncio.Protocol):
    """One connection. `acknowledged` and `heard` are called for what comes in."""

    def __init__(self, auth: dict[str, Any], cookie: str = "") -> None:
        self.acknowledged: Callable[[int, bytes], None] = self._answer
        self.heard: Callable[[bytes], None] = lambda _event: None
        self.connected: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._auth = auth
        self._cookie = cookie
        self._mask = secrets.token_bytes(4)
        self._rest = b""
        self._shaken = False
        self._asked: dict[int, asyncio.Future[Any]] = {}
        self._number = 0

    async def open(self, port: int) -> "Line":
        """Connects to a server on this machine, and returns once the server has let the line in.

        Raises:
            Refused: it did not.
            OSError: it is not there, or went away meanwhile.
        """
        loop = asyncio.get_running_loop()
        await loop.create_connection(lambda: self, _HOST, port)
        await self.connected
        return self

    def close(self) -> None:
        """Hangs up, as a phone does that loses its network."""
        self._transport.abort()

    def frame(self, event: str, data: Any, number: int | None = None) -> bytes:
        """An event as it goes over this line; with a number it asks for an acknowledgement."""
        text = json.dumps([event, data], ensure_ascii=False, separators=(",", ":"))
        return frames.masked(f"42{'' if number is None else number}{text}", self._mask)

    def send(self, frame: bytes) -> None:
        """Sends a frame that `frame` made."""
        self._transport.write(frame)

    @property
    def waiting(self) -> int:
        """Bytes that the network has not taken yet."""
        return self._transport.get_write_buffer_size()

    async def ask(self, event: str, data: Any) -> Any:
        """Sends an event and waits for its acknowledgement.

        Raises:
            ConnectionError: the line was lost before it came.
        """
        self._number += 1
        answer = self._asked[self._number] = asyncio.get_running_loop().create_future()
        self.send(self.frame(event, data, self._number))
        return await answer

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        host, port = transport.get_extra_info("peername")
        cookie = f"Cookie: {self._cookie}\r\n" if self._cookie else ""
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        transport.write(
            f"GET {_PATH} HTTP/1.1\r\nHost: {host}:{port}\r\n{cookie}"
            "Connection: Upgrade\r\nUpgrade: websocket\r\n"
            f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        data = self._rest + data if self._rest else data
        if not self._shaken:
            data = self._shake(data)
        arrived, self._rest = frames.unmasked(data) if self._shaken else ([], data)
        for first, payload in arrived:
            if first == frames.TEXT:
                self._take(payload)

    def connection_lost(self, error: Exception | None) -> None:
        gone = error if isinstance(error, ConnectionError) else ConnectionResetError("hung up")
        for waiting in (self.connected, *self._asked.values()):
            if not waiting.done():
                waiting.set_exception(gone)
        self._asked.clear()
        if not self.lost.done():
            self.lost.set_result(None)

    def _shake(self, data: bytes) -> bytes:
        head, found, rest = data.partition(b"\r\n\r\n")
        if not found:
            return data
        if b" 101 " not in head.split(b"\r\n")[0]:
            self._fail(head.decode("latin-1").splitlines()[0])
            return b""
        self._shaken = True
        return rest

    def _take(self, payload: bytes) -> None:
        kind = payload[:2]
        if kind == b"43":
            end = payload.index(b"[")
            self.acknowledged(int(payload[2:end]), payload[end:])
        elif kind == b"42":
            self.heard(payload[2:])
        elif kind == b"2":
            self.send(frames.masked("3", self._mask))
        elif kind == b"40":
            self.connected.set_result(None)
        elif kind == b"44":
            self._fail(payload[2:].decode())
        elif kind[:1] == b"0":
            self.send(frames.masked("40" + json.dumps(self._auth), self._mask))

    def _fail(self, why: str) -> None:
        if not self.connected.done():
            self.connected.set_exception(Refused(why))
        self._transport.abort()

    def _answer(self, number: int, payload: bytes) -> None:
        waiting = self._asked.pop(number, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(json.loads(payload)[0])
