"""What somebody wants printed, as the form says it and a job keeps it."""

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from workshop.cards.design import USUAL
from workshop.cards.imposition import Flip, Order
from workshop.cards.ink import Ink
from workshop.cards.layout import BADGE, LETTER, POSTCARD, POSTER, SINGLE, Layout
from workshop.cards.printing import Printing
from workshop.cards.sizes import SIZES, Size
from workshop.language import _
from workshop.refused import Refused

Kind = Literal["friends", "answers", "takeaways", "leads", "tables", "posters", "badges"]
CardSize = Literal["a3", "a4", "a5", "a6", "a7", "letter", "4x6", "business", "square"]
Paper = Literal["a4", "a3", "letter", "sra4", "sra3", "pages", "each"]
Back = Literal["letter", "postcard", "fold"]
KINDS: tuple[Kind, ...] = get_args(Kind)
CARD_SIZES: tuple[CardSize, ...] = get_args(CardSize)
PAPERS: tuple[Paper, ...] = get_args(Paper)
BACKS: tuple[Back, ...] = get_args(Back)
PRINT_SHOP = ("sra4", "sra3", "pages", "each")
"""Paper that is cut after printing: colours go on over the cut, in printing inks."""
SINGLE_PAGES = ("pages", "each")
MOST_COPIES = 200
LONGEST_NAMES = 40_000
LONGEST_PLACE = 120

LAYOUTS: dict[Kind, Layout] = {
    "answers": SINGLE,
    "leads": SINGLE,
    "tables": POSTER,
    "posters": POSTER,
    "badges": BADGE,
}
"""Of what has one side; anything else has a back."""
USUAL_SIZES: dict[Kind, CardSize] = {"tables": "a5", "posters": "a4", "badges": "a7"}
LYING: tuple[Kind, ...] = ("badges",)


class Wish(Struct, frozen=True, forbid_unknown_fields=True):
    """Cards of one kind, in a design, of a size, on some paper; everything but the kind has a usual value."""

    kind: Kind
    base: str = ""
    """The address that QR codes lead to."""
    design: Annotated[str, Meta(max_length=60)] = USUAL
    size: CardSize | Literal[""] = ""
    """Empty for what is usual for the kind."""
    lies: bool | None = None
    """None for what is usual for the kind."""
    back: Back = "letter"
    paper: Paper = "a4"
    flip: Literal["long", "short"] = "long"
    piles: bool = False
    printer: int = 0
    """The number of a printer whose offset is known; 0 for any other."""
    copies: Annotated[int, Meta(ge=1, le=MOST_COPIES)] = 1
    place: Annotated[str, Meta(max_length=LONGEST_PLACE)] = ""
    """Where the workshop was, for what hangs on a wall later."""
    names: Annotated[str, Meta(max_length=LONGEST_NAMES)] = ""
    """Whose badges are printed: a name a line, and after a comma what stands below it."""

    @property
    def has_back(self) -> bool:
        """Whether there is something on the other side."""
        return self.kind not in LAYOUTS

    @property
    def layout(self) -> Layout:
        """The sides that are printed: an answer hangs on a wall, a letter has a back."""
        return LAYOUTS.get(self.kind) or (POSTCARD if self.back == "postcard" else LETTER)

    @property
    def card(self) -> Size:
        """How large a card is, upright or lying."""
        if self.kind == "takeaways":
            return SIZES["a6"]  # its pages are set for this size
        size = SIZES[self.size or USUAL_SIZES.get(self.kind, "a6")]
        lies = self.kind in LYING if self.lies is None else self.lies
        return size.turned if lies else size

    def printing(self, offset: tuple[float, float] = (0.0, 0.0)) -> Printing:
        """The paper, and what goes with it.

        Args:
            offset: how this printer's backs are moved, in millimetres, on a sheet that it flips on the long
                edge; what was measured says nothing of the short one.

        Raises:
            Refused: no card fits on a sheet.
        """
        is_shop = self.paper in PRINT_SHOP
        printing = Printing(
            self.card,
            None if self.paper in SINGLE_PAGES else SIZES[self.paper],
            flip=Flip.SHORT if self.flip == "short" else Flip.LONG,
            order=Order.PILES if self.piles else Order.SHEETS,
            bleeds=is_shop,
            ink=Ink.CMYK if is_shop else Ink.RGB,
            folds=self.back == "fold" and self.has_back,
            offset=offset if self.flip == "long" and self.paper not in SINGLE_PAGES else (0.0, 0.0),
        )
        if not printing.fits:
            text = _("The card does not fit on this paper. Take a smaller card, or larger paper.")
            raise Refused("too_large", text)
        return printing
