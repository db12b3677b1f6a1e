"""A phone's websocket: simple-websocket's, made fit for a large room and a slow line."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from socket import IPPROTO_TCP, TCP_NODELAY
from typing import Any

from engineio.async_drivers._websocket_wsgi import SimpleWebSocketWSGI
from engineio.async_drivers.gevent import Thread
from gevent.event import Event
from gevent.lock import Semaphore
from simple_websocket import ConnectionClosed, Server
from wsproto.frame_protocol import FrameProtocol

MOST_WAITING = 32
"""Messages of a page that have come in and are not read yet. With more of them its line is not emptied any
further, so that what a page sends without end waits on its own side."""
_FRAMES = FrameProtocol(client=False, extensions=[])


class WebSocket(SimpleWebSocketWSGI):  # type: ignore[misc]
    """What Engine.IO makes for each request that asks for a websocket."""

    def __init__(self, handler: Callable[["WebSocket"], object], server: Any) -> None:
        super().__init__(handler, server)
        self._longest: int = server.max_http_buffer_size

    def __call__(self, environ: dict[str, Any], _start: object) -> Iterable[bytes]:
        """Shakes hands, and returns when the connection is over."""
        # No compression: it takes zlib's tables for every phone, and packs one slide once for each of them.
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        self.ws = _Line(environ, thread_class=Thread, event_class=Event, max_message_size=self._longest)
        self.app(self)
        return []


class _Line(Server):  # type: ignore[misc]
    def __init__(self, environ: dict[str, Any], **options: Any) -> None:
        self._sending = Semaphore()
        self._taken = Event()
        super().__init__(environ, **options)
        # Nagle's algorithm would keep what follows an acknowledgement back until the phone's TCP confirms it.
        self.sock.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)

    def receive(self, timeout: float | None = None) -> Any:
        """The next message."""
        message = super().receive(timeout)
        self._taken.set()
        return message

    def _handle_events(self) -> bool:
        goes_on: bool = super()._handle_events()
        while goes_on and len(self.input_buffer) > MOST_WAITING:
            self._taken.clear()
            self._taken.wait(1)
            goes_on = self.connected
        return goes_on

    def send(self, data: str | bytes) -> None:
        """Sends the whole message, also where the line takes it only in pieces.

        Raises:
            ConnectionClosed: the line is cut.
        """
        if not self.connected:
            raise ConnectionClosed(self.close_reason, self.close_message)
        frame = framed(data)
        with self._sending:  # no other message may come between the pieces
            sent = self.sock.send(frame)
            if sent < len(frame):
                self.sock.sendall(frame[sent:])


@lru_cache(maxsize=32)
def framed(message: str | bytes) -> bytes:
    """The message as a frame; a server's are not masked, so a slide is framed once for a whole room."""
    return bytes(_FRAMES.send_data(message))
