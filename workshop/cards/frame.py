"""Where the areas of a design lie on a card of any size. Pure.

An edge is a sum of numbers of millimetres (of an A6 card), shares of the card (`40%`), `code` for the side of
the QR code and `edge` for how far a colour may go: over the trim into the bleed, or, where nothing is cut,
up to what an office printer cannot reach.
"""

import re
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

from workshop.cards.sizes import SIZES, Size

MM = 72 / 25.4
BLEED = 3.0
UNPRINTED = 6.5
"""Half a millimetre more than office printers leave free at the edges of a sheet."""
_TERM = r"(?:\d+(?:\.\d+)?%?|code|edge)"
Edge = float | str | None
EDGE = rf"^-?{_TERM}(?: *[+-] *{_TERM})*\Z"
_TERMS = re.compile(rf"([+-]?) *({_TERM})")


class Edges(Protocol):
    """What an area says of itself; see `design.Area`."""

    @property
    def left(self) -> float | str | None: ...
    @property
    def right(self) -> float | str | None: ...
    @property
    def width(self) -> float | str | None: ...
    @property
    def top(self) -> float | str | None: ...
    @property
    def bottom(self) -> float | str | None: ...
    @property
    def height(self) -> float | str | None: ...


@dataclass(frozen=True, slots=True)
class Box:
    """In points, from the card's lower left corner."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def top(self) -> float:
        return self.bottom + self.height


@dataclass(frozen=True, slots=True)
class Frame:
    """A card's size in millimetres, the side of its code, and whether colours go over the trim."""

    size: Size
    code: float
    bleeds: bool = False

    @property
    def scale(self) -> float:
        """How much larger than an A6 card it is, in one direction."""
        a6 = SIZES["a6"]
        return sqrt(self.size.width * self.size.height / (a6.width * a6.height))

    def box(self, area: Edges) -> Box:
        """Where an area lies; one without room has a width or a height of 0."""
        left, width = self._span(area.left, area.right, area.width, self.size.width)
        bottom, height = self._span(area.bottom, area.top, area.height, self.size.height)
        return Box(left * MM, bottom * MM, width * MM, height * MM)

    def _span(self, near: Edge, far: Edge, long: Edge, whole: float) -> tuple[float, float]:
        """Where it starts and how long it is: two of the first three are given."""
        start, end, length = (self._length(edge, whole) for edge in (near, far, long))
        if length is None:
            length = whole - (start or 0.0) - (end or 0.0)
        if start is None:
            start = whole - (end or 0.0) - length
        return start, max(length, 0.0)

    def _length(self, edge: Edge, whole: float) -> float | None:
        if edge is None:
            return None
        if isinstance(edge, float | int):
            return edge * self.scale
        return sum(
            self._term(term, whole) * (-1 if sign == "-" else 1) for sign, term in _TERMS.findall(edge)
        )

    def _term(self, term: str, whole: float) -> float:
        match term:
            case "code":
                return self.code
            case "edge":
                return -BLEED if self.bleeds else UNPRINTED
        return float(term[:-1]) / 100 * whole if term.endswith("%") else float(term) * self.scale
