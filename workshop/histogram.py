"""A histogram of whole numbers: a few bars of a round width, and beside them what lies far off. Pure."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

MOST_BARS = 12
FEWEST_TO_ZOOM = 8
"""Below so many values nobody can say yet what is far off."""
FEWEST_ACROSS = 10
"""How many numbers the picture spans at least, also where everybody gave the same one."""
_GAP = 0.5
"""Between the bars and what lies far off, as part of a bar's place."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How many values lie from `first` up to and including `last`.

    `height` is a part of the highest; `x` (the left side) and `width` are percents of the picture.
    """

    first: int
    last: int
    count: int
    height: float
    x: float
    width: float
    is_far_off: bool = False

    @property
    def middle(self) -> float:
        """Where its middle is, from the left."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Histogram:
    """Bars from left to right, `step` wide each, but those of what is far off."""

    bars: tuple[Bar, ...]
    step: int
    edges: tuple[int, ...]
    """What is worth writing below: the number of each bar, or the bounds of the bars where they hold more."""
    left: float
    slot: float

    def x(self, number: float) -> float:
        """Where a number lies, in percents from the left."""
        shift = 0.5 if self.step == 1 else 0.0
        return min(100.0, max(0.0, self.left + ((number - self.edges[0]) / self.step + shift) * self.slot))

    def bar_of(self, number: float) -> Bar | None:
        """The bar in which a number lies; between two bars, the lower one."""
        return next((bar for bar in self.bars if bar.first <= math.floor(number) <= bar.last), None)


def histogram(values: Sequence[int], low: int, high: int, mark: float | None = None) -> Histogram:
    """The values, each from `low` to `high`, in at most twelve bars.

    The picture spans all that could have been answered; but where nearly everybody is within a small part of
    that, it spans that part. `mark` is a number that has to be in it.
    """
    first, last = _extent(values, low, high, mark)
    room = MOST_BARS - any(value < first for value in values) - any(value > last for value in values)
    step = next(step for step in _round_numbers() if _bars_between(first, last, step, high) <= room)
    start = first // step * step
    bars = _bars_between(first, last, step, high)
    return _drawn(values, low, high, start, step, bars)


def _extent(values: Sequence[int], low: int, high: int, mark: float | None) -> tuple[int, int]:
    if len(values) < FEWEST_TO_ZOOM or high - low <= MOST_BARS:
        return low, high
    ordered = sorted(values)
    quarter = len(ordered) // 4
    below, above = ordered[quarter], ordered[-1 - quarter]
    reach = 3 * (above - below) or (high - low) // 20
    near = [value for value in ordered if below - reach <= value <= above + reach]
    first, last = near[0], near[-1]
    if mark is not None:
        first, last = min(first, math.floor(mark)), max(last, math.ceil(mark))
    missing = max(0, FEWEST_ACROSS - (last - first))
    first, last = max(low, first - missing // 2), min(high, last + missing - missing // 2)
    return (first, last) if 4 * (last - first) < high - low else (low, high)


def _round_numbers() -> Iterator[int]:
    """1, 2, 5, 10, 20, 50, …"""
    return (digit * 10**zeros for zeros in count() for digit in (1, 2, 5))


def _bars_between(first: int, last: int, step: int, high: int) -> int:
    bars = (last - first // step * step) // step + 1
    # The highest number that can be given needs no bar of its own: the one before it takes it in.
    return bars - 1 if step > 1 and last == high and high % step == 0 and bars > 1 else bars


def _drawn(values: Sequence[int], low: int, high: int, start: int, step: int, bars: int) -> Histogram:
    end = start + bars * step
    is_closed = step > 1 and end == high
    less = sum(value < start for value in values)
    more = sum(value >= end for value in values) if not is_closed else 0
    found = Counter(min((value - start) // step, bars - 1 if is_closed else bars) for value in values)
    highest = max(less, more, *(found[number] for number in range(bars)), 1)
    slot = 100 / (bars + (1 + _GAP) * (bool(less) + bool(more)))
    left = (1 + _GAP) * slot if less else 0.0

    def bar(first: int, last: int, count: int, x: float, *, is_far_off: bool = False) -> Bar:
        first, last = max(low, first), min(high, last)
        return Bar(first, last, count, count / highest, x + 0.06 * slot, 0.88 * slot, is_far_off)

    drawn = [
        bar(
            start + number * step,
            high if is_closed and number == bars - 1 else start + (number + 1) * step - 1,
            found[number],
            left + number * slot,
        )
        for number in range(bars)
    ]
    if less:
        drawn.insert(0, bar(low, start - 1, less, 0, is_far_off=True))
    if more:
        drawn.append(bar(end, high, more, 100 - slot, is_far_off=True))
    edges = tuple(start + number * step for number in range(bars + (step > 1)))
    return Histogram(tuple(drawn), step, edges, left, slot)
