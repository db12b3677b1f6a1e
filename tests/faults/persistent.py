"""A phone as ours is: it keeps what it sends until that is acknowledged, and sends it again after a break."""

import asyncio
import itertools
from typing import Any

from tests.bench.hall import Hall
from tests.bench.line import Line
from tests.faults.halls import answer

_TRY_AGAIN_AFTER = 0.05


class PersistentPhone:
    """Answers one after the other until it is told to stop; reconnects by itself."""

    def __init__(self, hall: Hall) -> None:
        self.acknowledged: dict[str, int] = {}
        """The number in the journal that the server named for each answer."""
        self.sent_again = 0
        self._hall = hall
        self._token = hall.token()
        self._numbers = itertools.count()
        self._kept: dict[str, Any] | None = None

    async def answer(self, enough: asyncio.Event) -> None:
        """Goes on until there is enough and nothing unacknowledged is left."""
        while self._kept or not enough.is_set():
            try:
                line = await self._hall.phone(self._token).open(self._hall.server.port)
                if self._kept:
                    self.sent_again += 1
                await self._send(line, enough)
                line.close()
            except OSError:  # nobody there, or gone in the middle
                await asyncio.sleep(_TRY_AGAIN_AFTER)

    async def _send(self, line: Line, enough: asyncio.Event) -> None:
        while self._kept or not enough.is_set():
            self._kept = self._kept or answer(self._hall, next(self._numbers))
            said = await line.ask("submit", self._kept)
            assert "ok" in said, said
            self.acknowledged[self._kept["id"]] = said["ok"]
            self._kept = None
