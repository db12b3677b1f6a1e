"""QR codes as they are scanned."""

from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image
from qrcode import constants, util
from qrcode.main import QRCode

from workshop import qr

TEXTS = [
    "",
    "https://example.org/K7M2PX",
    "https://example.org/f/" + "Ab9" * 60,
    "WIFI:T:WPA;S:School één;P:geheim;;",
    "x" * 1200,
]


def scanned(modules: list[list[bool]], *, border: int = 4) -> str:
    side = len(modules) + 2 * border
    image = Image.new("L", (side, side), 255)
    for column, row, length in qr.runs(modules):
        image.paste(0, (column + border, row + border, column + border + length, row + border + 1))
    (code,) = zxingcpp.read_barcodes(image.resize((side * 4, side * 4), Image.Resampling.NEAREST))
    assert code.ec_level == "M"
    return code.text


@pytest.mark.parametrize("text", TEXTS[1:])
def test_a_code_is_read_as_it_was_made(text: str) -> None:
    assert scanned(qr.matrix(text)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_the_mask_is_at_least_as_good_as_the_librarys_own_choice(text: str) -> None:
    code = QRCode(error_correction=constants.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make()

    ours: list[list[bool | None]] = [[*row] for row in qr.matrix(text)]

    assert len(ours) == len(code.modules)
    assert util.lost_point(ours) <= util.lost_point(code.modules)


def test_runs_are_the_dark_modules() -> None:
    modules = [[True, True, False], [False, False, False], [True, False, True]]

    assert qr.runs(modules) == [(0, 0, 2), (0, 2, 1), (2, 2, 1)]


def test_the_svg_is_one_path_without_any_style() -> None:
    drawing = ElementTree.fromstring(qr.svg("https://example.org", border=2))

    (path,) = drawing
    side = len(qr.matrix("https://example.org")) + 4
    assert drawing.get("viewBox") == f"0 0 {side} {side}"
    assert drawing.get("role") == "img"
    assert path.get("fill") == "currentColor"
    assert not any("style" in each.attrib for each in drawing.iter())


def test_the_terminal_shows_two_rows_a_line_in_black_on_white() -> None:
    lines = qr.terminal("https://example.org").split("\n")

    modules = qr.matrix("https://example.org")
    rows = [row for line in lines for row in rows_of(line)]
    assert all(line.startswith("\x1b[38;5;16m\x1b[48;5;231m") for line in lines)
    assert [row[4 : 4 + len(modules)] for row in rows[4 : 4 + len(modules)]] == modules
    assert not any(any(row) for row in rows[:4])


def rows_of(line: str) -> list[list[bool]]:
    blocks = line.removeprefix(qr.INK + qr.PAPER).removesuffix(qr.RESET)
    return [[block in "▀█" for block in blocks], [block in "▄█" for block in blocks]]
