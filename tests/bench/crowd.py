"""Many phones at once, in this process."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.bench.line import Line

AT_A_TIME = 100
"""Phones that are coming in at one moment, as in a room where everybody scans the code."""
PATIENCE = 60
"""Seconds until something that does not happen ends the bench."""
_SLIDE = b'["slide",'


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of a round of answers."""

    seconds: float
    waits: list[float]
    """Seconds from each answer to its acknowledgement, sorted."""
    own_seconds: float
    """Processor time of this process: near `seconds`, the phones are the bottleneck."""

    def percentile(self, share: float) -> float:
        """The wait within which this share of the answers was acknowledged."""
        return self.waits[min(len(self.waits) - 1, int(len(self.waits) * share))]


class Crowd:
    """Phones on one server."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.slide = b""
        """The last slide that a phone got, as it came."""

    async def join(self, port: int) -> float:
        """All come in; gives the seconds until the last is in."""
        waiting = iter(self.lines)

        async def door() -> None:
            for line in waiting:
                await line.open(port)

        began = time.perf_counter()
        async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as doors:
            for _ in range(AT_A_TIME):
                doors.create_task(door())
        return time.perf_counter() - began

    async def answer(self, event: str, answers: Sequence[Sequence[Any]]) -> Answered:
        """All phones send their answers at once, each the next when the last is acknowledged.

        Raises:
            RuntimeError: an answer was refused.
        """
        rounds = [
            _Round(line, [line.frame(event, data, n) for n, data in enumerate(mine)])
            for line, mine in zip(self.lines, answers, strict=True)
        ]
        began, own = time.perf_counter(), time.process_time()
        for each in rounds:
            each.send_next()
        async with asyncio.timeout(PATIENCE):
            await asyncio.gather(*(each.done for each in rounds))
        waits = sorted(wait for each in rounds for wait in each.waits)
        return Answered(time.perf_counter() - began, waits, time.process_time() - own)

    async def change_slide(self, presenter: Line, order: bytes) -> float:
        """The presenter orders another slide; gives the seconds until the last phone has it."""
        everybody = asyncio.get_running_loop().create_future()
        missing = set(range(len(self.lines)))

        def heard(number: int, event: bytes) -> None:
            if event.startswith(_SLIDE):
                self.slide = event
                missing.discard(number)
                if not missing and not everybody.done():
                    everybody.set_result(time.perf_counter())

        for number, line in enumerate(self.lines):
            line.heard = lambda event, number=number: heard(number, event)  # type: ignore[misc]
        began = time.perf_counter()
        presenter.send(order)
        async with asyncio.timeout(PATIENCE):
            return float(await everybody) - began

    def leave(self) -> None:
        """All hang up."""
        for line in self.lines:
            line.close()


class _Round:
    """One phone's answers, one after the other."""

    def __init__(self, line: Line, answers: list[bytes]) -> None:
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waits: list[float] = []
        self._line = line
        self._answers = iter(answers)
        self._sent = 0.0
        line.acknowledged = self._acknowledged

    def send_next(self) -> None:
        answer = next(self._answers, None)
        if answer is None:
            self.done.set_result(None)
            return
        self._sent = time.perf_counter()
        self._line.send(answer)

    def _acknowledged(self, _number: int, payload: bytes) -> None:
        if payload.startswith(b'[{"error"'):
            self.done.set_exception(RuntimeError(f"an answer was refused: {payload.decode()}"))
            return
        self.waits.append(time.perf_counter() - self._sent)
        self.send_next()
