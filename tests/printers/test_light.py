"""What somebody reads who holds a test sheet against the light is what to type, sign and all."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from tests.cards import paper
from tests.printers.light import PIXELS_A_MM, back_of, sheet_of, squares
from workshop.cards.calibration import REACH
from workshop.cards.card import Card
from workshop.cards.imposition import Flip
from workshop.cards.press import render
from workshop.cards.printing import Printing

FLIPS = [Flip.LONG, Flip.SHORT]
MISSES = [(0.0, 0.0), (0.6, 0.0), (0.0, -0.8), (1.2, 0.5), (-2.3, 1.7), (-7.0, -6.0), (7.5, 7.5)]
NEAR = 0.1
"""Millimetres."""


def near(read: tuple[float, float], wanted: tuple[float, float]) -> bool:
    return all(abs(one - other) <= NEAR for one, other in zip(read, wanted, strict=True))


@pytest.mark.parametrize("missed", MISSES)
@pytest.mark.parametrize("flip", FLIPS)
def test_on_each_of_the_five_one_reads_what_puts_the_backs_right(
    flip: Flip, missed: tuple[float, float]
) -> None:
    pdf = sheet_of(flip)

    through = back_of(pdf, flip, missed)

    for square in squares(pdf):
        assert near(square.read(through), (-missed[0], -missed[1]))


@pytest.mark.parametrize("flip", FLIPS)
def test_a_sheet_that_is_made_with_what_was_read_has_its_crosses_on_zero(flip: Flip) -> None:
    missed = (1.2, -0.7)
    first = sheet_of(flip)
    read = squares(first)[0].read(back_of(first, flip, missed))

    second = sheet_of(flip, read)

    for square in squares(second):
        assert near(square.read(back_of(second, flip, missed)), (0.0, 0.0))


@pytest.mark.parametrize("flip", FLIPS)
def test_the_press_moves_backs_in_the_sense_that_the_test_sheet_means(flip: Flip) -> None:
    missed = (1.2, -0.7)
    pdf = sheet_of(flip)
    read = squares(pdf)[0].read(back_of(pdf, flip, missed))

    right, up = moved_by_the_press(flip, read)

    assert near((missed[0] + right, missed[1] + up), (0.0, 0.0))


@pytest.mark.parametrize("flip", FLIPS)
def test_on_a_sheet_that_was_flipped_on_the_other_edge_no_cross_is_on_a_scale(flip: Flip) -> None:
    pdf = sheet_of(flip)
    other = Flip.LONG if flip is Flip.SHORT else Flip.SHORT

    through = back_of(pdf, other, (0.0, 0.0))

    for square in squares(pdf):
        x, y = square.middle
        inside = through.crop(pixels(x - REACH, y + REACH, x + REACH, y - REACH)).convert("L")
        lines = [row for row in range(inside.height) if inside.getpixel((2, row)) < 128]  # type: ignore[operator]
        assert lines == []


def moved_by_the_press(flip: Flip, offset: tuple[float, float]) -> tuple[float, float]:
    """How far the backs of cards lie to the right and up, as seen on the back, from where they were."""
    cards = [Card(message="Kom je?", link="https://example.org", heading="Voor jou")] * 4
    backs = []
    for each in ((0.0, 0.0), offset):
        out = BytesIO()
        render(cards, paper.DESIGN, out, printing=Printing(flip=flip, offset=each))
        backs.append(inner(paper.picture(out.getvalue(), 1)))
    before, after = (ImageChops.invert(back.convert("L")).getbbox() for back in backs)
    assert before
    assert after
    return (after[0] - before[0]) / PIXELS_A_MM, (before[1] - after[1]) / PIXELS_A_MM


def inner(page: Image.Image) -> Image.Image:
    """Without the ticks at the edges, which do not move."""
    edge = round(12 * PIXELS_A_MM)
    middle = round(4 * PIXELS_A_MM)
    return page.crop((edge, edge, page.width // 2 - middle, page.height // 2 - middle))


def pixels(left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    """A box in millimetres from the lower left corner, on a picture of an A4."""
    x, to_x = (round(edge * PIXELS_A_MM) for edge in (left, right))
    y, to_y = (round((297 - edge) * PIXELS_A_MM) for edge in (top, bottom))
    return x, y, to_x, to_y
