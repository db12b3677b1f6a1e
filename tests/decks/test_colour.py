"""Colours of a deck that people can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.assets import STATIC
from workshop.decks.colour import (
    INK,
    LEAST_CONTRAST,
    PAPER,
    contrast,
    is_colour,
    light_enough,
    luminance,
    mixed,
    strong_enough,
)
from workshop.decks.deck import Look

colours = st.binary(min_size=3, max_size=3).map(lambda parts: f"#{parts.hex()}")


@pytest.mark.parametrize("text", ["#a8431f", "#A8431F", "#000000"])
def test_six_figures_behind_a_hash_are_a_colour(text: str) -> None:
    assert is_colour(text)


@pytest.mark.parametrize("text", ["", "a8431f", "#abc", "#a8431", "#a8431g", "#a8431f0", "#a8431f\n", "rood"])
def test_nothing_else_is_a_colour(text: str) -> None:
    assert not is_colour(text)


def test_luminance_goes_from_black_to_white() -> None:
    assert luminance("#000000") == 0
    assert luminance("#ffffff") == pytest.approx(1)
    assert luminance("#ff0000") == pytest.approx(0.2126)
    assert luminance("#808080") == pytest.approx(0.2159, abs=1e-4)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_strong_colour_stays_what_it_is() -> None:
    assert strong_enough("#a8431f") == "#a8431f"


@given(colours)
def test_every_accent_can_be_read_on_paper_and_on_ink(colour: str) -> None:
    strong = strong_enough(colour)

    assert is_colour(strong)
    assert contrast(strong, PAPER) >= LEAST_CONTRAST
    assert contrast(light_enough(strong), INK) >= LEAST_CONTRAST


def test_a_yellow_stays_yellowish() -> None:
    red, green, blue = bytes.fromhex(strong_enough("#ffd24a")[1:])

    assert red > green > blue


@given(colours, colours)
def test_nothing_of_a_colour_is_the_other_and_all_of_it_is_itself(one: str, other: str) -> None:
    assert mixed(one, other, 1) == one
    assert mixed(one, other, 0) == other


def test_a_look_has_its_colours_for_the_dark_too() -> None:
    look = Look("#a8431f", "#2f5d62")

    assert contrast(look.accent_on_ink, INK) >= LEAST_CONTRAST
    assert contrast(look.second_on_ink, INK) >= LEAST_CONTRAST


def test_paper_and_ink_are_those_of_the_style_sheet() -> None:
    tokens = (STATIC / "css" / "tokens.css").read_text().lower()

    assert PAPER in tokens
    assert INK in tokens
