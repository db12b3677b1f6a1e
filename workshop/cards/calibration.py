"""The test sheet of a printer: held against the light, it says how far the backs lie from the fronts. Pure.

The front has scales, the back a thin cross behind the zero of each. The numbers on the scales are what to
type: how far the backs must move to the right and up, as seen on the back, to meet the fronts.

A back that lies too far to the right must move left: minus. Of a sheet that was flipped on its long edge one
sees that at the left of the front, so minus is at the left; what lies too high is seen high: minus is above.
On the short edge both are the other way around. What is read counts for the flip that it was read with.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from workshop.cards.block import ASCENT, Area, Block, Labels
from workshop.cards.booklet import Booklet
from workshop.cards.card import Look
from workshop.cards.drawing import Drawing
from workshop.cards.face import HEADING, LABEL, MESSAGE
from workshop.cards.frame import MM
from workshop.cards.imposition import Flip
from workshop.cards.ink import BLACK
from workshop.cards.mirrored import stroke
from workshop.cards.pdf import number
from workshop.cards.sizes import SIZES
from workshop.cards.text import clean
from workshop.cards.typesetter import Typesetter
from workshop.language import _

PAPER = SIZES["a4"]
REACH = 8
"""Millimetres to each side of a scale's zero: what is further off is no tolerance but a fault."""
SPOTS = ((34.0, 263.0), (176.0, 263.0), (105.0, 158.5), (34.0, 54.0), (176.0, 54.0))
"""Where the zeros are on the front, in millimetres. They lie 20 mm nearer to the head than to the foot: on a
sheet that was flipped on the wrong edge no cross lies on a scale, which would have told a wrong sign."""
ARM = 17.0
"""Of a cross, in millimetres: also far off, each line meets a scale."""
CROSS, ZERO, TICK = 0.5, 0.3, 0.3
"""How thick lines are, in points."""
AWAY = 3.9
"""Millimetres from the side of a scale to its numbers."""
SOFT = "#474747"

