from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest

from workshop.doctor import clock
from workshop.doctor.finding import Level

NOON = datetime(2027, 3, 9, 12, tzinfo=UTC)


def test_a_plausible_clock_is_fine_and_is_shown() -> None:
    found = clock.judge(NOON)

    assert found.level is Level.GOOD
    assert found.text == "2027-03-09 12:00 UTC"


@pytest.mark.parametrize("year", [1970, 2024, 2106])
def test_a_year_that_cannot_be_must_be_mended(year: int) -> None:
    assert clock.judge(NOON.replace(year=year)).level is Level.BAD


@pytest.mark.parametrize(
    ("seconds", "level"),
    [(0, Level.GOOD), (-20, Level.GOOD), (60, Level.WARNING), (-3600, Level.BAD)],
)
def test_it_is_compared_with_the_clock_of_the_public_address(seconds: int, level: Level) -> None:
    elsewhere = format_datetime(NOON + timedelta(seconds=seconds), usegmt=True)

    assert clock.judge(NOON, elsewhere).level is level


@pytest.mark.parametrize("header", ["", "yesterday", "Tue, 99 Mar 2027 12:00:00 GMT"])
def test_a_date_that_is_none_is_not_compared(header: str) -> None:
    assert clock.judge(NOON, header).level is Level.GOOD


def test_a_laptop_in_the_zone_of_the_pages_is_fine_and_in_another_is_a_note() -> None:
    here = NOON.astimezone(timezone(timedelta(hours=1), "CET"))
    far = NOON.astimezone(timezone(timedelta(hours=-8), "PST"))

    assert clock.judge(here).level is Level.GOOD
    assert clock.judge(far).level is Level.WARNING
    assert "Europe/Amsterdam" in clock.judge(far).text
