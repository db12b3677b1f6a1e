"""Numbers as people write them in the spoken language, with the unit at its place."""

from babel.numbers import format_compact_decimal, format_decimal

from workshop.language import spoken

CURRENCIES = ("€", "$", "£", "¥")
SHARES = ("%", "‰")


def stands_before(unit: str) -> bool:
    """Whether a unit stands before its number: € 20, and in German and French 20 €."""
    return unit in CURRENCIES and spoken() not in ("de", "fr")


def is_attached(unit: str) -> bool:
    """Whether a unit follows without a space: 20%, and in German and French 20 %. °C never does."""
    return unit == "°" or (unit in SHARES and spoken() not in ("de", "fr"))


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
    if stands_before(unit):
        return f"{unit}\N{NO-BREAK SPACE}{number}"
    space = "" if not unit or is_attached(unit) else "\N{NO-BREAK SPACE}"
    return f"{number}{space}{unit}"
