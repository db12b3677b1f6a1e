"""Cards on a sheet of paper: where each stands on the front, and where its back must stand to meet it. Pure.

All in millimetres, from the sheet's lower left corner, x to the right and y upwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from workshop.cards.sizes import Size

ROUNDING = 1e-6


class Flip(Enum):
    """Around which edge of the sheet a printer turns it for the backs."""

    NONE = "one side"
    LONG = "long edge"
    SHORT = "short edge"


class Order(Enum):
    """How a batch goes over its sheets: one by one, or so that the piles that were cut make one, sorted."""

    SHEETS = "sheet by sheet"
    PILES = "cut and stack"


@dataclass(frozen=True, slots=True)
class Place:
    """A card's lower left corner; `turned` cards stand on their head."""

    x: float
    y: float
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Imposition:
    """As many cards on a sheet as it holds, in the middle of it."""

    card: Size
    sheet: Size
    columns: int
    rows: int
    gap: float = 0.0
    flip: Flip = Flip.LONG

    @property
    def count(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows

    @property
    def margins(self) -> tuple[float, float]:
        """What is left of the sheet at the left and right, and at the top and bottom."""
        wide = self.columns * (self.card.width + self.gap) - self.gap
        high = self.rows * (self.card.height + self.gap) - self.gap
        return (self.sheet.width - wide) / 2, (self.sheet.height - high) / 2

    def fronts(self) -> Iterator[Place]:
        """The places of the fronts, row by row from the top."""
        for row in range(self.rows):
            for column in range(self.columns):
                yield self._place(row, column)

    def backs(self) -> Iterator[Place]:
        """The place of each back, in the order of the fronts that it meets.

        A sheet that is turned around a vertical edge shows its left column at the right; around a horizontal
        one its top row at the bottom, and everything on its head.
        """
        # One card a page is read on a screen, and turned by whoever prints it.
        is_single = self.sheet == self.card
        is_sideways = is_single or (self.flip is Flip.LONG) == self.sheet.is_upright
        for row in range(self.rows):
            for column in range(self.columns):
                if is_sideways:
                    yield self._place(row, self.columns - 1 - column)
                else:
                    yield self._place(self.rows - 1 - row, column, turned=True)

    def cuts(self) -> tuple[list[float], list[float]]:
        """Where to cut: x of the vertical cuts, y of the horizontal ones; one between cards that touch."""
        lefts = sorted({place.x for place in self.fronts()})
        feet = sorted({place.y for place in self.fronts()})
        return _edges(lefts, self.card.width), _edges(feet, self.card.height)

    def _place(self, row: int, column: int, *, turned: bool = False) -> Place:
        left, foot = self.margins
        x = left + column * (self.card.width + self.gap)
        y = foot + (self.rows - 1 - row) * (self.card.height + self.gap)
        return Place(x, y, turned)


def imposed(
    card: Size, sheet: Size, *, gap: float = 0.0, margin: float = 0.0, flip: Flip = Flip.LONG
) -> Imposition:
    """The most cards that a sheet holds, the sheet upright or lying down; upright where both hold as many.

    Args:
        card: as it is read.
        sheet: the paper.
        gap: between two cards, so that each can have its bleed.
        margin: at the sheet's edges, for marks.
        flip: around which edge the sheet is turned.

    Raises:
        ValueError: not one card fits.
    """
    upright, lying = (_on(card, paper, gap, margin, flip) for paper in (sheet, sheet.turned))
    best = lying if lying.count > upright.count else upright
    if not best.count:
        raise ValueError("the sheet is smaller than the card")
    return best


def card_at(sheet: int, place: int, count: int, sheets: int, order: Order) -> int:
    """Which card of a batch stands at a place of a sheet; all counted from 0. The last ones may not exist.

    Args:
        sheet: its number.
        place: row by row from the top.
        count: how many cards a sheet holds.
        sheets: how many there are.
        order: how the batch goes over them.
    """
    return sheet * count + place if order is Order.SHEETS else place * sheets + sheet


def _on(card: Size, sheet: Size, gap: float, margin: float, flip: Flip) -> Imposition:
    columns = int((sheet.width - 2 * margin + gap + ROUNDING) / (card.width + gap))
    rows = int((sheet.height - 2 * margin + gap + ROUNDING) / (card.height + gap))
    return Imposition(card, sheet, max(columns, 0), max(rows, 0), gap, flip)


def _edges(starts: list[float], length: float) -> list[float]:
    return sorted({round(edge, 4) for start in starts for edge in (start, start + length)})
