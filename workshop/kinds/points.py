"""Points: people divide a number of them over the options."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from babel.numbers import format_decimal

from workshop.chance import Chance
from workshop.decks.block import Block, Table
from workshop.events import Value
from workshop.kinds.kind import Counted, is_live
from workshop.language import _, spoken
from workshop.on_paper import Amounts, Way
from workshop.refused import Refused


@dataclass(frozen=True, slots=True)
class Portion:
    """What an option was given; `share` is its part (0 to 1) of all points."""

    option: str
    share: float
    mean: str
    """As people read it; empty before the first answer."""
    sum: str
    is_most: bool


@dataclass(frozen=True, slots=True)
class Points(Counted):
    """Options over which each person divides `total` points; `step` is what one press on the phone moves."""

    name: ClassVar[str] = "points"

    options: tuple[str, ...]
    total: int = 100
    step: int = 5

    @classmethod
    def read(cls, block: Block) -> Self:
        total = block.whole("total", 100, 2, 1000)
        return cls(
            options=block.options(fewest=2, most=10),
            total=total,
            step=block.whole("step", max(total // 20, 1), 1, total),
            live=is_live(block),
        )

    @property
    def total_text(self) -> str:
        """The total as people read it."""
        return _whole(self.total)

    @property
    def on_paper(self) -> Way | None:
        return Amounts(self.options, self.total)

    def check(self, value: Value) -> Value:
        if not isinstance(value, list) or len(value) != len(self.options):
            raise Refused("wrong_kind", _("This question wants points for each option."))
        if any(amount < 0 for amount in value):
            raise Refused("below_zero", _("An option has no fewer than 0 points."))
        if sum(value) != self.total:
            raise Refused("wrong_sum", _("Divide exactly {n} points.").format(n=self.total_text))
        return value

    def tell(self, value: Value) -> Table:
        amounts = map(_whole, value if isinstance(value, list) else ())
        return Table((_("Option"), _("Points")), tuple(zip(self.options, amounts, strict=True)))

    def result(self, values: Sequence[Value]) -> list[Portion]:
        sums = self._sums(values)
        highest = max(sums, default=0)
        people = len(values)
        return [
            Portion(
                option=option,
                share=given / (people * self.total) if people else 0.0,
                mean=format_decimal(given / people, "#,##0.0", locale=spoken()) if people else "",
                sum=_whole(given),
                is_most=0 < given == highest,
            )
            for option, given in zip(self.options, sums, strict=True)
        ]

    def table(self, values: Sequence[Value]) -> Table:
        rows = ((each.option, each.mean or "–", each.sum) for each in self.result(values))
        return Table((_("Option"), _("Mean"), _("Sum")), tuple(rows))

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        total, step = int(form["data-total"]), int(form["data-step"])
        options = list(range(int(form["data-options"])))
        taste.shuffle(options)
        liking = [random.random() / (rank + 1) for rank, _option in enumerate(options)]
        amounts = [0] * len(options)
        for _press in range(total // step):
            amounts[random.choices(options, liking)[0]] += step
        amounts[options[0]] += total % step
        return amounts

    def _sums(self, values: Sequence[Value]) -> list[int]:
        divided = [value for value in values if isinstance(value, list)]
        return [sum(value[number] for value in divided) for number in range(len(self.options))]


def _whole(number: int) -> str:
    return format_decimal(number, "#,##0", locale=spoken())
