"""A design's two colours as the tints that paper carries, and words that can be read on them."""

import re
from dataclasses import dataclass

Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)
STEPS = 50
# How much light each gives back: WCAG's relative luminance.
FIELD, DISC, SPOT = 0.84, 0.68, 0.42
# WCAG 2.2's least contrast of words.
CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Palette:
    """`words` can be read on the field and on the disc."""

    field: Colour
    disc: Colour
    spot: Colour
    words: Colour


def palette(accent: str, second: str) -> Palette:
    disc = _tint(_parse(accent), DISC)
    return Palette(
        field=_tint(_parse(accent), FIELD),
        disc=disc,
        spot=_tint(_parse(second), SPOT),
        words=_readable(_parse(accent), disc),
    )


def _parse(text: str) -> Colour:
    """'#b4532a' or '#b52' as three shares of one."""
    digits = text.strip().removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if not re.fullmatch("[0-9a-fA-F]{6}", digits):
        raise ValueError(f"not a colour: {text!r}")
    red, green, blue = bytes.fromhex(digits)
    return red / 255, green / 255, blue / 255


def _tint(colour: Colour, luminance: float) -> Colour:
    """The colour, with as much white as it needs."""
    tints = (_mixed(colour, WHITE, step) for step in range(STEPS + 1))
    return next(tint for tint in tints if _luminance(tint) >= luminance)


def _readable(colour: Colour, paper: Colour) -> Colour:
    """The colour, with as much black as it needs."""
    shades = (_mixed(colour, BLACK, step) for step in range(STEPS + 1))
    return next((shade for shade in shades if _contrast(shade, paper) >= CONTRAST), BLACK)


def _mixed(colour: Colour, other: Colour, step: int) -> Colour:
    red, green, blue = (a + (b - a) * step / STEPS for a, b in zip(colour, other, strict=True))
    return red, green, blue


def _contrast(one: Colour, other: Colour) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
