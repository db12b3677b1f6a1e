"""What somebody wants printed, as the form says it and a job keeps it."""

from typing import Literal

from msgspec import Struct

from workshop.cards.design import USUAL, Design, built_in, names
from workshop.cards.imposition import Order
from workshop.cards.ink import Ink
from workshop.cards.layout import LETTER, POSTCARD, SINGLE, Layout
from workshop.cards.printing import Printing
from workshop.cards.sizes import SIZES

Kind = Literal["answers", "friends"]
Paper = Literal["office", "sheets", "pages"]
PAPERS: tuple[Paper, ...] = ("office", "sheets", "pages")
CARD_SIZES = ("a4", "a5", "a6", "a7", "letter", "4x6", "business", "square")


class Wish(Struct, frozen=True, forbid_unknown_fields=True):
    """Cards of one kind, in a design, of a size, on some paper; everything but the kind has a usual value."""

    kind: Kind
    base: str = ""
    """The address that QR codes lead to."""
    design: str = USUAL
    size: Literal["a4", "a5", "a6", "a7", "letter", "4x6", "business", "square"] = "a6"
    lies: bool = False
    postcard: bool = False
    paper: Paper = "office"
    piles: bool = False

    def __post_init__(self) -> None:
        if self.design not in names():
            raise ValueError("there is no such design")

    @property
    def drawn(self) -> Design:
        """The design."""
        return built_in(self.design)

    @property
    def layout(self) -> Layout:
        """The sides that are printed: an answer hangs on a wall, a letter has a back."""
        if self.kind == "answers":
            return SINGLE
        return POSTCARD if self.postcard else LETTER

    @property
    def printing(self) -> Printing:
        """The paper, and what goes with it."""
        size = SIZES[self.size].turned if self.lies else SIZES[self.size]
        order = Order.PILES if self.piles else Order.SHEETS
        if self.paper == "office":
            return Printing(size, SIZES["a4"], order=order)
        sheet = SIZES["sra4"] if self.paper == "sheets" else None
        if sheet and size.width * size.height > SIZES["a5"].width * SIZES["a5"].height:
            sheet = SIZES["sra3"]
        return Printing(size, sheet, order=order, bleeds=True, ink=Ink.CMYK)
