"""The leads of a filter as files: CSV, an Excel workbook, vCards; and the calendar of next actions."""

import time
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import BinaryIO

import gevent
from flask import Blueprint, Response, abort, send_file
from xlsxwriter import Workbook

from workshop import audit
from workshop.accounts import User, user_required
from workshop.addresses import Addresses
from workshop.database import Database
from workshop.house import database, settings
from workshop.language import _
from workshop.leads import agenda, listing
from workshop.leads.asking import asked
from workshop.leads.lead import LeadRow
from workshop.leads.listing import Found
from workshop.leads.personal import NAME
from workshop.leads.spreadsheet import as_csv, heads, rows
from workshop.leads.times import at
from workshop.leads.vcard import vcard

blueprint = Blueprint("lead_files", __name__)

MOST_IN_AGENDA = 2_000
ROWS_A_TURN = 100
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@blueprint.get("/leads.csv")
@user_required
def as_text() -> Response:
    """All of them, as a file for a spreadsheet."""
    return _streamed(as_csv(database(), _pages()), "csv", "text/csv; charset=utf-8")


@blueprint.get("/leads.vcf")
@user_required
def as_vcards() -> Response:
    """All of them, for an address book."""
    cards = ("".join(vcard(each.lead) for each in page) for page in _pages())
    return _streamed(cards, "vcf", "text/vcard; charset=utf-8")


@blueprint.get("/leads.xlsx")
@user_required
def as_workbook() -> Response:
    """All of them, as an Excel workbook."""
    file = BytesIO()
    write_workbook(file, database(), _pages())
    file.seek(0)
    response = send_file(file, as_attachment=True, download_name=_name("xlsx"), mimetype=EXCEL)
    response.headers["Cache-Control"] = "no-store"
    return response


def write_workbook(file: BinaryIO, database: Database, pages: Iterable[list[Found]]) -> None:
    """Writes row by row, in memory that does not grow with them; texts stay texts whatever they look like."""
    book = Workbook(file, {"constant_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet(_("Leads"))
    bold = book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(heads()) - 1, 22)
    every = chain([heads()], chain.from_iterable(rows(database, page) for page in pages))
    for number, cells in enumerate(every):
        for column, cell in enumerate(cells):
            sheet.write_string(number, column, cell, None if number else bold)
        if number % ROWS_A_TURN == 0:
            gevent.sleep(0)  # a long file must not keep the phones waiting
    gevent.get_hub().threadpool.apply(book.close)  # packs everything, and takes no turns


@blueprint.get("/agenda/<int:person_id>/<key>.ics")
def calendar(person_id: int, key: str) -> Response:
    """A person's next actions, for the calendar on their phone, which has no session."""
    with database().read() as session:
        person = session.get(User, person_id)
        if person is None or not agenda.is_key(key, person, settings().secret):
            abort(404)
        mine = listing.seen_by(person).where(LeadRow.owner_id == person.id, LeadRow.next_on.is_not(None))
        found = listing.page(session, mine, MOST_IN_AGENDA, by_day=True)
        with database().write() as log:
            audit.record(log, person, "exported", NAME, ids=[each.lead.id for each in found])
        text = agenda.calendar(_("Leads"), [each.lead for each in found], Addresses(settings()).base)
    return Response(text, content_type="text/calendar; charset=utf-8")


def _pages() -> Iterator[list[Found]]:
    with database().read() as session:
        wanted = asked(session)
        audit.note("exported", NAME, count=listing.count(session, wanted.leads))
    return listing.pages(database(), wanted.leads)


def _streamed(texts: Iterable[str], ending: str, kind: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="{_name(ending)}"',
        "Cache-Control": "no-store",
    }
    return Response(_in_turns(texts), content_type=kind, headers=headers)


def _name(ending: str) -> str:
    day = at(time.time_ns() // 1_000_000).strftime("%Y-%m-%d")
    name = _("leads")
    return f"{name}-{day}.{ending}"


def _in_turns(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield text
        gevent.sleep(0)  # a long download must not keep the phones waiting
