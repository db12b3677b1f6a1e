"""The contents sheet of a batch: which card is whose, and which messages went on to another card. Pure.

On A4 in two columns, with a box before each name to tick when it has been handed out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from workshop.cards.block import ASCENT, Area, Block, Labels
from workshop.cards.booklet import Booklet
from workshop.cards.card import Entry, Look, cleaned
from workshop.cards.drawing import Drawing
from workshop.cards.face import HEADING, LABEL, MESSAGE
from workshop.cards.frame import MM
from workshop.cards.ink import BLACK
from workshop.cards.mirrored import Side
from workshop.cards.palette import palette
from workshop.cards.roles import fonts_of
from workshop.cards.sizes import SIZES
from workshop.cards.text import clean
from workshop.cards.typesetter import Typesetter
from workshop.language import plural
from workshop.tags import direction

PAPER = SIZES["a4"]
MARGIN = 18 * MM
LEFT, RIGHT = MARGIN, PAPER.width * MM - MARGIN
TOP, FOOT = PAPER.height * MM - MARGIN, MARGIN
ACROSS = RIGHT - LEFT
GUTTER = 10 * MM
COLUMN = (ACROSS - GUTTER) / 2
ROW = 8 * MM
BOX = 3.6 * MM
NUMBER_AT, NAME_AT, MARK_WIDTH = 6 * MM, 17 * MM, 19 * MM
SOFT = "#474747"
HEAD = 30 * MM
"""From the first page's top to its first row; further pages begin with the rows."""
TITLE = Area(HEADING, ACROSS, 12 * MM, sizes=(22.0, 19.0, 16.0, 14.0))
FACTS = Area(MESSAGE, ACROSS, 6 * MM, sizes=(11.5, 10.5, 9.5))
NUMBER = Area(LABEL, NAME_AT - NUMBER_AT - 1 * MM, 5 * MM, sizes=(9.5, 8.0, 7.0))
NAME = Area(MESSAGE, COLUMN - NAME_AT - MARK_WIDTH, 5.5 * MM, sizes=(11.0, 10.0, 9.0))
MARK = Area(LABEL, MARK_WIDTH, 5 * MM, sizes=(9.5, 8.5, 7.5))
PAGE = Area(MESSAGE, ACROSS, 6 * MM, sizes=(9.5,))
ON_FIRST = 2 * int((TOP - HEAD - FOOT - 8 * MM) / ROW)
ON_OTHERS = 2 * int((TOP - FOOT - 8 * MM) / ROW)


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands above the list; the title says what was printed, the facts when and how much."""

    title: str
    facts: tuple[str, ...]


def render_contents(contents: Contents, entries: Sequence[Entry], look: Look, out: BinaryIO) -> int:
    """Writes the PDF, and gives its number of pages."""
    look = cleaned(look)
    setter = Typesetter(look.language)
    sheet = _Sheet(contents, Labels(setter), look)
    booklet = Booklet(out, PAPER)
    parts = list(_parts(entries))
    first = 1
    for n, part in enumerate(parts, start=1):
        booklet.add(sheet.page(part, first, f"{n}/{len(parts)}"))
        first += len(part)
    booklet.close(look, setter, {})
    return len(parts)


def _parts(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """The entries of each page; the first has its head."""
    yield entries[:ON_FIRST]
    for start in range(ON_FIRST, len(entries), ON_OTHERS):
        yield entries[start : start + ON_OTHERS]


class _Sheet:
    def __init__(self, contents: Contents, labels: Labels, look: Look) -> None:
        self._contents, self._fit = contents, labels.fit
        self._from_right = direction(look.language) == "rtl"
        self._colours = palette(look.accent, look.second)
        self._title = replace(TITLE, style=fonts_of(look.display).heading)

    def page(self, entries: Sequence[Entry], first: int, mark: str) -> Drawing:
        drawing = Drawing()
        side = Side(drawing, RIGHT if self._from_right else LEFT, self._from_right)
        top = TOP
        if first == 1:
            self._head(side)
            top -= HEAD
        rows = -(-len(entries) // 2)
        for n, entry in enumerate(entries):
            column, row = divmod(n, rows)
            self._entry(side.moved(column * (COLUMN + GUTTER)), top - row * ROW, first + n, entry)
        self._text(side, self._fit(mark, PAGE), FOOT + 4 * MM, end=ACROSS)
        return drawing

    def _head(self, side: Side) -> None:
        title = self._fit(clean(self._contents.title), self._title)
        side.fill(self._colours.words)
        side.text(title, 0, TOP)
        facts = self._fit(clean(" · ".join(filter(None, self._contents.facts))), FACTS)
        self._text(side, facts, TOP - title.height - 3 * MM)
        side.rule(0, ACROSS, TOP - HEAD + 6 * MM, 0.6, 0.6)

    def _entry(self, side: Side, top: float, number: int, entry: Entry) -> None:
        name = self._fit(clean(entry.name) or "–", NAME)
        side.box(0, top - BOX, BOX, BOX)
        self._text(side, name, top, NAME_AT, colour=BLACK)
        count = self._fit(str(number), NUMBER)
        self._text(side, count, top - _lower(count, name), NUMBER_AT)
        if entry.leaves > 1:
            more = self._fit(plural("{n} card", "{n} cards", entry.leaves), MARK)
            self._text(side, more, top - _lower(more, name), end=COLUMN, colour=self._colours.words)

    def _text(
        self,
        side: Side,
        block: Block,
        top: float,
        x: float = 0,
        *,
        end: float | None = None,
        colour: str = SOFT,
    ) -> None:
        side.fill(colour)
        side.text(block, x, top, end=end)


def _lower(block: Block, beside: Block) -> float:
    """How much lower a smaller text begins, to stand on the same line."""
    return (beside.size - block.size) * ASCENT
