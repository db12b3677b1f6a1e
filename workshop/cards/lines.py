"""A paragraph, cut into lines.

Of all ways to use as few lines as possible the most even one: a ragged edge that the eye does not
notice. Widths are in thousandths of the type size, so a paragraph is measured once and broken at
any size.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, groupby
from math import inf

from workshop.cards import hyphenation, unicode
from workshop.cards.face import Style
from workshop.cards.typesetter import Typesetter, Word

SHORT_END = 0.16
SHORT_END_COST = 0.15
HYPHEN_COST = 0.04
"""As much as a line that is a fifth of the measure too short."""
RAGGED = 0.25
"""The share of the measure that a line leaves empty before words are hyphenated for it."""
ROUNDING = 1e-6
HYPHENS = "-\u2010\u2013\u2014"
# Where ICU lets lines end in these letters and signs is known without asking it: at the spaces.
PLAIN = re.compile("(?! )(?:[A-Za-z0-9\xc0-\u024f.,:;'()]|[!?](?=[ .!?)]|\\Z)| (?=[^ ]))*\\Z")


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

    `gap` is the space after it, unless it ends the line; `hyphen` what it ends in if it does.
    """

    text: str
    pieces: tuple[tuple[Word, int], ...]
    width: float
    gap: float = 0.0
    gap_level: int = 0
    hyphen: float = 0.0


class Paragraph:
    def __init__(self, words: str, style: Style, setter: Typesetter) -> None:
        self._style, self._setter = style, setter
        self._space = setter.word(" ", style)
        self._levels: list[int] = []
        if PLAIN.match(words):
            self.level, self._is_mixed = 0, False
            self._units = [self._plain(word) for word in words.split(" ")] if words else []
        else:
            self.level, self._levels = unicode.levels(words)
            self._is_mixed = any(self._levels)
            self._units = list(self._read(words))
        self._track = Track(self._units)
        self.widest = self._track.widest

    @property
    def blank(self) -> bool:
        return not self._units

    @property
    def from_right(self) -> bool:
        """Whether it begins at the right."""
        return self.level % 2 == 1

    @property
    def unbroken(self) -> float:
        """How wide the widest part is that no hyphen may break."""
        return self._hyphenated.widest

    def count(self, measure: float) -> int:
        """How many lines it takes: filling each as far as it goes takes the fewest."""
        if self.blank:
            return 1
        limit = measure + ROUNDING
        return self._cut(limit).count(limit)

    def lines(self, measure: float, *, balanced: bool = False) -> list[Line]:
        """`balanced` makes the last line as long as the others: for headings."""
        if self.blank:
            return [Line((), 0.0, "", self.from_right)]
        limit = measure + ROUNDING
        track = self._cut(limit)
        breaks = track.breaks(limit, balanced)
        if track is self._track and track.slack(breaks, limit) > RAGGED and not balanced:
            hyphenated = self._hyphenated.breaks(limit, balanced)
            if len(hyphenated) == len(breaks):
                track, breaks = self._hyphenated, hyphenated
        return [self._line(track.units[a:b]) for a, b in breaks]

    @cached_property
    def _hyphenated(self) -> "Track":
        """With long words in the parts that a hyphen may end."""
        if self._is_mixed:
            return self._track
        return Track([part for unit in self._units for part in self._syllables(unit)])

    def _cut(self, limit: float) -> "Track":
        """The units; with hyphens, and then between letters, where one is wider than a line."""
        if self.widest <= limit:
            return self._track
        if self._hyphenated.widest <= limit:
            return self._hyphenated
        parts = (part for unit in self._hyphenated.units for part in self._parts_of(unit, limit))
        return Track(list(parts))

    def _plain(self, word: str) -> Unit:
        known = self._setter.units[self._style]
        unit = known.get(word)
        if unit is None:
            unit = self._set_unit(word)
            known[word] = unit
        return unit

    def _set_unit(self, word: str) -> Unit:
        made = self._setter.word(word, self._style)
        return Unit(word, ((made, 0),), made.width, self._space.width)

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

    def _syllables(self, unit: Unit) -> Iterator[Unit]:
        """The parts of a word, as wide as they are in it."""
        places = hyphenation.places(unit.text, self._setter.language)
        if not places:
            yield unit
            return
        hyphen = self._set("-", 0).width
        before, start = 0.0, 0
        for end in (*places, len(unit.text)):
            width = self._set(unit.text[:end], 0).width
            word = self._set(unit.text[start:end], 0)
            is_last = end == len(unit.text)
            yield Unit(
                word.text,
                ((word, 0),),
                width - before,
                unit.gap if is_last else 0.0,
                0,
                0.0 if is_last else hyphen,
            )
            before, start = width, end

    def _parts_of(self, unit: Unit, limit: float) -> Iterator[Unit]:
        if unit.width + unit.hyphen <= limit:
            yield unit
            return
        *parts, last = (
            Unit(part.text, ((part, level),), part.width)
            for word, level in unit.pieces
            for part in self._letters(unicode.graphemes(word.text), level, limit - unit.hyphen)
        )
        yield from parts
        yield replace(last, gap=unit.gap, gap_level=unit.gap_level, hyphen=unit.hyphen)

    def _letters(self, graphemes: list[str], level: int, limit: float) -> Iterator[Word]:
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
        if any(unit.hyphen for unit in units):
            units = list(_whole(units, self))
        pieces: list[tuple[Word, int]] = []
        said = []
        width = 0.0
        last = len(units) - 1
        for n, unit in enumerate(units):
            pieces += unit.pieces
            said.append(unit.text)
            width += unit.width
            if unit.gap and n < last:
                pieces.append((self._space, unit.gap_level))
                said.append(" ")
                width += unit.gap
        words = visual(pieces) if self._is_mixed else [word for word, _level in pieces]
        return Line(tuple(words), width, "".join(said), self.from_right)

    def joined(self, parts: Sequence[Unit], *, ends_line: bool) -> Unit:
        """The parts of one word that stand on one line, as one again."""
        text = "".join(part.text for part in parts)
        word = self._set(text + "-" if ends_line and parts[-1].hyphen else text, 0)
        return Unit(text, ((word, 0),), word.width, parts[-1].gap)


