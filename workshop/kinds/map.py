"""A map: a quiet outline, a dot a place, names beside them."""

import math
import re
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block, Item
from workshop.kinds.kind import Kind
from workshop.language import _

OUTLINES = ("nl",)
_PLACE = re.compile(
    r"^(?P<name>.+?)\s*\((?P<lat>-?\d+(?:\.\d+)?),\s*(?P<lon>-?\d+(?:\.\d+)?)\)"
    r"(?:\s*:\s*(?P<count>\d{1,9}))?$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in degrees, north and east; `count` is 0 where the deck gives none."""

    name: str
    latitude: float
    longitude: float
    count: int = 0


@dataclass(frozen=True, slots=True)
class Map(Kind):
    """Places on the outline of a country."""

    name: ClassVar[str] = "map"

    outline: str
    places: tuple[Place, ...]
    caption: str = ""

    @classmethod
    def read(cls, block: Block) -> Self:
        outline = block.text("outline", OUTLINES[0])
        if outline not in OUTLINES:
            what = _("There is no outline '{name}'.").format(name=outline)
            block.mistakes.unknown(block.line, what, outline, OUTLINES)
        places = [place for item in block.items() if (place := _place(item, block))]
        return cls(outline=outline, places=tuple(places), caption=block.text("caption"))

    def radius(self, place: Place) -> float:
        """The dot's size, its area by count, relative to the largest; 1 where nothing is counted."""
        largest = max((other.count for other in self.places), default=0)
        return math.sqrt(place.count / largest) if largest else 1.0


def _place(item: Item, block: Block) -> Place | None:
    match = _PLACE.match(item.text)
    if match is None or not (abs(float(match["lat"])) <= 85 and abs(float(match["lon"])) <= 180):
        block.mistakes.add(
            item.line,
            _("'{text}' is no place on a map.").format(text=item.text),
            _("Write - Utrecht (52.09, 5.12): the name, then degrees north and east."),
        )
        return None
    return Place(match["name"], float(match["lat"]), float(match["lon"]), int(match["count"] or 0))
