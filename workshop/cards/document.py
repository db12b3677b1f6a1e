"""The PDF of a batch: its pages, and at the end what they share."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from workshop.cards import sheet
from workshop.cards.card import Design
from workshop.cards.drawing import Drawing
from workshop.cards.forms import Forms
from workshop.cards.leaf import Leaf
from workshop.cards.pdf import PdfFile, number, text_string
from workshop.cards.typesetter import Typesetter


class Document:
    def __init__(self, out: BinaryIO) -> None:
        self._file = PdfFile(out)
        self._tree, self._resources = self._file.reserve(), self._file.reserve()
        self._pages: list[int] = []
        self._duplex = False

    def add_card(self, drawing: Drawing) -> None:
        """A page of a card's size, to be read on a screen or printed one by one."""
        self.add_page(drawing, sheet.CARD_WIDTH, sheet.CARD_HEIGHT)

    def add_page(self, drawing: Drawing, width: float, height: float) -> None:
        """A page of any size, in points."""
        self._add_content(drawing.content, width, height)

    def add_sheet(self, leaves: Sequence[Leaf]) -> None:
        self._duplex = True
        self._add_page([leaf.front for leaf in leaves], sheet.places())
        self._add_page([leaf.back for leaf in leaves], sheet.places(back=True))

    def close(self, design: Design, setter: Typesetter, forms: Forms) -> None:
        file = self._file
        drawn = "".join(f"/{name} {self._add_form(content)} 0 R" for name, content in forms.contents.items())
        file.write(self._resources, f"<</Font<<{setter.write_fonts(file)}>>/XObject<<{drawn}>>>>")
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        file.write(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        file.close(self._add_catalog(design), self._add_information(design))

    def _add_page(self, drawings: Iterable[Drawing], places: Iterable[tuple[float, float]]) -> None:
        # The last sheet has fewer cards than places.
        sides = [
            f"q 1 0 0 1 {number(x)} {number(y)} cm\n{drawing.content}\nQ"
            for drawing, (x, y) in zip(drawings, places, strict=False)
        ]
        self._add_content("\n".join([sheet.ticks(), *sides]), sheet.WIDTH, sheet.HEIGHT)

    def _add_content(self, operators: str, width: float, height: float) -> None:
        content = self._file.add_stream(operators.encode("ascii"))
        page = (
            f"<</Type/Page/Parent {self._tree} 0 R/Resources {self._resources} 0 R"
            f"/MediaBox[0 0 {number(width)} {number(height)}]/Contents {content} 0 R>>"
        )
        self._pages.append(self._file.add(page))

    def _add_form(self, content: str) -> int:
        box = f"0 0 {number(sheet.CARD_WIDTH)} {number(sheet.CARD_HEIGHT)}"
        return self._file.add_stream(
            content.encode("ascii"), f"/Type/XObject/Subtype/Form/BBox[{box}]/Resources<<>>"
        )

    def _add_catalog(self, design: Design) -> int:
        """With the printer's dialogue set as the sheets need it: both sides, at full size."""
        printing = "/Duplex/DuplexFlipLongEdge/PrintScaling/None" if self._duplex else ""
        return self._file.add(
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang{text_string(design.language)}"
            f"/ViewerPreferences<</DisplayDocTitle true{printing}>>>>"
        )

    def _add_information(self, design: Design) -> int:
        title = text_string(design.title or design.organisation)
        return self._file.add(f"<</Title{title}/Author{text_string(design.organisation)}>>")
