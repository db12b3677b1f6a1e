"""Days, as the calendar of the people here has them."""

from datetime import UTC, date, datetime, time, timedelta

from babel.dates import format_date, get_timezone

from workshop import language

ZONE = get_timezone("Europe/Amsterdam")


def end_of(day: date) -> int:
    """When a day is over (milliseconds since 1970, UTC)."""
    midnight = datetime.combine(day + timedelta(days=1), time(), ZONE)
    return int(midnight.timestamp() * 1000)


def last_day_before(at: int) -> date:
    """The day of which a time (milliseconds since 1970, UTC) is the end."""
    return date_of(at - 1)


def date_of(at: int) -> date:
    """The day of a time (milliseconds since 1970, UTC)."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZONE).date()


def told(at: int) -> str:
    """The day of a time (milliseconds since 1970, UTC), in the spoken language."""
    return format_date(date_of(at), format="long", locale=language.spoken())
