"""The inks of a print shop: what the model prints is the colour of the screen, as near as ink comes."""

import zlib
from io import BytesIO
from math import dist

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import Image

from tests.cards import paper
from tests.cards.paper import PIXELS_A_POINT
from workshop.cards import ink
from workshop.cards.card import Card
from workshop.cards.design import Area, Design, Shape
from workshop.cards.frame import BLEED, MM
from workshop.cards.halftone import BLACK, Inks, Light, lab, printed
from workshop.cards.ink import Ink
from workshop.cards.logo import sign_of
from workshop.cards.press import render
from workshop.cards.printing import print_shop
from workshop.cards.separation import inks, separated, shown
from workshop.cards.sizes import SIZES

PARTS = st.floats(0, 1)
TINTS = ["#9fb1af", "#2f5d62"]
ENOUGH_TEAL = 0.6
"""Of the screen's; plain complements come to half of the dark one's, and of the light one's to nothing."""
FULL = Area(left=0, right=0, top=0, bottom=0)


def parts(colour: str) -> Light:
    red, green, blue = (part / 255 for part in bytes.fromhex(colour[1:]))
    return red, green, blue


def complements(red: float, green: float, blue: float) -> Inks:
    return 1 - red, 1 - green, 1 - blue, 0.0


def rendered(colour: str) -> Light:
    """A card of one colour for a print shop, as a PDF viewer shows it, whose table of inks is not ours."""
    design = Design({"en": "Solid"}, front=[Shape(FULL, colour=colour)])
    out = BytesIO()
    render([Card(heading="Anna")], paper.DESIGN, out, design=design, printing=print_shop(SIZES["a6"]))
    inside = round((BLEED + 2) * MM * PIXELS_A_POINT)
    red, green, blue = paper.picture(out.getvalue(), 0).getpixel((inside, inside))
    return red / 255, green / 255, blue / 255


def off(one: Light, other: Light) -> float:
    """ΔE between two colours on a screen."""
    return dist(lab(shown(*one)), lab(shown(*other)))


def teal(colour: Light) -> float:
    red, green, blue = colour
    return min(green, blue) - red


@given(PARTS, PARTS, PARTS, PARTS)
def test_a_colour_that_ink_can_print_is_printed(
    cyan: float, magenta: float, yellow: float, black: float
) -> None:
    assume(cyan + magenta + yellow + black <= 3)
    light = printed((cyan, magenta, yellow, black))

    found = separated(light)

    assert dist(lab(printed(found)), lab(light)) < 2


@pytest.mark.parametrize(
    "colour", ["#9fb1af", "#2f5d62", "#b4532a", "#101820", "#1b2a6b", "#e6007e", "#f2c500"]
)
def test_a_deck_s_colour_differs_from_the_screen_s_by_the_depth_of_black_only(colour: str) -> None:
    screen = shown(*parts(colour))
    print_ = printed(inks(*parts(colour)))

    assert all(abs(ours - theirs) < BLACK for ours, theirs in zip(print_, screen, strict=True))


def test_the_screen_s_red_is_where_others_have_it() -> None:
    assert lab(shown(1, 0, 0)) == pytest.approx((54.29, 80.80, 69.89), abs=0.05)


@given(PARTS, PARTS, PARTS)
def test_no_colour_takes_more_ink_than_paper_takes(red: float, green: float, blue: float) -> None:
    for found in (inks(red, green, blue), inks(red, green, blue, greys_alone=False)):
        assert all(0 <= part <= 1 for part in found)
        assert sum(found) <= 3.0 + 1e-9


def test_white_takes_no_ink_and_black_only_black() -> None:
    assert inks(1, 1, 1) == (0, 0, 0, 0)
    assert inks(0, 0, 0) == (0, 0, 0, 1)


@given(st.integers(1, 254))
def test_a_grey_is_black_ink_alone(grey: int) -> None:
    cyan, magenta, yellow, _black = inks(grey / 255, grey / 255, grey / 255)

    assert max(cyan, magenta, yellow) < 0.01


@pytest.mark.parametrize("colour", ["#7f8280", "#e9e8e6", "#343637"])
def test_what_is_nearly_grey_takes_little_colour(colour: str) -> None:
    cyan, magenta, yellow, black = inks(*parts(colour))

    assert max(cyan, magenta, yellow) < 0.12
    assert black > cyan + magenta + yellow - 0.12


@pytest.mark.parametrize("colour", ["#9fb1af", "#f3dfd6", "#ffd9a0", "#b9d3e8"])
def test_a_light_tint_has_no_black_dots(colour: str) -> None:
    assert inks(*parts(colour))[3] < 0.01


def test_the_darker_a_colour_the_more_black() -> None:
    blacks = [inks(0.3 * light, 0.7 * light, 0.75 * light)[3] for light in (1, 0.8, 0.6, 0.4, 0.2, 0.05)]

    assert blacks == sorted(blacks)
    assert blacks[0] < 0.05
    assert blacks[-1] > 0.8


@pytest.mark.parametrize(
    ("mixture", "measured"),
    [
        ((0.0, 0.7, 0.2, 0.0), (63.67, 51.58, 5.81)),
        ((0.0, 0.81, 0.81, 0.3), (45.06, 45.48, 35.46)),
    ],
)
def test_the_model_prints_what_w3c_says_of_fogra39(mixture: Inks, measured: Light) -> None:
    """CSS Color 5, examples of color(--fogra39 …)."""
    assert dist(lab(printed(mixture)), measured) < 6


@pytest.mark.parametrize("colour", TINTS)
def test_a_teal_is_teal_where_others_read_the_inks(colour: str) -> None:
    seen = rendered(colour)

    assert off(seen, parts(colour)) < 8
    assert teal(seen) > ENOUGH_TEAL * teal(parts(colour))


@pytest.mark.parametrize("colour", TINTS)
def test_plain_complements_make_it_grey(colour: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ink, "inks", complements)

    seen = rendered(colour)

    assert max(seen) < 0.7
    assert teal(seen) < ENOUGH_TEAL * teal(parts(colour))


@pytest.mark.parametrize("colour", ["#b4532a", "#ff6600", "#3a0a5e", "#1b2a6b", "#e6007e", "#808080"])
def test_others_read_the_inks_nearer_than_plain_complements(
    colour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = off(rendered(colour), parts(colour))
    monkeypatch.setattr(ink, "inks", complements)

    assert ours < 12
    assert ours < off(rendered(colour), parts(colour)) - 2


def test_a_picture_gets_the_inks_of_its_colours() -> None:
    colours = ["#b4532a", *TINTS, "#f2c500", "#1b2a6b", "#ffffff", "#000000", "#777777"]
    picture = Image.new("RGB", (len(colours), 1))
    picture.putdata([tuple(bytes.fromhex(colour[1:])) for colour in colours])
    file = BytesIO()
    picture.save(file, "PNG")

    found = sign_of(file.getvalue(), Ink.CMYK)

    assert found
    assert found.space == "DeviceCMYK"
    pixels = Image.frombytes("CMYK", (found.width, found.height), zlib.decompress(found.pixels))
    for place, colour in enumerate(colours):
        cyan, magenta, yellow, black = (part / 255 for part in pixels.getpixel((place, 0)))
        in_the_picture = lab(printed((cyan, magenta, yellow, black)))
        assert dist(in_the_picture, lab(printed(inks(*parts(colour))))) < 4
    assert pixels.getpixel((5, 0)) == (0, 0, 0, 0)
    assert pixels.getpixel((6, 0)) == (0, 0, 0, 255)
    assert pixels.getpixel((7, 0))[:3] == (0, 0, 0)
