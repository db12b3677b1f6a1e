"""A bar chart: no grid, direct labels, one value that stands out."""

import re
from dataclasses import dataclass
from typing import ClassVar, Self

from workshop.decks.block import Block
from workshop.decks.block import Table as Rows
from workshop.kinds.kind import Kind
from workshop.language import _

# With one kind of mark before each three figures: 1.350 and 1,350 are the same, in either language.
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){1,4}|(?:,\d{3}){1,4})")
_DUTCH = re.compile(r"(?:\d{1,15}|\d{1,3}(?:\.\d{3}){1,4}),\d{1,15}")
_ENGLISH = re.compile(r"(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,15})?")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `share` is its length as a part (0 to 1) of the longest."""

    label: str
    value: str
    share: float
    highlighted: bool
    others: tuple[tuple[str, str], ...]
    """The other columns of its row, as (heading, cell)."""


@dataclass(frozen=True, slots=True)
class Chart(Kind):
    """Bars from one column of a table, with the number that matters set large beside them."""

    name: ClassVar[str] = "chart"

    rows: Rows
    bars: tuple[Bar, ...]
    value: str
    big: str = ""
    big_label: str = ""
    note: str = ""

    @classmethod
    def read(cls, block: Block) -> Self:
        rows = block.table()
        value = block.text("value", rows.header[-1] if rows.header else "")
        return cls(
            rows=rows,
            bars=_bars(block, rows, value, block.row("highlight", rows)),
            value=value,
            big=block.text("big"),
            big_label=block.text("big_label"),
            note=block.text("note"),
        )


def number(cell: str) -> float | None:
    """The cell as a number, written the Dutch or the English way; None where it is none."""
    text = "".join(cell.split())
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(".", "").replace(",", ""))
    if _DUTCH.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return float(text.replace(",", ""))
    return None


def _bars(block: Block, rows: Rows, value: str, highlight: str) -> tuple[Bar, ...]:
    if not rows.header:
        return ()
    if value not in rows.header[1:]:
        what = _("The table has no column '{name}'.").format(name=value)
        block.mistakes.unknown(block.line, what, value, rows.header[1:])
        return ()
    column = rows.header.index(value)
    numbers = [number(row[column]) for row in rows.rows]
    for row, amount in zip(rows.rows, numbers, strict=True):
        if amount is None:
            block.mistakes.add(
                block.line,
                _("'{cell}' in the row '{row}' is no number.").format(cell=row[column], row=row[0]),
                _("Write figures of 0 or more, such as 12 or 22,5."),
            )
    longest = max((amount for amount in numbers if amount), default=1.0)
    return tuple(
        Bar(
            label=row[0],
            value=row[column],
            share=(amount or 0) / longest,
            highlighted=row[0] == highlight,
            others=tuple(
                (head, cell) for head, cell in zip(rows.header[1:], row[1:], strict=True) if head != value
            ),
        )
        for row, amount in zip(rows.rows, numbers, strict=True)
    )
