"""Answer sheets: a deck's questions on A4, with room to write, for people without a phone. Pure.

Made for hands and eyes that are not young any more: nothing below 11 points, rules 9 mm apart, and a
question never goes on on another page. One that would not fit on a page is set tighter.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from workshop.cards.answer_marks import PITCHES, Piece, marks
from workshop.cards.block import ASCENT, Area, Block, Labels
from workshop.cards.booklet import Booklet
from workshop.cards.card import Look, cleaned
from workshop.cards.drawing import Drawing
from workshop.cards.face import HEADING, LABEL, MESSAGE, Style
from workshop.cards.frame import MM
from workshop.cards.ink import BLACK
from workshop.cards.mirrored import Side
from workshop.cards.palette import Palette, palette
from workshop.cards.roles import fonts_of
from workshop.cards.sizes import SIZES
from workshop.cards.text import clean
from workshop.cards.typesetter import Typesetter
from workshop.decks.questionnaire import PaperQuestion
from workshop.language import _
from workshop.tags import direction

PAPER = SIZES["a4"]
WIDTH, HEIGHT = PAPER.width * MM, PAPER.height * MM
MARGIN = 18 * MM
LEFT, RIGHT, TOP, FOOT = MARGIN, WIDTH - MARGIN, HEIGHT - MARGIN, MARGIN
CODES = 14 * MM
"""The column in which the questions' codes stand; everything else of a question stands beside it."""
ACROSS = RIGHT - LEFT
MEASURE = ACROSS - CODES
SOFT = "#474747"
SMALLEST = 11.0
HAIRLINE = 0.6

NUMBER = Area(LABEL, 40 * MM, 20 * MM, sizes=(54.0, 44.0, 32.0))
BESIDE_NUMBER = ACROSS - 46 * MM
TITLE = Area(HEADING, BESIDE_NUMBER, 30 * MM, sizes=(25.0, 22.0, 19.0, 16.0), leading=1.15, balanced=True)
WHERE = Area(MESSAGE, BESIDE_NUMBER, 11 * MM, sizes=(12.0, SMALLEST))
HOW = Area(MESSAGE, ACROSS, 14 * MM, sizes=(12.0, SMALLEST), leading=1.35)
SMALL = Area(MESSAGE, ACROSS - 40 * MM, 6 * MM, sizes=(SMALLEST,))
AGAIN = Area(LABEL, 40 * MM, 8 * MM, sizes=(16.0,))
CODE = Area(LABEL, CODES, 7 * MM, sizes=(14.0, 12.0, SMALLEST))
CONTEXT = Area(MESSAGE, MEASURE, 5.5 * MM, sizes=(SMALLEST,))
WORDS = Area(HEADING, MEASURE, 27 * MM, sizes=(15.0, 14.0, 13.0, 12.0), leading=1.22)
HINT = Area(MESSAGE, MEASURE, 10 * MM, sizes=(SMALLEST,))
HEAD_LINES = 7.0
BETWEEN = 9 * MM
ABOVE_FOOT = 8 * MM


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head of each sheet; only the title and the workshop's code must be there."""

    title: str
    code: str
    place: str = ""
    day: str = ""

    @property
    def where(self) -> str:
        """Where and when, as far as that is known."""
        return ", ".join(filter(None, (self.place, self.day)))


@dataclass(frozen=True, slots=True)
class Laid:
    """A question, set for the page on which it fits."""

    pieces: tuple[Piece, ...]

    @property
    def height(self) -> float:
        return sum(piece.height for piece in self.pieces)


