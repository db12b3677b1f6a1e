"""Colours on paper: tints that words can be read on, and the inks of a print shop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.cards.ink import Ink, inks
from workshop.cards.palette import palette
from workshop.decks.colour import contrast

PARTS = st.floats(0, 1)


@pytest.mark.parametrize("accent", ["#b4532a", "#f2c500", "#101820", "#ffffff", "#000000"])
def test_words_can_be_read_on_the_tints_of_any_accent(accent: str) -> None:
    colours = palette(accent, "#2f5d62")

    for paper in (colours.field, colours.disc):
        assert contrast(colours.words, paper) >= 4.5
        assert contrast("#000000", paper) >= 12


def test_black_is_one_ink() -> None:
    assert Ink.CMYK.fill("#000000") == "0 0 0 1 k"
    assert Ink.RGB.fill("#000000") == "0 g"


@given(PARTS, PARTS, PARTS)
def test_no_colour_takes_more_ink_than_paper_takes(red: float, green: float, blue: float) -> None:
    found = inks(red, green, blue)

    assert all(0 <= part <= 1 for part in found)
    assert sum(found) <= 3.0 + 1e-9


def test_white_takes_no_ink() -> None:
    assert inks(1, 1, 1) == (0, 0, 0, 0)
