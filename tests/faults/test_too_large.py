"""Ten megabytes where a few words belong: they are cut off, said to be too much, and nobody else notices."""

import asyncio
import http.client
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from tests.bench.hall import Hall
from tests.faults.halls import answer
from workshop.live.orders import MOST_BYTES

HUGE = 10_000_000


@pytest.mark.slow
def test_over_a_websocket_the_line_ends_and_a_new_one_works(hall: Hall) -> None:
    async def send() -> object:
        token = hall.token()
        line = await hall.phone(token).open(hall.server.port)
        line.send(line.frame("submit", answer(hall, 0) | {"value": "x" * HUGE}, 1))
        async with asyncio.timeout(30):
            await line.lost
        line = await hall.phone(token).open(hall.server.port)
        said = await line.ask("submit", answer(hall, 0))
        line.close()
        return said

    assert "ok" in asyncio.run(send())  # type: ignore[operator]


@pytest.mark.slow
@pytest.mark.parametrize("size", [MOST_BYTES + 1, HUGE])
def test_over_http_it_is_refused_with_a_text(hall: Hall, size: int) -> None:
    body = json.dumps(answer(hall, 0) | {"value": ""})
    with _asking(hall) as line:
        line.request("POST", "/live/submissions", body + " " * (size - len(body)), _head(hall))
        answered = line.getresponse()

        assert answered.status == 413
        assert json.load(answered)["text"]


@pytest.mark.slow
def test_over_http_without_a_length_it_is_refused_as_well(hall: Hall) -> None:
    with _asking(hall) as line:
        with suppress(BrokenPipeError, ConnectionResetError):
            line.request(
                "POST", "/live/submissions", iter([b"[" * 50_000] * 200), _head(hall), encode_chunked=True
            )
        answered = line.getresponse()

        assert answered.status == 413, answered.read()


@pytest.mark.slow
def test_who_only_promises_ten_megabytes_hears_so_before_they_are_sent(hall: Hall) -> None:
    with _asking(hall) as line:
        line.putrequest("POST", "/live/submissions")
        for name, value in {**_head(hall), "Content-Length": str(HUGE)}.items():
            line.putheader(name, value)
        line.endheaders()

        assert line.getresponse().status == 413


@contextmanager
def _asking(hall: Hall) -> Iterator[http.client.HTTPConnection]:
    line = http.client.HTTPConnection("127.0.0.1", hall.server.port, timeout=30)
    try:
        yield line
    finally:
        line.close()


def _head(hall: Hall) -> dict[str, str]:
    return {"Authorization": f"Bearer {hall.token()}", "Content-Type": "application/json"}
