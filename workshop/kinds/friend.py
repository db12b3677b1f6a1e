"""Tell a friend: a personal message that becomes a card."""

from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.kinds.kind import Kind


@dataclass(frozen=True, slots=True)
class Friend(Kind):
    """The 'tell a friend' form, with a line of encouragement."""

    name: ClassVar[str] = "friend"
    asks: ClassVar[bool] = True
    is_form: ClassVar[bool] = True

    encouragement: str

    @classmethod
    def read(cls, block: Block) -> Self:
        return cls(encouragement=block.plain_text())
