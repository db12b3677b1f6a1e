"""Chores: what workers look after now and then, without anybody asking."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from workshop.config import Settings
from workshop.database import Database

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Chore:
    """Something to do now and then. Safe to repeat, as several workers do it at the same time."""

    every_seconds: float
    do: Callable[[Database, Settings], object]


CHORES: dict[str, Chore] = {}
"""By a name for the log; each part puts its own in when the app is made."""


class Chores:
    """The chores of one worker, who knows when each is due: all of them at first."""

    def __init__(self) -> None:
        self._due: dict[str, float] = {}

    def do_due(self, database: Database, settings: Settings) -> None:
        """Does what is due. What fails keeps nothing else back, and is tried again when it is due again."""
        for name, chore in CHORES.items():
            if time.monotonic() < self._due.get(name, 0.0):
                continue
            self._due[name] = time.monotonic() + chore.every_seconds
            try:
                chore.do(database, settings)
            except Exception:  # the jobs must not wait for it
                log.exception("%s failed", name)
