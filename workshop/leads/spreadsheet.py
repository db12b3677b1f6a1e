"""Leads as CSV, as workshop/spreadsheet.py writes it.

Telephone numbers are the exception to what is made harmless: they are ours, a plus and digits, so they
cannot be a formula that does something. They are written with spaces, +31 6 12345678: of +31612345678 a
spreadsheet would make a number and drop the plus, and with an apostrophe no telephone could dial it.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from sqlalchemy import select

from workshop.accounts.user import User
from workshop.database import Database
from workshop.language import _
from workshop.leads import consent, tag
from workshop.leads.consent import Consent
from workshop.leads.field import fields
from workshop.leads.lead import LeadRow
from workshop.leads.listing import Found
from workshop.leads.status import pipeline
from workshop.leads.telephone import readable
from workshop.leads.times import at
from workshop.spreadsheet import BYTE_ORDER_MARK, harmless, line

TELEPHONE = 3 + [field.name for field in fields()].index("telephone")
"""The column with the numbers."""


def as_csv(database: Database, pages: Iterable[list[Found]]) -> Iterator[str]:
    """The text of the file, in pieces; the heads are in the language spoken now."""
    head = BYTE_ORDER_MARK + line(heads())
    return chain([head], ("".join(_line(cells) for cells in rows(database, page)) for page in pages))


def heads() -> list[str]:
    """The names of the columns."""
    labels = [field.label for field in fields()]
    followed = [_("Status"), _("Owner"), _("Next action"), _("On"), _("Tags")]
    said = [_("More"), _("Agreed to"), _("Withdrawn"), _("Language")]
    return [_("Time"), _("Workshop"), _("Code"), *labels, *followed, *said]


def rows(database: Database, page: list[Found]) -> list[list[str]]:
    """The cells of a page of leads, as they are."""
    ids = [found.lead.id for found in page]
    with database.read() as session:
        tags, consents = tag.of_leads(session, ids), consent.of_leads(session, ids)
        statuses = {each.id: each.words for each in pipeline(session)}
        people = {each.id: each.name for each in session.scalars(select(User))}
    return [
        _cells(
            each,
            statuses[each.lead.status_id],
            people.get(each.lead.owner_id or 0, ""),
            tags[each.lead.id],
            consents[each.lead.id],
        )
        for each in page
    ]


def _line(cells: list[str]) -> str:
    return line(cell if column == TELEPHONE else harmless(cell) for column, cell in enumerate(cells))


def _cells(found: Found, status: str, owner: str, tags: list[str], consents: list[Consent]) -> list[str]:
    lead, workshop = found.lead, found.workshop
    return [
        at(lead.created_at).strftime("%Y-%m-%d %H:%M"),
        workshop.title if workshop else "",
        workshop.code if workshop else "",
        lead.leader_name,
        readable(lead.telephone) if lead.telephone else "",
        lead.email,
        lead.school,
        lead.profile,
        lead.board,
        lead.question,
        status,
        owner,
        lead.next_action,
        lead.next_on.isoformat() if lead.next_on else "",
        ", ".join(tags),
        _more(lead),
        "\n".join(each.wording for each in consents if each.withdrawn_at is None),
        "\n".join(each.wording for each in consents if each.withdrawn_at is not None),
        lead.language,
    ]


def _more(lead: LeadRow) -> str:
    pairs = [*json.loads(lead.extra), *json.loads(lead.answers)]
    return "\n".join(f"{label}: {text}" for label, text in pairs)
