"""A paragraph, cut into lines.

Of all ways to use as few lines as possible the most even one: a ragged edge that the eye does not
notice. Widths are in thousandths of the type size, so a paragraph is measured once and broken at
any size.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, groupby
from math import inf

from workshop.cards import unicode
from workshop.cards.face import Style
from workshop.cards.typesetter import Typesetter, Word

# One line more always costs more than any unevenness of the lines there are.
A_LINE = 1000.0
SHORT_END = 0.16
SHORT_END_COST = 0.15
ROUNDING = 1e-6
HYPHENS = "-\u2010\u2013\u2014"


@dataclass(frozen=True, slots=True)
class Line:
    """Words from left to right, with the spaces between them as words too; none for a blank line."""

    words: tuple[Word, ...]
    width: float
    text: str
    """As it was typed."""
    from_right: bool = False
    """Whether it belongs to a paragraph that begins at the right."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What stays together on a line: pieces of one direction each, in the order in which they are read.

    `gap` is the space after it, unless it ends the line.
    """

    text: str
    pieces: tuple[tuple[Word, int], ...]
    width: float
    gap: float
    gap_level: int = 0


class Paragraph:
    def __init__(self, words: str, style: Style, setter: Typesetter) -> None:
        self._style, self._setter = style, setter
        self.level, self._levels = unicode.levels(words)
        self._is_mixed = any(self._levels)
        self._space = setter.word(" ", style)
        self._units = list(self._read(words))
        self.widest = max((unit.width for unit in self._units), default=0.0)

    @property
    def blank(self) -> bool:
        return not self._units

    @cached_property
    def _ends(self) -> tuple[list[float], list[float]]:
        """Where each unit starts and ends if all stand in one line."""
        ends = list(accumulate(unit.width + unit.gap for unit in self._units))
        return [0.0, *ends[:-1]], [end - unit.gap for end, unit in zip(ends, self._units, strict=True)]

    def count(self, measure: float) -> int:
        """How many lines it takes: filling each as far as it goes takes the fewest."""
        if self.blank:
            return 1
        if self.widest > measure + ROUNDING:
            return len(self.lines(measure))
        starts, ends = self._ends
        lines, unit = 0, 0
        while unit < len(ends):
            unit = bisect_right(ends, starts[unit] + measure + ROUNDING, unit)
            lines += 1
        return lines

    def lines(self, measure: float, *, balanced: bool = False) -> list[Line]:
        """`balanced` makes the last line as long as the others: for headings."""
        if self.blank:
            return [Line((), 0.0, "", self.from_right)]
        limit = measure + ROUNDING
        units = self._units if self.widest <= limit else list(self._cut(limit))
        return [self._line(units[a:b]) for a, b in _breaks(units, limit, balanced)]

    @property
    def from_right(self) -> bool:
        """Whether it begins at the right."""
        return self.level % 2 == 1

    def _read(self, words: str) -> Iterator[Unit]:
        start = 0
        for end in _ends_in(words, self._setter.language):
            bare = words[start:end].rstrip(" ")
            gap = words[start + len(bare) : end]
            yield self._unit(bare, start, self._space.width if gap else 0.0)
            start = end

    def _unit(self, bare: str, start: int, gap: float) -> Unit:
        end = start + len(bare)
        if not self._is_mixed:
            word = self._set(bare, 0)
            return Unit(bare, ((word, 0),), word.width, gap)
        places = groupby(range(start, end), key=self._levels.__getitem__)
        pieces = tuple(
            (self._set(bare[run[0] - start : run[-1] + 1 - start], level), level)
            for level, group in places
            for run in [list(group)]
        )
        gap_level = self._levels[end] if end < len(self._levels) else self.level
        return Unit(bare, pieces, sum(word.width for word, _level in pieces), gap, gap_level)

    def _cut(self, limit: float) -> Iterator[Unit]:
        """The units, with those that are wider than a line in parts."""
        for unit in self._units:
            if unit.width <= limit:
                yield unit
                continue
            *parts, last = (
                Unit(part.text, ((part, level),), part.width, 0.0)
                for word, level in unit.pieces
                for part in self._parts(unicode.graphemes(word.text), level, limit)
            )
            yield from parts
            yield replace(last, gap=unit.gap, gap_level=unit.gap_level)

    def _parts(self, graphemes: list[str], level: int, limit: float) -> Iterator[Word]:
        part = ""
        for grapheme in graphemes:
            longer = part + grapheme
            if part and self._set(longer, level).width > limit:
                yield self._set(part, level)
                part = grapheme
            else:
                part = longer
            if len(part) > 1 and self._set(part, level).width > limit:
                *before, part = list(part)
                yield from (self._set(character, level) for character in before)
        yield self._set(part, level)

    def _set(self, part: str, level: int) -> Word:
        return self._setter.word(part, self._style, from_right=level % 2 == 1)

    def _line(self, units: Sequence[Unit]) -> Line:
        pieces: list[tuple[Word, int]] = []
        width, said = 0.0, ""
        for n, unit in enumerate(units, start=1):
            pieces += unit.pieces
            width += unit.width
            said += unit.text
            if unit.gap and n < len(units):
                pieces.append((self._space, unit.gap_level))
                width += unit.gap
                said += " "
        words = visual(pieces) if self._is_mixed else [word for word, _level in pieces]
        return Line(tuple(words), width, said, self.from_right)


def visual(pieces: list[tuple[Word, int]]) -> list[Word]:
    """Words in the order in which they are read, as they stand from left to right. UAX #9, rule L2."""
    for least in range(max(level for _word, level in pieces), 0, -1):
        pieces = list(_turned(pieces, least))
    return [word for word, _level in pieces]


def _turned(pieces: list[tuple[Word, int]], least: int) -> Iterator[tuple[Word, int]]:
    """With each stretch of at least this level the other way around."""
    for is_turned, group in groupby(pieces, key=lambda piece: piece[1] >= least):
        stretch = list(group)
        yield from reversed(stretch) if is_turned else stretch


def _ends_in(words: str, language: str) -> list[int]:
    """After how many characters a line may end; after a hyphen where a reader expects it: not in 'e-mail'."""
    return [
        end
        for end in unicode.breaks(words, language)
        if words[end - 1] not in HYPHENS or _is_seam(words, end)
    ]


def _is_seam(words: str, end: int) -> bool:
    before, after = words[max(0, end - 3) : end - 1], words[end : end + 2]
    return (
        end == len(words)
        or after[:1] == " "
        or (len(before) == len(after) == 2 and (before + after).isalnum())
    )


def _breaks(units: Sequence[Unit], limit: float, balanced: bool) -> list[tuple[int, int]]:
    """The first and past-the-last unit of each line, by the cheapest way through all breaks."""
    count = len(units)
    widths = [unit.width for unit in units]
    steps = [unit.width + unit.gap for unit in units]
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
