"""The icon as a picture, drawn from its SVG."""

import io

import pytest
from PIL import Image

from workshop.assets import STATIC
from workshop.icon import png

HALF = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
    '<rect width="8" height="8" rx="4" fill="#102030"/><path d="M4 2h1.25v4H4z" fill="#ffffff"/></svg>'
)


def drawn(svg: str, size: int, *, full: bool = False) -> Image.Image:
    image = Image.open(io.BytesIO(png(svg, size, full=full)))
    image.load()
    return image


def test_shapes_lie_where_the_svg_says_and_edges_are_soft() -> None:
    image = drawn(HALF, 8)

    assert image.mode == "RGBA"
    assert image.getpixel((2, 4)) == (0x10, 0x20, 0x30, 255)
    assert image.getpixel((4, 3)) == (255, 255, 255, 255)
    assert image.getpixel((5, 3)) == (0x4C, 0x58, 0x64, 255), "a quarter of it is white"
    assert image.getpixel((4, 1)) == (0x10, 0x20, 0x30, 255)


def test_round_corners_let_through_what_lies_behind() -> None:
    image = drawn(HALF, 80)

    assert image.getpixel((0, 0)) == (0, 0, 0, 0)
    assert image.getpixel((40, 0))[3] > 200  # type: ignore[index]
    edge = {image.getpixel((x, 12))[3] for x in range(80)}  # type: ignore[index]
    assert edge - {0, 255}, "somewhere it is half seen through"


def test_a_full_one_has_no_corners() -> None:
    image = drawn(HALF, 80, full=True)

    assert image.getpixel((0, 0)) == image.getpixel((79, 79)) == (0x10, 0x20, 0x30, 255)


@pytest.mark.parametrize("size", [180, 192, 512])
def test_our_own_icon_can_be_drawn_in_every_size(size: int) -> None:
    image = drawn((STATIC / "img" / "icon.svg").read_text(), size)

    assert image.size == (size, size)
    assert image.getpixel((size // 2, size // 2)) == (0xFF, 0xFD, 0xF8, 255)


def test_a_shape_that_it_cannot_draw_is_not_left_out_silently() -> None:
    with pytest.raises(ValueError, match="circle"):
        png(HALF.replace("<rect", "<circle"), 8)
