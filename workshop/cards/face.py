"""A font file: which characters it has, how it shapes a text, and its part that a PDF needs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, groupby
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from workshop.assets import VENDOR
from workshop.cards import east
from workshop.cards.pdf import number

FEATURES = {"kern": True, "liga": True}
FLAGS = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
CONTEXTUAL = frozenset(("calt", "clig", "rclt", "rlig"))
"""Features that look at more than two letters."""
NO_LANGUAGE = 0xFFFF
LATIN = "Latn"
SHAPED = (b"GSUB", b"GPOS", b"GDEF", b"STAT", b"DSIG", b"name", b"post", b"gasp", b"meta")
"""Tables that a PDF has no use for: its text is shaped already."""


class Glyph(NamedTuple):
    """A glyph's number in its face, how far it moves the pen, and where it stands; in thousandths."""

    number: int
    advance: float
    x: float
    y: float


class Cluster(NamedTuple):
    """Characters that are one shape together."""

    text: str
    glyphs: tuple[Glyph, ...]

    @property
    def advance(self) -> float:
        """How far it moves the pen."""
        return sum(glyph.advance for glyph in self.glyphs)


class Outline(NamedTuple):
    """PDF path operators, and the box in which they stay: left, bottom, right, top."""

    operators: str
    box: tuple[float, float, float, float]


class Face:
    """Everything in thousandths of the type size, as a PDF counts."""

    def __init__(self, path: Path) -> None:
        self._face = hb.Face(hb.Blob.from_file_path(str(path)))
        self._font = hb.Font(self._face)
        self._scale: float = 1000 / self._face.upem
        self._characters = frozenset(map(chr, self._face.unicodes))
        self.name = f"{path.parent.name}-{path.stem}".replace("-", "").title().replace(" ", "")

    def has(self, text: str) -> bool:
        """Whether it has a glyph for each of these characters."""
        return self._characters.issuperset(text)

    def shape(self, text: str, script: str, *, from_right: bool, language: str) -> Iterator[Cluster]:
        """The text as clusters, in the order in which they stand from left to right."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.direction = "rtl" if from_right else "ltr"
        buffer.script = script
        buffer.language = language
        hb.shape(self._font, buffer, FEATURES)
        glyphs = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        starts = sorted({info.cluster for info, _position in glyphs})
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        for start, group in groupby(glyphs, key=lambda glyph: glyph[0].cluster):
            yield Cluster(text[start : ends[start]], tuple(self._glyph(*each) for each in group))

    def before(self, text: str, language: str) -> Glyph | None:
        """The first of two Latin letters, or the only one; None where they are not a glyph each."""
        if not (self._has_plain_letters and self.has(text)):
            return None
        clusters = [*self.shape(text, LATIN, from_right=False, language=language)]
        glyphs = [glyph for cluster in clusters for glyph in cluster.glyphs]
        is_plain = len(glyphs) == len(text) and not any(glyph.x or glyph.y for glyph in glyphs)
        return glyphs[0] if is_plain else None

    def width(self, number: int) -> float:
        """How wide a glyph is by itself."""
        advance: int = self._font.get_glyph_h_advance(number)
        return round(advance * self._scale, 2)

    def outline(self, glyphs: Iterable[Glyph]) -> "Outline":
        """Glyphs side by side."""
        pen, x = _Pen(self._scale), 0.0
        for glyph in glyphs:
            pen.move_to_origin(x + glyph.x, glyph.y)
            self._font.draw_glyph_with_pen(glyph.number, pen)
            x += glyph.advance
        xs, ys = zip(*pen.points, strict=True) if pen.points else ((0.0,), (0.0,))
        return Outline("\n".join(pen.operators), (min(xs), min(ys), max(xs), max(ys)))

    def subset(self, numbers: Iterable[int]) -> bytes:
        """A font file with these glyphs, each under its number."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(numbers)
        wanted.flags = FLAGS
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in SHAPED)
        data: bytes = hb.subset(self._face, wanted).blob.data
        return data

    @cached_property
    def _has_plain_letters(self) -> bool:
        """Whether a letter looks the same, and stands as far from the next one, whatever else is around."""
        scripts = self._face.get_table_script_tags("GSUB")
        tags = (self._face.get_language_feature_tags("GSUB", n, NO_LANGUAGE) for n in range(len(scripts)))
        return CONTEXTUAL.isdisjoint(chain.from_iterable(tags))

    @cached_property
    def metrics(self) -> "Metrics":
        """What a PDF's font descriptor tells."""
        extents = self._font.get_font_extents("ltr")
        ascent, descent = extents.ascender * self._scale, extents.descender * self._scale
        cap = self._font.get_glyph_extents(self._font.get_nominal_glyph(ord("H")) or 0)
        cap_height = cap.y_bearing * self._scale if cap else ascent
        return Metrics(round(ascent), round(descent), round(cap_height))

    def _glyph(self, info: hb.GlyphInfo, position: hb.GlyphPosition) -> Glyph:
        scale = self._scale
        return Glyph(
            info.codepoint,
            position.x_advance * scale,
            position.x_offset * scale,
            position.y_offset * scale,
        )


