"""The organisation's sign as a picture in a PDF. Pure."""

from dataclasses import dataclass

from workshop.cards.frame import Box

NAME = "Logo"


@dataclass(frozen=True, slots=True)
class Sign:
    """`pixels` row by row, deflated; without transparency, which a print shop would have to flatten."""

    width: int
    height: int
    space: str
    pixels: bytes

    def within(self, box: Box, align: str) -> Box:
        """As large as fits."""
        scale = min(box.width / self.width, box.height / self.height)
        width, height = self.width * scale, self.height * scale
        free = box.width - width
        left = box.left + {"left": 0.0, "centre": free / 2, "right": free}[align]
        return Box(left, box.bottom + (box.height - height) / 2, width, height)
