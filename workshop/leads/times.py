"""When a lead was left, on a clock in the Netherlands."""

from datetime import UTC, datetime

from workshop.days import ZONE


def at(milliseconds: int) -> datetime:
    """The moment that many milliseconds after the start of 1970 UTC."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone(ZONE)
