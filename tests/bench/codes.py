"""The QR code of a card, by one maker for all printers. Pure."""

import re
from collections.abc import Iterator

import zxingcpp

from workshop.cards.code import OPTIONS

QUIET = 4
_DARK = re.compile(b"\0+")


def runs(link: str) -> tuple[int, list[tuple[int, int, int]]]:
    """How many modules its side has, and its dark stretches: column, row, length."""
    made = zxingcpp.create_barcode(link, zxingcpp.BarcodeFormat.QRCode, options=OPTIONS)
    picture = memoryview(made.to_image(scale=1, add_quiet_zones=False))
    side = picture.shape[0]
    return side, list(_runs(bytes(picture), side))


def svg(link: str) -> str:
    """One path; a unit is a module."""
    side, dark = runs(link)
    path = "".join(f"M{x + QUIET} {y + QUIET}h{length}v1h-{length}z" for x, y, length in dark)
    whole = side + 2 * QUIET
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}"><path d="{path}"/></svg>'


def _runs(modules: bytes, side: int) -> Iterator[tuple[int, int, int]]:
    for row in range(side):
        for dark in _DARK.finditer(modules, row * side, (row + 1) * side):
            yield dark.start() - row * side, row, dark.end() - dark.start()
