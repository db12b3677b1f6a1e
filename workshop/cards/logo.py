"""The organisation's sign as a picture in a PDF."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageChops, ImageOps

from workshop.cards.frame import Box
from workshop.cards.ink import Ink

LARGEST = 900
"""Pixels: 300 a inch on 75 mm."""
SEEN = 12
"""How far something is from white, of 255, where it is part of the sign and not of the paper around it."""
NAME = "Logo"


@dataclass(frozen=True, slots=True)
class Sign:
    """`pixels` row by row, deflated; without transparency, which a print shop would have to flatten."""

    width: int
    height: int
    space: str
    pixels: bytes
    name: str = NAME

    def within(self, box: Box, align: str) -> Box:
        """As large as fits."""
        scale = min(box.width / self.width, box.height / self.height)
        width, height = self.width * scale, self.height * scale
        free = box.width - width
        left = box.left + {"left": 0.0, "centre": free / 2, "right": free}[align]
        return Box(left, box.bottom + (box.height - height) / 2, width, height)


@lru_cache(maxsize=16)
def sign(file: bytes, ink: Ink) -> Sign | None:
    """A picture file, on white paper and without empty edges; None where there is nothing to be seen."""
    if not file:
        return None
    with Image.open(BytesIO(file)) as opened:
        picture = opened.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    flat = Image.alpha_composite(paper, picture).convert("RGB")
    edges = ImageOps.invert(flat).point(lambda value: 255 if value > SEEN else 0).getbbox()
    if edges is None:
        return None
    flat = flat.crop(edges)
    flat.thumbnail((LARGEST, LARGEST))
    if ink is Ink.RGB:
        return Sign(flat.width, flat.height, "DeviceRGB", zlib.compress(flat.tobytes()))
    return Sign(flat.width, flat.height, "DeviceCMYK", zlib.compress(_inks(flat).tobytes()))


def _inks(picture: Image.Image) -> Image.Image:
    """Complements, with what is grey in black ink alone: `ink.inks` for a whole picture."""
    grey = ImageOps.invert(picture.convert("L"))
    plain = [ImageOps.invert(band) for band in picture.split()]
    black = Image.new("L", picture.size)
    cmyk = Image.merge("CMYK", (*plain, black))
    red, green, blue = picture.split()
    spread = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue)).point(
        lambda value: 255 if value < 8 else 0
    )
    only_black = Image.merge("CMYK", (black, black, black, grey))
    return Image.composite(only_black, cmyk, spread)
