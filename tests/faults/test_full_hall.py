"""Five hundred people come in within ten seconds, each answering at once: all are in, and nothing is lost.

How fast it went: pytest --log-cli-level=info.
"""

import asyncio
import json
import logging
import random
import re
import time
from collections.abc import Callable

import pytest

from tests.bench.hall import Hall
from tests.bench.line import Line
from tests.faults import journals
from tests.faults.halls import answer

PEOPLE = 500
WITHIN = 8
"""Seconds in which they scan the code."""
PATIENCE = 120
_log = logging.getLogger(__name__)
_TOKEN = re.compile(rb'data-token="([^"]+)"')


class Projector:
    """The screen in front, and the answers that it was told of."""

    def __init__(self, line: Line) -> None:
        self.answers: set[str] = set()
        self.people = 0
        line.heard = self._hear

    async def until(self, is_there: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not is_there():
                await asyncio.sleep(0.02)

    def _hear(self, event: bytes) -> None:
        _name, data = json.loads(event)
        self.answers |= {answer["id"] for answer in data.get("answers", ())}
        self.people = max(self.people, data.get("counts", {}).get("people", 0))


@pytest.mark.slow
def test_five_hundred_people_come_in_and_each_answer_is_on_the_disk_and_on_the_wall(hall: Hall) -> None:
    said, projector, waits, seconds = asyncio.run(_fill(hall))

    written = journals.read(hall.server.database, hall.workshop_id)
    assert len(said) == PEOPLE
    assert {name: written.numbers.get(name) for name in said} == {name: [seq] for name, seq in said.items()}
    assert said.keys() <= projector.answers
    assert projector.people >= PEOPLE
    journals.assert_whole(written)
    _log.info("joined/s %.0f, worst answer %.3f s", PEOPLE / seconds, max(waits))


async def _fill(hall: Hall) -> tuple[dict[str, int], Projector, list[float], float]:
    """What was acknowledged, the projector, how long each answer took, and how long until all were in."""
    presenter = await hall.presenter()
    await presenter.ask("direct", {"do": "show", "slide": hall.open_slide})
    screen = await hall.projector()
    projector = Projector(screen)
    said: dict[str, int] = {}
    waits: list[float] = []
    lines: list[Line] = []
    began = time.perf_counter()
    joined = [began]

    async def person(number: int) -> None:
        await asyncio.sleep(random.uniform(0, WITHIN))
        line = await hall.phone(await _page(hall)).open(hall.server.port)
        lines.append(line)
        joined.append(time.perf_counter())
        submission = answer(hall, number)
        said[submission["id"]] = (await line.ask("submit", submission))["ok"]
        waits.append(time.perf_counter() - joined[-1])

    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as room:
        for number in range(PEOPLE):
            room.create_task(person(number))
    await projector.until(lambda: said.keys() <= projector.answers and projector.people >= PEOPLE)
    for line in (*lines, presenter, screen):
        line.close()
    return said, projector, waits, max(joined) - began


async def _page(hall: Hall) -> str:
    """Opens the phone's page as a browser does; gives the token in it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", hall.server.port)
    writer.write(
        f"GET /{hall.server.ready.code} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()
    )
    page = await reader.read()
    writer.close()
    found = _TOKEN.search(page)
    assert found, page[:200]
    return found[1].decode()
