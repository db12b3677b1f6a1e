"""Where a paragraph's lines end. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from math import inf

from workshop.cards.line import Unit

SHORT_END = 0.16
SHORT_END_COST = 0.15
HYPHEN_COST = 0.04
"""As much as a line that is a fifth of the measure too short."""


Begun = tuple[int, float, float]
"""The first unit of a line, where it stands in the track, and what the lines before it cost."""


class Track:
    """Units side by side, as if all stood in one line."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        ends = list(accumulate([unit.width + unit.gap for unit in units]))
        self._starts = [0.0, *ends]
        self._ends = [end - unit.gap + unit.hyphen for end, unit in zip(ends, units, strict=True)]
        self.widest = max([unit.width + unit.hyphen for unit in units], default=0.0)

    def count(self, limit: float) -> int:
        """How many lines they take at the least."""
        starts, ends = self._starts, self._ends
        if ends[-1] <= limit:
            return 1
        lines, unit, count = 0, 0, len(ends)
        while unit < count:
            unit = bisect_right(ends, starts[unit] + limit, unit + 1)
            lines += 1
        return lines

    def slack(self, breaks: list[tuple[int, int]], limit: float) -> float:
        """The largest share of a line that is left empty, but for the last one."""
        shortest = min([self.width(start, end) for start, end in breaks[:-1]], default=limit)
        return 1 - shortest / limit

    def width(self, start: int, end: int) -> float:
        """How wide a line of these units is, if it ends in no hyphen."""
        return self._ends[end - 1] - self._starts[start]

    def breaks(self, limit: float, balanced: bool) -> list[tuple[int, int]]:
        """The first and past-the-last unit of each line: of as few lines as can be, the most even ones."""
        if self._ends[-1] <= limit:
            return [(0, len(self.units))]
        latest = self._latest(limit)
        earliest = self._earliest(limit, len(latest))
        begun: list[Begun] = [(0, 0.0, 0.0)]
        origins: list[dict[int, int]] = []
        for early, late in zip(earliest[:-1], latest[:-1], strict=True):
            begun, origin = self._ended(begun, range(early, late + 1), limit)
            origins.append(origin)
        end = len(self.units)
        if balanced:
            start = self._ended(begun, range(end, end + 1), limit)[1][end]
        else:
            start = self._start_of_last(begun, limit)
        lines = [(start, end)]
        for origin in reversed(origins):
            start, end = origin[start], start
            lines.append((start, end))
        return lines[::-1]

    def _ended(
        self, begun: list[Begun], places: Iterable[int], limit: float
    ) -> tuple[list[Begun], dict[int, int]]:
        """After a line that may end at these places: how the next may begin, how this one began."""
        starts, ends, units = self._starts, self._ends, self.units
        ended: list[Begun] = []
        origin: dict[int, int] = {}
        for end in places:
            room = limit - ends[end - 1]
            # Where the line was too long before, it is now: those that begin later are shorter.
            while begun and room + begun[0][1] < 0 and end - begun[0][0] > 1:
                begun = begun[1:]
            least = inf
            for start, at, so_far in begun:
                if start >= end:
                    break
                slack = (room + at) / limit
                cost = so_far + slack * slack
                if cost < least:
                    least, origin[end] = cost, start
            if least < inf:
                ended.append((end, starts[end], least + (HYPHEN_COST if units[end - 1].hyphen else 0.0)))
        return ended, origin

    def _start_of_last(self, begun: list[Begun], limit: float) -> int:
        """A last line may be short, but not very short."""
        edge, count = self._ends[-1], len(self.units)
        least, found = inf, 0
        for start, at, so_far in begun:
            length = edge - at
            if length > limit and count - start > 1:
                continue
            cost = so_far + (SHORT_END_COST if length / limit < SHORT_END else 0.0)
            if cost < least:
                least, found = cost, start
        return found

    def _latest(self, limit: float) -> list[int]:
        """Where each line ends if each is filled as far as it goes."""
        starts, ends = self._starts, self._ends
        found, unit, count = [], 0, len(ends)
        while unit < count:
            unit = bisect_right(ends, starts[unit] + limit, unit + 1)
            found.append(unit)
        return found

    def _earliest(self, limit: float, lines: int) -> list[int]:
        """Where each line ends if each of those after it is filled as far as it goes."""
        starts, ends = self._starts, self._ends
        found, unit = [len(ends)], len(ends)
        while len(found) < lines:
            unit = bisect_left(starts, ends[unit - 1] - limit, 0, unit - 1)
            found.append(unit)
        return found[::-1]
