"""A choice: people tick one option, or all that they recognise."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.chance import Chance
from workshop.decks.block import Block, Table
from workshop.events import Value
from workshop.kinds.kind import Counted, is_live
from workshop.language import _
from workshop.refused import Refused


@dataclass(frozen=True, slots=True)
class Ticks:
    """How many people ticked an option; `share` is their part (0 to 1) of those who answered."""

    option: str
    count: int
    share: float
    is_most: bool


@dataclass(frozen=True, slots=True)
class Choice(Counted):
    """Options, of which one or several may be ticked; ticking again replaces what was ticked."""

    name: ClassVar[str] = "choice"

    options: tuple[str, ...]
    several: bool = False

    @classmethod
    def read(cls, block: Block) -> Self:
        return cls(options=block.options(), several=block.flag("several"), live=is_live(block))

    def check(self, value: Value) -> Value:
        if not isinstance(value, list):
            raise Refused("wrong_kind", _("This question wants a choice."))
        chosen = sorted(set(value))
        if any(not 0 <= option < len(self.options) for option in chosen):
            raise Refused("unknown_option", _("That option does not exist."))
        if len(chosen) > 1 and not self.several:
            raise Refused("too_many_options", _("Choose one option."))
        return chosen

    def tell(self, value: Value) -> str:
        chosen = value if isinstance(value, list) else []
        return "\n".join(self.options[option] for option in chosen) or _("none of these")

    def result(self, values: Sequence[Value]) -> list[Ticks]:
        counts = self._count(values)
        highest = max(counts, default=0)
        people = max(len(values), 1)
        return [
            Ticks(option, count, count / people, is_most=0 < count == highest)
            for option, count in zip(self.options, counts, strict=True)
        ]

    def table(self, values: Sequence[Value]) -> Table:
        rows = zip(self.options, map(str, self._count(values)), strict=True)
        return Table((_("Option"), _("People")), tuple(rows))

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        options = list(range(int(form["data-options"])))
        taste.shuffle(options)
        liking = {option: 1 / (rank + 1) for rank, option in enumerate(options)}
        ticked = [option for option in sorted(options) if random.random() < 0.8 * liking[option]]
        one = random.choices(options, [liking[option] for option in options])
        return (ticked or one) if form.get("data-several") == "true" else one

    def _count(self, values: Sequence[Value]) -> list[int]:
        counts = Counter(option for value in values if isinstance(value, list) for option in value)
        return [counts[option] for option in range(len(self.options))]
