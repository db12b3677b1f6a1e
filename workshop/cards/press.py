"""Prints a batch of cards: sheet after sheet, each forgotten once it is in the file."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import BinaryIO

from workshop.cards import sheet
from workshop.cards.card import Card, Design, NoCards, Report, cleaned
from workshop.cards.document import Document
from workshop.cards.leaf import Leaf, Leaves
from workshop.cards.typesetter import Typesetter


@dataclass(slots=True)
class Tally:
    cards: int = 0
    leaves: int = 0
    sheets: int = 0
    continued: int = 0
    boxes: Counter[int] = field(default_factory=Counter)

    def add(self, leaves: list[Leaf]) -> None:
        self.sheets += 1
        self.leaves += len(leaves)
        for leaf in leaves:
            self.cards += leaf.number == leaf.of
            self.continued += leaf.number == leaf.of > 1
            self.boxes.update(leaf.front.boxes)
            self.boxes.update(leaf.back.boxes)

    def report(self) -> Report:
        return Report(self.cards, self.leaves, self.sheets, self.continued, self.boxes)


def render(
    cards: Iterable[Card],
    design: Design,
    out: BinaryIO,
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> Report:
    """Writes an A4 PDF for printing on both sides, flipped on the long edge.

    `progress` hears after each sheet how many cards are done. Nothing is written if there are
    none: that raises `NoCards`.
    """
    design = cleaned(design)
    setter = Typesetter(design.language)
    leaves = Leaves(design, setter)
    sheets = _sheets(leaf for card in cards for leaf in leaves.of(card))
    first = next(sheets, None)
    if first is None:
        raise NoCards
    document, tally = Document(out), Tally()
    for leaves_of_sheet in chain([first], sheets):
        document.add_sheet(leaves_of_sheet)
        tally.add(leaves_of_sheet)
        progress(tally.cards)
    document.close(design, setter, leaves.forms)
    return tally.report()


def _sheets(leaves: Iterable[Leaf]) -> Iterator[list[Leaf]]:
    rest = iter(leaves)
    while leaves_of_sheet := list(islice(rest, sheet.CARDS)):
        yield leaves_of_sheet
