"""What is drawn on one side of a card, as PDF operators. Points, y upwards from the card's foot. Pure."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from workshop.cards.block import ASCENT, Block, step
from workshop.cards.frame import Box
from workshop.cards.ink import Ink
from workshop.cards.pdf import number
from workshop.cards.typesetter import joined

# How far a Bézier's handles reach for a quarter of a circle.
QUARTER = 0.5523
SHARE = {"left": 0.0, "centre": 0.5, "right": 1.0}


class Drawing:
    def __init__(self, ink: Ink = Ink.RGB) -> None:
        self._operators: list[str] = []
        self._ink = ink
        self._filled = ""
        self.boxes: Counter[int] = Counter()

    @property
    def content(self) -> str:
        return "\n".join(self._operators)

    def put(self, operators: str) -> None:
        self._operators.append(operators)

    def fill(self, colour: str) -> None:
        """The colour of what follows, as #rrggbb."""
        if colour != self._filled:
            self._filled = colour
            self.put(self._ink.fill(colour))

    def use(self, form: str) -> None:
        self.put(f"/{form} Do")

    def place(self, picture: str, box: Box) -> None:
        """A picture, filling a box."""
        self.put(f"q {_numbers(box.width, 0, 0, box.height, box.left, box.bottom)} cm /{picture} Do Q")

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        self.put(f"{_numbers(x, y, width, height)} re f")

    def line(self, x: float, y: float, to_x: float, to_y: float, width: float) -> None:
        """A line in the colour of the fills, so that one colour serves both."""
        if y == to_y:
            self.rectangle(x, y - width / 2, to_x - x, width)
        else:
            self.rectangle(x - width / 2, y, width, to_y - y)

    def quarter(self, x: float, y: float, right: float, up: float) -> None:
        """The quarter of a disc around a point; it reaches so far to the right (or left: negative) and up."""
        bend_x, bend_y = right * QUARTER, up * QUARTER
        self.put(
            f"{_numbers(x, y + up)} m "
            f"{_numbers(x + bend_x, y + up, x + right, y + bend_y, x + right, y)} c "
            f"{_numbers(x, y)} l f"
        )

    def disc(self, box: Box) -> None:
        """An ellipse that fills a box."""
        x, y = box.left + box.width / 2, box.bottom + box.height / 2
        wide, high = box.width / 2, box.height / 2
        sides = [(wide, high), (-wide, -high)]
        curves = [f"{_numbers(x + wide, y)} m"]
        for a, b in sides:
            curves += [
                f"{_numbers(x + a, y + b * QUARTER, x + a * QUARTER, y + b, x, y + b)} c",
                f"{_numbers(x - a * QUARTER, y + b, x - a, y + b * QUARTER, x - a, y)} c",
            ]
        self.put(" ".join([*curves, "f"]))

    def code(self, runs: str, x: float, top: float, module: float) -> None:
        """A QR code's dark runs, in one fill so that no seams show; a unit is a module, y downwards."""
        if runs:
            size = f"{module:.4f}"
            self.put(f"q {size} 0 0 -{size} {number(x)} {number(top)} cm {runs}f Q")

    def text(self, block: Block, x: float, top: float, *, width: float = 0.0, align: str = "left") -> None:
        """A block of lines from the left of a room of this width, from its right, or in its middle."""
        self._put_text(*_written(block, x, top, width, align))

    def label(self, block: Block, x: float, top: float, *, width: float, align: str) -> None:
        """The same for what is on many cards: it is remembered."""
        self._put_text(*_written_before(block, x, top, width, align))

    def _put_text(self, operators: str, boxes: Sequence[int]) -> None:
        if operators:
            self.put(operators)
            self.boxes.update(boxes)


def _written(block: Block, x: float, top: float, width: float, align: str) -> tuple[str, list[int]]:
    """A block's operators, and the characters that no font has."""
    if not block.lines:
        return "", []
    size, room = block.size, width or block.measure
    high = size * block.leading
    y = top - size * ASCENT
    at_x, at_y = 0.0, 0.0
    operators = ["BT"]
    boxes: list[int] = []
    font, start, right = "", 0.0, "0"
    for n, line in enumerate(block.lines):
        if n:
            y -= high * step(line)
        if not line.units:
            continue
        share = SHARE[align] or line.from_right
        begins = x + (room - line.width * size / 1000) * share if share and room else x
        if begins != start:
            start, right = begins, number(begins - at_x)
        operators.append(f"{right} {number(y - at_y)} Td")
        at_x, at_y, right = round(start, 2), round(y, 2), "0"
        run = line.run
        for each in [run] if run else joined(line.words):
            if each.font != font:
                font = each.font
                operators.append(f"/{font} {number(size)} Tf")
            operators.append(f"[{each.codes}]TJ")
        if not run:
            boxes += [box for word in line.words for box in word.boxes]
    operators.append("ET")
    return " ".join(operators), boxes


_written_before = lru_cache(maxsize=500)(_written)


def _numbers(*values: float) -> str:
    return " ".join(map(number, values))