class Track:
    """Units side by side, as if all stood in one line."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units
        ends = list(accumulate(unit.width + unit.gap for unit in units))
        self._starts = [0.0, *ends[:-1]]
        self._ends = [end - unit.gap + unit.hyphen for end, unit in zip(ends, units, strict=True)]
        self.widest = max((unit.width + unit.hyphen for unit in units), default=0.0)

    def count(self, limit: float) -> int:
        """How many lines they take at the least."""
        starts, ends = self._starts, self._ends
        lines, unit, count = 0, 0, len(ends)
        while unit < count:
            unit = max(bisect_right(ends, starts[unit] + limit, unit), unit + 1)
            lines += 1
        return lines

    def slack(self, breaks: list[tuple[int, int]], limit: float) -> float:
        """The largest share of a line that is left empty, but for the last one."""
        return max(
            (1 - (self._ends[end - 1] - self._starts[start]) / limit for start, end in breaks[:-1]),
            default=0.0,
        )

    def breaks(self, limit: float, balanced: bool) -> list[tuple[int, int]]:
        """The first and past-the-last unit of each line: of as few lines as can be, the most even ones."""
        starts, ends, units = self._starts, self._ends, self.units
        latest = self._latest(limit)
        earliest = self._earliest(limit, len(latest))
        costs, origins = {0: 0.0}, []
        for late, early in zip(latest, earliest, strict=True):
            is_last = late == len(ends)
            best: dict[int, float] = {}
            origin: dict[int, int] = {}
            for end in range(late if is_last else early, late + 1):
                edge = ends[end - 1]
                least = inf
                for start, so_far in costs.items():
                    slack = (limit - edge + starts[start]) / limit
                    if start >= end or (slack < 0 and end - start > 1):
                        continue
                    if is_last and not balanced:
                        cost = so_far + (SHORT_END_COST if 1 - slack < SHORT_END else 0.0)
                    else:
                        cost = so_far + slack * slack
                    if cost < least:
                        least, origin[end] = cost, start
                if least < inf:
                    best[end] = least + (HYPHEN_COST if units[end - 1].hyphen else 0.0)
            costs = best
            origins.append(origin)
        lines, end = [], len(ends)
        for origin in reversed(origins):
            lines.append((origin[end], end))
            end = origin[end]
        return lines[::-1]

    def _latest(self, limit: float) -> list[int]:
        """Where each line ends if each is filled as far as it goes."""
        starts, ends = self._starts, self._ends
        found, unit, count = [], 0, len(ends)
        while unit < count:
            unit = max(bisect_right(ends, starts[unit] + limit, unit), unit + 1)
            found.append(unit)
        return found

    def _earliest(self, limit: float, lines: int) -> list[int]:
        """Where each line ends if each of those after it is filled as far as it goes."""
        starts, ends = self._starts, self._ends
        found, unit = [len(ends)], len(ends)
        while len(found) < lines:
            unit = min(bisect_left(starts, ends[unit - 1] - limit, 0, unit), unit - 1)
            found.append(unit)
        return found[::-1]


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


def _whole(units: Sequence[Unit], paragraph: Paragraph) -> Iterator[Unit]:
    """The units of a line, with the parts of a hyphenated word as one."""
    parts: list[Unit] = []
    for n, unit in enumerate(units):
        if unit.hyphen or parts:
            parts.append(unit)
            is_end = n + 1 == len(units)
            if not unit.hyphen or is_end:
                yield paragraph.joined(parts, ends_line=is_end)
                parts = []
        else:
            yield unit


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
