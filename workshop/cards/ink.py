"""Colours as PDF operators: as screens mix them for the office, as inks for the print shop. Pure."""

from enum import Enum

BLACK = "#000000"
GREY_FROM = 0.5
"""Black ink comes in only where a colour is darker than this: in a light tint its dots would be seen."""
MOST = 3.0
"""All inks together, where each alone is 1 at the most: more does not dry."""


class Ink(Enum):
    """What a sheet is printed with."""

    RGB = "rgb"
    CMYK = "cmyk"

    def fill(self, colour: str) -> str:
        """#rrggbb; black is one ink, so that words and codes are printed without coloured dots."""
        if colour == BLACK:
            return "0 g" if self is Ink.RGB else "0 0 0 1 k"
        red, green, blue = (part / 255 for part in bytes.fromhex(colour[1:]))
        return self.mixed(red, green, blue)

    def mixed(self, red: float, green: float, blue: float) -> str:
        """The same for parts between 0 and 1."""
        if self is Ink.RGB:
            return f"{red:.3g} {green:.3g} {blue:.3g} rg"
        return " ".join(f"{part:.3g}" for part in inks(red, green, blue)) + " k"


def inks(red: float, green: float, blue: float) -> tuple[float, float, float, float]:
    """Cyan, magenta, yellow and black, from 0 to 1; without a profile, so as near as complements come.

    The grey that three inks would print together is taken over by black, from a middle tone on.
    """
    cyan, magenta, yellow = 1 - red, 1 - green, 1 - blue
    grey = min(cyan, magenta, yellow)
    black = max(0.0, (grey - GREY_FROM) / (1 - GREY_FROM))
    rest = 1 - black
    if not rest:
        return 0.0, 0.0, 0.0, 1.0
    coloured = [max(0.0, (part - black) / rest) for part in (cyan, magenta, yellow)]
    less = min(1.0, (MOST - black) / (sum(coloured) or 1.0))
    cyan, magenta, yellow = (part * less for part in coloured)
    return cyan, magenta, yellow, black
