"""The fonts of one PDF: of each face the characters used, and boxes for what no face has."""

from dataclasses import dataclass
from itertools import pairwise

from workshop.cards import hexbox, text
from workshop.cards.face import Face
from workshop.cards.pdf import PdfFile, utf16

GLYPHS_A_BOX_FONT = 256


@dataclass(frozen=True, slots=True)
class Run:
    """Codes in one of the document's fonts, as the inside of a TJ array's hexadecimal strings."""

    font: str
    codes: str


class Font:
    """The part of a face that one document uses, as a Type 0 font with a code for each character.

    Its ToUnicode map is exact, also above U+FFFF, so the text can be copied out of the PDF.
    """

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self._face = face
        self._codes: dict[str, str] = {}

    def set(self, characters: str) -> tuple[float, Run]:
        """The width, and the codes with the kerning between them."""
        width = sum(map(self._face.width, characters))
        codes = [self._code(characters[0])]
        for left, right in pairwise(characters):
            if kern := self._face.kern(left + right):
                width += kern
                codes.append(f">{-kern:g}<")
            codes.append(self._code(right))
        return width, Run(self.name, "".join(codes))

    def write(self, file: PdfFile) -> int:
        characters = "".join(self._codes)
        data, glyphs = self._face.subset(characters)
        tag = "".join(chr(ord("A") + int(digit)) for digit in f"{len(characters):06d}"[-6:])
        name = f"{tag}+{self._face.name}"
        metrics = self._face.metrics
        font_file = file.add_stream(data, f"/Length1 {len(data)}")
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags 4/ItalicAngle {metrics.italic_angle:g}"
            f"/FontBBox[{' '.join(f'{edge:g}' for edge in metrics.box)}]/Ascent {metrics.ascent:g}"
            f"/Descent {metrics.descent:g}/CapHeight {metrics.cap_height:g}/StemV {metrics.stem:g}"
            f"/FontFile2 {font_file} 0 R>>"
        )
        widths = " ".join(f"{self._face.width(character):g}" for character in characters)
        glyph_map = file.add_stream(b"\0\0" + b"".join(glyph.to_bytes(2) for glyph in glyphs))
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/FontDescriptor {descriptor} 0 R"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/DW 0/W[1[{widths}]]/CIDToGIDMap {glyph_map} 0 R>>"
        )
        unicodes = file.add_stream(_to_unicode(self._codes))
        return file.add(
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {unicodes} 0 R>>"
        )

    def _code(self, character: str) -> str:
        code = self._codes.get(character)
        if code is None:
            code = self._codes[character] = f"{len(self._codes) + 1:04X}"
        return code


class BoxFont:
    """Boxes for what no face has, and nothing at all, yet copied with the text, for what is unseen.

    Type 3 fonts, of at most 256 glyphs each.
    """

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def width(self, character: str) -> int:
        return 0 if text.UNSEEN.match(character) else hexbox.width(ord(character))

    def run(self, character: str) -> Run:
        font, code = divmod(self._places.setdefault(character, len(self._places)), GLYPHS_A_BOX_FONT)
        return Run(f"B{font}", f"{code:02X}")

    def write(self, file: PdfFile) -> dict[str, int]:
        characters = list(self._places)
        starts = range(0, len(characters), GLYPHS_A_BOX_FONT)
        return {
            f"B{n}": self._write_font(file, characters[start : start + GLYPHS_A_BOX_FONT])
            for n, start in enumerate(starts)
        }

    def _write_font(self, file: PdfFile, characters: list[str]) -> int:
        glyphs = [file.add_stream(self._glyph(character)) for character in characters]
        names = [f"/g{n}" for n in range(len(characters))]
        procedures = "".join(f"{name} {glyph} 0 R" for name, glyph in zip(names, glyphs, strict=True))
        widths = " ".join(str(self.width(character)) for character in characters)
        codes = {character: f"{n:02X}" for n, character in enumerate(characters)}
        unicodes = file.add_stream(_to_unicode(codes))
        return file.add(
            "<</Type/Font/Subtype/Type3/FontBBox[0 -250 1000 1000]/FontMatrix[.001 0 0 .001 0 0]"
            f"/CharProcs<<{procedures}>>/Encoding<</Type/Encoding/Differences[0{''.join(names)}]>>"
            f"/FirstChar 0/LastChar {len(characters) - 1}/Widths[{widths}]"
            f"/Resources<<>>/ToUnicode {unicodes} 0 R>>"
        )

    def _glyph(self, character: str) -> bytes:
        if text.UNSEEN.match(character):
            return b"0 0 0 0 0 0 d1"
        return hexbox.glyph(ord(character)).encode("ascii")


def _to_unicode(codes: dict[str, str]) -> bytes:
    rows = [f"<{code}> <{utf16(character)}>" for character, code in codes.items()]
    digits = len(next(iter(codes.values())))
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
