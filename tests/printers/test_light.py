"""What somebody reads who holds a test sheet against the light is what to type, sign and all."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from tests.cards import paper
from tests.printers.light import PIXELS_A_MM, back_of, sheet_of, squares
from workshop.cards.calibration import REACH
from workshop.cards.card import Card
from workshop.cards.design import Area, Design, Shape
from workshop.cards.imposition import Flip
from workshop.cards.press import render
from workshop.cards.printing import Printing
from workshop.cards.sizes import SIZES, Size

FLIPS = [Flip.LONG, Flip.SHORT]
MISSES = [(0.0, 0.0), (0.6, 0.0), (0.0, -0.8), (1.2, 0.5), (-2.3, 1.7), (-7.0, -6.0), (7.5, 7.5)]
PART = Area(left=30, right=20, top=50, bottom=40)
BEHIND = Area(left=20, right=30, top=50, bottom=40)
PATCH = Design({"en": "Patch"}, front=[Shape(PART, colour="#0000ff")], back=[Shape(BEHIND, colour="#0000ff")])
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
def test_with_what_was_read_the_press_puts_the_backs_of_cards_behind_their_fronts(flip: Flip) -> None:
    missed = (1.2, -0.7)
    pdf = sheet_of(flip)
    read = squares(pdf)[0].read(back_of(pdf, flip, missed))

    front, plain = patches(cards_for(Printing(flip=flip)), flip, missed)
    same_front, moved = patches(cards_for(Printing(flip=flip, offset=read)), flip, missed)

    assert not near(plain, front)
    assert front == same_front
    assert near(moved, front)


@pytest.mark.parametrize("flip", FLIPS)
@pytest.mark.parametrize("card", [SIZES["a5"], SIZES["a6"].turned, SIZES["business"]])
def test_sheets_that_lie_are_put_upright_where_an_offset_is_known(card: Size, flip: Flip) -> None:
    missed = (1.2, -0.7)
    printing = Printing(card, flip=flip, offset=(-missed[0], -missed[1]))
    assert not printing.imposition.sheet.is_upright

    pdf = cards_for(printing)

    with paper.opened(pdf) as pages:
        assert {tuple(round(side) for side in page.get_size()) for page in pages} == {(595, 842)}
    front, back = patches(pdf, flip, missed)
    assert near(back, front)
    assert not near(patches(pdf, flip, (0.0, 0.0))[1], front)


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


def cards_for(printing: Printing) -> bytes:
    """A card with a patch on its front, and one on its back that lies behind that."""
    out = BytesIO()
    card = Card(message="Kom je?", link="https://example.org")
    render([card], paper.DESIGN, out, design=PATCH, printing=printing)
    return out.getvalue()


def patches(pdf: bytes, flip: Flip, missed: tuple[float, float]) -> tuple[tuple[float, float], ...]:
    """The middles of the patches on the front and on the back as it shines through, in millimetres."""
    return tuple(_middle(each) for each in (paper.picture(pdf, 0), back_of(pdf, flip, missed)))


def _middle(picture: Image.Image) -> tuple[float, float]:
    blue = ImageChops.subtract(picture.getchannel("B"), picture.getchannel("R")).getbbox()
    assert blue
    return (blue[0] + blue[2]) / 2 / PIXELS_A_MM, (blue[1] + blue[3]) / 2 / PIXELS_A_MM


def pixels(left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    """A box in millimetres from the lower left corner, on a picture of an A4."""
    x, to_x = (round(edge * PIXELS_A_MM) for edge in (left, right))
    y, to_y = (round((297 - edge) * PIXELS_A_MM) for edge in (top, bottom))
    return x, y, to_x, to_y
