"""What every kind of container is: how it is read from a deck, and what an answer to it may be.

A kind is one file in this folder, found by itself, with its templates in `templates/kinds/<name>/`:
`projector.html` and `phone.html`.
"""

from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.events import Value

KINDS: dict[str, type["Kind"]] = {}
"""All kinds by the name that decks use."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A figure, a question or a form on a slide."""

    name: ClassVar[str] = ""
    asks: ClassVar[bool] = False
    """Whether phones answer it, so that it can be opened and closed."""

    is_form: ClassVar[bool] = False
    """Whether phones fill in fields that become a row of personal data, rather than give an answer."""
    tallied: ClassVar[bool] = False
    """Whether screens show counts of the answers, not the answers themselves."""

    def __init_subclass__(cls) -> None:
        # A slotted dataclass is made twice, the second time with its slots; that one stays.
        KINDS[cls.name] = cls

    @classmethod
    def read(cls, block: Block) -> Self:
        """The kind as a deck's container says it; what is wrong is noted in the block's mistakes."""
        raise NotImplementedError

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that phones answer; an empty text means the slide's title."""
        return ()

    @property
    def most_answers(self) -> int:
        """How many answers one phone may give to one question."""
        return 1

    def check(self, value: Value) -> Value:
        """The answer as it is kept.

        Raises:
            Refused: it is none to this question.
        """
        raise NotImplementedError

    def tally(self, values: list[Value]) -> list[int]:  # noqa: ARG002
        """Counts for the screens, of a kind that is `tallied`."""
        return []
