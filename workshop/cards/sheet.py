"""A sheet of paper: its cards in their places, and the marks for who cuts it. Points. Pure."""

from collections.abc import Iterator

from workshop.cards.frame import BLEED, MM, UNPRINTED
from workshop.cards.imposition import Imposition, Place
from workshop.cards.ink import Ink
from workshop.cards.pdf import number
from workshop.cards.printing import Printing
from workshop.cards.sizes import Size

HAIRLINE = 0.25
TICK = 3.0
"""Millimetres, as the ticks of an office sheet are long."""
BESIDE_BLEED = 0.5
LONGEST_MARK = 5.0
LEAST_MARK = 0.8
REGISTRATION = 1.6
"""Millimetres: the radius of the ring that shows whether the inks meet."""
QUARTER = 0.5523

Line = tuple[float, float, float, float]


def placed(name: str, place: Place, unit: Size, inside: float = 0.0) -> str:
    """A form at its place; `inside` is how far right of the unit's left edge it stands, in millimetres."""
    if place.turned:
        matrix = (-1, 0, 0, -1, place.x + unit.width - inside, place.y + unit.height)
    else:
        matrix = (1, 0, 0, 1, place.x + inside, place.y)
    a, b, c, d, e, f = matrix
    return f"q {a} {b} {c} {d} {number(e * MM)} {number(f * MM)} cm/{name} Do Q"


def marks(printing: Printing) -> str:
    """What is printed around the cards of a sheet."""
    imposition = printing.imposition
    lines = list(_crop_marks(imposition) if printing.bleeds else _ticks(imposition))
    colour = "1 1 1 1 K" if printing.ink is Ink.CMYK else "0 G"
    strokes = " ".join(f"{_numbers(*line[:2])} m {_numbers(*line[2:])} l" for line in lines)
    rings = " ".join(_registration(imposition)) if printing.bleeds else ""
    folds = " ".join(_folds(imposition)) if printing.folds else ""
    return f"q {colour} {HAIRLINE} w {strokes} {rings} S {folds} Q"


def _ticks(imposition: Imposition) -> Iterator[Line]:
    """Where to lay the ruler: at both ends of each cut, where an office printer reaches.

    Cuts that lie in what it does not reach are the paper's own edges, or next to them.
    """
    sheet = imposition.sheet
    across, up = imposition.cuts()
    beside, above = imposition.margins
    for x in across:
        if UNPRINTED < x < sheet.width - UNPRINTED:
            for start, end in _ends(above, sheet.height):
                yield x, start, x, end
    for y in up:
        if UNPRINTED < y < sheet.height - UNPRINTED:
            for start, end in _ends(beside, sheet.width):
                yield start, y, end, y


def _ends(margin: float, length: float) -> list[tuple[float, float]]:
    """Outside the cards where there is room for that."""
    start = margin - TICK - BESIDE_BLEED if margin >= UNPRINTED + TICK + BESIDE_BLEED else UNPRINTED
    return [(start, start + TICK), (length - start - TICK, length - start)]


def _crop_marks(imposition: Imposition) -> Iterator[Line]:
    """At both ends of each cut, outside the outermost bleed."""
    sheet = imposition.sheet
    across, up = imposition.cuts()
    beside, above = imposition.margins
    for margin, length, cuts, is_upright in (
        (above, sheet.height, across, True),
        (beside, sheet.width, up, False),
    ):
        end = margin - BLEED - BESIDE_BLEED
        start = max(0.0, end - LONGEST_MARK)
        if end - start < LEAST_MARK:
            continue
        for cut in cuts:
            for a, b in ((start, end), (length - end, length - start)):
                yield (cut, a, cut, b) if is_upright else (a, cut, b, cut)


def _registration(imposition: Imposition) -> Iterator[str]:
    """A ring with a cross in the middle of each margin that has room for one."""
    sheet = imposition.sheet
    beside, above = imposition.margins
    middle_x, middle_y = sheet.width / 2, sheet.height / 2
    for margin, at in (
        (above, [(middle_x, _middle(above)), (middle_x, sheet.height - _middle(above))]),
        (beside, [(_middle(beside), middle_y), (sheet.width - _middle(beside), middle_y)]),
    ):
        if margin - BLEED >= 2 * REGISTRATION:
            yield from (_ring(x * MM, y * MM, REGISTRATION * MM) for x, y in at)


def _middle(margin: float) -> float:
    return (margin - BLEED) / 2


def _ring(x: float, y: float, radius: float) -> str:
    bend, half = radius * QUARTER / 2, radius / 2
    curves = (
        (x + half, y + bend, x + bend, y + half, x, y + half),
        (x - bend, y + half, x - half, y + bend, x - half, y),
        (x - half, y - bend, x - bend, y - half, x, y - half),
        (x + bend, y - half, x + half, y - bend, x + half, y),
    )
    ring = " ".join(f"{' '.join(map(number, curve))} c" for curve in curves)
    lying = f"{_points(x - radius, y)} m {_points(x + radius, y)} l"
    upright = f"{_points(x, y - radius)} m {_points(x, y + radius)} l"
    return f"{_points(x + half, y)} m {ring} {lying} {upright}"


def _folds(imposition: Imposition) -> Iterator[str]:
    """A dashed tick above and below each fold, in the margin or, where there is none, on the paper's edge."""
    _beside, above = imposition.margins
    height = imposition.sheet.height
    yield "[2 2] 0 d"
    for x in sorted({place.x + imposition.card.width / 2 for place in imposition.fronts()}):
        for start, end in _ends(above, height):
            yield f"{_numbers(x, start)} m {_numbers(x, end)} l"
    yield "S"


def _numbers(*values: float) -> str:
    """Millimetres as points."""
    return " ".join(number(value * MM) for value in values)


def _points(*values: float) -> str:
    return " ".join(map(number, values))
