"""A table on a slide."""

from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.decks.block import Table as Rows
from workshop.kinds.kind import Kind


@dataclass(frozen=True, slots=True)
class Table(Kind):
    """Rows and columns, one row of which may stand out."""

    name: ClassVar[str] = "table"

    rows: Rows
    caption: str = ""
    note: str = ""
    highlight: str = ""

    @classmethod
    def read(cls, block: Block) -> Self:
        rows = block.table()
        return cls(
            rows=rows,
            caption=block.text("caption"),
            note=block.text("note"),
            highlight=block.row("highlight", rows),
        )

    def is_number(self, cell: str) -> bool:
        """Whether a cell is set flush right, in figures of one width."""
        return cell.replace(".", "").replace(",", "").replace(" ", "").isdecimal()
