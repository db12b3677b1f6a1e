"""Phones on a server: how they come in, answer, and follow the slides."""

import asyncio
import json
from statistics import median
from typing import Any

from tests.bench.crowd import Crowd
from tests.bench.rows import Row, rows
from tests.bench.subjects import OURS, Subject, running

BENCH = "live"
SLIDE_CHANGES = 7
ANSWERS_AT_LEAST = 8_000
"""In a round, so that few phones give enough to measure too."""
ANSWERS_A_PHONE = 10
_A_FEW = 5


class Live:
    """Measures both subjects; remembers the slides of ours, which the bare server then shows."""

    def __init__(self) -> None:
        self._slides: list[Any] = []

    def measure(self, subject: str, phones: int) -> list[Row]:
        """One round on a fresh server."""
        with running(subject, self._slides) as server:
            return rows(BENCH, subject, phones, asyncio.run(self._visit(subject, server, phones)))
