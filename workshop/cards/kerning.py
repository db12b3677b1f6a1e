"""How much closer two letters stand: the pair adjustments of a font's GPOS table.

Only horizontal advances of the `kern` feature, which is all that Latin, Greek and Cyrillic need
where ReportLab reads the font. OpenType 1.9, 'GPOS: Glyph Positioning Table', lookup type 2.
"""

from collections.abc import Iterator
from functools import cached_property
from struct import unpack_from

PAIRS, EXTENSION = 2, 9
X_ADVANCE = 0x0004


class Kerning:
    """Adjustments in the font's own units, by glyph numbers."""

    def __init__(self, gpos: bytes) -> None:
        self._gpos = gpos

    def between(self, left: int, right: int) -> int:
        return sum(_first(tables, left, right) for tables in self._lookups)

    @cached_property
    def _lookups(self) -> list[list["ListedPairs | ClassPairs"]]:
        if not self._gpos:
            return []
        features, lookups = unpack_from(">2H", self._gpos, 6)
        wanted = sorted(set(self._kern_lookups(features)))
        offsets = _numbers(self._gpos, lookups)
        return [list(self._pair_tables(lookups + offsets[n])) for n in wanted]

    def _kern_lookups(self, features: int) -> Iterator[int]:
        (count,) = unpack_from(">H", self._gpos, features)
        for n in range(count):
            tag, offset = unpack_from(">4sH", self._gpos, features + 2 + n * 6)
            if tag == b"kern":
                yield from _numbers(self._gpos, features + offset + 2)

    def _pair_tables(self, lookup: int) -> Iterator["ListedPairs | ClassPairs"]:
        (kind,) = unpack_from(">H", self._gpos, lookup)
        for offset in _numbers(self._gpos, lookup + 4):
            start, kind_here = lookup + offset, kind
            if kind == EXTENSION:
                _, kind_here, further = unpack_from(">HHL", self._gpos, start)
                start += further
            if kind_here == PAIRS:
                (form,) = unpack_from(">H", self._gpos, start)
                yield (ListedPairs if form == 1 else ClassPairs)(self._gpos, start)


class ListedPairs:
    """Format 1: each first glyph lists its second glyphs."""

    def __init__(self, data: bytes, start: int) -> None:
        _, coverage, self._first, self._second = unpack_from(">4H", data, start)
        self._data = data
        self._sets = [start + offset for offset in _numbers(data, start + 8)]
        self._covered = _coverage(data, start + coverage)
        self._read: dict[int, dict[int, int]] = {}

    def find(self, left: int, right: int) -> int | None:
        index = self._covered.get(left)
        if index is None:
            return None
        if index not in self._read:
            self._read[index] = self._pair_set(self._sets[index])
        return self._read[index].get(right)

    def _pair_set(self, start: int) -> dict[int, int]:
        (count,) = unpack_from(">H", self._data, start)
        size = 2 + _size(self._first) + _size(self._second)
        places = range(start + 2, start + 2 + count * size, size)
        return {
            unpack_from(">H", self._data, place)[0]: _advance(self._data, place + 2, self._first)
            for place in places
        }


class ClassPairs:
    """Format 2: a table of classes of first glyphs by classes of second glyphs."""

    def __init__(self, data: bytes, start: int) -> None:
        _, coverage, self._first, second, left, right, _, self._columns = unpack_from(">8H", data, start)
        self._data, self._table = data, start + 16
        self._cell = _size(self._first) + _size(second)
        self._covered = _coverage(data, start + coverage)
        self._left = _classes(data, start + left)
        self._right = _classes(data, start + right)

    def find(self, left: int, right: int) -> int | None:
        if left not in self._covered:
            return None
        row, column = self._left.get(left, 0), self._right.get(right, 0)
        place = self._table + (row * self._columns + column) * self._cell
        return _advance(self._data, place, self._first)


def _first(tables: list[ListedPairs | ClassPairs], left: int, right: int) -> int:
    """Within one lookup the first table that knows the pair decides."""
    found = (table.find(left, right) for table in tables)
    return next((value for value in found if value is not None), 0)


def _numbers(data: bytes, start: int) -> tuple[int, ...]:
    (count,) = unpack_from(">H", data, start)
    return unpack_from(f">{count}H", data, start + 2)


def _size(value_format: int) -> int:
    return 2 * value_format.bit_count()


def _advance(data: bytes, start: int, value_format: int) -> int:
    if not value_format & X_ADVANCE:
        return 0
    before = _size(value_format & (X_ADVANCE - 1))
    value: int = unpack_from(">h", data, start + before)[0]
    return value


def _coverage(data: bytes, start: int) -> dict[int, int]:
    """Glyph to its place in the coverage."""
    form, _ = unpack_from(">2H", data, start)
    if form == 1:
        return {glyph: n for n, glyph in enumerate(_numbers(data, start + 2))}
    return {
        glyph: index + glyph - first
        for first, last, index in _ranges(data, start + 2)
        for glyph in range(first, last + 1)
    }


def _classes(data: bytes, start: int) -> dict[int, int]:
    """Glyph to its class; what is not listed is of class 0."""
    (form,) = unpack_from(">H", data, start)
    if form == 1:
        (first,) = unpack_from(">H", data, start + 2)
        return {first + n: value for n, value in enumerate(_numbers(data, start + 4))}
    return {
        glyph: value for first, last, value in _ranges(data, start + 2) for glyph in range(first, last + 1)
    }


def _ranges(data: bytes, start: int) -> Iterator[tuple[int, int, int]]:
    (count,) = unpack_from(">H", data, start)
    for n in range(count):
        yield unpack_from(">3H", data, start + 2 + n * 6)
