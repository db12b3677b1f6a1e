"""How far two small pictures of the same thing are apart, whatever draws their letters."""

from PIL import Image, ImageChops

TILE = 6


def difference(seen: Image.Image, before: Image.Image) -> int:
    """How far the greys, or one of the colours, of the tile that differs most are apart, in the mean.

    255 where the sizes differ.
    """
    if (seen.size, seen.mode) != (before.size, before.mode):
        return 255
    # What lies across the edge of two tiles is in the middle of one when all are moved by half.
    return max(_apart(seen, before, start) for start in (0, TILE // 2))


def _apart(seen: Image.Image, before: Image.Image, start: int) -> int:
    tiles = [image.reduce(TILE, (start, start, *image.size)) for image in (seen, before)]
    return max(most for _least, most in map(Image.Image.getextrema, ImageChops.difference(*tiles).split()))
