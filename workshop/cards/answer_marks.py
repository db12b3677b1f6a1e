"""Where people write on an answer sheet: rules, boxes, circles, a field. Pure.

x counts from the side of the question at which one begins to read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from workshop.cards.block import Area, Block, Labels
from workshop.cards.drawing import Drawing
from workshop.cards.face import LABEL, MESSAGE
from workshop.cards.frame import MM
from workshop.cards.ink import BLACK
from workshop.cards.mirrored import Side, box, stroke
from workshop.cards.pdf import number
from workshop.cards.text import clean
from workshop.on_paper import ACROSS, Amounts, Boxes, Circles, Field, Figure, Lines, Places, Way
from workshop.outlines import HEIGHT as OUTLINE_HEIGHT
from workshop.outlines import outline
from workshop.units import stands_before

RULE = 9 * MM
BOX = 5.5 * MM
MOST_OF_CIRCLES = 92 * MM
"""Of a row's width; the words for the lowest and the highest step share the rest."""
SLOT = 13 * MM, 8 * MM
"""A box in which a number is written."""
WIDE_SLOT = 48 * MM, 11 * MM
CIRCLE = 7.6 * MM
NUMBERS = 7 * MM
"""The column of an option's number, which staff type."""
SOFT = "#474747"
MIDDLE = 0.52
"""Of a line, from its top: where small letters have their middle."""
THIN = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that takes the whole width; it is drawn from its top downwards."""

    height: float
    draw: Callable[[Side, float], None]


@dataclass(frozen=True, slots=True)
class Pitch:
    """How calm a question is set: the size of its options, the least height of a row, and how many lines an
    option may have."""

    size: float
    row: float
    lines: int

    def area(self, width: float) -> Area:
        """Where an option stands."""
        return Area(MESSAGE, width, self.size * (1 + 1.3 * (self.lines - 1)) + 1, sizes=(self.size,))


PITCHES = (Pitch(12.5, RULE, 8), Pitch(12.0, 8 * MM, 3), Pitch(11.0, 7 * MM, 2), Pitch(11.0, 6.5 * MM, 1))


def marks(way: Way, pitch: Pitch, width: float, labels: Labels) -> Iterator[Piece]:
    """What stands below a question."""
    match way:
        case Lines():
            yield gap(0.5 * MM)
            yield from _rules(way, width, labels)
        case Boxes():
            yield gap(1.5 * MM)
            yield from _options(way.options, (BOX, BOX), pitch, width, labels, numbered=True)
        case Circles():
            yield gap(3 * MM)
            yield from _statements(way, pitch, width, labels)
        case Places() | Amounts():
            yield gap(1.5 * MM)
            slots = replace(pitch, row=max(pitch.row, SLOT[1] + 3 * MM))
            yield from _options(way.options, SLOT, slots, width, labels, numbered=False)
        case Figure():
            yield gap(2 * MM)
            yield _slot(way, labels)
        case Field():
            yield gap(2 * MM)
            yield _field(way, width, labels)


def gap(height: float) -> Piece:
    """Nothing."""
    return Piece(height, lambda _side, _top: None)


def _rules(way: Lines, width: float, labels: Labels) -> Iterator[Piece]:
    for answer in range(1, way.answers + 1):
        name = labels.fit(f"{answer}." if way.answers > 1 else "", _plain(NUMBERS))
        for line in range(way.lines):
            yield Piece(
                RULE, partial(_rule, name if line == 0 else None, NUMBERS if name.lines else 0.0, width)
            )


def _rule(name: Block | None, start: float, width: float, side: Side, top: float) -> None:
    if name:
        side.fill(SOFT)
        side.text(name, 0, top - RULE + name.height)
    side.rule(start, width, top - RULE, THIN, 0.45)


def _options(
    options: Sequence[str],
    size: tuple[float, float],
    pitch: Pitch,
    width: float,
    labels: Labels,
    *,
    numbered: bool,
) -> Iterator[Piece]:
    start = NUMBERS if numbered else 0.0
    beside = start + size[0] + 3.5 * MM
    for n, option in enumerate(options, start=1):
        words = labels.fit(clean(option), pitch.area(width - beside))
        name = labels.fit(str(n) if numbered else "", _plain(NUMBERS))
        height = max(pitch.row, words.height + 3 * MM)
        yield Piece(height, partial(_option, words, name, size, start, beside, height))


def _option(
    words: Block,
    name: Block,
    size: tuple[float, float],
    start: float,
    beside: float,
    height: float,
    side: Side,
    top: float,
) -> None:
    middle = top - height / 2
    side.fill(SOFT)
    side.text(name, 0, middle + name.size * MIDDLE)
    side.fill(BLACK)
    _beside(side, words, beside, middle)
    side.box(start, middle - size[1] / 2, *size)


def _statements(way: Circles, pitch: Pitch, width: float, labels: Labels) -> Iterator[Piece]:
    last = len(way.statements) - 1
    for n, statement in enumerate(way.statements):
        words = labels.fit(clean(statement), pitch.area(width))
        if words.lines:
            yield Piece(words.height + 1.5 * MM, partial(_words, words))
        yield _circles(way, width, labels)
        if n < last:
            yield gap(pitch.row / 2.2)


def _words(words: Block, side: Side, top: float) -> None:
    side.fill(BLACK)
    side.text(words, 0, top)


def _circles(way: Circles, width: float, labels: Labels) -> Piece:
    """The steps, between the words for the lowest and for the highest."""
    pitch = min(13 * MM, MOST_OF_CIRCLES / way.steps)
    ends = Area(MESSAGE, (width - way.steps * pitch) / 2 - 4 * MM, 10 * MM, sizes=(12.0, 11.0), leading=1.2)
    low, high = labels.fit(clean(way.low), ends), labels.fit(clean(way.high), ends)
    start = low.width + 4 * MM if low.lines else 0.0
    names = [labels.fit(str(step), _plain(CIRCLE)) for step in range(1, way.steps + 1)]
    height = max(CIRCLE + 2 * MM, low.height + 1 * MM, high.height + 1 * MM)

    def draw(side: Side, top: float) -> None:
        middle = top - height / 2
        side.fill(SOFT)
        _beside(side, low, 0, middle)
        _beside(side, high, start + way.steps * pitch - (pitch - CIRCLE) + 4 * MM, middle)
        side.fill(BLACK)
        for n, name in enumerate(names):
            x = start + n * pitch + CIRCLE / 2
            side.circle(x, middle, CIRCLE / 2)
            side.centred(name, x, middle + name.size * MIDDLE)

    return Piece(height, draw)


def _beside(side: Side, block: Block, x: float, middle: float) -> None:
    side.text(block, x, middle + block.height / 2)


def _slot(way: Figure, labels: Labels) -> Piece:
    unit = labels.fit(clean(way.unit), Area(MESSAGE, 90 * MM, 6 * MM, sizes=(12.5, 11.0)))

    def draw(side: Side, top: float) -> None:
        width, height = WIDE_SLOT
        before = unit.width + 3.5 * MM if stands_before(way.unit) else 0.0
        side.box(before, top - height, width, height)
        side.fill(BLACK)
        _beside(side, unit, 0 if before else width + 3.5 * MM, top - height / 2)

    return Piece(WIDE_SLOT[1], draw)


def _field(way: Field, width: float, labels: Labels) -> Piece:
    """Ten by ten squares with the names of their columns and rows, and words at the four ends."""
    shape = outline(way.outline) if way.outline else None
    high = 100 * MM if shape else 80 * MM
    wide = high * shape.width / OUTLINE_HEIGHT if shape else high
    names = 6.5 * MM
    margin = (width - wide) / 2
    ends = Area(MESSAGE, margin - names - 4 * MM, 22 * MM, sizes=(12.0, 11.0), leading=1.2)
    beside = [labels.fit(clean(end), ends) for end in way.ends[:2]]
    above, below = (labels.fit(clean(end), _plain(width, 12.0)) for end in way.ends[2:])
    before = above.height + 2 * MM + names

    def draw(side: Side, top: float) -> None:
        drawing, left = side.drawing, side.left(width)  # east is at the right for everybody
        x, y = left + margin, top - before - high
        if shape:
            drawing.put(_land(shape.land, x, y + high, high / OUTLINE_HEIGHT))
        _grid(drawing, x, y, wide, high)
        _name_squares(drawing, labels, x, y, wide, high)
        drawing.fill(BLACK)
        _centred(drawing, above, x + wide / 2, top)
        _centred(drawing, below, x + wide / 2, y - 2 * MM)
        west, east = (replace(block, measure=0.0) for block in beside)
        room = x - names - 3 * MM - left
        drawing.text(west, left, y + high / 2 + west.height / 2, width=room, align="right")
        drawing.text(east, x + wide + 3 * MM, y + high / 2 + east.height / 2)

    return Piece(before + high + 2 * MM + below.height, draw)


def _grid(drawing: Drawing, x: float, y: float, width: float, height: float) -> None:
    lines = []
    for n in range(1, len(ACROSS)):
        across, up = x + n * width / len(ACROSS), y + n * height / len(ACROSS)
        lines.append(f"{number(across)} {number(y)} m {number(across)} {number(y + height)} l")
        lines.append(f"{number(x)} {number(up)} m {number(x + width)} {number(up)} l")
    stroke(drawing, " ".join(lines), THIN, 0.66)
    box(drawing, x, y, width, height)


def _name_squares(drawing: Drawing, labels: Labels, x: float, y: float, width: float, height: float) -> None:
    drawing.fill(SOFT)
    steps = len(ACROSS)
    for n, letter in enumerate(ACROSS):
        name = labels.fit(letter, _plain(8 * MM))
        _centred(drawing, name, x + (n + 0.5) * width / steps, y + height + 1.2 * MM + name.height)
        row = labels.fit(str(n + 1), _plain(8 * MM))
        middle = y + height - (n + 0.5) * height / steps
        drawing.text(row, 0, middle + row.size * MIDDLE, width=x - 1.8 * MM, align="right")


def _land(path: str, x: float, top: float, scale: float) -> str:
    """An outline's closed lines, as PDF operators: its y counts downwards."""
    operators = []
    for ring in filter(None, path.removeprefix("M").replace("Z", "").split("M")):
        first, *others = ring.split("L")
        operators += [f"{first} m", *(f"{point} l" for point in others), "h"]
    matrix = f"{scale:.5f} 0 0 -{scale:.5f} {number(x)} {number(top)} cm"
    return f"q {matrix} {1 / scale:.2f} w 0.94 g 0.45 G {' '.join(operators)} b* Q"


def _centred(drawing: Drawing, block: Block, x: float, top: float) -> None:
    drawing.text(replace(block, measure=0.0), x - block.width / 2, top)


def _plain(width: float, size: float = 11.0) -> Area:
    """One line."""
    return Area(MESSAGE if size > 11.0 else LABEL, width, size + 1, sizes=(size, 11.0))
