"""The outcome as an Excel workbook: a sheet a slide, with its table and below it all answers.

Cells are written as texts, never as formulas, whatever they begin with; whole numbers as numbers.
"""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from workshop.language import _
from workshop.results.files import HIDDEN_MARK, sheet_of, summary
from workshop.results.outcome import Outcome, SlideOutcome

LONGEST_NAME = 31
"""Characters of a sheet's name that Excel takes; it takes none of these."""
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_WHOLE = re.compile(r"0|[1-9][0-9]{0,8}")
ROWS_A_TURN = 100


def write_workbook(
    outcome: Outcome, out: BinaryIO, turn: Callable[[], None], finish: Callable[[Callable[[], None]], None]
) -> None:
    """Writes the workbook.

    Args:
        turn: called now and then, for others to go on meanwhile.
        finish: does the last step, which packs everything and takes no turns.
    """
    book = Workbook(out, {"constant_memory": True, "strings_to_urls": False})
    try:
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for each in outcome.slides:
            sheet = book.add_worksheet(_name(each))
            sheet.set_column(0, 0, 48)
            sheet.set_column(1, 9, 14)
            for number, cells in enumerate(_rows(outcome, each)):
                _write(sheet, number, cells, bold if number == 0 else wrapped)
                if number % ROWS_A_TURN == 0:
                    turn()
        if not outcome.slides:
            book.add_worksheet()
    finally:
        finish(book.close)


def _rows(outcome: Outcome, each: SlideOutcome) -> Iterator[list[str]]:
    yield from summary(outcome, each)
    yield []
    several = len(each.asks.questions) > 1
    heads = [_("Answer"), _("Person"), _("Theme"), _("Hidden"), _("Paper sheet")]
    yield [*heads, *([_("Question")] if several else [])]
    for question in range(len(each.asks.questions)):
        for answer in each.of_question(question):
            if answer.withdrawn:  # since the file was begun
                continue
            mark = "" if answer.visible else HIDDEN_MARK
            person = str(outcome.numbers[answer.participant])
            cells = [each.told(answer), person, each.themes(answer), mark, sheet_of(answer)]
            yield [*cells, each.slide.question(question)] if several else cells


def _write(sheet: Worksheet, number: int, cells: list[str], form: object) -> None:
    for column, cell in enumerate(cells):
        if column and _WHOLE.fullmatch(cell):
            sheet.write_number(number, column, int(cell), form)
        elif cell:
            sheet.write_string(number, column, cell, form)


def _name(each: SlideOutcome) -> str:
    """The slide's number makes it unlike all others; an apostrophe at the end is not allowed."""
    title = " ".join(_FORBIDDEN.sub(" ", each.slide.title).split())
    return f"{each.slide.number}. {title}"[:LONGEST_NAME].rstrip("' ")
