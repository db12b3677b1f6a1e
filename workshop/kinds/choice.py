"""A choice: people tick one option, or all that they recognise."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.events import Value
from workshop.kinds.kind import Kind
from workshop.language import _
from workshop.refused import Refused


@dataclass(frozen=True, slots=True)
class Choice(Kind):
    """Options, of which one or several may be ticked; ticking again replaces what was ticked."""

    name: ClassVar[str] = "choice"
    asks: ClassVar[bool] = True
    tallied: ClassVar[bool] = True

    options: tuple[str, ...]
    several: bool = False

    @classmethod
    def read(cls, block: Block) -> Self:
        options = tuple(item.text for item in block.items())
        if len(options) < 2:
            block.mistakes.add(
                block.line,
                _("A choice has fewer than two options."),
                _("Write each option on its own line, starting with '- '."),
            )
        return cls(options=options, several=block.flag("several"))

    @property
    def questions(self) -> tuple[str, ...]:
        return ("",)

    def check(self, value: Value) -> Value:
        if not isinstance(value, list):
            raise Refused("wrong_kind", _("This question wants a choice."))
        chosen = sorted(set(value))
        if any(not 0 <= option < len(self.options) for option in chosen):
            raise Refused("unknown_option", _("That option does not exist."))
        if len(chosen) > 1 and not self.several:
            raise Refused("too_many_options", _("Choose one option."))
        return chosen

    def tally(self, values: list[Value]) -> list[int]:
        counts = Counter(option for value in values for option in value)
        return [counts[option] for option in range(len(self.options))]
