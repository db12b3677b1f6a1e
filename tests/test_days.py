"""Days end at midnight here, also where the clock is changed."""

from datetime import UTC, date, datetime

import pytest

from workshop.days import end_of, last_day_before


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2026, 11, 30), datetime(2026, 11, 30, 23, tzinfo=UTC)),
        (date(2026, 7, 1), datetime(2026, 7, 1, 22, tzinfo=UTC)),
        (date(2027, 3, 28), datetime(2027, 3, 28, 22, tzinfo=UTC)),
    ],
)
def test_a_day_ends_at_midnight_in_summer_and_in_winter(day: date, ends: datetime) -> None:
    assert end_of(day) == ends.timestamp() * 1000
    assert last_day_before(end_of(day)) == day
