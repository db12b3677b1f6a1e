"""Attempts: how often somebody may try before having to wait.

Pure: the time is handed in. Kept in memory, so each process counts for itself.
"""

import ipaddress
import math
from dataclasses import dataclass

MOST_KEYS = 10_000


@dataclass(frozen=True, slots=True)
class Limit:
    """`burst` attempts in a row, then one more every `every` seconds."""

    burst: int
    every: float


class Attempts:
    """Counts attempts by key under one limit.

    A key's whole state is the moment at which it will be as if it had never tried. Each attempt
    moves that on by `every`, and it may lie at most `burst` attempts ahead.
    """

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._clear_at: dict[str, float] = {}

    def take(self, key: str, now: float) -> int:
        """Counts an attempt and gives 0; one too many is not counted: the seconds to wait."""
        clear_at = max(now, self._clear_at.get(key, now))
        wait = clear_at + self._limit.every - now - self._limit.burst * self._limit.every
        if wait > 0:
            return math.ceil(wait)
        self._clear_at[key] = clear_at + self._limit.every
        if len(self._clear_at) > MOST_KEYS:
            self._tidy(now)
        return 0

    def forget(self, key: str) -> None:
        """As if this one had never tried."""
        self._clear_at.pop(key, None)

    def _tidy(self, now: float) -> None:
        late = sorted((at, key) for key, at in self._clear_at.items() if at > now)
        # Those who tried most stay. Half goes, so that not every attempt from now on sorts them.
        self._clear_at = {key: at for at, key in late[-MOST_KEYS // 2 :]}


def network(address: str | None) -> str:
    """Whom an address stands for: with IPv6 a whole /64 belongs to one household."""
    try:
        parsed = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    if parsed.version == 4:
        return str(parsed)
    return str(ipaddress.ip_network((parsed, 64), strict=False))
