"""What one person takes along: a cover, and what they answered, over as many A6 pages as it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from workshop.cards.block import Area, Block, Labels
from workshop.cards.booklet import Booklet
from workshop.cards.card import Card, Look, cleaned
from workshop.cards.design import USUAL, built_in
from workshop.cards.drawing import Drawing
from workshop.cards.face import HEADING, LABEL, MESSAGE, Style
from workshop.cards.frame import MM
from workshop.cards.ink import BLACK
from workshop.cards.layout import LETTER
from workshop.cards.leaf import Leaf, Leaves
from workshop.cards.lines import Paragraph
from workshop.cards.printing import Printing
from workshop.cards.sizes import SIZES
from workshop.cards.text import clean
from workshop.cards.typesetter import Typesetter
from workshop.decks.block import Table

SIZE = SIZES["a6"]
SIDE, FOOT, TOP = 11 * MM, 9 * MM, (SIZE.height - 16) * MM
RIGHT = SIZE.width * MM - SIDE
WIDTH = RIGHT - SIDE
MARK = Area(MESSAGE, 12 * MM, 5 * MM, sizes=(7.5,))
ABOVE_MARK = 14.0
"""Points between the last line of a page and its number."""
WIDEST_FIGURE = 0.45
"""A cell that takes more of the page's width stands below its row's name."""
# A last page has at least so many lines of a text, and so has the page before it.
TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A question, and what one person answered: texts, and tables of which the first column is a name."""

    question: str
    answers: tuple[str | Table, ...]


@dataclass(frozen=True, slots=True)
class Face:
    """How lines of one purpose are set: sizes in points, `leading` in shares of the size."""

    style: Style
    size: float
    leading: float
    balanced: bool = False


QUESTION = Face(HEADING, 13.5, 1.15, balanced=True)
ANSWER = Face(MESSAGE, 11.0, 1.38)
FIGURE = Face(LABEL, 11.0, 1.38)
ABOVE_QUESTION, ABOVE_FIRST_ANSWER, ABOVE_ANSWER, ABOVE_ROW = 22.0, 6.0, 8.0, 3.5


@dataclass(frozen=True, slots=True)
class Row:
    """A line, with the space above it and what stands at its right; `held` lines go with the next one."""

    line: Block
    above: float = 0.0
    figure: Block | None = None
    held: bool = False

    @property
    def height(self) -> float:
        """From its top to the next row's."""
        return self.line.size * self.line.leading


@dataclass(frozen=True, slots=True)
class Takeaway:
    """What one person takes along; the cover is the front of a card."""

    cover: Card
    passages: tuple[Passage, ...]
    name: str = ""
    """What the contents sheet calls it."""


class Takeaways:
    """Draws take-aways page by page, on the same paper as cards."""

    def __init__(self, leaves: Leaves) -> None:
        self._leaves = leaves

    def of(self, each: Takeaway) -> Iterator[Leaf]:
        """Its pages on both sides of as many cards as it needs."""
        pages = iter(self.pages(each))
        for front in pages:
            yield Leaf(front, next(pages, None) or self._leaves.blank_back())

    def pages(self, each: Takeaway) -> Iterator[Drawing]:
        """The cover, and what was said."""
        tools = self._leaves.tools
        question = replace(QUESTION, style=tools.fonts.heading)
        rows = [row for passage in each.passages for row in _rows(passage, question, tools.setter)]
        columns = list(_pages(rows))
        yield self._leaves.front(each.cover)
        for number, column in enumerate(columns, start=1):
            yield _page(column, f"{number}/{len(columns)}", self._leaves.blank_back(), tools.labels)


def render_takeaway(cover: Card, passages: Sequence[Passage], look: Look, out: BinaryIO) -> int:
    """Writes the PDF of one take-away, page by page and without a logo; gives its number of pages."""
    look = replace(cleaned(look), logo=b"")
    setter = Typesetter(look.language)
    leaves = Leaves(built_in(USUAL), LETTER, look, Printing(SIZE, sheet=None), setter)
    booklet = Booklet(out, SIZE)
    pages = 0
    for drawing in Takeaways(leaves).pages(Takeaway(cover, tuple(passages))):
        booklet.add(drawing)
        pages += 1
    booklet.close(look, setter, leaves.forms)
    return pages


