"""A drawing seen from the side at which one begins to read: x counts from there. Pure."""

from dataclasses import dataclass, replace

from workshop.cards.block import Block
from workshop.cards.drawing import QUARTER, Drawing
from workshop.cards.pdf import number

STROKE = 0.9


@dataclass(frozen=True, slots=True)
class Side:
    """`origin` is where x is 0: at the left, or, for who reads from the right, at the right."""

    drawing: Drawing
    origin: float
    from_right: bool = False

    def moved(self, x: float) -> "Side":
        """The same, from further on."""
        return replace(self, origin=self._at(x))

    def left(self, width: float) -> float:
        """The left edge, on the drawing, of something of this width that begins here."""
        return self.origin - width if self.from_right else self.origin

    def fill(self, colour: str) -> None:
        """The colour of what is written from now on."""
        self.drawing.fill(colour)

    def text(self, block: Block, x: float, top: float, *, end: float | None = None) -> None:
        """Lines that begin at x, or that end at `end`."""
        if not self.from_right:
            start, width = self._at(x), 0.0 if end is None else end - x
            self.drawing.text(block, start, top, width=width, align="left" if end is None else "right")
        elif end is None:
            self.drawing.text(block, 0, top, width=self._at(x), align="right")
        else:
            self.drawing.text(replace(block, measure=0.0), self._at(end), top)

    def centred(self, block: Block, x: float, top: float) -> None:
        """Lines around x."""
        self.drawing.text(replace(block, measure=0.0), self._at(x) - block.width / 2, top)

    def rule(self, x: float, to: float, y: float, width: float, grey: float) -> None:
        """A line."""
        ends = f"{number(self._at(x))} {number(y)} m {number(self._at(to))} {number(y)} l"
        stroke(self.drawing, ends, width, grey)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """A rectangle to write in."""
        left = self._at(x) - (width if self.from_right else 0.0)
        box(self.drawing, left, y, width, height)

    def circle(self, x: float, y: float, radius: float) -> None:
        """A circle around x."""
        circle(self.drawing, self._at(x), y, radius)

    def _at(self, x: float) -> float:
        return self.origin - x if self.from_right else self.origin + x


def stroke(drawing: Drawing, operators: str, width: float, grey: float) -> None:
    """Draws a path."""
    drawing.put(f"q {width} w {grey} G {operators} S Q")


def box(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
    """A rectangle, by its lower left corner."""
    stroke(drawing, " ".join(map(number, (x, y, width, height))) + " re", STROKE, 0.15)


def circle(drawing: Drawing, x: float, y: float, radius: float) -> None:
    """A circle, by its middle."""
    reach = radius * QUARTER
    quarters = [
        (x + radius, y + reach, x + reach, y + radius, x, y + radius),
        (x - reach, y + radius, x - radius, y + reach, x - radius, y),
        (x - radius, y - reach, x - reach, y - radius, x, y - radius),
        (x + reach, y - radius, x + radius, y - reach, x + radius, y),
    ]
    curves = (" ".join(map(number, points)) + " c" for points in quarters)
    stroke(drawing, f"{number(x + radius)} {number(y)} m {' '.join(curves)} h", STROKE, 0.3)
