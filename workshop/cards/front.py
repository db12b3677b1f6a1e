"""The front of a card: a tinted field with the heading, and below it the code on white paper."""

from dataclasses import replace

from workshop import qr
from workshop.cards.block import Area, Labels
from workshop.cards.card import Card, Design
from workshop.cards.drawing import Drawing
from workshop.cards.face import HEADING, LABEL, MESSAGE
from workshop.cards.forms import EDGE, FIELD_WIDTH, RIGHT, TOP, Forms
from workshop.cards.palette import BLACK, Palette
from workshop.cards.sheet import MM

CODE = 19 * MM
MODULE = 0.4 * MM
BESIDE_CODE = 5 * MM
FOOT = 12.5 * MM
ABOVE_FOOT = 5 * MM
NAME = Area(LABEL, FIELD_WIDTH, FOOT / 2, sizes=(8.5, 8.0, 7.5, 7.0))
LINK_WORDS = replace(NAME, style=MESSAGE)

PADDING = 7 * MM
LEFT = EDGE + PADDING
WIDTH = FIELD_WIDTH - 2 * PADDING
SIZES = tuple(float(size) for size in range(42, 9, -1))
# What the heading leaves free above it shows the field's shapes.
HEADING_SHARE = 0.66
TITLE = Area(HEADING, WIDTH, 0.0, SIZES, leading=1.1, balanced=True)
KICKER = Area(LABEL, WIDTH, 12 * MM, sizes=(10.0, 9.0, 8.0))
BELOW_KICKER = 3 * MM


class Front:
    def __init__(self, design: Design, palette: Palette, forms: Forms, labels: Labels) -> None:
        self._design, self._palette, self._forms, self._labels = design, palette, forms, labels

    def draw(self, card: Card) -> Drawing:
        """In the order in which it is read: the words of the field, those below it, the code."""
        drawing = Drawing()
        code = qr.matrix(card.link) if card.link else []
        # A long link makes the code larger, not its modules smaller.
        module = max(MODULE, CODE / len(code)) if code else 0.0
        side = module * len(code)
        foot = max(side, FOOT)
        self._field(drawing, card, EDGE + foot + ABOVE_FOOT)
        self._beside_code(drawing, card, FIELD_WIDTH - (side + BESIDE_CODE if side else 0), foot)
        drawing.code(qr.runs(code), RIGHT - side, EDGE + side, module)
        return drawing

    def _field(self, drawing: Drawing, card: Card, bottom: float) -> None:
        """The heading at the field's foot, the kicker above it."""
        drawing.use(self._forms.field(bottom))
        foot = bottom + PADDING
        room = (TOP - PADDING - foot) * HEADING_SHARE
        heading = self._labels.fit(card.heading, replace(TITLE, height=room))
        kicker = self._labels.fit(card.kicker, KICKER)
        top = foot + heading.height
        drawing.fill(self._palette.words)
        drawing.text(kicker, LEFT, top + BELOW_KICKER + kicker.height)
        drawing.fill(BLACK)
        drawing.text(heading, LEFT, top)

    def _beside_code(self, drawing: Drawing, card: Card, width: float, height: float) -> None:
        """Who sends it stands level with the code's top, where the code leads with its foot."""
        half = replace(NAME, width=width, height=height / 2)
        name = self._labels.fit(self._design.organisation, half)
        rest = replace(LINK_WORDS, width=width, height=height - name.height)
        words = self._labels.fit(card.link_words, rest)
        drawing.text(name, EDGE, EDGE + height)
        drawing.text(words, EDGE, EDGE + words.height)
