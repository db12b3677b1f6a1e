"""What is drawn on one side of a card, as PDF operators. Points, y upwards from the card's foot."""

from collections import Counter

from workshop.cards.block import ASCENT, Block, step
from workshop.cards.lines import Line
from workshop.cards.palette import BLACK
from workshop.cards.pdf import number
from workshop.cards.typesetter import joined

# How far a Bézier's handles reach for a quarter of a circle.
QUARTER = 0.5523


class Drawing:
    def __init__(self) -> None:
        self._operators: list[str] = []
        self.boxes: Counter[int] = Counter()

    @property
    def content(self) -> str:
        return "\n".join(self._operators)

    def put(self, operators: str) -> None:
        self._operators.append(operators)

    def fill(self, colour: str) -> None:
        """#rrggbb; black as one ink, so that words and codes are printed without coloured dots."""
        if colour == BLACK:
            self.put("0 g")
        else:
            self.put(" ".join(f"{part / 255:.3f}" for part in bytes.fromhex(colour[1:])) + " rg")

    def use(self, form: str) -> None:
        self.put(f"/{form} Do")

    def rectangle(self, x: float, y: float, width: float, height: float) -> None:
        self.put(" ".join(map(number, (x, y, width, height))) + " re f")

    def quarter(self, x: float, y: float, radius: float) -> None:
        """The quarter of a disc that lies left of and below its centre."""
        reach = radius * QUARTER
        points = [
            (x, y - radius, "m"),
            (x - reach, y - radius, x - radius, y - reach, x - radius, y, "c"),
            (x, y, "l f"),
        ]
        self.put("\n".join(" ".join(_word(part) for part in point) for point in points))

    def code(self, rows: list[tuple[int, int, int]], x: float, top: float, module: float) -> None:
        """A QR code's dark runs (column, row, length), in one fill so that no seams show."""
        if not rows:
            return
        boxes = " ".join(f"{column} {row} {length} 1 re" for column, row, length in rows)
        size = f"{module:.4f}"
        self.put(f"q {size} 0 0 -{size} {number(x)} {number(top)} cm {boxes} f Q")

    def text(self, block: Block, x: float, top: float, *, right: float | None = None) -> None:
        """A block of lines from the left, or up to `right` if that is given."""
        if not block.lines:
            return
        y = top - block.size * ASCENT
        at_x, at_y = 0.0, 0.0
        operators = ["BT"]
        font = ""
        for n, line in enumerate(block.lines):
            if n:
                y -= block.size * block.leading * step(line)
            if not line.words:
                continue
            start = _start(line, block, x, right)
            operators.append(f"{number(start - at_x)} {number(y - at_y)} Td")
            at_x, at_y = round(start, 2), round(y, 2)
            font = self._line(operators, line, block.size, font)
        operators.append("ET")
        self.put(" ".join(operators))

    def _line(self, operators: list[str], line: Line, size: float, font: str) -> str:
        for run in joined(line.words):
            if run.font != font:
                operators.append(f"/{run.font} {number(size)} Tf")
                font = run.font
            operators.append(f"[{run.codes}]TJ")
        for word in line.words:
            if word.boxes:
                self.boxes.update(word.boxes)
        return font


def _start(line: Line, block: Block, x: float, right: float | None) -> float:
    """Where a line begins: at the left, or so that it ends at `right`, or at the end of its room."""
    if right is None and line.from_right and block.measure:
        right = x + block.measure
    return x if right is None else right - line.width * block.size / 1000


def _word(part: float | str) -> str:
    return part if isinstance(part, str) else number(part)
