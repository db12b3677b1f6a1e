"""When a lead was left, on a clock in the Netherlands."""

from datetime import UTC, datetime

from babel.dates import get_timezone

ZONE = get_timezone("Europe/Amsterdam")


def at(milliseconds: int) -> datetime:
    """The moment that many milliseconds after the start of 1970 UTC."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(ZONE)
