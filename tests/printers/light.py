"""A test sheet held against the light: its front, the back as it shines through, and what one reads there."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageOps
from pypdfium2 import raw

from tests.cards import paper
from workshop.cards.calibration import Calibration, render_test_sheet
from workshop.cards.frame import MM
from workshop.cards.imposition import Flip

PIXELS_A_MM = 300 / 25.4
A4 = (210.0, 297.0)
DAY = "24 November 2026"


def sheet_of(flip: Flip, offset: tuple[float, float] = (0.0, 0.0), language: str = "en") -> bytes:
    out = BytesIO()
    render_test_sheet(Calibration(flip, DAY, "Canon" if any(offset) else "", offset), language, out)
    return out.getvalue()


def back_of(pdf: bytes, flip: Flip, missed: tuple[float, float]) -> Image.Image:
    """The back as one sees it through the front, printed by a machine that misses by so many millimetres
    to the right and up, as seen on the back."""
    printed = paper.picture(pdf, 1)
    right, up = (round(each * PIXELS_A_MM) for each in missed)
    moved = Image.new("RGB", printed.size, "white")
    moved.paste(printed, (right, -up))
    return ImageOps.flip(moved) if flip is Flip.SHORT else ImageOps.mirror(moved)


@dataclass(frozen=True, slots=True)
class Number:
    """A number on a scale, and where its digit stands, in millimetres from the lower left corner."""

    value: int
    x: float
    y: float


def numbers(pdf: bytes) -> list[Number]:
    """All that is printed on the front with a sign, and the zeros, as the file says it."""
    found = []
    with paper.opened(pdf) as pages:
        text = pages[0].get_textpage()
        try:
            whole = [chr(raw.FPDFText_GetUnicode(text, n)) for n in range(text.count_chars())]
            for n, sign in enumerate(whole[:-1]):
                if sign in "+−" and whole[n + 1] in "2468":
                    left, bottom, right, top = (each / MM for each in text.get_charbox(n + 1))
                    value = int(whole[n + 1]) * (1 if sign == "+" else -1)
                    found.append(Number(value, (left + right) / 2, (bottom + top) / 2))
        finally:
            text.close()
    return found


@dataclass(frozen=True, slots=True)
class Square:
    """One of the five squares with scales: where a number of millimetres stands, by what is printed there."""

    right: tuple[float, float]
    """The x of 0 on the lying scale, and how far from number to number."""
    up: tuple[float, float]
    """The same for y, on the upright one."""

    @property
    def middle(self) -> tuple[float, float]:
        return self.right[0], self.up[0]

    def read(self, through: Image.Image) -> tuple[float, float]:
        """Where the lines of the cross that shines through meet the scales."""
        x, y = _cross(through, *self.middle)
        return (x - self.right[0]) / self.right[1], (y - self.up[0]) / self.up[1]


def squares(pdf: bytes) -> list[Square]:
    """The squares with scales on a front; each has eight signed numbers around it on each of two scales."""
    every = numbers(pdf)
    assert len(every) == 5 * 2 * 8
    return [_square([each for each in every if _is_near(each, spot)]) for spot in _spots(every)]


def coloured(front: Image.Image, through: Image.Image) -> Image.Image:
    """Both at once, as somebody sees them who holds the sheet against the light."""
    return ImageChops.darker(front, through.point(lambda value: 120 + value * 135 // 255))


def _spots(every: list[Number]) -> list[tuple[float, float]]:
    """Roughly the middles: between the −2 and the +2 that stand above, and the −4 and the +4 below."""
    found: list[tuple[float, float]] = []
    for one in every:
        if not any(abs(one.x - x) < 25 and abs(one.y - y) < 25 for x, y in found):
            near = [each for each in every if abs(each.x - one.x) < 40 and abs(each.y - one.y) < 40]
            xs, ys = [each.x for each in near], [each.y for each in near]
            found.append(((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
    return found


def _is_near(number: Number, spot: tuple[float, float]) -> bool:
    return abs(number.x - spot[0]) < 25 and abs(number.y - spot[1]) < 25


def _square(around: list[Number]) -> Square:
    """The numbers in a row belong to the lying scale, those in a column to the upright one."""
    assert len(around) == 16
    lying = [each for each in around if sum(abs(each.y - other.y) < 0.1 for other in around) == 4]
    upright = [each for each in around if each not in lying]
    assert sorted(each.value for each in lying) == sorted(each.value for each in upright)
    return Square(
        _line([(each.value, each.x) for each in lying]), _line([(each.value, each.y) for each in upright])
    )


def _line(points: list[tuple[int, float]]) -> tuple[float, float]:
    """Where 0 is, and the step, by least squares; the values lie evenly around 0."""
    step = sum(value * at for value, at in points) / sum(value * value for value, _at in points)
    return sum(at for _value, at in points) / len(points), step


def _cross(through: Image.Image, x: float, y: float) -> tuple[float, float]:
    """The middle of the darkest upright and of the darkest lying line near a place, in millimetres."""
    reach = 10.0
    box = tuple(
        round(edge * PIXELS_A_MM) for edge in (x - reach, A4[1] - y - reach, x + reach, A4[1] - y + reach)
    )
    part = ImageOps.invert(through.crop(box).convert("L"))  # type: ignore[arg-type]
    columns = list(part.resize((part.width, 1), Image.Resampling.BOX).tobytes())
    rows = list(part.resize((1, part.height), Image.Resampling.BOX).tobytes())
    left, top = box[:2]
    return (left + _middle(columns)) / PIXELS_A_MM, A4[1] - (top + _middle(rows)) / PIXELS_A_MM


def _middle(darkness: list[int]) -> float:
    """Of the pixels that are at least half as dark as the darkest."""
    darkest = max(darkness)
    assert darkest > 60, "no line shines through"
    dark = [(n, value) for n, value in enumerate(darkness) if value > darkest / 2]
    return sum((n + 0.5) * value for n, value in dark) / sum(value for _n, value in dark)
