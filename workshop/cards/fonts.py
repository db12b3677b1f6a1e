"""The fonts of one PDF: of each face the glyphs used, and drawn ones for what no single glyph shows.

A code stands for one glyph and one text, so the ToUnicode maps are exact and the text can be copied out of
the PDF, also above U+FFFF.
"""

from collections.abc import Callable
from dataclasses import dataclass

from workshop.cards.face import Face
from workshop.cards.pdf import Objects, number, utf16

DRAWN_A_FONT = 256


@dataclass(frozen=True, slots=True)
class Run:
    """Codes in one of the document's fonts, as the inside of a TJ array."""

    font: str
    codes: str


class Font:
    """The part of a face that one document uses, as a Type 0 font."""

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self._face = face
        self._codes: dict[tuple[int, str], str] = {}
        self._widths: list[float] = []

    def code(self, glyph: int, text: str) -> tuple[str, float]:
        """The code, in hexadecimal, and how wide the glyph is."""
        code = self._codes.get((glyph, text))
        if code is None:
            code = self._codes[glyph, text] = f"{len(self._codes) + 1:04X}"
            self._widths.append(self._face.width(glyph))
        return code, self._widths[int(code, 16) - 1]

    def write(self, file: Objects) -> int:
        """Puts it into the file; gives its number there."""
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
        widths = " ".join(map(number, self._widths))
        glyph_map = file.add_stream(b"\0\0" + b"".join(glyph.to_bytes(2) for glyph in glyphs))
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/FontDescriptor {descriptor} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/DW 0/W[1[{widths}]]/CIDToGIDMap {glyph_map} 0 R>>"
        )
        unicodes = file.add_stream(_to_unicode({code: text for (_glyph, text), code in self._codes.items()}))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
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
            run = self._known[key, text] = Run(f"D{font}", f"<{code:02X}>")
            self._drawn.append(draw())
        return run

    def write(self, file: Objects) -> dict[str, int]:
        """Puts them into the file; gives their names with their numbers there."""
        starts = range(0, len(self._drawn), DRAWN_A_FONT)
        return {
            f"D{n}": _write_drawn(file, self._drawn[start : start + DRAWN_A_FONT])
            for n, start in enumerate(starts)
        }


def _write_drawn(file: Objects, drawn: list[Drawn]) -> int:
    glyphs = [file.add_stream(each.procedure.encode("ascii")) for each in drawn]
    names = [f"/g{n}" for n in range(len(drawn))]
    procedures = "".join(f"{name} {glyph} 0 R" for name, glyph in zip(names, glyphs, strict=True))
    widths = " ".join(number(each.width) for each in drawn)
    unicodes = file.add_stream(_to_unicode({f"{n:02X}": each.text for n, each in enumerate(drawn)}))
    return file.add(
        "<</Type/Font/Subtype/Type3/FontBBox[0 -300 1200 1000]/FontMatrix[.001 0 0 .001 0 0]"
        f"/CharProcs<<{procedures}>>/Encoding<</Type/Encoding/Differences[0{''.join(names)}]>>"
        f"/FirstChar 0/LastChar {len(drawn) - 1}/Widths[{widths}]"
        f"/Resources<<>>/ToUnicode {unicodes} 0 R>>"
    )


def _to_unicode(texts: dict[str, str]) -> bytes:
    rows = [f"<{code}> <{utf16(text)}>" for code, text in texts.items()]
    digits = len(next(iter(texts)))
    # A block of a CMap holds at most 100 rows.
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            f"1 begincodespacerange <{'0' * digits}> <{'F' * digits}> endcodespacerange",
            *(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        ]
    ).encode("ascii")
