"""A paragraph, cut into lines.

Of all ways to use as few lines as possible the most even one: a ragged edge that the eye does not
notice. Widths are in thousandths of the type size, so a paragraph is measured once and broken at
any size.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from workshop.cards import text
from workshop.cards.face import Style
from workshop.cards.typesetter import Typesetter, Word

# One line more always costs more than any unevenness of the lines there are.
A_LINE = 1000.0
SHORT_END = 0.16
SHORT_END_COST = 0.15
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Line:
    """Words, with the spaces between them as words too; none for a blank line."""

    words: tuple[Word, ...]
    width: float

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Unit:
    """What stays together on a line; `gap` is the space after it, unless it ends the line."""

    word: Word
    gap: float


class Paragraph:
    def __init__(self, words: str, style: Style, setter: Typesetter) -> None:
        self._style, self._setter = style, setter
        self._space = setter.word(" ", style)
        self._units = list(self._read(words))
        self.widest = max((unit.word.width for unit in self._units), default=0.0)

    @property
    def blank(self) -> bool:
        return not self._units

    @cached_property
    def _ends(self) -> tuple[list[float], list[float]]:
        """Where each unit starts and ends if all stand in one line."""
        starts, ends, x = [], [], 0.0
        for unit in self._units:
            starts.append(x)
            x += unit.word.width
            ends.append(x)
            x += unit.gap
        return starts, ends

    def count(self, measure: float) -> int:
        """How many lines it takes: filling each as far as it goes takes the fewest."""
        if self.blank:
            return 1
        if self.widest > measure + ROUNDING:
            return len(self.lines(measure))
        starts, ends = self._ends
        lines, limit = 1, measure + ROUNDING
        for start, end in zip(starts, ends, strict=True):
            if end > limit:
                lines += 1
                limit = start + measure + ROUNDING
        return lines

    def lines(self, measure: float, *, balanced: bool = False) -> list[Line]:
        """`balanced` makes the last line as long as the others: for headings."""
        if self.blank:
            return [Line((), 0.0)]
        limit = measure + ROUNDING
        units = self._units if self.widest <= limit else list(self._cut(limit))
        return [self._line(units[a:b]) for a, b in _breaks(units, limit, balanced)]

    def _read(self, words: str) -> Iterator[Unit]:
        for word in filter(None, words.split(" ")):
            *parts, last = text.pieces(word)
            for part in parts:
                yield Unit(self._setter.word(part, self._style), 0.0)
            yield Unit(self._setter.word(last, self._style), self._space.width)

    def _cut(self, limit: float) -> Iterator[Unit]:
        """The units, with those that are wider than a line in parts."""
        for unit in self._units:
            if unit.word.width <= limit:
                yield unit
                continue
            *parts, last = self._parts(text.graphemes(unit.word.text), limit)
            yield from (Unit(part, 0.0) for part in parts)
            yield Unit(last, unit.gap)

    def _parts(self, graphemes: list[str], limit: float) -> Iterator[Word]:
        part = ""
        for grapheme in graphemes:
            longer = part + grapheme
            if part and self._set(longer).width > limit:
                yield self._set(part)
                part = grapheme
            else:
                part = longer
            if len(part) > 1 and self._set(part).width > limit:
                *before, part = list(part)
                yield from (self._set(character) for character in before)
        yield self._set(part)

    def _set(self, part: str) -> Word:
        return self._setter.word(part, self._style)

    def _line(self, units: Sequence[Unit]) -> Line:
        words: list[Word] = []
        width = 0.0
        for unit in units:
            words.append(unit.word)
            width += unit.word.width + unit.gap
            if unit.gap:
                words.append(self._space)
        if units[-1].gap:
            words.pop()
            width -= units[-1].gap
        return Line(tuple(words), width)


def _breaks(units: Sequence[Unit], limit: float, balanced: bool) -> list[tuple[int, int]]:
    """The first and past-the-last unit of each line, by the cheapest way through all breaks."""
    count = len(units)
    widths = [unit.word.width for unit in units]
    steps = [unit.word.width + unit.gap for unit in units]
    if sum(steps) <= limit:
        return [(0, count)]
    costs, origins = [0.0] + [inf] * count, [0] * (count + 1)
    for start in range(count):
        before, so_far = 0.0, costs[start] + A_LINE
        for end in range(start, count):
            width = before + widths[end]
            if width > limit and end > start:
                break
            slack = (limit - width) / limit
            cost = so_far + slack * slack
            if end + 1 == count and not balanced:
                cost = so_far + (SHORT_END_COST if 1 - slack < SHORT_END else 0.0)
            if cost < costs[end + 1]:
                costs[end + 1], origins[end + 1] = cost, start
            before += steps[end]
    lines, end = [], count
    while end:
        lines.append((origins[end], end))
        end = origins[end]
    return lines[::-1]
