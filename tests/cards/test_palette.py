"""Colours on paper: tints that words can be read on, and black."""

import pytest

from workshop.cards.ink import Ink
from workshop.cards.palette import palette
from workshop.decks.colour import contrast


@pytest.mark.parametrize("accent", ["#b4532a", "#f2c500", "#101820", "#ffffff", "#000000"])
def test_words_can_be_read_on_the_tints_of_any_accent(accent: str) -> None:
    colours = palette(accent, "#2f5d62")

    for paper in (colours.field, colours.disc):
        assert contrast(colours.words, paper) >= 4.5
        assert contrast("#000000", paper) >= 12


def test_black_is_one_ink() -> None:
    assert Ink.CMYK.fill("#000000") == "0 0 0 1 k"
    assert Ink.RGB.fill("#000000") == "0 g"
