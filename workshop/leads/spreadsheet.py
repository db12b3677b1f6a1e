"""Leads as CSV, as workshop/spreadsheet.py writes it.

Telephone numbers are the exception to what is made harmless: they are ours, a plus and digits, so they
cannot be a formula that does something. They are written with spaces, +31 6 12345678: of +31612345678 a
spreadsheet would make a number and drop the plus, and with an apostrophe no telephone could dial it.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from workshop.language import _
from workshop.leads.form import fields, readable
from workshop.leads.listing import Found
from workshop.leads.times import at
from workshop.spreadsheet import BYTE_ORDER_MARK, harmless, line


def as_csv(pages: Iterable[list[Found]]) -> Iterator[str]:
    """The text of the file, in pieces; the heads are in the language spoken now."""
    head = BYTE_ORDER_MARK + line(_heads())
    return chain([head], map(_lines, pages))


def _heads() -> list[str]:
    labels = [field.label for field in fields()]
    return [_("Time"), _("Workshop"), _("Code"), *labels, _("Agreed to"), _("Language")]


def _lines(page: list[Found]) -> str:
    return "".join(line(_cells(found)) for found in page)


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
