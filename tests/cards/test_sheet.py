"""Where cards stand on a sheet, and in which colours."""

import pytest

from workshop.cards import sheet
from workshop.cards.palette import palette
from workshop.decks.colour import contrast


def test_four_cards_fill_a_sheet_without_gap_or_overlap() -> None:
    places = list(sheet.places())

    lefts, feet = sorted({x for x, _ in places}), sorted({y for _, y in places})
    assert len(places) == 4
    assert lefts == pytest.approx([0, sheet.CARD_WIDTH])
    assert feet[1] - feet[0] == pytest.approx(sheet.CARD_HEIGHT)
    assert feet[0] == pytest.approx(sheet.HEIGHT - feet[1] - sheet.CARD_HEIGHT)


def test_turned_over_its_long_edge_a_sheet_shows_each_back_behind_its_front() -> None:
    for (x, y), (back_x, back_y) in zip(sheet.places(), sheet.places(back=True), strict=True):
        assert back_x == pytest.approx(sheet.WIDTH - x - sheet.CARD_WIDTH)
        assert back_y == y


@pytest.mark.parametrize("accent", ["#b4532a", "#f2c500", "#101820", "#ffffff", "#000000"])
def test_words_can_be_read_on_the_tints_of_any_accent(accent: str) -> None:
    colours = palette(accent, "#2f5d62")

    for paper in (colours.field, colours.disc):
        assert contrast(colours.words, paper) >= 4.5
        assert contrast("#000000", paper) >= 12
