"""A paragraph, cut into lines. Pure.

Of all ways to use as few lines as possible the most even one: a ragged edge that the eye does not
notice. Widths are in thousandths of the type size, so a paragraph is measured once and broken at
any size.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

from msgspec.structs import replace

from workshop.cards import hyphenation, unicode
from workshop.cards.face import Style
from workshop.cards.line import Line, Unit, single
from workshop.cards.track import Track
from workshop.cards.typesetter import CACHED_WORDS, Typesetter, Word

RAGGED = 0.25
"""The share of the measure that a line leaves empty before words are hyphenated for it."""
ROUNDING = 1e-6
HYPHENS = "-\u2010\u2013\u2014"
# Where ICU lets lines end in these letters and signs is known without asking it: at the spaces.
PLAIN = re.compile("(?! )(?:[A-Za-z0-9\xc0-\u024f.,:;'()]++|[!?](?=[ .!?)]|\\Z)| (?=[^ ]))*+\\Z")


class Paragraph:
    def __init__(self, words: str, style: Style, setter: Typesetter) -> None:
        self._style, self._setter = style, setter
        self._space = setter.word(" ", style)
        self._levels: list[int] = []
        if PLAIN.match(words):
            self.level, self._is_mixed = 0, False
            self._units = list(map(_known(style, setter).__getitem__, words.split(" "))) if words else []
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

    def count(self, measure: float) -> int:
        """How many lines it takes: filling each as far as it goes takes the fewest."""
        if self.blank:
            return 1
        limit = measure + ROUNDING
        return self._cut(limit).count(limit)

    def lines(self, measure: float, *, balanced: bool = False) -> list[Line]:
        """`balanced` makes the last line as long as the others: for headings."""
        if self.blank:
            return [Line((), 0.0, self.from_right)]
        limit = measure + ROUNDING
        track = self._cut(limit)
        breaks = track.breaks(limit, balanced)
        if track is self._track and track.slack(breaks, limit) > RAGGED and not balanced:
            fuller = self._hyphenated_at({start for start, _end in breaks[1:]})
            hyphenated = fuller.breaks(limit, balanced)
            if len(hyphenated) == len(breaks):
                track, breaks = fuller, hyphenated
        if track is self._track:
            units, width = track.units, track.width
            return [Line(units[a:b], width(a, b), self.from_right) for a, b in breaks]
        return [self._line(track.units[a:b]) for a, b in breaks]

    @cached_property
    def _hyphenated(self) -> "Track":
        """With long words in the parts that a hyphen may end."""
        if self._is_mixed:
            return self._track
        return Track([part for unit in self._units for part in self._syllables(unit)])

    def _hyphenated_at(self, starts: set[int]) -> "Track":
        """With the words only that begin these lines: a line before could have taken a part of them."""
        if self._is_mixed:
            return self._track
        return Track(
            [
                part
                for n, unit in enumerate(self._units)
                for part in (self._syllables(unit) if n in starts else (unit,))
            ]
        )

    def _cut(self, limit: float) -> "Track":
        """The units; with hyphens, and then between letters, where one is wider than a line."""
        if self.widest <= limit:
            return self._track
        if self._hyphenated.widest <= limit:
            return self._hyphenated
        parts = (part for unit in self._hyphenated.units for part in self._parts_of(unit, limit))
        return Track(list(parts))

    def _read(self, words: str) -> Iterator[Unit]:
        start = 0
        for end in _ends_in(words, self._setter.language):
            bare = words[start:end].rstrip(" ")
            gap = words[start + len(bare) : end]
            yield self._unit(bare, start, self._space if gap else None)
            start = end

    def _unit(self, bare: str, start: int, space: Word | None) -> Unit:
        end = start + len(bare)
        if not self._is_mixed:
            return single(self._set(bare, 0), space)
        places = groupby(range(start, end), key=self._levels.__getitem__)
        pieces = tuple(
            (self._set(bare[run[0] - start : run[-1] + 1 - start], level), level)
            for level, group in places
            for run in [list(group)]
        )
        width = sum(word.width for word, _level in pieces)
        if space is None:
            return Unit(bare, pieces, width)
        level = self._levels[end] if end < len(self._levels) else self.level
        return Unit(bare, pieces, width, (space, level), space.width)

    def _syllables(self, unit: Unit) -> Iterator[Unit]:
        """The parts of a word, as wide as they are in it."""
        places = hyphenation.places(unit.text, self._setter.language)
        if not places:
            yield unit
            return
        hyphen = self._set("-", 0).width
        before, start = 0.0, 0
        for end in places:
            width = self._set(unit.text[:end], 0).width
            yield replace(single(self._set(unit.text[start:end], 0)), width=width - before, hyphen=hyphen)
            before, start = width, end
        last = single(self._set(unit.text[start:], 0), self._space if unit.space else None)
        yield replace(last, width=unit.width - before)

    def _parts_of(self, unit: Unit, limit: float) -> Iterator[Unit]:
        if unit.width + unit.hyphen <= limit:
            yield unit
            return
        *parts, last = (
            Unit(part.text, ((part, level),), part.width) if level else single(part)
            for word, level in unit.pieces
            for part in self._letters(unicode.graphemes(word.text), level, limit - unit.hyphen)
        )
        yield from parts
        yield replace(last, space=unit.space, gap=unit.gap, hyphen=unit.hyphen, font="")

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

    def _line(self, parts: Sequence[Unit]) -> Line:
        units = list(_whole(parts, self))
        width = sum(unit.width + unit.gap for unit in units) - units[-1].gap
        return Line(units, width, self.from_right)

    def joined(self, parts: Sequence[Unit], *, ends_line: bool) -> Unit:
        """The parts of one word that stand on one line, as one again."""
        text = "".join(part.text for part in parts)
        word = self._set(text + "-" if ends_line and parts[-1].hyphen else text, 0)
        return replace(single(word, self._space if parts[-1].space else None), text=text)


class _Known(dict[str, Unit]):
    """Words that were set before, each with a space after it."""

    def __init__(self, style: Style, setter: Typesetter) -> None:
        self._style, self._setter = style, setter
        self._space = setter.word(" ", style)

    def __missing__(self, word: str) -> Unit:
        if len(self) >= CACHED_WORDS:
            self.clear()
        made = self[word] = single(self._setter.set(word, self._style), self._space)
        return made


def _known(style: Style, setter: Typesetter) -> _Known:
    known: _Known | None = setter.units.get(style)
    if known is None:
        known = setter.units[style] = _Known(style, setter)
    return known


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
