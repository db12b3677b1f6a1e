"""A number: people guess or estimate a value, and see how the room's answers lie around the truth."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import ClassVar, Self

from workshop.chance import Chance
from workshop.decks.block import Block, Table
from workshop.events import Value
from workshop.histogram import Bar, Histogram, histogram
from workshop.kinds.kind import Counted, is_live
from workshop.language import _
from workshop.on_paper import Figure, Way
from workshop.refused import Refused
from workshop.units import is_attached, plain, short, stands_before, with_unit

NEAR = 0.1
"""Who is off by no more than this part of the range was close."""
MOST_DECIMALS = 3
_SIZES = {"huge": 2.5, "large": 4.5, "medium": 7.0}
"""How many characters of a median go with each of its sizes."""
_AS_WRITTEN = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Tick:
    """A number below the bars, in percents from the left."""

    label: str
    x: float


@dataclass(frozen=True, slots=True)
class Truth:
    """The right value, and the part of the picture that is close to it; places are percents."""

    label: str
    x: float
    near_x: float
    near_width: float
    close: int
    said: str
    """How many were close, as a sentence; empty before the first answer."""

    @property
    def anchor(self) -> str:
        """Which end of the label stands at the line, so that it stays in the picture."""
        return "start" if self.x < 25 else "end" if self.x > 75 else "middle"


@dataclass(frozen=True, slots=True)
class Estimates:
    """What the answers amount to; `median` is empty before the first."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    median: str
    size: str
    """How large the median can be set: its number and its unit have to fit beside the bars."""
    middle_bar: Bar | None
    truth: Truth | None


