"""What a batch will look like: the same PDF, of a card or of a sheet, rendered as a picture."""

from collections.abc import Sequence
from contextvars import copy_context
from dataclasses import replace
from io import BytesIO
from typing import Literal

import gevent
import msgspec
from gevent.lock import BoundedSemaphore
from pypdfium2 import PdfDocument

from workshop.cards.chunk import Maker, Printed, Setup
from workshop.cards.press import bound
from workshop.prints.batch import Batch
from workshop.prints.samples import sample

View = Literal["front", "back", "sheet", "sheet-back"]
PAGES: dict[View, int] = {"front": 0, "back": 1, "sheet": 0, "sheet-back": 1}
LONGEST = 720
"""Pixels of a picture's longer side: enough for a screen with two of them to a point."""
SMALL = 320
"""The same for a picture that one chooses a design by."""
_one_at_once = BoundedSemaphore(1)
"""The renderer is not made for two."""


def picture(batch: Batch, view: View, longest: int = LONGEST) -> bytes | None:
    """A PNG; None where there is no such side. Drawn beside the thread that serves the phones."""
    setup, places = batch.setup, batch.setup.printing.imposition.count
    cards = list(batch.cards[:places]) or [sample(batch.source)] * places
    if view.startswith("sheet") and places == 1 and not setup.printing.bleeds:
        return None  # it is the card
    if view in ("front", "back"):
        # Where it is cut, on one page: what bleeds lies outside of what is kept.
        printing = replace(setup.printing, sheet=None, bleeds=False, offset=(0.0, 0.0))
        setup, cards = msgspec.structs.replace(setup, printing=printing), cards[:1]
    with _one_at_once:
        work = (copy_context().run, (_picture, cards, setup, PAGES[view], longest))
        png: bytes | None = gevent.get_hub().threadpool.apply(*work)
    return png


def _picture(cards: Sequence[Printed], setup: Setup, number: int, longest: int) -> bytes | None:
    pdf, png = BytesIO(), BytesIO()
    bound([Maker(setup).chunk(cards)], setup, pdf)
    with PdfDocument(pdf) as document:
        if number >= len(document):
            return None
        page = document[number]
        page.render(scale=longest / max(page.get_size())).to_pil().save(png, "PNG", optimize=False)
    return png.getvalue()
