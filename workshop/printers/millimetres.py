"""A number of millimetres as people here write it, and as the test sheet does."""

from babel.numbers import format_decimal

from workshop import language


def millimetres(value: float) -> str:
    """To a hundredth, with the sign that the scales have."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + format_decimal(abs(value), "0.##", locale=language.spoken())
