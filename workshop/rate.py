"""How much one sender may do in a minute. In memory: after a restart everybody has a fresh minute."""

import time
from collections.abc import Callable, Hashable


class Rate:
    """A bucket a sender, which fills at `per_minute` and holds `burst`."""

    def __init__(
        self, per_minute: int, burst: int | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._per_second = per_minute / 60
        self._burst = float(burst or max(1, per_minute // 3))
        self._clock = clock
        self._buckets: dict[Hashable, tuple[float, float]] = {}

    def allows(self, sender: Hashable) -> bool:
        """Whether the sender may do one thing more; if so, it counts as done."""
        left = self._left(sender)
        if left < 1:
            return False
        self._keep(sender, left - 1)
        return True

    def exhausted(self, sender: Hashable) -> bool:
        """Whether the sender may do nothing more now; asking does not count."""
        return self._left(sender) < 1

    def _left(self, sender: Hashable) -> float:
        left, since = self._buckets.get(sender, (self._burst, 0.0))
        return min(self._burst, left + (self._clock() - since) * self._per_second)

    def _keep(self, sender: Hashable, left: float) -> None:
        if len(self._buckets) > 50_000:
            self._forget_the_full()
        self._buckets[sender] = (left, self._clock())

    def _forget_the_full(self) -> None:
        self._buckets = {
            sender: bucket for sender, bucket in self._buckets.items() if self._left(sender) < self._burst
        }