@dataclass(frozen=True, slots=True)
class Metrics:
    """In thousandths of the type size."""

    ascent: int
    descent: int
    cap_height: int


class _Pen:
    """Takes a glyph's outline, in the font's own units, as PDF operators."""

    def __init__(self, scale: float) -> None:
        self.operators: list[str] = []
        self.points: list[tuple[float, float]] = []
        self._scale = scale
        self._x = self._y = 0.0
        self._at = (0.0, 0.0)

    def move_to_origin(self, x: float, y: float) -> None:
        self._x, self._y = x, y

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - as fontTools' pens call it
        self._put("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._put("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._put("c", *points)

    def qCurveTo(self, handle: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        """PDF has no quadratic curves: the same one as a cubic."""
        (a, b), (c, d), (e, f) = self._at, handle, end
        first = (a + (c - a) * 2 / 3, b + (d - b) * 2 / 3)
        second = (e + (c - e) * 2 / 3, f + (d - f) * 2 / 3)
        self._put("c", first, second, end)

    def closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def endPath(self) -> None:  # noqa: N802
        """Nothing: an open outline is filled too."""

    def _put(self, operator: str, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        placed = [(x * self._scale + self._x, y * self._scale + self._y) for x, y in points]
        self.points += placed
        self.operators.append(f"{' '.join(f'{number(x)} {number(y)}' for x, y in placed)} {operator}")


@dataclass(frozen=True, eq=False)
class Style:
    """A typeface for one purpose: files in order of preference, and the weight of what somebody added."""

    files: tuple[str, ...]
    weight: str

    def faces(self, added: Path | None, language: str) -> "Faces":
        """For texts in a language, where `added` holds the fonts that are no part of the package."""
        families = east.families(language) if added else ()
        wanted = [added / family / f"{self.weight}.ttf" for family in families] if added else []
        return Faces([VENDOR / file for file in self.files], wanted)


class Faces:
    """Faces in order of preference; a file is opened for the first text that none before it has."""

    def __init__(self, usual: Iterable[Path], added: Iterable[Path]) -> None:
        self._usual = [path for path in usual if path.exists()]
        self._added = [path for path in map(_there, added) if path]

    @property
    def main(self) -> Face:
        """The one that all that it has is set in."""
        return load(self._usual[0])

    def usual(self, text: str) -> Face | None:
        """The first of the package's that has all of a text."""
        return _first(self._usual, text)

    def first(self, text: str) -> Face | None:
        """The first of all; those that were added are large, and asked only for what they may have."""
        return self.usual(text) or (_first(self._added, text) if east.may_have(text) else None)


SCRIPTS = (
    "noto-sans-arabic",
    "noto-sans-hebrew",
    "noto-sans-devanagari",
    "noto-sans-bengali",
    "noto-sans-tamil",
    "noto-sans-thai",
)


def _style(own: str, weight: str, slanted: str = "", *, before: tuple[str, ...] = ()) -> Style:
    others = (f"{family}/{weight}.ttf" for family in SCRIPTS)
    return Style((own, *before, f"noto-sans/{slanted or weight}.ttf", *others), weight)


HEADING = _style("fraunces/semibold.ttf", "bold")
HEADINGS = {
    "fraunces": HEADING,
    "source-serif": _style("source-serif/semibold.ttf", "bold", before=HEADING.files[:1]),
    "bricolage": _style("bricolage/semibold.ttf", "bold"),
    "gabarito": _style("gabarito/semibold.ttf", "bold"),
}
"""By the names that decks use: decks/faces.py. What a serif lacks comes from another serif if it can."""
LABEL = _style("atkinson/bold.ttf", "bold")
MESSAGE = _style("atkinson/regular.ttf", "regular")
SIGNATURE = _style("atkinson/italic.ttf", "regular", "italic")


def _there(path: Path) -> Path | None:
    """A file, or the regular one of its family; None where the family was not added."""
    return next((each for each in (path, path.with_stem("regular")) if each.exists()), None)


def _first(paths: Iterable[Path], text: str) -> Face | None:
    return next((face for face in map(load, paths) if face.has(text)), None)


@cache
def load(path: Path) -> Face:
    """Read once a process: a font file never changes under a running one."""
    return Face(path)
