"""Numbers as people write them in the spoken language, with the unit at its place."""

from babel.numbers import format_compact_decimal, format_decimal

from workshop.language import spoken

BEFORE = ("€", "$", "£", "¥")
"""Units that stand before their number."""
ATTACHED = ("%", "‰", "°")
"""Units that follow without a space; °C is none of them."""


def plain(number: float) -> str:
    """A number alone: 1984 stays a year, 25.000 is grouped."""
    return format_decimal(number, locale=spoken(), group_separator=abs(number) >= 10_000)


def short(number: float) -> str:
    """A number in little space: 2 mln. for two million."""
    if abs(number) < 1_000_000:
        return plain(number)
    return format_compact_decimal(number, locale=spoken(), fraction_digits=1)


def with_unit(number: str, unit: str) -> str:
    """A written number with its unit."""
    if unit in BEFORE:
        return f"{unit}\N{NO-BREAK SPACE}{number}"
    space = "" if not unit or unit in ATTACHED else "\N{NO-BREAK SPACE}"
    return f"{number}{space}{unit}"