LEFT, MEASURE = 55 * MM, 100 * MM
"""The column between the scales; what is checked for its size is as wide."""
DIGIT = 0.67
"""How high a digit is, in shares of its size."""
NUMBER = Area(LABEL, 8 * MM, 12, sizes=(8.0,))
SAID = Area(LABEL, 34 * MM, 12, sizes=(9.0, 8.0))
KICKER = Area(LABEL, MEASURE, 14, sizes=(11.0, 10.0))
TITLE = Area(HEADING, MEASURE, 24 * MM, sizes=(27.0, 25.0, 22.0), leading=1.12, balanced=True)
WORDS = Area(MESSAGE, MEASURE, 24 * MM, sizes=(11.0, 10.0), leading=1.3)
STEP = Area(MESSAGE, MEASURE - 7 * MM, 30 * MM, sizes=(11.0, 10.0), leading=1.3)
ORDINAL = Area(LABEL, 7 * MM, 14, sizes=(11.0,))
SLOT = Area(LABEL, 46 * MM, 14, sizes=(11.0, 10.0))


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a test sheet is for; `offset` moves its back as `printer` has the press move backs."""

    flip: Flip
    day: str
    printer: str = ""
    offset: tuple[float, float] = (0.0, 0.0)

    @property
    def growth(self) -> tuple[int, int]:
        """Where plus is on the front: 1 at the right, or above, and -1 at the left, or below."""
        return (-1, 1) if self.flip is Flip.SHORT else (1, -1)

    def behind(self, x: float, y: float) -> tuple[float, float]:
        """The place on the back that lies behind a place on the front, in millimetres."""
        if self.flip is Flip.SHORT:
            return x, PAPER.height - y
        return PAPER.width - x, y


def render_test_sheet(wanted: Calibration, language: str, out: BinaryIO) -> None:
    """Writes the PDF: the front and the back."""
    look = Look(BLACK, BLACK, language=language, title=_("Test sheet for your printer"))
    setter = Typesetter(language)
    edge = "Short" if wanted.flip is Flip.SHORT else "Long"
    labels = Labels(setter)
    booklet = Booklet(out, PAPER, f"/PrintScaling/None/Duplex/DuplexFlip{edge}Edge")
    booklet.add(_front(wanted, labels))
    booklet.add(_back(wanted, labels))
    booklet.close(look, setter, {})


def steps() -> tuple[str, ...]:
    """What to do, from printing it to typing the numbers."""
    return (
        _("Print the test sheet on both sides and at actual size (100 %)."),
        _(
            "Hold it against a window or a lamp, with the scales towards you. "
            "The crosses of the back shine through."
        ),
        _(
            "Read where the lines of a cross meet the scales. "
            "If the five crosses differ, the one in the middle of the sheet counts."
        ),
        _("Type both numbers with your printer, with + or − as they stand on the scales."),
    )


def _front(wanted: Calibration, labels: Labels) -> Drawing:
    drawing = Drawing()
    drawing.fill(BLACK)
    for spot in SPOTS:
        _scales(drawing, labels, spot, wanted.growth)
    _head(drawing, labels, wanted)
    _steps(drawing, labels, steps()[:3] if wanted.printer else steps())
    drawing.fill(SOFT)
    _stacked(drawing, [labels.fit(text, WORDS) for text in _notes(wanted)], 132 * MM, 1.5 * MM)
    drawing.fill(BLACK)
    _slots(drawing, labels)
    _check_ruler(drawing, labels)
    return drawing


def _back(wanted: Calibration, labels: Labels) -> Drawing:
    drawing = Drawing()
    right, up = wanted.offset
    for spot in SPOTS:
        x, y = wanted.behind(*spot)
        _cross(drawing, x + right, y + up)
    is_short = wanted.flip is Flip.SHORT
    said = _("Back, flipped on the short edge") if is_short else _("Back, flipped on the long edge")
    lines = [labels.fit(said, KICKER), labels.fit(wanted.day, WORDS)]
    # Where nothing is printed on the front, so that it shines through beside the words.
    top = PAPER.height * MM - 16 * MM if is_short else 27 * MM
    drawing.fill(SOFT)
    _stacked(drawing, lines, top)
    return drawing


def _cross(drawing: Drawing, x: float, y: float) -> None:
    lines = [_line(x - ARM, y, x + ARM, y), _line(x, y - ARM, x, y + ARM)]
    stroke(drawing, " ".join(lines), CROSS, 0)


def _scales(drawing: Drawing, labels: Labels, spot: tuple[float, float], growth: tuple[int, int]) -> None:
    """A square with a scale on each side, its zeros joined by a cross of hairlines.

    The scales do not cross in the middle: there, where nearly everybody reads, each would hide the other.
    """
    x, y = spot
    across, up = growth
    stroke(drawing, f"{_line(x - REACH, y, x + REACH, y)} {_line(x, y - REACH, x, y + REACH)}", ZERO, 0.55)
    stroke(drawing, " ".join(_ticks(x, y)), TICK, 0)
    for value in range(-REACH, REACH + 1, 2):
        written = labels.fit(f"{value:+}".replace("-", "−") if value else "0", NUMBER)
        hanging = labels.fit(str(abs(value)), NUMBER).width / 2
        is_fourth = value % 4 == 0
        _lying_number(drawing, written, x + value * across, y, hanging, below=is_fourth)
        _upright_number(drawing, written, x, y + value * up, left=is_fourth)
    _name_scales(drawing, labels, x, y)


def _ticks(x: float, y: float) -> Iterator[str]:
    yield f"{_points(x - REACH, y - REACH)} {_points(2 * REACH, 2 * REACH)} re"
    for half in range(-2 * REACH, 2 * REACH + 1):
        length = _tick(half)
        at = half / 2
        for side in (-1, 1):
            start, end = side * REACH, side * (REACH + length)
            yield _line(x + at, y + start, x + at, y + end)
            yield _line(x + start, y + at, x + end, y + at)


def _tick(half: int) -> float:
    """How long one is, by its place in half millimetres."""
    if half % 4 == 0:
        return 3.2
    return 2.2 if half % 2 == 0 else 1.3


def _lying_number(
    drawing: Drawing, written: Block, x: float, y: float, hanging: float, *, below: bool
) -> None:
    """Its digit stands at its line; the sign hangs before it."""
    edge = y - REACH - AWAY if below else y + REACH + AWAY
    foot = edge * MM - (written.size * DIGIT if below else 0.0)
    drawing.text(written, x * MM + hanging - NUMBER.width, foot + written.size * ASCENT, align="right")


def _upright_number(drawing: Drawing, written: Block, x: float, y: float, *, left: bool) -> None:
    top = y * MM + written.size * (ASCENT - DIGIT / 2)
    if left:
        drawing.text(written, (x - REACH - AWAY) * MM - NUMBER.width, top, align="right")
    else:
        drawing.text(written, (x + REACH + AWAY) * MM, top)


def _name_scales(drawing: Drawing, labels: Labels, x: float, y: float) -> None:
    """By what the fields are called in which the numbers are typed."""
    across, upright = labels.fit(_("To the right"), SAID), labels.fit(_("Upwards"), SAID)
    drawing.text(across, x * MM - SAID.width / 2, (y - REACH - 7.6) * MM, align="centre")
    drawing.put(f"q 0 1 -1 0 {_points(x - REACH - 9.3, y)} cm")
    drawing.text(upright, -SAID.width / 2, upright.size * ASCENT, align="centre")
    drawing.put("Q")


def _head(drawing: Drawing, labels: Labels, wanted: Calibration) -> None:
    is_short = wanted.flip is Flip.SHORT
    said = _("Front, flipped on the short edge") if is_short else _("Front, flipped on the long edge")
    title = labels.fit(_("Test sheet for your printer"), TITLE)
    drawing.fill(SOFT)
    _stacked(drawing, [labels.fit(said, KICKER)], 281 * MM)
    drawing.fill(BLACK)
    _stacked(drawing, [title], 274 * MM)
    drawing.fill(SOFT)
    below = 274 * MM - title.height - 3 * MM
    _stacked(drawing, [labels.fit(wanted.day, WORDS)], below)
    drawing.fill(BLACK)


def _steps(drawing: Drawing, labels: Labels, said: Iterable[str]) -> None:
    top = 235 * MM
    for n, words in enumerate(said, start=1):
        block = labels.fit(words, STEP)
        drawing.text(labels.fit(str(n), ORDINAL), LEFT, top)
        drawing.text(block, LEFT + 7 * MM, top)
        top -= block.height + 2.6 * MM


def _notes(wanted: Calibration) -> Iterator[str]:
    if wanted.printer:  # instead of the last step
        text = _("With the numbers of {printer}. Where a cross does not lie on 0, add what you read to them.")
        yield text.format(printer=clean(wanted.printer))
    yield _("From one line of a scale to the next is half a millimetre.")
    yield _("No cross on the scales? Then the sheet was flipped on its other edge.")


def _slots(drawing: Drawing, labels: Labels) -> None:
    """Where to write down what is read."""
    for n, said in enumerate((_("To the right"), _("Upwards"))):
        x = LEFT + n * 54 * MM
        drawing.text(labels.fit(said, SLOT), x, 98 * MM)
        stroke(drawing, _line(x / MM, 86, x / MM + 38, 86), 0.6, 0.4)
        drawing.text(labels.fit("mm", SLOT), x + 39.5 * MM, 86 * MM + 11 * ASCENT)


def _check_ruler(drawing: Drawing, labels: Labels) -> None:
    """A hundred millimetres, to lay a ruler along."""
    x, y = LEFT / MM, 66.0
    ticks = (
        _line(x + n, y, x + n, y + (4.0 if n % 50 == 0 else 2.5 if n % 10 == 0 else 1.5))
        for n in range(0, 101, 5)
    )
    stroke(drawing, " ".join([_line(x, y, x + 100, y), *ticks]), TICK, 0)
    for n in (0, 50, 100):
        written = labels.fit(str(n), SAID)
        drawing.text(
            written, (x + n) * MM - SAID.width / 2, (y + 5) * MM + written.size * DIGIT, align="centre"
        )
    drawing.fill(SOFT)
    words = _("This line is exactly 100 mm long. If not, print again without ‘fit to page’.")
    _stacked(drawing, [labels.fit(words, WORDS)], (y - 3) * MM)


def _stacked(drawing: Drawing, blocks: list[Block], top: float, between: float = 3.0) -> None:
    for block in blocks:
        drawing.text(block, LEFT, top)
        top -= block.height + between


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{_points(x, y)} m {_points(to_x, to_y)} l"


def _points(*values: float) -> str:
    """Millimetres as points."""
    return " ".join(number(value * MM) for value in values)