@dataclass(frozen=True, slots=True)
class Number(Counted):
    """A number from `low` to `high`; `right` is the true one, where there is one."""

    name: ClassVar[str] = "number"
    spelled: ClassVar[Mapping[str, str]] = {"low": "min", "high": "max"}

    low: float = 0
    high: float = 100
    unit: str = ""
    decimals: int = 0
    right: float | None = None

    @classmethod
    def read(cls, block: Block) -> Self:
        decimals = block.whole("decimals", 0, 0, MOST_DECIMALS)
        number = cls(
            low=_bound(block, "min", 0, decimals),
            high=_bound(block, "max", 100, decimals),
            unit=block.text("unit"),
            decimals=decimals,
            right=_number(block, "right", None),
            live=is_live(block),
        )
        number._refuse_contradictions(block)
        return number

    @property
    def on_paper(self) -> Way | None:
        return Figure(self.unit, self.decimals, (self.said(self.low), self.said(self.high)))

    def check(self, value: Value) -> Value:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise Refused("wrong_kind", _("This question wants a number."))
        if not self.low <= value <= self.high:  # so is what calls itself a number and is none
            text = _("Give a number from {low} to {high}.")
            raise Refused("out_of_range", text.format(low=self.said(self.low), high=self.said(self.high)))
        return round(value, self.decimals) if self.decimals else round(value)

    def tell(self, value: Value) -> str:
        return self.said(value) if isinstance(value, int | float) else str(value)

    def result(self, values: Sequence[Value]) -> Estimates:
        grains = [self._grain(value) for value in values if isinstance(value, int | float)]
        mark = None if self.right is None else self.right * self._grains
        picture = histogram(grains, self._grain(self.low), self._grain(self.high), mark)
        middle = median_low(grains) if grains else None  # one that somebody gave: no half years
        said = "" if middle is None else plain(middle / self._grains)
        return Estimates(
            bars=picture.bars,
            ticks=self._ticks(picture),
            median=said,
            size=_size(said, "" if self.unit_stands_below else self.unit),
            middle_bar=None if middle is None else picture.bar_of(middle),
            truth=None if self.right is None else self._truth(self.right, grains, picture),
        )

    @property
    def empty(self) -> Estimates:
        """The picture while the room may not see a figure."""
        return self.result(())

    def table(self, values: Sequence[Value]) -> Table:
        result = self.result(values)
        rows = [(self._between(bar), str(bar.count)) for bar in result.bars]
        rows.append((_("Median"), with_unit(result.median, self.unit) if result.median else "–"))
        if self.right is not None and result.truth:
            rows.append((_("Right answer"), self.said(self.right)))
            close = _("At most {margin} off").format(margin=self.said(self._margin))
            rows.append((close, str(result.truth.close)))
        return Table((_("Answer"), _("People")), tuple(rows))

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        low, high = float(form["data-min"]), float(form["data-max"])
        decimals = int(form["data-decimals"])
        common = low + (high - low) * taste.uniform(0.25, 0.75)
        value = min(high, max(low, random.gauss(common, (high - low) / 9)))
        return round(value, decimals) if decimals else round(value)

    def said(self, number: float) -> str:
        """A number as people read it, with its unit."""
        return with_unit(plain(number), self.unit)

    @property
    def stands_before(self) -> bool:
        """Whether the unit stands before its number."""
        return stands_before(self.unit)

    @property
    def unit_is_attached(self) -> bool:
        """Whether there is no space between the unit and its number."""
        return is_attached(self.unit)

    @property
    def unit_stands_below(self) -> bool:
        """Whether the unit is too long to stand beside a large number."""
        return len(self.unit) > 4

    @property
    def _grains(self) -> int:
        """Into how many whole parts a unit is divided, so that bars are counted exactly."""
        return int(10**self.decimals)

    @property
    def _margin(self) -> float:
        return round((self.high - self.low) * NEAR, 6)

    def _grain(self, number: float) -> int:
        return round(number * self._grains)

    def _ticks(self, picture: Histogram) -> tuple[Tick, ...]:
        labels = [short(edge / self._grains) for edge in picture.edges]
        # A character takes about 1.9 % of the picture's width; what does not fit side by side is thinned out.
        every = math.ceil((1.9 * max(map(len, labels)) + 1) / picture.slot)
        ticks = [Tick(label, picture.x(edge)) for label, edge in zip(labels, picture.edges, strict=True)]
        return tuple(ticks[::every])

    def _truth(self, right: float, grains: Sequence[int], picture: Histogram) -> Truth:
        value, margin = right * self._grains, self._margin * self._grains
        close = sum(abs(grain - value) <= margin + 1e-6 for grain in grains)
        one, many = _("{n} of {all} was at most {margin} off"), _("{n} of {all} were at most {margin} off")
        said = (one if close == 1 else many).format(n=close, all=len(grains), margin=self.said(self._margin))
        start, end = picture.x(value - margin), picture.x(value + margin)
        if end - start == 100:  # all that the picture shows is close: nothing to tell apart
            end = start
        return Truth(
            label=_("in fact {value}").format(value=self.said(right)),
            x=picture.x(value),
            near_x=start,
            near_width=end - start,
            close=close,
            said=said if grains else "",
        )

    def _between(self, bar: Bar) -> str:
        first, last = (plain(grain / self._grains) for grain in (bar.first, bar.last))
        return first if first == last else f"{first}–{last}"

    def _refuse_contradictions(self, block: Block) -> None:
        if not self.low < self.high:
            what = _("'min' is not below 'max'.")
            block.mistakes.add(block.line, what, _("Write the lowest answer and the highest one."))
        elif self.right is not None and not self.low <= self.right <= self.high:
            what = _("'right' is not between 'min' and 'max'.")
            block.mistakes.add(block.line, what, _("Give people the chance to be right."))
        if self.right is not None and self.live:
            what = _("With results=live everybody would see the right answer first.")
            block.mistakes.add(block.line, what, _("Leave out results=live."))


def _size(number: str, unit: str) -> str:
    # Units are set half as high as their number; a comma and a point are narrow.
    wide = sum(0.5 if sign in ",." else 1.0 for sign in number) + 0.5 * len(unit)
    return next((size for size, most in _SIZES.items() if wide <= most), "small")


def _bound(block: Block, name: str, default: int, decimals: int) -> float:
    """An attribute that people must be able to give as their answer."""
    number = _number(block, name, default)
    if number is None:
        return default
    if round(number, decimals) != number:
        what = _("'{name}' is '{text}'.").format(name=name, text=block.attributes[name])
        block.mistakes.add(block.line, what, _("Write decimals=1, 2 or 3, so that people can answer it too."))
    return number


def _number(block: Block, name: str, default: float | None) -> float | None:
    """The attribute as a number, with a point or a comma."""
    text = block.text(name)
    if name not in block.attributes:
        return default
    if not _AS_WRITTEN.fullmatch(text):
        what = _("'{name}' is '{text}'.").format(name=name, text=text)
        block.mistakes.add(block.line, what, _("Write a number, such as 20 or 22.5."))
        return default
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number
