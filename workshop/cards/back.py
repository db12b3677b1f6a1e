"""The back of a card: the message as a letter, signed at the right."""

from dataclasses import replace

from workshop.cards.block import Area, Block, Labels
from workshop.cards.card import Card, Design
from workshop.cards.drawing import Drawing
from workshop.cards.face import MESSAGE, SIGNATURE
from workshop.cards.fit import Room, fit
from workshop.cards.forms import Forms
from workshop.cards.palette import BLACK
from workshop.cards.sheet import CARD_HEIGHT, CARD_WIDTH, MM
from workshop.cards.typesetter import Typesetter

SIDE = 11 * MM
RIGHT = CARD_WIDTH - SIDE
WIDTH = RIGHT - SIDE
TOP = CARD_HEIGHT - 16 * MM
FOOT = 9 * MM
# A short letter does not stand in the middle: less of what is free lies above it than below.
RAISED = 0.3

SIGNED = Area(SIGNATURE, WIDTH * 0.85, 18 * MM, sizes=(13.0, 12.0, 11.0, 10.0, 9.0))
ABOVE_SIGNATURE = 5 * MM
MARK = Area(MESSAGE, 12 * MM, 5 * MM, sizes=(7.5,))
FOOTNOTE = Area(MESSAGE, WIDTH - MARK.width, 40 * MM, sizes=(7.5, 7.0, 6.5))
ABOVE_FOOTNOTE = 6 * MM


class Back:
    def __init__(self, design: Design, forms: Forms, labels: Labels, setter: Typesetter) -> None:
        self._design, self._forms, self._labels, self._setter = design, forms, labels, setter

    def draw(self, card: Card) -> list[Drawing]:
        """A drawing for each card that the message takes."""
        footnote = self._labels.fit(card.footnote, FOOTNOTE)
        signature = self._labels.fit(card.signature, SIGNED)
        full = TOP - FOOT - max(footnote.height, MARK.sizes[0]) - ABOVE_FOOTNOTE
        signed = signature.height + ABOVE_SIGNATURE if signature.lines else 0.0
        blocks = fit(
            card.message,
            MESSAGE,
            self._setter,
            Room(WIDTH, full, full - signed),
            smallest=self._design.smallest,
            largest=self._design.largest,
        )
        top = TOP - (full - signed - blocks[0].height) * RAISED if len(blocks) == 1 else TOP
        drawings = [self._letter(block, top) for block in blocks]
        self._sign(drawings[-1], card, blocks[-1], top)
        for n, drawing in enumerate(drawings, start=1):
            self._end(drawing, footnote, f"{n}/{len(blocks)}" if len(blocks) > 1 else "")
        return drawings

    def _letter(self, block: Block, top: float) -> Drawing:
        drawing = Drawing()
        drawing.use(self._forms.corner())
        drawing.fill(BLACK)
        drawing.text(block, SIDE, top)
        return drawing

    def _sign(self, drawing: Drawing, card: Card, block: Block, top: float) -> None:
        """Not larger than what is signed."""
        sizes = tuple(size for size in SIGNED.sizes if size <= block.size) or SIGNED.sizes[-1:]
        name = self._labels.fit(card.signature, replace(SIGNED, sizes=sizes))
        drawing.text(name, SIDE, top - block.height - ABOVE_SIGNATURE, right=RIGHT)

    def _end(self, drawing: Drawing, footnote: Block, mark: str) -> None:
        """`mark` is '1/2' on the first of two: which one is read first."""
        drawing.text(footnote, SIDE, FOOT + footnote.height)
        number = self._labels.fit(mark, MARK)
        drawing.text(number, SIDE, FOOT + number.height, right=RIGHT)
