"""Phones on a server: how they come in, follow the slides, and answer."""

import asyncio
import gc
import json
from statistics import median
from typing import Any

from tests.bench.crowd import Answered, Crowd
from tests.bench.line import Line
from tests.bench.process import cpu_seconds, memory_kib
from tests.bench.rows import Row, rows
from tests.bench.subjects import Subject, running

BENCH = "live"
SLIDE_CHANGES = 8
"""An even number: the last one brings the open question back."""
ANSWERS_A_PHONE = 10
ANSWERS_AT_LEAST = 8_000
"""Few phones give more answers each, so that there is enough to measure."""
SETTLE_SECONDS = 1
_WARM_UP_PHONES = 5


class Live:
    """Measures round after round. The bare server shows the slides that ours showed: measure ours first."""

    def __init__(
        self,
        answers_at_least: int = ANSWERS_AT_LEAST,
        settle_seconds: float = SETTLE_SECONDS,
    ) -> None:
        self._answers_at_least = answers_at_least
        self._settle = settle_seconds
        self.busiest_client = 0.0
        """The largest share of its time that this process, with the phones, had to work."""
        self._slides: list[Any] = []

    def measure(self, subject: str, phones: int) -> list[Row]:
        """One round on a fresh server."""
        gc.collect()
        gc.disable()  # it would walk all the phones again and again, and be measured with the server
        try:
            with running(subject, self._slides) as server:
                values = asyncio.run(self._visit(server, phones))
        finally:
            gc.enable()
        return rows(BENCH, subject, phones, values)

    async def _visit(self, server: Subject, count: int) -> dict[str, float]:
        staff = await server.staff()
        await self._warm_up(server, staff[0])
        crowd = Crowd([server.phone() for _ in range(count)])
        values = {**await self._join(server, crowd), **await _slides(server, crowd, staff[0])}
        cpu = cpu_seconds(server.pid)
        each = max(ANSWERS_A_PHONE, self._answers_at_least // count)
        answers = [[server.answer(n) for n in range(each)] for _ in range(count)]
        answered = await crowd.answer("submit", answers)
        cpu = cpu_seconds(server.pid) - cpu
        self.busiest_client = max(self.busiest_client, answered.own_seconds / answered.seconds)
        for line in staff:
            line.close()
        crowd.leave()
        return {**values, **_speed(answered), "cpu_us_per_answer": cpu * 1e6 / (count * each)}

    async def _warm_up(self, server: Subject, presenter: Line) -> None:
        """Lets the server import and compile what it needs, and shows the two slides once."""
        crowd = Crowd([server.phone() for _ in range(_WARM_UP_PHONES)])
        await crowd.join(server.port)
        seen = []
        for number in range(3):
            await crowd.change_slide(presenter, presenter.frame("direct", server.order(number)))
            seen.append(json.loads(crowd.slide)[1])
        await crowd.answer("submit", [[server.answer(0)] for _ in crowd.lines])
        self._slides[:] = self._slides or seen[:2]
        crowd.leave()
        await asyncio.sleep(self._settle)

    async def _join(self, server: Subject, crowd: Crowd) -> dict[str, float]:
        before = memory_kib(server.pid)
        seconds = await crowd.join(server.port)
        await asyncio.sleep(self._settle)
        count = len(crowd.lines)
        grown = memory_kib(server.pid) - before
        return {"joined_per_s": count / seconds, "kib_per_phone": grown / count}


async def _slides(server: Subject, crowd: Crowd, presenter: Line) -> dict[str, float]:
    seconds = []
    for number in range(1, SLIDE_CHANGES + 1):
        order = presenter.frame("direct", server.order(number))
        seconds.append(await crowd.change_slide(presenter, order))
        await asyncio.sleep(0.1)
    return {"last_phone_ms": median(seconds) * 1000}


def _speed(answered: Answered) -> dict[str, float]:
    return {
        "answers_per_s": len(answered.waits) / answered.seconds,
        "ack_p50_ms": answered.percentile(0.5) * 1000,
        "ack_p99_ms": answered.percentile(0.99) * 1000,
    }
