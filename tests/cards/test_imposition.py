"""Backs meet their fronts, however a sheet is turned, and nothing overlaps."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.cards.imposition import Flip, Imposition, Order, Place, card_at, imposed
from workshop.cards.sizes import SIZES, Size

CARDS = st.builds(Size, st.floats(30, 300), st.floats(30, 300))
SHEETS = st.sampled_from([SIZES["a4"], SIZES["sra4"], SIZES["letter"], SIZES["a3"]])


def all_impositions(card: Size, sheet: Size, gap: float, flip: Flip) -> Imposition | None:
    try:
        return imposed(card, sheet, gap=gap, flip=flip)
    except ValueError:
        return None


def through(place: Place, of: Imposition) -> tuple[float, float]:
    """Where a place on the back shows through at the front, once the sheet is turned."""
    card, sheet = of.card, of.sheet
    if (of.flip is Flip.LONG) == sheet.is_upright:
        return sheet.width - place.x - card.width, place.y
    return place.x, sheet.height - place.y - card.height


@given(CARDS, SHEETS, st.floats(0, 10), st.sampled_from([Flip.LONG, Flip.SHORT]))
def test_each_back_meets_its_front(card: Size, sheet: Size, gap: float, flip: Flip) -> None:
    if of := all_impositions(card, sheet, gap, flip):
        fronts = [(place.x, place.y) for place in of.fronts()]
        assert [through(place, of) for place in of.backs()] == [pytest.approx(front) for front in fronts]


@given(CARDS, SHEETS, st.floats(0, 10))
def test_cards_stay_on_the_sheet_and_apart(card: Size, sheet: Size, gap: float) -> None:
    if of := all_impositions(card, sheet, gap, Flip.LONG):
        places = list(of.fronts())
        assert all(place.x >= -0.001 and place.x + card.width <= of.sheet.width + 0.001 for place in places)
        assert all(place.y >= -0.001 and place.y + card.height <= of.sheet.height + 0.001 for place in places)
        for one, other in combinations(places, 2):
            beside = abs(one.x - other.x) >= card.width + gap - 0.001
            assert beside or abs(one.y - other.y) >= card.height + gap - 0.001


@pytest.mark.parametrize(
    ("card", "sheet", "gap", "grid", "margins"),
    [
        ("a6", "a4", 0, (2, 2), (0, 0.5)),
        ("a6", "sra4", 6, (2, 2), (4.5, 9)),
        ("business", "a4", 0, (5, 2), (11, 20)),
        ("a7", "a4", 0, (4, 2), (0.5, 0)),
        ("a4", "a4", 0, (1, 1), (0, 0)),
        ("4x6", "letter", 0, (2, 1), (6.35, 63.5)),
    ],
)
def test_a_sheet_holds_what_it_can(
    card: str, sheet: str, gap: float, grid: tuple[int, int], margins: tuple[float, float]
) -> None:
    of = imposed(SIZES[card], SIZES[sheet], gap=gap)

    assert (of.columns, of.rows) == grid
    assert of.margins == pytest.approx(margins)


def test_four_cards_that_touch_take_two_cuts_beside_the_edges() -> None:
    xs, ys = imposed(SIZES["a6"], SIZES["a4"]).cuts()

    assert xs == [0, 105, 210]
    assert ys == [0.5, 148.5, 296.5]


def test_a_card_that_no_sheet_holds_is_told() -> None:
    with pytest.raises(ValueError, match="smaller"):
        imposed(SIZES["a3"], SIZES["a4"])


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(("cards", "count"), [(1, 4), (8, 4), (9, 4), (30, 9)])
def test_every_card_has_a_place_of_its_own(order: Order, cards: int, count: int) -> None:
    sheets = -(-cards // count)

    cards_at = [
        card_at(sheet, place, count, sheets, order) for sheet in range(sheets) for place in range(count)
    ]

    assert sorted(cards_at) == list(range(sheets * count))


def test_piles_that_were_cut_make_one_in_the_right_order() -> None:
    sheets, count = 3, 4

    piles = [
        [card_at(sheet, place, count, sheets, Order.PILES) for sheet in range(sheets)]
        for place in range(count)
    ]

    assert [number for pile in piles for number in pile] == list(range(12))
