"""The page on which admins read the audit log, and the log as a file."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import get_args

import gevent
from flask import Blueprint, Response, abort, render_template, request

from workshop import language
from workshop.accounts import admin_required
from workshop.audit import note
from workshop.audit.entry import ACTS, MACHINES, Act
from workshop.audit.listing import PAGE, Found, Wanted, actors, page, pages
from workshop.audit.words import about_called, act_called, machine_called, which_called, who_called
from workshop.days import ZONE
from workshop.house import database
from workshop.language import _
from workshop.spreadsheet import BYTE_ORDER_MARK, harmless, line

audit = Blueprint("audit", __name__)


@audit.get("/audit")
@admin_required
def log() -> str:
    """The entries, the newest first."""
    wanted = _wanted()
    before = request.args.get("before", type=int)
    note("looked", "audit")
    with database().read() as session:
        found = page(session, wanted, PAGE + 1, before)
        people = actors(session)
    return render_template(
        "audit/log.html",
        found=found[:PAGE],
        older=found[PAGE - 1].entry.id if len(found) > PAGE else None,
        before=before,
        wanted=wanted,
        shown=_told(wanted),
        people=people,
        machines=MACHINES,
        acts=ACTS,
        act_called=act_called,
        about_called=about_called,
        who_called=who_called,
        machine_called=machine_called,
        which_called=which_called,
    )


@audit.get("/audit.csv")
@admin_required
def download() -> Response:
    """The same entries, all of them, for a spreadsheet."""
    wanted = _wanted()
    note("exported", "audit")
    return Response(
        _in_turns(pages(database(), wanted), language.spoken()),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="audit.csv"', "Cache-Control": "no-store"},
    )


def _wanted() -> Wanted:
    who, act = request.args.get("who", ""), request.args.get("act", "")
    is_person = who.isascii() and who.isdigit() and len(who) < 16
    if (who and who not in MACHINES and not is_person) or (act and act not in get_args(Act)):
        abort(404)
    day = None
    with suppress(ValueError):
        day = date.fromisoformat(request.args.get("day", ""))
    return Wanted(who, act, day)


def _told(wanted: Wanted) -> dict[str, str]:
    """The same as fields of an address."""
    told = {"who": wanted.who, "act": wanted.act, "day": wanted.day.isoformat() if wanted.day else ""}
    return {name: value for name, value in told.items() if value}


def _in_turns(found: Iterator[list[Found]], spoken: str) -> Iterator[str]:
    with language.speaking(spoken):
        heads = [
            _("Time"),
            _("Last time"),
            _("Times"),
            _("Who"),
            _("Act"),
            _("Data"),
            _("Workshop"),
            _("Which"),
        ]
        yield BYTE_ORDER_MARK + line(heads)
    for some in found:
        with language.speaking(spoken):
            lines = "".join(line(map(harmless, _cells(each))) for each in some)
        yield lines
        gevent.sleep(0)  # a long download must not keep the phones waiting


def _cells(found: Found) -> list[str]:
    entry = found.entry
    return [
        _sortable(entry.at),
        _sortable(entry.until),
        str(entry.times),
        who_called(found),
        act_called(entry.act),  # type: ignore[arg-type]
        about_called(entry.about),
        found.workshop.title if found.workshop else "",
        which_called(found),
    ]


def _sortable(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(ZONE).strftime("%Y-%m-%d %H:%M:%S")
