"""Sizes of cards and of paper, in millimetres: ISO 216, ANSI, and what printers sell. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """Upright, unless it is turned."""

    width: float
    height: float

    @property
    def turned(self) -> "Size":
        """The same lying down, or upright again."""
        return Size(self.height, self.width)

    @property
    def is_upright(self) -> bool:
        """Whether it is at least as high as it is wide."""
        return self.height >= self.width


SIZES = {
    "a3": Size(297, 420),
    "a4": Size(210, 297),
    "a5": Size(148, 210),
    "a6": Size(105, 148),
    "a7": Size(74, 105),
    "letter": Size(215.9, 279.4),
    "4x6": Size(101.6, 152.4),
    "business": Size(55, 85),
    "square": Size(148, 148),
    "sra4": Size(225, 320),
    "sra3": Size(320, 450),
}
"""By the names that designs and people use."""
