"""Two colours in one picture can be told apart by people who see fewer of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.assets import STATIC
from workshop.decks.colour import INK, PAPER, contrast, strong_enough
from workshop.decks.deck import Look

LEAST_DIFFERENCE = 20
"""CIE76 in CIELAB; 2.3 is just noticeable side by side."""
SEEN_BY = {
    "everybody": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes 2009, severity 1: in linear RGB."""
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = (0.95047, 1.0, 1.08883)
Parts = tuple[float, float, float]

colours = st.binary(min_size=3, max_size=3).map(lambda parts: f"#{parts.hex()}")


def linear(colour: str) -> Parts:
    red, green, blue = (part / 255 for part in bytes.fromhex(colour[1:]))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def times(matrix: tuple[Parts, Parts, Parts], parts: Parts) -> Parts:
    one, two, three = (sum(a * b for a, b in zip(row, parts, strict=True)) for row in matrix)
    return one, two, three


def lab(colour: str, seer: str) -> Parts:
    seen = times(SEEN_BY[seer], linear(colour))
    clipped = (min(1, max(0, seen[0])), min(1, max(0, seen[1])), min(1, max(0, seen[2])))
    x, y, z = (_root(part / white) for part, white in zip(times(TO_XYZ, clipped), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(part: float) -> float:
    return float(part ** (1 / 3)) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def difference(one: str, other: str, seer: str) -> float:
    pairs = zip(lab(one, seer), lab(other, seer), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def test_the_measure_knows_what_people_cannot_tell_apart() -> None:
    red, green = "#b05a2c", "#7d7d2c"

    assert difference(red, green, "everybody") > LEAST_DIFFERENCE
    assert difference(red, green, "deuteranopia") < LEAST_DIFFERENCE


@pytest.mark.parametrize("seer", SEEN_BY)
@given(accent=colours, second=colours)
def test_a_bar_that_stands_out_does_so_for_all_whatever_the_decks_colours(
    seer: str, accent: str, second: str
) -> None:
    look = Look(strong_enough(accent), strong_enough(second))

    assert difference(look.accent, look.quiet, seer) >= LEAST_DIFFERENCE
    assert difference(look.accent_on_ink, look.quiet_on_ink, seer) >= LEAST_DIFFERENCE


@given(accent=colours, second=colours)
def test_a_quiet_bar_is_seen_on_its_page(accent: str, second: str) -> None:
    look = Look(strong_enough(accent), strong_enough(second))

    assert contrast(look.quiet, PAPER) > 1.2
    assert contrast(look.quiet_on_ink, INK) > 1.2


def test_the_style_sheet_begins_with_the_same_colours() -> None:
    look = Look("#a8431f", "#2f5d62")
    tokens = (STATIC / "css" / "tokens.css").read_text()

    assert f"--quiet: {look.quiet};" in tokens
    assert f"--quiet: {look.quiet_on_ink};" in tokens
