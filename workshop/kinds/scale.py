"""A scale: how much people agree with one statement, or with several."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from babel.numbers import format_decimal

from workshop.chance import Chance
from workshop.decks.block import Block, Table
from workshop.events import Value
from workshop.kinds.kind import Counted, is_live
from workshop.language import _, spoken
from workshop.on_paper import Circles, Way
from workshop.refused import Refused


@dataclass(frozen=True, slots=True)
class Agreement:
    """How people judged a statement: counts by step, the lowest first; heights are parts of the highest."""

    statement: str
    counts: tuple[int, ...]
    heights: tuple[float, ...]
    mean: str
    """As people read it; empty before the first answer."""


@dataclass(frozen=True, slots=True)
class Scale(Counted):
    """Statements, each judged on the same steps 1, 2, …; 0 in an answer is a statement that was left out."""

    name: ClassVar[str] = "scale"

    statements: tuple[str, ...]
    steps: int = 5
    low: str = ""
    high: str = ""

    @classmethod
    def read(cls, block: Block) -> Self:
        return cls(
            statements=block.options(fewest=0, most=8) or ("",),
            steps=block.whole("steps", 5, 2, 10),
            low=block.text("low"),
            high=block.text("high"),
            live=is_live(block),
        )

    @property
    def on_paper(self) -> Way | None:
        return Circles(self.statements, self.steps, self.low, self.high)

    def check(self, value: Value) -> Value:
        if not isinstance(value, list) or len(value) != len(self.statements):
            raise Refused("wrong_kind", _("This question wants a step for each statement."))
        if any(not 0 <= step <= self.steps for step in value):
            raise Refused("unknown_option", _("That step does not exist."))
        if not any(value):
            raise Refused("empty", _("There is nothing in it yet."))
        return value

    def tell(self, value: Value) -> str | Table:
        steps = [self._step(step) for step in (value if isinstance(value, list) else ())]
        if self.statements == ("",):
            return "".join(steps)
        return Table((_("Statement"), _("Step")), tuple(zip(self.statements, steps, strict=True)))

    def result(self, values: Sequence[Value]) -> list[Agreement]:
        return [self._agreement(number, values) for number in range(len(self.statements))]

    def table(self, values: Sequence[Value]) -> Table:
        steps = tuple(str(step + 1) for step in range(self.steps))
        rows = (
            (each.statement or "–", *map(str, each.counts), each.mean or "–") for each in self.result(values)
        )
        return Table((_("Statement"), *steps, _("Mean")), tuple(rows))

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        steps, statements = int(form["data-steps"]), int(form["data-options"])
        common = [taste.randint(1, steps) for _statement in range(statements)]
        return [min(steps, max(1, round(random.gauss(middle, steps / 5)))) for middle in common]

    def _step(self, step: int) -> str:
        """A step with the word at its end of the scale, where it has one; 0 is no answer."""
        if not step:
            return "–"
        word = {1: self.low, self.steps: self.high}.get(step, "")
        said = _("{n} of {of}").format(n=step, of=self.steps)
        return f"{said} ({word})" if word else said

    def _agreement(self, number: int, values: Sequence[Value]) -> Agreement:
        given = [value[number] for value in values if isinstance(value, list) and value[number]]
        found = Counter(given)
        counts = tuple(found[step] for step in range(1, self.steps + 1))
        highest = max(counts) or 1
        mean = sum(given) / len(given) if given else 0.0
        return Agreement(
            statement=self.statements[number],
            counts=counts,
            heights=tuple(count / highest for count in counts),
            mean=format_decimal(mean, "0.0", locale=spoken()) if given else "",
        )