def _rows(passage: Passage, question: Face, setter: Typesetter) -> Iterator[Row]:
    for n, line in enumerate(_lines(passage.question, question, setter)):
        yield Row(line, 0.0 if n else ABOVE_QUESTION, held=True)
    for n, answer in enumerate(passage.answers):
        first, *others = (
            _table(answer, setter) if isinstance(answer, Table) else _text(answer, setter)
        ) or _text("–", setter)
        yield replace(first, above=ABOVE_ANSWER if n else ABOVE_FIRST_ANSWER)
        yield from others


def _text(words: str, setter: Typesetter) -> list[Row]:
    rows = [Row(line) for line in _lines(words, ANSWER, setter)]
    held = {*range(TOGETHER - 1), len(rows) - TOGETHER} if len(rows) > 1 else set()
    return [replace(row, held=n in held) for n, row in enumerate(rows)]


def _table(table: Table, setter: Typesetter) -> list[Row]:
    """The first two rows stay together: one alone below a question looks like all there is."""
    first, *others = [_row(name, " · ".join(cells), setter) for name, *cells in table.rows] or [[]]
    if first and others:
        first = [*first[:-1], replace(first[-1], held=True)]
    return [*first, *(row for rows in others for row in rows)]


def _row(name: str, figure: str, setter: Typesetter) -> list[Row]:
    """A row's name with its figure at the end of its first line, or below it where there is no room."""
    figures = _lines(figure, FIGURE, setter)
    room = WIDTH * (1 - WIDEST_FIGURE)
    beside = len(figures) == 1 and figures[0].width <= WIDTH * WIDEST_FIGURE - ANSWER.size
    names = _lines(name, ANSWER, setter, width=room if beside else WIDTH)
    lines = names if beside else [*names, *figures]
    rows = [Row(line, held=n < len(lines) - 1) for n, line in enumerate(lines)]
    if not rows:
        return []
    return [replace(rows[0], above=ABOVE_ROW, figure=figures[0] if beside else None), *rows[1:]]


def _lines(words: str, face: Face, setter: Typesetter, width: float = WIDTH) -> list[Block]:
    """The words as blocks of one line each, which can be parted by a page's end."""
    measure = width * 1000 / face.size
    setter = setter.reading(words)
    return [
        Block((line,), face.style, face.size, face.leading)
        for paragraph in clean(words).split("\n")
        for line in Paragraph(paragraph, face.style, setter).lines(measure, balanced=face.balanced)
    ]


def _pages(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of each page: as many as it holds, without parting what is held together."""
    room = TOP - FOOT - MARK.sizes[0] - ABOVE_MARK
    page: list[Row] = []
    left = room
    for group in _groups(rows, room):
        needed = sum(row.above + row.height for row in group)
        if page and needed > left:
            yield page
            page, left = [], room
        if not page:
            needed -= group[0].above
            group = [replace(group[0], above=0.0), *group[1:]]
        page += group
        left -= needed
    if page:
        yield page


def _groups(rows: Sequence[Row], room: float) -> Iterator[list[Row]]:
    """Rows that stay on one page; what is higher than a page is let go row by row."""
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if row.held:
            continue
        if sum(each.above + each.height for each in group) > room:
            yield from ([each] for each in group)
        else:
            yield group
        group = []


def _page(rows: Sequence[Row], mark: str, drawing: Drawing, labels: Labels) -> Drawing:
    drawing.fill(BLACK)
    top = TOP
    for row in rows:
        top -= row.above
        drawing.text(row.line, SIDE, top)
        if row.figure:
            drawing.text(row.figure, SIDE, top, width=WIDTH, align="right")
        top -= row.height
    number = labels.fit(mark, MARK)
    drawing.text(number, SIDE, FOOT + number.height, width=WIDTH, align="right")
    return drawing