class AnswerSheets:
    """The sheets of one deck: all are the same but for their number."""

    def __init__(
        self,
        questions: Sequence[PaperQuestion],
        heading: Heading,
        colours: Palette,
        labels: Labels,
        language: str,
        display: Style,
    ) -> None:
        self._from_right = direction(language) == "rtl"
        self._heading = Heading(clean(heading.title), heading.code, clean(heading.place), clean(heading.day))
        self._colours, self._labels = colours, labels
        self._title, self._words = replace(TITLE, style=display), replace(WORDS, style=display)
        self._head = self._first_head()
        self._again = self._next_head()
        self._bodies = [self._body(*page) for page in self._pages(questions)]

    def pages(self, sheet: int) -> list[Drawing]:
        """The pages of the sheet with this number."""
        drawings = []
        for n, body in enumerate(self._bodies, start=1):
            drawing = Drawing()
            drawing.put(body.content)
            drawing.boxes.update(body.boxes)
            side = self._side(drawing)
            (self._number if n == 1 else self._small_number)(side, sheet)
            self._foot(side, f"{n}/{len(self._bodies)}")
            drawings.append(drawing)
        return drawings

    def _pages(self, questions: Sequence[PaperQuestion]) -> Iterator[tuple[Piece, list[Laid]]]:
        """The questions of each page, below the page's head."""
        head, page = self._head, list[Laid]()
        left = _room(head)
        for question in questions:
            laid = self._laid(question, _room(self._again))
            if laid.height > left and not page:
                laid = self._laid(question, left)  # the first page is no cover
            if laid.height > left:
                yield head, page
                head, page = self._again, []
                left = _room(head)
            page.append(laid)
            left -= laid.height + BETWEEN
        yield head, page

    def _laid(self, question: PaperQuestion, room: float) -> Laid:
        """As calm as there is room for."""
        for pitch in PITCHES:
            laid = Laid((self._question(question), *marks(question.way, pitch, MEASURE, self._labels)))
            if laid.height <= room:
                break
        return laid

    def _question(self, question: PaperQuestion) -> Piece:
        fit = self._labels.fit
        context = fit("" if question.question else clean(question.context), CONTEXT)
        words = fit(clean(question.words), self._words)
        hint = fit(clean(question.way.hint), HINT)
        above = context.height + 4 if context.lines else 0.0
        below = hint.height + 6 if hint.lines else 0.0
        draw = partial(self._draw_question, context, words, hint, fit(question.code, CODE), above)
        return Piece(above + words.height + below, draw)

    def _draw_question(
        self,
        context: Block,
        words: Block,
        hint: Block,
        code: Block,
        above: float,
        side: Side,
        top: float,
    ) -> None:
        side.fill(SOFT)
        side.text(context, 0, top)
        side.text(hint, 0, top - above - words.height - 6)
        side.fill(BLACK)
        side.text(words, 0, top - above)
        side.fill(self._colours.words)
        side.text(code, -CODES, top - above - (words.size - code.size) * ASCENT)

    def _body(self, head: Piece, questions: Sequence[Laid]) -> Drawing:
        """All that is the same on the page of every sheet."""
        drawing = Drawing()
        side = self._side(drawing)
        head.draw(side, TOP)
        top, beside_codes = TOP - head.height, side.moved(CODES)
        for laid in questions:
            for piece in laid.pieces:
                piece.draw(beside_codes, top)
                top -= piece.height
            top -= BETWEEN
        return drawing

    def _first_head(self) -> Piece:
        fit = self._labels.fit
        title, where = fit(self._heading.title, self._title), fit(self._heading.where, WHERE)
        how = fit(
            _("Write or tick what you want to say, and leave open what you like. No name is needed."), HOW
        )
        code = fit(_("Code {code}").format(code=self._heading.code), WHERE)
        beside = [title, *(block for block in (where, code) if block.lines)]
        height = max(sum(block.height + HEAD_LINES for block in beside), 22 * MM)

        def draw(side: Side, top: float) -> None:
            side.fill(BLACK)
            _stack(side, beside, top, HEAD_LINES)
            side.text(how, 0, top - height - 5 * MM)
            _line(side, top - height - 5 * MM - how.height - 5 * MM)

        return Piece(height + 10 * MM + how.height + 9 * MM, draw)

    def _next_head(self) -> Piece:
        title = self._labels.fit(f"{self._heading.code} · {self._heading.title}", SMALL)

        def draw(side: Side, top: float) -> None:
            side.fill(SOFT)
            side.text(title, 0, top - 4)
            _line(side, top - 8 * MM)

        return Piece(16 * MM, draw)

    def _number(self, side: Side, sheet: int) -> None:
        """Large: by this number staff find a sheet again."""
        name, digits = self._labels.fit(_("Sheet"), AGAIN), self._labels.fit(str(sheet), NUMBER)
        side.fill(self._colours.words)
        side.text(name, 0, TOP, end=ACROSS)
        side.text(digits, 0, TOP - name.height - 1, end=ACROSS)

    def _small_number(self, side: Side, sheet: int) -> None:
        said = self._labels.fit(_("Sheet {n}").format(n=sheet), AGAIN)
        side.fill(self._colours.words)
        side.text(said, 0, TOP, end=ACROSS)

    def _foot(self, side: Side, mark: str) -> None:
        page = self._labels.fit(mark, SMALL)
        side.fill(SOFT)
        side.text(page, 0, FOOT + page.height, end=ACROSS)

    def _side(self, drawing: Drawing) -> Side:
        return Side(drawing, RIGHT if self._from_right else LEFT, self._from_right)


def render_sheets(
    questions: Sequence[PaperQuestion],
    heading: Heading,
    look: Look,
    numbers: Iterable[int],
    out: BinaryIO,
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> int:
    """Writes the PDF of these sheets, one after the other, and gives its number of pages."""
    look = cleaned(look)
    setter, colours = Typesetter(look.language), palette(look.accent, look.second)
    display = fonts_of(look.display).heading
    sheets = AnswerSheets(questions, heading, colours, Labels(setter), look.language, display)
    booklet, pages = Booklet(out, PAPER), 0
    for done, sheet in enumerate(numbers, start=1):
        for drawing in sheets.pages(sheet):
            booklet.add(drawing)
            pages += 1
        progress(done)
    booklet.close(look, setter, {})
    return pages


def _room(head: Piece) -> float:
    return TOP - head.height - FOOT - SMALLEST - ABOVE_FOOT


def _stack(side: Side, blocks: Iterable[Block], top: float, between: float) -> None:
    for block in blocks:
        side.text(block, 0, top)
        top -= block.height + between


def _line(side: Side, y: float) -> None:
    side.rule(0, ACROSS, y, HAIRLINE, 0.6)
