"""Questions and answers: anybody asks, the others say which question is theirs too."""

from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.kinds.open import LONGEST
from workshop.kinds.shared import Shared
from workshop.on_paper import Way

ALL_OF_THEM = 1_000
"""Votes of a phone: as many as there may be questions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions(Shared):
    """Questions of the people in the room, the most wanted first, always."""

    name: ClassVar[str] = "questions"

    always: bool = False
    """Whether phones may ask beside every other slide too, once this one was on the screen."""

    @classmethod
    def read(cls, block: Block) -> Self:
        block.nothing()
        return cls(
            asked=("",),
            longest=block.whole("max", LONGEST, 20, 1000),
            most=block.whole("answers", 20, 1, 50),
            always=block.flag("always"),
            votes=ALL_OF_THEM,
            live=True,
        )

    @property
    def on_paper(self) -> Way | None:
        return self.lines(2)
