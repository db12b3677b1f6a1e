"""A phone gone wild: the others do not notice, its own words arrive in the end, the server stays small."""

import asyncio
import time
from pathlib import Path
from statistics import median

import pytest

from tests.bench.hall import Hall
from tests.bench.line import Line
from tests.faults import journals
from tests.faults.halls import answer

OTHERS = 20
ANSWERS = 12
"""What each of the others says in a round."""
ROUNDS = 2
PAUSE = 0.02
"""Seconds between somebody's answers, so that a round lasts a while on a fast machine too."""
A_SECOND = 1000
"""How many messages a flood is, by the clock."""
AT_MOST_SLOWER = 3
MEGABYTE = 1_000_000


@pytest.mark.slow
def test_a_phone_that_answers_a_thousand_times_a_second_slows_nobody_and_is_heard(hall: Hall) -> None:
    calm, flooded, sent, said = asyncio.run(_rounds(hall))

    assert sent >= ROUNDS * 100, "it was a flood"
    assert min(flooded) < AT_MOST_SLOWER * min(calm)
    written = journals.read(hall.server.database, hall.workshop_id)
    assert {name: written.numbers.get(name) for name in said} == {name: [seq] for name, seq in said.items()}
    assert len(said) == 2 * ROUNDS * OTHERS * ANSWERS + len(HONEST)
    journals.assert_whole(written)


@pytest.mark.slow
def test_what_a_phone_sends_without_end_waits_on_its_own_side(hall: Hall) -> None:
    assert asyncio.run(_pour(hall, 30 * MEGABYTE)) < 10 * MEGABYTE


Said = dict[str, int]
HONEST = range(5)


async def _rounds(hall: Hall) -> tuple[list[float], list[float], int, Said]:
    """The others' median waits without and with a flood, how much was sent in it, what was acknowledged."""
    lines = [await hall.phone().open(hall.server.port) for _ in range(OTHERS)]
    wild = await hall.phone().open(hall.server.port)
    said: Said = {}
    calm, flooded, sent = [], [], 0
    numbers = iter(range(10_000))
    for _ in range(ROUNDS):
        calm.append(await _round(hall, lines, next(numbers), said))
        flood = asyncio.create_task(_flood(hall, wild))
        flooded.append(await _round(hall, lines, next(numbers), said))
        flood.cancel()
        sent += await flood
    for number in HONEST:
        await _insist(wild, answer(hall, number), said)
    for line in (*lines, wild):
        line.close()
    return calm, flooded, sent, said


async def _round(hall: Hall, lines: list[Line], number: int, said: Said) -> float:
    waits: list[float] = []

    async def speak(line: Line) -> None:
        for _ in range(ANSWERS):
            submission = answer(hall, number)
            began = time.perf_counter()
            said[submission["id"]] = (await line.ask("submit", submission))["ok"]
            waits.append(time.perf_counter() - began)
            await asyncio.sleep(PAUSE)

    await asyncio.gather(*map(speak, lines))
    return median(waits)


async def _flood(hall: Hall, line: Line) -> int:
    """Sends until it is cancelled, what a late turn missed as well; gives how much."""
    sent, began = 0, time.perf_counter()
    try:
        while True:
            while sent < (time.perf_counter() - began) * A_SECOND:
                line.send(line.frame("submit", answer(hall, 39), 1_000_000 + sent))
                sent += 1
            await asyncio.sleep(0.01)
    except asyncio.CancelledError:
        return sent


async def _insist(line: Line, submission: dict[str, object], said: Said) -> None:
    """Sends the same again while the server asks to, as a phone's outbox does."""
    while (acknowledged := await line.ask("submit", submission)).get("again"):
        await asyncio.sleep(0.05)
    said[str(submission["id"])] = acknowledged["ok"]


async def _pour(hall: Hall, size: int) -> int:
    """By how much the server grew, at its largest, while all of it was sent as fast as it could be."""
    line = await hall.phone().open(hall.server.port)
    frame = line.frame("submit", answer(hall, 0) | {"value": "x" * 50_000})
    before = most = _resident(hall)
    for _ in range(size // len(frame)):
        line.send(frame)
    while line.waiting:
        await asyncio.sleep(0.02)
        most = max(most, _resident(hall))
    line.close()
    return most - before


def _resident(hall: Hall) -> int:
    """Bytes of memory that the server has."""
    assert hall.server.process is not None
    status = Path(f"/proc/{hall.server.process.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) * 1024
