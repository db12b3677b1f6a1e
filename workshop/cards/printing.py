"""How a batch is printed: on which paper, on which sides, for a print shop or not. Data, and pure."""

from dataclasses import dataclass

from workshop.cards.imposition import Flip, Imposition, Order, imposed
from workshop.cards.ink import Ink
from workshop.cards.sizes import SIZES, Size

BLEED_GAP = 6.0
"""Millimetres between two cards that each have a bleed of three."""
MARKS = 4.0
"""Millimetres at a sheet's edges for crop marks, at the least."""


@dataclass(frozen=True, slots=True)
class Printing:
    """`sheet` is the paper; None is one card a page. `offset` moves the backs to the right and up, in
    millimetres, to where this printer's fronts are."""

    card: Size = SIZES["a6"]
    sheet: Size | None = SIZES["a4"]
    flip: Flip = Flip.LONG
    order: Order = Order.SHEETS
    bleeds: bool = False
    ink: Ink = Ink.RGB
    folds: bool = False
    offset: tuple[float, float] = (0.0, 0.0)

    @property
    def unit(self) -> Size:
        """What is cut out: the card, or the open sheet of a card that folds."""
        return Size(2 * self.card.width, self.card.height) if self.folds else self.card

    @property
    def fits(self) -> bool:
        """Whether the sheet holds a card at all."""
        try:
            return self.imposition.count > 0
        except ValueError:
            return False

    @property
    def imposition(self) -> Imposition:
        """The cards on a sheet.

        Raises:
            ValueError: not one card fits.
        """
        if self.sheet is None:
            return Imposition(self.unit, self.unit, 1, 1, flip=self.flip)
        if not self.bleeds:
            return imposed(self.unit, self.sheet, flip=self.flip)
        return imposed(self.unit, self.sheet, gap=BLEED_GAP, margin=MARKS, flip=self.flip)


def print_shop(card: Size, **other: object) -> Printing:
    """For a print shop: one card a page with its bleed, in printing inks."""
    return Printing(card, sheet=None, bleeds=True, ink=Ink.CMYK, **other)  # type: ignore[arg-type]
