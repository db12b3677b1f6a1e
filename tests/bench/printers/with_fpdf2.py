"""fpdf2, with its text shaping."""

from collections.abc import Iterable
from pathlib import Path

from fpdf import FPDF

from tests.bench import codes
from tests.bench.letters import ACCENT, DAY, KICKER, LINK_WORDS, ORGANISATION, SECOND, Letter
from workshop.assets import VENDOR

WIDTH, HEIGHT, MARGIN, CODE = 105, 148, 12, 34
FONTS = {
    ("atkinson", ""): "atkinson/regular.ttf",
    ("atkinson", "B"): "atkinson/bold.ttf",
    ("atkinson", "I"): "atkinson/italic.ttf",
    ("fraunces", ""): "fraunces/semibold.ttf",
}


def print_cards(letters: Iterable[Letter], target: Path) -> None:
    """Page after page."""
    pdf = FPDF(unit="mm", format=(WIDTH, HEIGHT))
    pdf.set_margin(MARGIN)
    pdf.set_auto_page_break(False)
    for (family, style), file in FONTS.items():
        pdf.add_font(family, style, VENDOR / file)
    pdf.set_text_shaping(True)
    for letter in letters:
        _front(pdf, letter)
        _back(pdf, letter)
    pdf.output(str(target))


def _front(pdf: FPDF, letter: Letter) -> None:
    pdf.add_page()
    _text(pdf, KICKER, "B", 9, ACCENT)
    pdf.set_y(MARGIN + 12)
    _text(pdf, letter.heading, "", 22, family="fraunces")
    _code(pdf, letter.link)
    pdf.set_y(HEIGHT - MARGIN - 11)
    _text(pdf, LINK_WORDS, "B", 11, SECOND)
    _text(pdf, ORGANISATION, "", 9)


def _back(pdf: FPDF, letter: Letter) -> None:
    pdf.add_page()
    _text(pdf, letter.message, "", 11)
    pdf.set_y(pdf.get_y() + 4)
    _text(pdf, letter.sender, "I", 11)
    pdf.set_y(HEIGHT - MARGIN - 5)
    _text(pdf, DAY, "", 9)


def _text(
    pdf: FPDF, words: str, style: str, size: float, colour: str = "#000000", family: str = "atkinson"
) -> None:
    pdf.set_font(family, style, size)
    pdf.set_text_color(colour)
    pdf.multi_cell(0, size * 0.5, words, align="L", new_x="LMARGIN", new_y="NEXT")


def _code(pdf: FPDF, link: str) -> None:
    side, dark = codes.runs(link)
    module = CODE / (side + 2 * codes.QUIET)
    left, top = MARGIN + codes.QUIET * module, HEIGHT - MARGIN - 12 - CODE
    pdf.set_fill_color(0)
    for x, y, length in dark:
        pdf.rect(left + x * module, top + y * module, length * module, module, style="F")
