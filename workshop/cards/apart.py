"""Each card as a PDF of its own, a front and a back: what services that print and send postcards take."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from workshop.cards.card import Entry, Report
from workshop.cards.chunk import Chunk, Maker, Printed, Setup
from workshop.cards.press import bound


@dataclass(frozen=True, slots=True)
class Apart:
    """A card's PDFs, one for each that its message takes."""

    pdfs: tuple[bytes, ...]
    report: Report


def apart(cards: Iterable[Printed], setup: Setup, made: datetime | None = None) -> Iterator[Apart]:
    """The cards one by one. Each has its own fonts in it, so this is slower than a batch."""
    for card in cards:
        chunk = Maker(setup).chunk([card])
        name = chunk.entries[0].name
        pdfs = []
        for n in range(len(chunk.fronts)):
            leaf = Chunk(chunk.fronts[n : n + 1], chunk.backs[n : n + 1], [Entry(name, 1)], {}, chunk.parts)
            out = BytesIO()
            bound([leaf], setup, out, made)
            pdfs.append(out.getvalue())
        yield Apart(tuple(pdfs), Report.of(chunk.entries, chunk.boxes))
