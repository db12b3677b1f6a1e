"""What a printer would see of a batch of cards: texts, pixels and places, page by page."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

import zxingcpp
from PIL import Image
from pypdfium2 import PdfDocument, PdfPage

from workshop.cards.card import Card, Look, Report
from workshop.cards.frame import MM
from workshop.cards.press import render
from workshop.cards.printing import Printing

DESIGN = Look("#b4532a", "#2f5d62", organisation="Stichting Voorbeeld", language="en")
PIXELS_A_POINT = 300 / 72
WHITE = (255, 255, 255)


def printed(cards: Sequence[Card], look: Look = DESIGN) -> tuple[bytes, Report]:
    out = BytesIO()
    report = render(cards, look, out)
    return out.getvalue(), report


@contextmanager
def opened(pdf: bytes) -> Iterator[list[PdfPage]]:
    document = PdfDocument(pdf)
    pages = list(document)
    try:
        yield pages
    finally:
        for page in pages:
            page.close()
        document.close()


def texts(pdf: bytes, *, back: bool, sides: int = 2) -> list[str]:
    """The text on one side of each card, in the order of the batch."""
    with opened(pdf) as pages:
        return [
            text
            for page in pages[back::sides]
            for place in places(back=back)
            if (text := _text_at(page, *place))
        ]


def places(*, back: bool = False) -> list[tuple[float, float]]:
    """The lower left corner of each card on a sheet of four, in points."""
    imposition = Printing().imposition
    return [(place.x * MM, place.y * MM) for place in (imposition.backs() if back else imposition.fronts())]


def whole_text(pdf: bytes, page: int) -> str:
    """With the characters that nobody sees, which are at no place."""
    with opened(pdf) as pages:
        text = pages[page].get_textpage()
        try:
            return str(text.get_text_range())
        finally:
            text.close()


def squeezed(text: str) -> str:
    """Without white space: where a line ends is the layout's affair, what is in it is not."""
    return "".join(text.split())


def rectangles(pdf: bytes, page: int) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right and top of each stretch of text on a page."""
    with opened(pdf) as pages:
        text = pages[page].get_textpage()
        try:
            return [text.get_rect(n) for n in range(text.count_rects())]
        finally:
            text.close()


def picture(pdf: bytes, page: int, scale: float = PIXELS_A_POINT) -> Image.Image:
    with opened(pdf) as pages:
        bitmap = pages[page].render(scale=scale)
        try:
            image: Image.Image = bitmap.to_pil()
            return image.convert("RGB")
        finally:
            bitmap.close()


def codes(pdf: bytes, page: int) -> list[str]:
    """What a phone reads, row by row from the top."""
    found = zxingcpp.read_barcodes(picture(pdf, page))
    found.sort(key=lambda code: (code.position.top_left.y // 500, code.position.top_left.x))
    return [code.text for code in found]


def is_paper(image: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    """Whether nothing is printed in a part of the page; in points from its top left corner."""
    left, top, right, bottom = (edge * PIXELS_A_POINT for edge in (left, top, right, bottom))
    part = image.crop((round(left), round(top), round(right), round(bottom)))
    return part.getcolors() == [(part.width * part.height, WHITE)]


def _text_at(page: PdfPage, x: float, y: float) -> str:
    text = page.get_textpage()
    try:
        found: str = text.get_text_bounded(x, y, x + 105 * MM, y + 148 * MM)
    finally:
        text.close()
    # pdfium gives a hyphen at a line's end as a noncharacter.
    return found.replace("\ufffe", "-")
