"""A fact: one number, set huge, with a sentence beside it."""

from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.kinds.kind import Kind


@dataclass(frozen=True, slots=True)
class Fact(Kind):
    """The number as it is written, what it counts, and more about it (HTML made from Markdown)."""

    name: ClassVar[str] = "fact"

    value: str
    label: str
    body: str

    @classmethod
    def read(cls, block: Block) -> Self:
        return cls(value=block.text("value", required=True), label=block.text("label"), body=block.html)
