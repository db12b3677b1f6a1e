"""The fonts of one PDF: of each face the glyphs used, and drawn ones for what no single glyph shows.

A code stands for one glyph and one text, so the ToUnicode maps are exact and the text can be copied out of
the PDF, also above U+FFFF.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from msgspec import Struct

from workshop.cards import codes
from workshop.cards.face import Face
from workshop.cards.pdf import Objects, number, utf16

DRAWN_A_FONT = len(codes.ALONE)


class Run(Struct, frozen=True, gc=False):
    """Codes in one of the document's fonts, as the inside of a TJ array."""

    font: str
    codes: str


class Font:
    """The part of a face that one document uses, as a Type 0 font."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self._face = face
        self._codes: dict[tuple[int, str], tuple[str, float]] = {}

    def code(self, glyph: int, text: str) -> tuple[str, float]:
        """The code, and how wide the glyph is."""
        code = self._codes.get((glyph, text))
        if code is None:
            code = codes.code(len(self._codes) + 1), self._face.width(glyph)
            self._codes[glyph, text] = code
        return code

    @property
    def count(self) -> int:
        """Of how many codes there is a map in the file; most fonts have the same."""
        return max(len(self._codes), len(codes.ALONE))

    def write(self, file: Objects, numbers: int) -> int:
        """Puts it into the file, where the map of its codes has a number; gives its own number there."""
        glyphs = [glyph for glyph, _text in self._codes]
        data = self._face.subset(glyphs)
        tag = "".join(chr(ord("A") + int(digit)) for digit in f"{len(glyphs):06d}"[-6:])
        name = f"{tag}+{self._face.name}"
        metrics = self._face.metrics
        font_file = file.add_stream(data, f"/Length1 {len(data)}")
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle 0/FontBBox[-1000 -1000 3000 2000]"
            f"/Ascent {metrics.ascent}/Descent {metrics.descent}/CapHeight {metrics.cap_height}/StemV 80"
            f"/FontFile2 {font_file} 0 R>>"
        )
        widths = " ".join(number(width) for _code, width in self._codes.values())
        glyph_map = file.add_stream(b"\0\0" + b"".join(glyph.to_bytes(2) for glyph in glyphs))
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/FontDescriptor {descriptor} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/DW 0/W[1[{widths}]]/CIDToGIDMap {glyph_map} 0 R>>"
        )
        texts = {code: text for (_glyph, text), (code, _width) in self._codes.items()}
        unicodes = file.add_stream(_to_unicode(texts))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding {numbers} 0 R"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicodes} 0 R>>"
        )


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn for a text that no single glyph shows; `procedure` is the content of a Type 3 glyph."""

    text: str
    width: float
    procedure: str


class DrawnFonts:
    """Letters with their marks, emoji, and boxes for what no font has: Type 3 fonts of 256 glyphs each."""

    def __init__(self) -> None:
        self._drawn: list[Drawn] = []
        self._known: dict[tuple[object, str], Run] = {}

    def run(self, key: object, text: str, draw: Callable[[], Drawn]) -> Run:
        """The code of a drawing; `key` tells drawings of the same text apart."""
        run = self._known.get((key, text))
        if run is None:
            font, code = divmod(len(self._drawn), DRAWN_A_FONT)
            run = self._known[key, text] = Run(f"D{font}", f"({chr(codes.ALONE[code])})")
            self._drawn.append(draw())
        return run

    def write(self, file: Objects) -> dict[str, int]:
        """Puts them into the file; gives their names with their numbers there."""
        starts = range(0, len(self._drawn), DRAWN_A_FONT)
        return {
            f"D{n}": _write_drawn(file, self._drawn[start : start + DRAWN_A_FONT])
            for n, start in enumerate(starts)
        }


def write_fonts(fonts: Iterable[Font], file: Objects) -> dict[str, int]:
    """Puts fonts into the file; gives their names with their numbers there."""
    maps: dict[int, int] = {}
    written = {}
    for font in fonts:
        if font.count not in maps:
            maps[font.count] = file.add_stream(codes.numbers_map(font.count), codes.ENTRIES)
        written[font.name] = font.write(file, maps[font.count])
    return written


def _write_drawn(file: Objects, drawn: list[Drawn]) -> int:
    glyphs = [file.add_stream(each.procedure.encode("ascii")) for each in drawn]
    used = codes.ALONE[: len(drawn)]
    procedures = "".join(f"/g{n} {glyph} 0 R" for n, glyph in enumerate(glyphs))
    differences = "".join(f" {byte}/g{n}" for n, byte in enumerate(used))
    widths = dict.fromkeys(range(used[0], used[-1] + 1), 0.0)
    widths |= {byte: each.width for byte, each in zip(used, drawn, strict=True)}
    texts = {chr(byte): each.text for byte, each in zip(used, drawn, strict=True)}
    unicodes = file.add_stream(_to_unicode(texts))
    return file.add(
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[.001 0 0 .001 0 0]"
        f"/CharProcs<<{procedures}>>/Encoding<</Type/Encoding/Differences[{differences}]>>"
        f"/FirstChar {used[0]}/LastChar {used[-1]}/Widths[{' '.join(map(number, widths.values()))}]"
        f"/Resources<<>>/ToUnicode {unicodes} 0 R>>"
    )


def _to_unicode(texts: dict[str, str]) -> bytes:
    rows = [f"{codes.hexadecimal(code)} <{utf16(text)}>" for code, text in texts.items()]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            codes.spaces(),
            *codes.blocks("bfchar", rows),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode("ascii")
