"""CSV that a spreadsheet opens well.

What it is like, and why:

- UTF-8 with a byte order mark: without one Excel reads é as Ã©.
- A semicolon between cells: that is what Excel splits on where the comma is the decimal sign, as on
  Dutch computers; LibreOffice and Google find it out by themselves. Otherwise RFC 4180: lines end
  with CRLF, and a cell with a semicolon, a quote or a line break stands between quotes.
- A cell that a spreadsheet would take for a formula (it begins with = + - @, also the wide forms of
  these, or with a tab or line break) gets an apostrophe before it.
"""

import csv
import unicodedata
from collections.abc import Iterable

FORMULA_SIGNS = frozenset("=+-@−")
BYTE_ORDER_MARK = "\ufeff"


def harmless(text: str) -> str:
    """The cell, so that no spreadsheet takes it for a formula."""
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])[:1]
    risky = first in FORMULA_SIGNS or text[:1] in ("\t", "\r", "\n")
    return f"'{text}" if risky else text


def line(cells: Iterable[str]) -> str:
    """A line of the file; the cells are harmless already."""
    written: str = _writer.writerow(cells)  # what `write` gave
    return written


class _Echo:
    """Gives back the line that csv makes instead of writing it somewhere."""

    def write(self, line: str) -> str:
        return line


_writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")
