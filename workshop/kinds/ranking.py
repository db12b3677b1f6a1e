"""A ranking: people put options in order, or those that matter most to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from babel.numbers import format_decimal

from workshop.chance import Chance
from workshop.decks.block import Block, Table
from workshop.events import Value
from workshop.kinds.kind import Counted, is_live
from workshop.language import _, spoken
from workshop.on_paper import Places, Way
from workshop.refused import Refused


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an option ended; `share` is its part (0 to 1) of the points that it could have had."""

    number: int
    option: str
    place: int
    """1, 2, …; options with as many points share one. 0 before the first answer."""
    share: float
    points: str
    """The mean over everybody, as people read it."""
    mean_place: str
    """The mean over those who gave it a place, as people read it; empty where nobody did."""
    first: int
    named: int
    """How many people gave it a place."""


@dataclass(frozen=True, slots=True)
class Ranking(Counted):
    """Options, of which each person orders `top`: the first gets `top` points, the next one less, …"""

    name: ClassVar[str] = "ranking"

    options: tuple[str, ...]
    top: int

    @classmethod
    def read(cls, block: Block) -> Self:
        options = block.options(fewest=2, most=12)
        most = max(len(options), 2)
        return cls(options=options, top=block.whole("top", most, 2, most), live=is_live(block))

    @property
    def of_all(self) -> bool:
        """Whether people order everything there is."""
        return self.top == len(self.options)

    @property
    def on_paper(self) -> Way | None:
        return Places(self.options, self.top)

    def check(self, value: Value) -> Value:
        if not isinstance(value, list):
            raise Refused("wrong_kind", _("This question wants an order."))
        if len(value) != self.top:
            raise Refused("wrong_number", _("Give {n} options a place.").format(n=self.top))
        if any(not 0 <= option < len(self.options) for option in value):
            raise Refused("unknown_option", _("That option does not exist."))
        if len(set(value)) != len(value):
            raise Refused("twice", _("An option has one place only."))
        return value

    def tell(self, value: Value) -> str:
        order = value if isinstance(value, list) else []
        return "\n".join(f"{place}. {self.options[option]}" for place, option in enumerate(order, start=1))

    def result(self, values: Sequence[Value]) -> list[Standing]:
        places = self._places(values)
        points = [sum(self.top + 1 - place for place in given) for given in places]
        people = len(values)
        standings = [
            Standing(
                number=number,
                option=option,
                place=1 + sum(other > points[number] for other in points) if people else 0,
                share=points[number] / (people * self.top) if people else 0.0,
                points=_one_decimal(points[number], people),
                mean_place=_one_decimal(sum(places[number]), len(places[number])),
                first=places[number].count(1),
                named=len(places[number]),
            )
            for number, option in enumerate(self.options)
        ]
        return sorted(standings, key=lambda standing: standing.place)

    def table(self, values: Sequence[Value]) -> Table:
        header = (_("Option"), _("Mean points"), _("Mean place"), _("Times first"), _("Times placed"))
        rows = (
            (each.option, each.points or "–", each.mean_place or "–", str(each.first), str(each.named))
            for each in self.result(values)
        )
        return Table(header, tuple(rows))

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        options, top = list(range(int(form["data-options"]))), int(form["data-top"])
        taste.shuffle(options)
        own = {option: random.gauss(place, len(options) / 4) for place, option in enumerate(options)}
        return sorted(options, key=own.__getitem__)[:top]

    def _places(self, values: Sequence[Value]) -> list[list[int]]:
        """For each option the places that it was given: 1, 2, …"""
        places: list[list[int]] = [[] for _option in self.options]
        for value in values:
            for place, option in enumerate(value if isinstance(value, list) else [], start=1):
                places[option].append(place)
        return places


def _one_decimal(total: int, of: int) -> str:
    return format_decimal(total / of, "0.0", locale=spoken()) if of else ""
