"""The PDF of a batch: what its chunks hold, then the pages that show it. Pure."""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import BinaryIO

import msgspec

from workshop.cards import sheet
from workshop.cards.card import Look
from workshop.cards.chunk import Chunk
from workshop.cards.frame import BLEED, MM
from workshop.cards.imposition import Flip, Imposition, Place, card_at
from workshop.cards.ink import Ink
from workshop.cards.pdf import Parts, PdfFile, number, text_string
from workshop.cards.printing import Printing
from workshop.cards.sides import form_entries

CONDITION = "FOGRA39"
"""Coated paper, offset: what print shops in Europe expect where nothing else is agreed."""
CONDITION_NAME = "Coated FOGRA39 (ISO 12647-2:2004)"
X1A_MINOR = 4
"""PDF/X-1a:2003 is PDF 1.4."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is cut out as one piece: its forms, each with how far right it stands, in millimetres."""

    front: tuple[tuple[int, float], ...]
    back: tuple[tuple[int, float], ...]


class Document:
    """Takes chunks as they come, and remembers no more of a leaf than two numbers."""

    def __init__(self, out: BinaryIO, look: Look, printing: Printing, made: datetime | None = None) -> None:
        self._look, self._printing, self._made = look, printing, made
        is_x1a = printing.ink is Ink.CMYK
        self._file = PdfFile(out, X1A_MINOR) if is_x1a else PdfFile(out)
        self._tree = self._file.reserve()
        self._pages = array("Q")
        self._fronts, self._backs = array("Q"), array("Q")
        self._leaves = array("B")
        """How many leaves each card has; more than 255 are so many times 255, and the rest."""
        self._resources: dict[bytes, int] = {}
        self._contents: dict[str, int] = {}
        self._side = form_entries(printing)
        # A printer's offset is known for paper as it goes in. A lying sheet is turned to that here: a driver
        # may turn it either way.
        self._is_turned = any(printing.offset) and not printing.imposition.sheet.is_upright

    def add(self, chunk: Chunk) -> None:
        """The next cards of the batch."""
        entries = f"{self._side}/Resources {self._add_resources(chunk.parts)} 0 R"
        for streams, numbers in ((chunk.fronts, self._fronts), (chunk.backs, self._backs)):
            for stream in streams:
                numbers.append(self._file.add_packed(stream, entries))
        for entry in chunk.entries:
            self._leaves.extend([255] * (entry.leaves // 255))
            self._leaves.append(entry.leaves % 255)

    def close(self) -> int:
        """Adds the pages, and gives how many sheets of paper they are."""
        units = list(self._units())
        imposition = self._printing.imposition
        sheets = -(-len(units) // imposition.count)
        marks = self._add_marks(imposition)
        fronts, backs = list(imposition.fronts()), list(imposition.backs())
        for n in range(sheets):
            numbers = [
                card_at(n, place, imposition.count, sheets, self._printing.order)
                for place in range(imposition.count)
            ]
            here = [units[each] if each < len(units) else None for each in numbers]
            self._add_page([unit.front if unit else () for unit in here], fronts, marks)
            if self._backs:
                self._add_page(
                    [unit.back if unit else () for unit in here], backs, marks, self._printing.offset
                )
        self._end()
        return sheets

    def _add_resources(self, parts: Parts) -> int:
        """Chunks of one process mostly have the same: it is in the file once."""
        key = blake2b(msgspec.msgpack.encode(parts)).digest()
        if key not in self._resources:
            self._resources[key] = self._file.add_parts(parts)
        return self._resources[key]

    def _units(self) -> Iterator[Unit]:
        if not self._printing.folds:
            for n, front in enumerate(self._fronts):
                yield Unit(((front, 0.0),), ((self._backs[n], 0.0),) if self._backs else ())
            return
        width = self._printing.card.width
        for first, count in self._of_each_card():
            for leaf in range(first, first + count, 2):
                inside = list(self._backs[leaf : min(leaf + 2, first + count)])
                # A short message stands at the right, as in any card; a long one begins at the left.
                places = (0.0, width) if len(inside) == 2 else (width,)
                yield Unit(((self._fronts[leaf], width),), tuple(zip(inside, places, strict=True)))

    def _of_each_card(self) -> Iterator[tuple[int, int]]:
        """The first leaf of each card, and how many there are."""
        first = count = 0
        for leaves in self._leaves:
            count += leaves
            if leaves < 255:
                yield first, count
                first, count = first + count, 0

    def _add_marks(self, imposition: Imposition) -> int | None:
        if self._printing.sheet is None:
            return None
        content = sheet.marks(self._printing).encode("ascii")
        box = f"/Type/XObject/Subtype/Form/BBox[{self._box(imposition)}]/Resources<<>>"
        return self._file.add_stream(content, box)

    def _add_page(
        self,
        sides: Iterable[tuple[tuple[int, float], ...]],
        places: Iterable[Place],
        marks: int | None,
        shift: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        names, drawn = ([f"/M {marks} 0 R"], ["/M Do"]) if marks else ([], [])
        for side, place in zip(sides, places, strict=True):
            for form, inside in side:
                name = f"C{len(names)}"
                names.append(f"/{name} {form} 0 R")
                drawn.append(sheet.placed(name, place, self._printing.unit, inside))
        content = self._add_content("\n".join([*self._moved(shift), *drawn]))
        boxes = self._boxes(self._printing.imposition)
        self._pages.append(
            self._file.add(
                f"<</Type/Page/Parent {self._tree} 0 R{boxes}/Contents {content} 0 R"
                f"/Resources<</XObject<<{''.join(names)}>>>>>>"
            )
        )

    def _moved(self, shift: tuple[float, float]) -> list[str]:
        """What brings a page to where the paper is: nothing for most."""
        if not self._is_turned:
            return [f"1 0 0 1 {_points(*shift)} cm"] if any(shift) else []
        right, up = shift
        return [f"0 1 -1 0 {_points(self._printing.imposition.sheet.height + right, up)} cm"]

    def _add_content(self, content: str) -> int:
        """What pages say, which is where their cards stand: all full sheets say the same."""
        if content not in self._contents:
            self._contents[content] = self._file.add_stream(content.encode("ascii"))
        return self._contents[content]

    def _box(self, imposition: Imposition) -> str:
        bleed = BLEED if self._printing.sheet is None and self._printing.bleeds else 0.0
        paper = imposition.sheet
        return self._on_paper(-bleed, -bleed, paper.width + bleed, paper.height + bleed)

    def _on_paper(self, left: float, foot: float, right: float, top: float) -> str:
        """A rectangle of the sheet, as the page has it."""
        if not self._is_turned:
            return _points(left, foot, right, top)
        high = self._printing.imposition.sheet.height
        return _points(high - top, left, high - foot, right)

    def _boxes(self, imposition: Imposition) -> str:
        media = f"/MediaBox[{self._box(imposition)}]"
        if not self._printing.bleeds:
            return media
        if self._printing.sheet is None:
            trim = (0.0, 0.0, imposition.sheet.width, imposition.sheet.height)
        else:
            beside, above = imposition.margins
            trim = (beside, above, imposition.sheet.width - beside, imposition.sheet.height - above)
        left, foot, right, top = trim
        bleed = self._on_paper(left - BLEED, foot - BLEED, right + BLEED, top + BLEED)
        return f"{media}/TrimBox[{self._on_paper(*trim)}]/BleedBox[{bleed}]"

    def _end(self) -> None:
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        self._file.write(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        self._file.close(self._add_catalog(), self._add_information())

    def _add_catalog(self) -> int:
        """With the printer's dialogue set as the sheets need it: both sides, at full size."""
        printing = ""
        if self._printing.sheet is not None:
            flip = "Short" if self._printing.flip is Flip.SHORT else "Long"
            duplex = f"/Duplex/DuplexFlip{flip}Edge" if self._backs else "/Duplex/Simplex"
            printing = f"{duplex}/PrintScaling/None" if self._printing.ink is Ink.RGB else ""
        return self._file.add(
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang{text_string(self._look.language)}"
            f"/ViewerPreferences<</DisplayDocTitle true{printing}>>{self._intent()}>>"
        )

    def _intent(self) -> str:
        if self._printing.ink is Ink.RGB:
            return ""
        return (
            f"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier({CONDITION})"
            f"/OutputCondition({CONDITION_NAME})/RegistryName(http://www.color.org)/Info({CONDITION_NAME})>>]"
        )

    def _add_information(self) -> int:
        title = text_string(self._look.title or self._look.organisation)
        made = ""
        if self._made:
            date = f"(D:{self._made:%Y%m%d%H%M%S}Z)"
            made = f"/CreationDate{date}/ModDate{date}"
        x1a = ""
        if self._printing.ink is Ink.CMYK:
            x1a = "/GTS_PDFXVersion(PDF/X-1a:2003)/Trapped/False"
        return self._file.add(
            f"<</Title{title}/Author{text_string(self._look.organisation)}/Creator(Workshop toolkit)"
            f"/Producer(Workshop toolkit){made}{x1a}>>"
        )


def _points(*millimetres: float) -> str:
    return " ".join(number(each * MM) for each in millimetres)
