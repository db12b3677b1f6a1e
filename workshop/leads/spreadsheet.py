"""Leads as CSV that a spreadsheet opens well.

What it is like, and why:

- UTF-8 with a byte order mark: without one Excel reads é as Ã©.
- A semicolon between cells: that is what Excel splits on where the comma is the decimal sign, as on
  Dutch computers; LibreOffice and Google find it out by themselves. Otherwise RFC 4180: lines end
  with CRLF, and a cell with a semicolon, a quote or a line break stands between quotes.
- A cell that a spreadsheet would take for a formula (it begins with = + - @, also the wide forms of
  these, or with a tab or line break) gets an apostrophe before it.
- Telephone numbers are the exception: they are ours, a plus and digits, so they cannot be a formula
  that does something. They are written with spaces, +31 6 12345678: of +31612345678 a spreadsheet
  would make a number and drop the plus, and with an apostrophe no telephone could dial it.
"""

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from workshop.language import _
from workshop.leads.form import fields, readable
from workshop.leads.listing import Found
from workshop.leads.times import at

FORMULA_SIGNS = frozenset("=+-@−")
BYTE_ORDER_MARK = "\ufeff"


def as_csv(pages: Iterable[list[Found]]) -> Iterator[str]:
    """The text of the file, in pieces; the heads are in the language spoken now."""
    head = BYTE_ORDER_MARK + _line(_heads())
    return chain([head], map(_lines, pages))


def harmless(text: str) -> str:
    """The cell, so that no spreadsheet takes it for a formula."""
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])[:1]
    risky = first in FORMULA_SIGNS or text[:1] in ("\t", "\r", "\n")
    return f"'{text}" if risky else text


def _heads() -> list[str]:
    labels = [field.label for field in fields()]
    return [_("Time"), _("Workshop"), _("Code"), *labels, _("Agreed to"), _("Language")]


def _lines(page: list[Found]) -> str:
    return "".join(_line(_cells(found)) for found in page)


def _cells(found: Found) -> list[str]:
    lead, workshop = found.lead, found.workshop
    return [
        at(lead.created_at).strftime("%Y-%m-%d %H:%M"),
        harmless(workshop.title),
        workshop.code,
        harmless(lead.leader_name),
        readable(lead.telephone) if lead.telephone else "",
        harmless(lead.email),
        harmless(lead.school),
        harmless(lead.profile),
        harmless(lead.board),
        harmless(lead.question),
        harmless(lead.consent_text),
        lead.language,
    ]


class _Echo:
    """Gives back the line that csv makes instead of writing it somewhere."""

    def write(self, line: str) -> str:
        return line


_writer = csv.writer(_Echo(), delimiter=";", lineterminator="\r\n")


def _line(cells: list[str]) -> str:
    line: str = _writer.writerow(cells)  # what `write` gave
    return line
