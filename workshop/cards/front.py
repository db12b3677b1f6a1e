"""The front of a card: a tinted field with the heading, and below it the code on white paper."""

from workshop import qr
from workshop.cards.block import label
from workshop.cards.card import Card, Design
from workshop.cards.drawing import Drawing
from workshop.cards.face import HEADING, LABEL, MESSAGE
from workshop.cards.forms import EDGE, FIELD_WIDTH, RIGHT, TOP, Forms
from workshop.cards.palette import BLACK, Palette
from workshop.cards.sheet import MM
from workshop.cards.typesetter import Typesetter

PADDING = 7 * MM
LEFT = EDGE + PADDING
WIDTH = FIELD_WIDTH - 2 * PADDING

CODE = 19 * MM
MODULE = 0.4 * MM
BESIDE_CODE = 5 * MM
FOOT = 11 * MM
ABOVE_FOOT = 5 * MM
SMALL_SIZES = (8.5, 8.0, 7.5, 7.0)

HEADING_SIZES = tuple(float(size) for size in range(42, 9, -1))
HEADING_LEADING = 1.1
# What stays free above the words shows the shapes.
WORDS_SHARE = 0.66
KICKER_SIZES = (10.0, 9.0, 8.0)
KICKER_HEIGHT = 12 * MM
BELOW_KICKER = 3 * MM


class Front:
    def __init__(self, design: Design, palette: Palette, forms: Forms, setter: Typesetter) -> None:
        self._design, self._palette, self._forms, self._setter = design, palette, forms, setter

    def draw(self, card: Card) -> Drawing:
        """In the order in which it is read: the words of the field, those below it, the code."""
        drawing = Drawing()
        code = qr.matrix(card.link) if card.link else []
        # A long link makes the code larger, not its modules smaller.
        module = max(MODULE, CODE / len(code)) if code else 0.0
        side = module * len(code)
        foot = max(side, FOOT)
        self._field(drawing, card, EDGE + foot + ABOVE_FOOT)
        drawing.fill(BLACK)
        self._beside_code(drawing, card, FIELD_WIDTH - (side + BESIDE_CODE if side else 0), foot)
        drawing.code(qr.runs(code), RIGHT - side, EDGE + side, module)
        return drawing

    def _field(self, drawing: Drawing, card: Card, bottom: float) -> None:
        """The heading at the field's foot, the kicker above it."""
        drawing.use(self._forms.field(bottom))
        foot = bottom + PADDING
        heading = label(
            card.heading,
            HEADING,
            self._setter,
            width=WIDTH,
            height=(TOP - PADDING - foot) * WORDS_SHARE,
            sizes=HEADING_SIZES,
            leading=HEADING_LEADING,
            balanced=True,
        )
        kicker = label(
            card.kicker,
            LABEL,
            self._setter,
            width=WIDTH,
            height=KICKER_HEIGHT,
            sizes=KICKER_SIZES,
        )
        top = foot + heading.height
        drawing.fill(self._palette.words)
        drawing.text(kicker, LEFT, top + BELOW_KICKER + kicker.height)
        drawing.fill(BLACK)
        drawing.text(heading, LEFT, top)

    def _beside_code(self, drawing: Drawing, card: Card, width: float, height: float) -> None:
        """Who sends it stands level with the code's top, where the code leads with its foot."""
        name = label(
            self._design.organisation,
            LABEL,
            self._setter,
            width=width,
            height=height / 2,
            sizes=SMALL_SIZES,
        )
        words = label(
            card.link_words,
            MESSAGE,
            self._setter,
            width=width,
            height=height - name.height,
            sizes=SMALL_SIZES,
        )
        drawing.text(name, EDGE, EDGE + height)
        drawing.text(words, EDGE, EDGE + words.height)
