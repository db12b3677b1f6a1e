"""When a lead was left, as staff read it."""

from datetime import UTC, datetime, tzinfo
from functools import cache

from babel.dates import format_datetime, get_timezone

ZONE = "Europe/Amsterdam"


def when(milliseconds: int, language: str) -> str:
    """The day and time in a language, such as 23 nov 2026, 14:05."""
    return format_datetime(at(milliseconds), "d MMM y, HH:mm", locale=language)


def at(milliseconds: int) -> datetime:
    """The moment, on a clock in the Netherlands."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(_zone())


@cache
def _zone() -> tzinfo | None:
    try:
        return get_timezone(ZONE)
    except LookupError:  # a small system without time zones: then this machine's own clock
        return None
