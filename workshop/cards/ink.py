"""Colours as PDF operators: as screens mix them for the office, as inks for the print shop. Pure."""

from enum import Enum

from workshop.cards.separation import inks

BLACK = "#000000"


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
