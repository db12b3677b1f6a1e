"""A brainstorm: everybody gives ideas, sees those of the others, and votes for a few."""

from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.kinds.kind import is_live
from workshop.kinds.open import LONGEST
from workshop.kinds.shared import Shared
from workshop.on_paper import Way


@dataclass(frozen=True, slots=True)
class Ideas(Shared):
    """Ideas, and a limited number of votes for each phone; nobody sees the counts until they are shown."""

    name: ClassVar[str] = "ideas"

    @classmethod
    def read(cls, block: Block) -> Self:
        block.nothing()
        return cls(
            asked=("",),
            longest=block.whole("max", LONGEST, 20, 1000),
            most=block.whole("answers", 20, 1, 50),
            think=block.whole("think", 0, 0, 3600),
            votes=block.whole("votes", 3, 0, 20),
            live=is_live(block),
        )

    @property
    def on_paper(self) -> Way | None:
        return self.lines(3)
