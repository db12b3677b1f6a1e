"""Colours that can be read: contrast by WCAG 2.2, and a weak accent made strong enough. Pure."""

import colorsys
import re

PAPER = "#faf6ee"
"""The paper of every page; tokens.css has the same."""
INK = "#1f1b18"
"""The dark theme's page; tokens.css has the same."""
LEAST_CONTRAST = 4.5
_APART = 2.65
"""A contrast at which also those who see two colours alike see which one is the lighter."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: str) -> bool:
    """Whether it is written as #rrggbb."""
    return bool(_HEX.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 'contrast ratio')."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, 'relative luminance')."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def strong_enough(colour: str, on: str = PAPER) -> str:
    """The same hue, made darker until text in it can be read on `on`."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    while contrast(colour, on) < LEAST_CONTRAST and lightness > 0:
        lightness = max(0.0, lightness - 0.02)
        colour = _hex(*colorsys.hls_to_rgb(hue, lightness, saturation))
    return colour


def light_enough(colour: str, on: str = INK) -> str:
    """The same hue, made lighter until text in it can be read on `on`."""
    while contrast(colour, on) < LEAST_CONTRAST + 1:
        colour = mixed("#ffffff", colour, 0.08)
    return colour


def quiet_beside(loud: str, colour: str, on: str) -> str:
    """A tint of `colour` on a page of the colour `on`, to stand beside `loud`: as far from it in lightness as
    people need who see no difference between their hues."""
    share = 0.45
    while contrast(tint := mixed(colour, on, share), loud) < _APART and share > 0.1:
        share -= 0.05
    return tint


def mixed(colour: str, other: str, share: float) -> str:
    """`share` (0 to 1) of the first colour in the second: a tint or a shade."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return _hex(*(a * share + b * (1 - share) for a, b in pairs))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


def _hex(red: float, green: float, blue: float) -> str:
    return "#" + bytes(round(part * 255) for part in (red, green, blue)).hex()


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
