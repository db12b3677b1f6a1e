"""Prints a batch of cards: chunk after chunk, each forgotten once it is in the file."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import BinaryIO

from workshop.cards.card import Entry, Look, NoCards, Report, cleaned
from workshop.cards.chunk import CARDS, Chunk, Maker, Printed, Setup
from workshop.cards.design import USUAL, Design, built_in
from workshop.cards.document import Document
from workshop.cards.layout import LETTER, Layout
from workshop.cards.printing import Printing

OFFICE = Printing()
Tell = Callable[[int], None]
"""Hears how many cards are done; may raise, to stop."""


def render(
    cards: Iterable[Printed],
    look: Look,
    out: BinaryIO,
    *,
    design: Design | None = None,
    layout: Layout = LETTER,
    printing: Printing = OFFICE,
    made: datetime | None = None,
    progress: Tell = lambda _: None,
) -> Report:
    """Writes the PDF of a batch.

    Args:
        cards: in the order in which they are printed.
        look: the colours, the language and the organisation.
        out: where the PDF goes.
        design: how they look; the usual one where none is given.
        layout: which sides of the design are printed.
        printing: on which paper, and how.
        made: the moment that the file tells.
        progress: hears after each chunk how many cards are done.

    Raises:
        NoCards: there are none; nothing is written.
        ValueError: the sheet is smaller than the card.
    """
    setup = Setup(design or built_in(USUAL), layout, cleaned(look), printing)
    maker = Maker(setup)
    return bound(map(maker.chunk, parted(cards)), setup, out, made, progress)


def parted(cards: Iterable[Printed]) -> Iterator[Sequence[Printed]]:
    """The cards of each chunk."""
    rest = iter(cards)
    while part := list(islice(rest, CARDS)):
        yield part


def bound(
    chunks: Iterable[Chunk],
    setup: Setup,
    out: BinaryIO,
    made: datetime | None = None,
    progress: Tell = lambda _: None,
) -> Report:
    """Chunks, made anywhere, as one PDF; the same as `render` for the rest."""
    rest = iter(chunks)
    first = next(rest, None)
    if first is None:
        raise NoCards
    document = Document(out, setup.look, setup.printing, made)
    entries: list[Entry] = []
    boxes: Counter[int] = Counter()
    chunk: Chunk | None = first
    while chunk is not None:
        document.add(chunk)
        entries += chunk.entries
        boxes.update(chunk.boxes)
        progress(len(entries))
        chunk = next(rest, None)
    return Report.of(entries, boxes, document.close())
