"""Reactions: signs that phones may send while this slide is shown, and that rise on the wall."""

from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.decks.signs import Sign, read_signs
from workshop.kinds.kind import Kind


@dataclass(frozen=True, slots=True)
class Reactions(Kind):
    """The signs of one slide, in place of those of the whole deck."""

    name: ClassVar[str] = "reactions"
    is_seen: ClassVar[bool] = False

    signs: tuple[Sign, ...]

    @classmethod
    def read(cls, block: Block) -> Self:
        return cls(signs=read_signs(block.text("signs", required=True), block.line, block.mistakes))
