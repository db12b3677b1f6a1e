"""Whether a PDF of cards is right: on some pages the codes are read, and the words beside and behind them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import zxingcpp
from pypdfium2 import PdfDocument

from tests.bench.letters import Letter

FRONTS = 12
"""Pages that are looked at, the first and the last among them."""
SCALE = 200 / 72
# pdfium gives a hyphen at a line's end as a noncharacter.
HYPHEN = "\ufffe"


@dataclass(frozen=True, slots=True)
class Proof:
    """Of so many cards: how many codes led to one, and how many had their whole text on both sides."""

    cards: int
    codes: int
    texts: int


def proof(path: Path, letters: Iterable[Letter], count: int) -> Proof:
    """Looks at fronts all over a file; each has its backs on the next page."""
    by_link = {letter.link: letter for letter in letters}
    document = PdfDocument(path)
    try:
        fronts = len(document) // 2
        looked = sorted({round(n * (fronts - 1) / (FRONTS - 1)) for n in range(FRONTS)})
        found = [_looked(document, 2 * front, by_link) for front in looked]
    finally:
        document.close()
    # The last page has fewer cards where they do not fill it.
    there = sum(min(_a_page(count, fronts), count - front * _a_page(count, fronts)) for front in looked)
    return Proof(there, sum(codes for codes, _texts in found), sum(texts for _codes, texts in found))


def _a_page(count: int, fronts: int) -> int:
    return -(-count // fronts)


def _looked(document: PdfDocument, page: int, by_link: dict[str, Letter]) -> tuple[int, int]:
    known = [by_link[link] for link in _links(document, page) if link in by_link]
    front, back = _text(document, page), _text(document, page + 1)
    whole = [each for each in known if _has(front, each.heading) and _has(back, each.message, each.sender)]
    return len(known), len(whole)


def _links(document: PdfDocument, page: int) -> set[str]:
    picture = document[page].render(scale=SCALE).to_pil().convert("L")
    return {code.text for code in zxingcpp.read_barcodes(picture)}


def _text(document: PdfDocument, page: int) -> str:
    text = document[page].get_textpage()
    try:
        return _squeezed(str(text.get_text_range()).replace(HYPHEN, "-"))
    finally:
        text.close()


def _has(text: str, *parts: str) -> bool:
    return all(_squeezed(part) in text for part in parts)


def _squeezed(text: str) -> str:
    """Where a line ends, and in a hyphen or not, is the printer's affair."""
    return "".join(text.split()).replace("-", "")
