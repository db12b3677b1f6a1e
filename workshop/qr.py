"""QR codes with error correction M: as modules, as SVG for pages, as text for the terminal."""

import re
from functools import cache

from qrcode import constants
from qrcode.main import QRCode

Matrix = list[list[bool]]

QUIET = 4
MASKS = range(8)
DARK = re.compile(b"\1+")
DIGITS = bytes.maketrans(b"\0\1", b"01")
# Black on white in numbers of the 256 colours, which no theme changes.
INK, PAPER, RESET = "\x1b[38;5;16m", "\x1b[48;5;231m", "\x1b[0m"
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def matrix(text: str) -> Matrix:
    """Rows of modules, dark is true, without the quiet zone.

    Of the eight masks the one with the smallest penalty, as ISO/IEC 18004 asks. `qrcode` makes
    the whole code eight times for that, 3.4 ms; made once and changed, it takes 0.8 ms.
    """
    code = _make(text, MASKS[0])
    size = len(code)
    rows, columns = _bits(code), _bits(_turned(code))
    changes = _changes(size)
    best = min(MASKS, key=lambda n: _penalty(rows ^ changes[n][0], columns ^ changes[n][1], size))
    return _modules(rows ^ changes[best][0], size)


def runs(modules: Matrix) -> list[tuple[int, int, int]]:
    """Dark stretches of a row: column, row, length."""
    return [
        (run.start(), row, run.end() - run.start())
        for row, line in enumerate(modules)
        for run in DARK.finditer(bytes(line))
    ]


def svg(text: str, *, border: int = QUIET) -> str:
    """One path in the colour of the text around it; a unit is a module."""
    modules = matrix(text)
    side = len(modules) + 2 * border
    path = "".join(
        f"M{column + border} {row + border}h{length}v1h-{length}z" for column, row, length in runs(modules)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {side} {side}"'
        f' shape-rendering="crispEdges"><path fill="currentColor" d="{path}"/></svg>'
    )


def terminal(text: str, *, border: int = QUIET) -> str:
    """Two rows of modules a line, dark on light whatever the terminal's own colours are."""
    modules = matrix(text)
    side = len(modules) + 2 * border
    beside, light = [False] * border, [False] * side
    rows = [light] * border + [[*beside, *row, *beside] for row in modules] + [light] * border
    rows += [light] * (side % 2)
    lines = (
        "".join(HALVES[upper, lower] for upper, lower in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )
    return "\n".join(f"{INK}{PAPER}{line}{RESET}" for line in lines)


def _make(text: str, mask: int, version: int | None = None) -> Matrix:
    code = QRCode(
        version=version,
        error_correction=constants.ERROR_CORRECT_M,
        border=0,
        mask_pattern=mask,
    )
    code.add_data(text)
    code.make()
    return [[bool(module) for module in row] for row in code.modules]


@cache
def _changes(size: int) -> list[tuple[int, int]]:
    """What another mask than the first one flips, in the modules and in the format's bits."""
    version = (size - 17) // 4
    codes = [_make("", mask, version) for mask in MASKS]
    rows = [_bits(code) for code in codes]
    columns = [_bits(_turned(code)) for code in codes]
    return [(rows[0] ^ row, columns[0] ^ column) for row, column in zip(rows, columns, strict=True)]


def _turned(modules: Matrix) -> Matrix:
    return [list(column) for column in zip(*modules, strict=True)]


def _bits(modules: Matrix) -> int:
    """All rows as one number, with an empty bit between them: tested all at once by shifting."""
    return int(b"0".join(bytes(row).translate(DIGITS) for row in modules), 2)


def _modules(bits: int, size: int) -> Matrix:
    digits = f"{bits:0{size * (size + 1) - 1}b}"
    return [
        [digit == "1" for digit in digits[start : start + size]] for start in range(0, len(digits), size + 1)
    ]


def _penalty(rows: int, columns: int, size: int) -> int:
    """ISO/IEC 18004, 7.8.3: long runs, squares, what looks like a finder, and too much of one."""
    whole = _whole(size)
    dark = rows.bit_count()
    points = sum(_run_points(bits) + _run_points(bits ^ whole) for bits in (rows, columns))
    points += 3 * (_squares(rows, size) + _squares(rows ^ whole, size))
    points += 40 * sum(_finders(bits, bits ^ whole) for bits in (rows, columns))
    return points + 10 * (abs(dark * 20 - size * size * 10) // (size * size))


@cache
def _whole(size: int) -> int:
    return _bits([[True] * size] * size)


def _run_points(bits: int) -> int:
    """3 for five alike in a row, 1 for each one more."""
    two = bits & bits >> 1
    five = two & two >> 2 & bits >> 4
    return five.bit_count() + 2 * (five & ~(five << 1)).bit_count()


def _squares(bits: int, size: int) -> int:
    two = bits & bits >> 1
    return (two & two >> (size + 1)).bit_count()


def _finders(dark: int, light: int) -> int:
    """1:1:3:1:1 with four light modules on one side of it."""
    core = dark & light >> 1 & dark >> 2 & dark >> 3 & dark >> 4 & light >> 5 & dark >> 6
    four = light & light >> 1 & light >> 2 & light >> 3
    return (core & four >> 7).bit_count() + (core & four << 4).bit_count()
