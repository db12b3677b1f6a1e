"""The back of a card: the message as a letter, signed at the right."""

from workshop.cards.block import Block, label
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

FOOTNOTE_SIZES = (7.5, 7.0, 6.5)
FOOTNOTE_HEIGHT = 40 * MM
ABOVE_FOOTNOTE = 6 * MM
MARK_WIDTH = 12 * MM
SIGNATURE_SIZES = (13.0, 12.0, 11.0, 10.0, 9.0)
SIGNATURE_WIDTH = WIDTH * 0.85
SIGNATURE_HEIGHT = 18 * MM
ABOVE_SIGNATURE = 5 * MM


class Back:
    def __init__(self, design: Design, forms: Forms, setter: Typesetter) -> None:
        self._design, self._forms, self._setter = design, forms, setter

    def draw(self, card: Card) -> list[Drawing]:
        """A drawing for each card that the message takes."""
        footnote, signature = self._footnote(card), self._signature(card, SIGNATURE_SIZES)
        full = TOP - FOOT - max(footnote.height, FOOTNOTE_SIZES[0]) - ABOVE_FOOTNOTE
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
        end = top - blocks[-1].height - ABOVE_SIGNATURE
        drawings[-1].text(self._signed(card, blocks[-1]), SIDE, end, right=RIGHT)
        for n, drawing in enumerate(drawings, start=1):
            self._end(drawing, footnote, f"{n}/{len(blocks)}" if len(blocks) > 1 else "")
        return drawings

    def _letter(self, block: Block, top: float) -> Drawing:
        drawing = Drawing()
        drawing.use(self._forms.corner())
        drawing.fill(BLACK)
        drawing.text(block, SIDE, top)
        return drawing

    def _end(self, drawing: Drawing, footnote: Block, mark: str) -> None:
        """`mark` is '1/2' on the first of two: which one is read first."""
        drawing.text(footnote, SIDE, FOOT + footnote.height)
        number = label(
            mark,
            MESSAGE,
            self._setter,
            width=MARK_WIDTH,
            height=FOOTNOTE_SIZES[0],
            sizes=FOOTNOTE_SIZES,
        )
        drawing.text(number, SIDE, FOOT + number.height, right=RIGHT)

    def _footnote(self, card: Card) -> Block:
        return label(
            card.footnote,
            MESSAGE,
            self._setter,
            width=WIDTH - MARK_WIDTH,
            height=FOOTNOTE_HEIGHT,
            sizes=FOOTNOTE_SIZES,
        )

    def _signature(self, card: Card, sizes: tuple[float, ...]) -> Block:
        return label(
            card.signature,
            SIGNATURE,
            self._setter,
            width=SIGNATURE_WIDTH,
            height=SIGNATURE_HEIGHT,
            sizes=sizes,
        )

    def _signed(self, card: Card, block: Block) -> Block:
        """Not larger than what it signs."""
        fitting = tuple(size for size in SIGNATURE_SIZES if size <= block.size)
        return self._signature(card, fitting or SIGNATURE_SIZES[-1:])
