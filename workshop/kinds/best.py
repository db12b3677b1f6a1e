"""The best ideas of a brainstorm, back on a later slide."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.kinds.kind import Kind
from workshop.kinds.shared import Said


@dataclass(frozen=True, slots=True)
class Best(Kind):
    """So many answers of an earlier slide as have most votes; fewer where votes are fewer."""

    name: ClassVar[str] = "best"

    source: int
    """The slide of which they come."""
    most: int = 5

    @classmethod
    def read(cls, block: Block) -> Self:
        block.nothing()
        return cls(source=block.earlier("from"), most=block.whole("most", 5, 1, 10))

    def of(self, said: Sequence[Said]) -> list[Said]:
        """Those of all that are the best; what nobody voted for is not among them."""
        wanted = sorted((each for each in said if each.votes), key=lambda each: (-each.votes, each.seq))
        return wanted[: self.most]
