"""A font file: which characters it has, how wide they are, and its part that a PDF needs."""

import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from threading import Lock

from reportlab.pdfbase.ttfonts import TTFontFile

from workshop.assets import VENDOR
from workshop.cards.kerning import Kerning

GRAVE = 0x0300


class Face:
    """Everything in thousandths of the type size, as a PDF counts."""

    def __init__(self, path: Path) -> None:
        self._file = TTFontFile(str(path))
        # makeSubset moves about in the file, and faces are shared by all threads.
        self._reading = Lock()
        self._scale = 1000 / self._file.unitsPerEm
        self._glyphs = {code: glyph for code, glyph in self._file.charToGlyph.items() if glyph}
        self._kerning = Kerning(self._table("GPOS"))
        self._characters = frozenset(map(chr, self._glyphs))
        if not self._puts_marks_in_place:
            self._characters -= {each for each in self._characters if unicodedata.combining(each)}
        self._pairs: dict[str, float] = {}
        self.name = str(self._file.name, "ascii")

    def has(self, text: str) -> bool:
        return self._characters.issuperset(text)

    def width(self, character: str) -> float:
        return float(self._file.charWidths[ord(character)])

    def kern(self, pair: str) -> float:
        kern = self._pairs.get(pair)
        if kern is None:
            left, right = (self._glyphs[ord(character)] for character in pair)
            kern = round(self._kerning.between(left, right) * self._scale, 1)
            self._pairs[pair] = kern
        return kern

    def subset(self, characters: str) -> tuple[bytes, list[int]]:
        """A font file with these characters' glyphs, and each character's glyph number in it."""
        glyphs = [self._glyphs[ord(character)] for character in characters]
        # makeSubset numbers the glyphs in the order in which it first meets them, from 1.
        numbers = {glyph: n for n, glyph in enumerate(dict.fromkeys(glyphs), start=1)}
        with self._reading:
            data = self._file.makeSubset([ord(character) for character in characters])
        return data, [numbers[glyph] for glyph in glyphs]

    @property
    def _puts_marks_in_place(self) -> bool:
        """Whether marks lie left of where they are drawn, on their letter; else shaping must move
        them there."""
        if GRAVE not in self._glyphs:
            return False
        advance, left_edge = self._file.hmetrics[self._glyphs[GRAVE]]
        # ReportLab reads this signed number as an unsigned one.
        return not advance and left_edge >= 0x8000

    def _table(self, tag: str) -> bytes:
        if tag not in self._file.table:
            return b""
        return bytes(self._file.get_table(tag))  # type: ignore[no-untyped-call]

    @property
    def metrics(self) -> "Metrics":
        file = self._file
        return Metrics(
            ascent=file.ascent,
            descent=file.descent,
            cap_height=file.capHeight,
            italic_angle=file.italicAngle,
            stem=file.stemV,
            box=(file.bbox[0], file.bbox[1], file.bbox[2], file.bbox[3]),
        )


@dataclass(frozen=True, slots=True)
class Metrics:
    ascent: float
    descent: float
    cap_height: float
    italic_angle: float
    stem: float
    box: tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Style:
    """A typeface for one purpose: files in order of preference, the last with the most scripts."""

    files: tuple[str, ...]

    @cached_property
    def faces(self) -> list[Face]:
        return [load(file) for file in self.files]


HEADING = Style(("fraunces/semibold.ttf", "noto-sans/bold.ttf"))
LABEL = Style(("atkinson/bold.ttf", "noto-sans/bold.ttf"))
MESSAGE = Style(("atkinson/regular.ttf", "noto-sans/regular.ttf"))
SIGNATURE = Style(("atkinson/italic.ttf", "noto-sans/italic.ttf"))


@cache
def load(file: str) -> Face:
    """Read once a process: a font file never changes under a running one."""
    return Face(VENDOR / file)
