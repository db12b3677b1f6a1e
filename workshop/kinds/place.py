"""A place: people tap where they are: on a map, on a picture of the deck's own, or between words."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from babel.numbers import format_percent

from workshop.chance import Chance
from workshop.decks.block import Block, Table
from workshop.decks.picture import Sight
from workshop.events import Value
from workshop.kinds.kind import Counted, is_live
from workshop.language import _, spoken
from workshop.on_paper import Field, Way
from workshop.refused import Refused

FARTHEST = 1000
"""An answer is [x, y] from the picture's top left corner; this is at the other side."""
_LARGE, _SMALL = 26.0, 11.0
"""How large dots are drawn, in thousandths of the picture: where there are few, and where there are many."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the picture, such as a quarter, and how many people are there."""

    name: str
    count: int
    share: str
    """As people read it; empty before the first answer."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Where people are: a dot a person, its radius in thousandths; the parts from the top left, by rows."""

    dots: tuple[tuple[int, int], ...]
    radius: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Place(Counted):
    """A place on an outline or on a picture, or, where there is neither, on a field between four words."""

    name: ClassVar[str] = "place"
    fixed: ClassVar[tuple[str, ...]] = ("outline",)
    spelled: ClassVar[Mapping[str, str]] = {"outline": "on"}

    outline: str = ""
    picture: Sight | None = None
    left: str = ""
    right: str = ""
    bottom: str = ""
    top: str = ""

    @classmethod
    def read(cls, block: Block) -> Self:
        if block.text("picture"):
            return cls(picture=block.picture("picture", "alt"), live=is_live(block))
        if block.one_of("on", ("field", "map")) == "map":
            return cls(outline="nl", live=is_live(block))
        return cls(
            left=block.text("left", required=True),
            right=block.text("right", required=True),
            bottom=block.text("bottom", required=True),
            top=block.text("top", required=True),
            live=is_live(block),
        )

    @property
    def on_paper(self) -> Way | None:
        return None if self.picture else Field(self.ends, self.outline)

    def check(self, value: Value) -> Value:
        if not isinstance(value, list) or len(value) != 2 or not all(type(part) is int for part in value):
            raise Refused("wrong_kind", _("This question wants a place in the picture."))
        if any(not 0 <= part <= FARTHEST for part in value):
            raise Refused("out_of_range", _("That place is outside the picture."))
        return value

    def tell(self, value: Value) -> str:
        """The part of the picture that it is in, as in the table."""
        x, y = value if isinstance(value, list) else (0, 0)
        names = self._names()
        across = math.isqrt(len(names))
        return names[_step(y, across) * across + _step(x, across)]

    def result(self, values: Sequence[Value]) -> Spread:
        dots = tuple((value[0], value[1]) for value in values if isinstance(value, list))
        names = self._names()
        across = math.isqrt(len(names))
        found = Counter(_step(y, across) * across + _step(x, across) for x, y in dots)
        parts = (Part(name, found[part], _share(found[part], len(dots))) for part, name in enumerate(names))
        return Spread(dots, _radius(len(dots)), tuple(parts))

    def table(self, values: Sequence[Value]) -> Table:
        rows = ((part.name, str(part.count), part.share or "–") for part in self.result(values).parts)
        return Table((_("Place"), _("People"), _("Share")), tuple(rows))

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        middles = _TOWNS if form["data-on"] == "map" else [_anywhere(taste) for _middle in range(3)]
        x, y = random.choices(middles, range(len(middles), 0, -1))[0]
        wide = 35 if form["data-on"] == "map" else 130
        return [_within(random.gauss(x, wide)), _within(random.gauss(y, wide))]

    def _names(self) -> tuple[str, ...]:
        """The parts in words: of a map and of a picture nine, of a field its quarters."""
        if self.picture:
            return (
                *(_("top left"), _("at the top"), _("top right")),
                *(_("on the left"), _("in the middle"), _("on the right")),
                *(_("bottom left"), _("at the bottom"), _("bottom right")),
            )
        if not self.outline:
            return tuple(f"{side}, {height}" for height in (self.top, self.bottom) for side in self._sides)
        return (
            *(_("north-west"), _("north"), _("north-east")),
            *(_("west"), _("in the middle"), _("east")),
            *(_("south-west"), _("south"), _("south-east")),
        )

    @property
    def ends(self) -> tuple[str, str, str, str]:
        """What lies at the left, at the right, at the top and at the bottom."""
        if self.outline:
            return _("west"), _("east"), _("north"), _("south")
        if self.picture:
            return _("on the left"), _("on the right"), _("at the top"), _("at the bottom")
        return self.left, self.right, self.top, self.bottom

    @property
    def _sides(self) -> tuple[str, str]:
        return self.left, self.right


_TOWNS = [(585, 455), (265, 515), (420, 415), (600, 600), (835, 190), (690, 810)]
"""Where pretended people live."""


def _anywhere(taste: Chance) -> tuple[int, int]:
    return taste.randint(150, 850), taste.randint(150, 850)


def _within(number: float) -> int:
    return min(FARTHEST, max(0, round(number)))


def _step(number: int, steps: int) -> int:
    return min(steps - 1, number * steps // FARTHEST)


def _share(count: int, people: int) -> str:
    return format_percent(count / people, locale=spoken()) if people else ""


def _radius(people: int) -> float:
    """Dots share the picture: two hundred of them are still dots, and one is not lost."""
    return round(min(_LARGE, max(_SMALL, 150 / math.sqrt(max(people, 1)))), 1)
