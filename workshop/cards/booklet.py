"""A PDF of pages that are drawn one by one: what people take along, and sheets to write on."""

from typing import BinaryIO

from workshop.cards.card import Look
from workshop.cards.drawing import Drawing
from workshop.cards.frame import MM
from workshop.cards.pdf import PdfFile, number, text_string
from workshop.cards.sizes import Size
from workshop.cards.typesetter import Typesetter


class Booklet:
    """Pages of one size, in millimetres."""

    def __init__(self, out: BinaryIO, size: Size, preferences: str = "") -> None:
        """`preferences` are for who prints it, as ISO 32000-1, 12.2 has them."""
        self._preferences = preferences
        self._file = PdfFile(out)
        self._box = f"0 0 {number(size.width * MM)} {number(size.height * MM)}"
        self._tree, self._resources = self._file.reserve(), self._file.reserve()
        self._pages: list[int] = []

    def add(self, drawing: Drawing) -> None:
        """The next page."""
        content = self._file.add_stream(drawing.content.encode("latin-1"))
        self._pages.append(
            self._file.add(
                f"<</Type/Page/Parent {self._tree} 0 R/Resources {self._resources} 0 R"
                f"/MediaBox[{self._box}]/Contents {content} 0 R>>"
            )
        )

    def close(self, look: Look, setter: Typesetter, forms: dict[str, str]) -> None:
        """Ends the file with its fonts, and with the forms that its pages use by name."""
        file = self._file
        entries = f"/Type/XObject/Subtype/Form/BBox[{self._box}]/Resources<<>>"
        drawn = "".join(
            f"/{name} {file.add_stream(content.encode('ascii'), entries)} 0 R"
            for name, content in forms.items()
        )
        file.write(self._resources, f"<</Font<<{setter.write_fonts(file)}>>/XObject<<{drawn}>>>>")
        kids = " ".join(f"{page} 0 R" for page in self._pages)
        file.write(self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>")
        catalog = file.add(
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang{text_string(look.language)}"
            f"/ViewerPreferences<</DisplayDocTitle true{self._preferences}>>>>"
        )
        title = text_string(look.title or look.organisation)
        file.close(catalog, file.add(f"<</Title{title}/Author{text_string(look.organisation)}>>"))
