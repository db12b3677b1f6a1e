"""What many cards show and the file keeps once: the shapes behind the words."""

from collections.abc import Callable

from workshop.cards.drawing import Drawing
from workshop.cards.palette import Palette
from workshop.cards.sheet import CARD_HEIGHT, CARD_WIDTH, MM

EDGE = 7 * MM
TOP, RIGHT = CARD_HEIGHT - EDGE, CARD_WIDTH - EDGE
FIELD_WIDTH = CARD_WIDTH - 2 * EDGE
FIELD_DISC = 66 * MM
CORNER_DISC = 7 * MM
SPOT_SHARE = 0.46


class Forms:
    """PDF forms by name; a card draws one with its name."""

    def __init__(self, palette: Palette) -> None:
        self.contents: dict[str, str] = {}
        self._palette = palette

    def field(self, bottom: float) -> str:
        """The tinted field of a front, from `bottom` up to the card's free edge."""

        def draw(drawing: Drawing) -> None:
            drawing.fill(self._palette.field)
            drawing.rectangle(EDGE, bottom, FIELD_WIDTH, TOP - bottom)
            self._discs(drawing, min(FIELD_DISC, TOP - bottom))

        return self._form(f"Field{round(bottom * 100)}", draw)

    def corner(self) -> str:
        """The front's shapes once more, small, for the back."""
        return self._form("Corner", lambda drawing: self._discs(drawing, CORNER_DISC))

    def _form(self, name: str, draw: Callable[[Drawing], None]) -> str:
        if name not in self.contents:
            drawing = Drawing()
            draw(drawing)
            self.contents[name] = drawing.content
        return name

    def _discs(self, drawing: Drawing, radius: float) -> None:
        drawing.fill(self._palette.disc)
        drawing.quarter(RIGHT, TOP, radius)
        drawing.fill(self._palette.spot)
        drawing.quarter(RIGHT, TOP, radius * SPOT_SHARE)
