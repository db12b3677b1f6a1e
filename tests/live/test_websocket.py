"""The websocket under a phone's connection: not packed, not too long, and whole on a slow line."""

import asyncio
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench import frames
from tests.bench.hall import Hall
from workshop.live.orders import MOST_BYTES

MASK = b"\x01\x02\x03\x04"
TOO_BIG = 1009
"""RFC 6455, 7.4.1."""
SLIDES = 400


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    hall = Hall(tmp_path_factory.mktemp("data"))
    hall.server.start()
    yield hall
    hall.server.stop()


def shake(hall: Hall, line: socket.socket) -> bytes:
    """Asks for a websocket that is packed, as browsers do; gives the answer's head."""
    line.settimeout(20)
    line.connect(("127.0.0.1", hall.server.port))
    line.sendall(
        b"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
        b"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n"
    )
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += line.recv(1)
    return head


def arriving(line: socket.socket) -> Iterator[tuple[int, bytes]]:
    """The server's frames, each with its first byte, until it hangs up."""
    rest = b""
    while data := line.recv(65_536):
        whole, rest = frames.unmasked(rest + data)
        yield from whole


def test_a_browsers_offer_to_pack_messages_is_not_taken(hall: Hall) -> None:
    with socket.socket() as line:
        head = shake(hall, line)

    assert b" 101 " in head
    assert b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo=" in head  # the key's answer, from RFC 6455, 1.3
    assert b"extensions" not in head.lower()


def test_a_message_that_is_too_long_ends_the_connection_before_it_is_whole(hall: Hall) -> None:
    with socket.socket() as line:
        shake(hall, line)
        line.sendall(frames.masked("4" + "x" * 2 * MOST_BYTES, MASK)[: MOST_BYTES + 100])
        *_, (first, payload) = arriving(line)

    assert (first, int.from_bytes(payload[:2])) == (frames.CLOSE, TOO_BIG)


def test_a_line_that_takes_messages_only_in_pieces_gets_them_whole(hall: Hall, tmp_path: Path) -> None:
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        shake(hall, line)
        line.sendall(frames.masked("40" + json.dumps({"token": hall.token()}), MASK))
        asyncio.run(show_slides(hall))

        numbers = []
        for _first, payload in arriving(line):
            if payload.startswith(b'42["slide",'):
                numbers.append(json.loads(payload[2:])[1]["number"])
            if len(numbers) == SLIDES:
                break

    assert numbers == [hall.open_slide + number % 2 for number in range(SLIDES)]


async def show_slides(hall: Hall) -> None:
    presenter = await hall.presenter()
    for number in range(SLIDES):
        answer = await presenter.ask("direct", {"do": "show", "slide": hall.open_slide + number % 2})
        assert "ok" in answer
    presenter.close()
