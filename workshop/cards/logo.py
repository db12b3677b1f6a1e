"""The organisation's sign: from a picture file to what a PDF has of it."""

import zlib
from functools import lru_cache, partial
from io import BytesIO

from PIL import Image, ImageChops, ImageFilter, ImageOps

from workshop.cards.ink import Ink
from workshop.cards.separation import inks
from workshop.cards.sign import Sign

LARGEST = 900
"""Pixels: 300 a inch on 75 mm."""
TABLE = 9
"""Steps from dark to light for red, green and blue each, of which pictures are converted."""
SEEN = 12
"""How far something is from white, of 255, where it is part of the sign and not of the paper around it."""


@lru_cache(maxsize=16)
def sign_of(file: bytes, ink: Ink) -> Sign | None:
    """A picture file, on white paper and without empty edges; None where there is nothing to be seen."""
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
    """`separation.inks` for a whole picture; between steps of the table greys would not be black alone."""
    cmyk = picture.filter(_table())
    black = Image.new("L", picture.size)
    only_black = Image.merge("CMYK", (black, black, black, picture.convert("L").point(_greys())))
    red, green, blue = picture.split()
    spread = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return Image.composite(only_black, cmyk, spread.point(lambda value: 255 if value < 8 else 0))


@lru_cache(maxsize=1)
def _table() -> ImageFilter.Color3DLUT:
    """Made in 0.2 s, when the first picture goes to a print shop."""
    step = partial(inks, greys_alone=False)
    return ImageFilter.Color3DLUT.generate(TABLE, step, channels=4, target_mode="CMYK")


@lru_cache(maxsize=1)
def _greys() -> list[int]:
    """How much black for each grey."""
    return [round(255 * inks(grey / 255, grey / 255, grey / 255)[3]) for grey in range(256)]
