"""Numbers in a few bars of a round width."""

from random import Random

import pytest

from workshop.histogram import FEWEST_TO_ZOOM, MOST_BARS, histogram


def test_values_are_counted_in_bars_of_a_round_width() -> None:
    drawn = histogram([0, 9, 10, 55], 0, 100)

    assert drawn.step == 10
    assert drawn.edges == tuple(range(0, 101, 10))
    assert [bar.count for bar in drawn.bars] == [2, 1, 0, 0, 0, 1, 0, 0, 0, 0]


def test_the_highest_number_has_no_bar_of_its_own() -> None:
    (*_others, last) = histogram([100], 0, 100).bars

    assert (last.first, last.last, last.count) == (90, 100, 1)


def test_few_numbers_have_a_bar_each_and_lie_in_its_middle() -> None:
    drawn = histogram([3, 3], 1, 10)

    assert drawn.edges == tuple(range(1, 11))
    assert [(bar.first, bar.last) for bar in drawn.bars] == [(number, number) for number in range(1, 11)]
    assert drawn.x(3) == drawn.bars[2].middle


def test_bars_begin_at_round_numbers_and_say_no_more_than_can_be_given() -> None:
    drawn = histogram([], 1907, 2025)

    assert drawn.edges[0] == 1900
    assert drawn.bars[0].first == 1907
    assert drawn.bars[-1].last == 2025


def test_numbers_below_zero_are_counted_as_well() -> None:
    drawn = histogram([-50, -41, -1, 0], -50, 50)

    assert [bar.count for bar in drawn.bars][:6] == [2, 0, 0, 0, 1, 1]


def test_what_lies_far_off_stands_beside_bars_of_what_most_people_gave() -> None:
    drawn = histogram([0, *range(290, 311), 50_000, 99_999], 0, 100_000)

    less, *bars, more = drawn.bars
    assert (less.is_far_off, less.count) == (True, 1)
    assert (more.is_far_off, more.count, more.last) == (True, 2, 100_000)
    assert sum(bar.count for bar in bars) == 21
    assert not any(bar.is_far_off for bar in bars)
    assert more.first - less.last < 100


def test_what_is_marked_is_in_the_picture_also_where_nobody_was_near() -> None:
    values = [100 + number for number in range(FEWEST_TO_ZOOM)]

    assert histogram(values, 0, 100_000).edges[-1] < 200
    assert histogram(values, 0, 100_000, mark=500.5).edges[-1] > 500


def test_where_everybody_gives_the_same_there_is_still_something_around_it() -> None:
    drawn = histogram([500] * 20, 0, 1000)

    assert len(drawn.edges) > 5
    assert drawn.edges[0] < 500 < drawn.edges[-1]


def test_a_few_answers_do_not_narrow_the_picture() -> None:
    assert histogram([5] * (FEWEST_TO_ZOOM - 1), 0, 1000).edges[-1] == 1000


@pytest.mark.parametrize("seed", range(200))
def test_everybody_is_in_one_of_at_most_twelve_bars_that_do_not_overlap(seed: int) -> None:
    random = Random(seed)
    low = random.choice([0, 1, -7, 1900, -(10**15)])
    high = low + random.choice([1, 2, 9, 12, 13, 99, 100, 1000, 123_457, 10**15])
    middle, wide = random.randint(low, high), random.choice([1, (high - low) / 50, high - low])
    values = [min(high, max(low, round(random.gauss(middle, wide)))) for _ in range(random.randint(0, 60))]
    mark = random.choice([None, random.uniform(low, high)])

    drawn = histogram(values, low, high, mark)

    assert len(drawn.bars) <= MOST_BARS
    assert sum(bar.count for bar in drawn.bars) == len(values)
    assert all(bar.count == sum(bar.first <= value <= bar.last for value in values) for bar in drawn.bars), (
        "each bar holds what it says"
    )
    sides = [side for bar in drawn.bars for side in (bar.x, bar.x + bar.width)]
    assert sides == sorted(sides)
    assert sides[0] >= 0
    assert sides[-1] <= 100 + 1e-9
    assert all(0 <= bar.height <= 1 for bar in drawn.bars)
