"""The pages on which staff answer 'what do you have about me' and 'erase me'.

Whom they look for stands in no address: an address is kept by browsers, and by whoever passes it on.
"""

import time
from io import BytesIO
from typing import cast

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, send_file, url_for
from flask_login import current_user
from sqlalchemy import select
from werkzeug.wrappers import Response as AnyResponse

from workshop import audit
from workshop.accounts import User, staff_required
from workshop.cards.added import fonts_in
from workshop.house import database, settings
from workshop.jobs import product
from workshop.language import _
from workshop.personal import PERSONAL
from workshop.privacy.copy import Parts, as_json, as_pdf
from workshop.privacy.erasures import Erasure
from workshop.privacy.person import erase, look_for, may_erase, told
from workshop.privacy.words import field_called, value_told
from workshop.refused import Refused
from workshop.sought import LONGEST, sought

privacy = Blueprint("privacy", __name__)


@privacy.get("/privacy/person")
@staff_required
def person() -> str:
    """The form in which somebody is looked for."""
    return _page("")


@privacy.post("/privacy/person")
@staff_required
def search() -> str | tuple[str, int]:
    """What there is of somebody."""
    typed = request.form.get("sought", "")
    try:
        wanted = sought(typed)
    except Refused as refused:
        return _page(typed, error=refused.text), 422
    parts = look_for(database(), wanted)
    with database().write() as session:
        audit.record(session, _me(), "searched", "person")
        shown = told(session, parts, _me())
    kept = [part.kind.called() for part in parts if not may_erase(part, _me())]
    return _page(typed, shown, kept_back=kept, searched=True)


@privacy.post("/privacy/person.json")
@staff_required
def json_copy() -> Response:
    """The copy for programs."""
    return _file(as_json(_taken(), _now()), "application/json", "json")


@privacy.post("/privacy/person.pdf")
@staff_required
def pdf_copy() -> Response:
    """The copy to read."""
    out = BytesIO()
    parts = _taken()
    with fonts_in(settings().fonts):
        as_pdf(parts, settings().organisation, _now(), out)
    return _file(out.getvalue(), "application/pdf", "pdf")


@privacy.post("/privacy/erase")
@staff_required
def erase_person() -> AnyResponse | tuple[str, int]:
    """Erases everything of somebody, once it is ticked that this is meant; and gives the receipt."""
    typed = request.form.get("sought", "")
    wanted = sought(typed)
    if request.form.get("sure") != "yes":
        parts = look_for(database(), wanted)
        with database().write() as session:
            shown = told(session, parts, _me())
        wrong = _("Tick that you are sure: what is erased cannot come back.")
        return _page(typed, shown, searched=True, unsure=wrong), 422
    parts = look_for(database(), wanted)
    with database().write() as session:
        receipt, files = erase(session, parts, _me())
    for kind, job_id in files:
        product.throw_away(settings().files, kind, job_id)
    flash(_("Erased. This is the receipt."))
    return redirect(url_for("privacy.receipt", number=receipt.number), 303)


@privacy.get("/privacy/receipts/<number>")
@staff_required
def receipt(number: str) -> str:
    """A receipt, to be printed: how much of what was erased, and nothing about whom."""
    with database().read() as session:
        found = session.get(Erasure, number)
        if found is None:
            abort(404)
        by = session.scalar(
            select(User).where(User.id == found.person_id, User.created_at == found.person_since)
        )
    counts = {name: count for name, count in found.counts.items() if name in PERSONAL}
    return render_template(
        "privacy/receipt.html",
        receipt=found,
        by=by,
        counts=[(PERSONAL[name].called(), count) for name, count in counts.items()],
        organisation=settings().organisation,
    )


def _taken() -> Parts:
    """What there is of the one who is asked for, to be taken along."""
    wanted = sought(request.form.get("sought", ""))
    parts = look_for(database(), wanted)
    with database().write() as session:
        for part in parts:
            keys = [piece.key for piece in part.pieces]
            audit.record(session, _me(), "exported", part.kind.name, ids=keys)
        return told(session, parts, _me())


def _page(
    typed: str,
    shown: Parts = (),
    *,
    error: str = "",
    unsure: str = "",
    kept_back: list[str] | None = None,
    searched: bool = False,
) -> str:
    return render_template(
        "privacy/person.html",
        typed=typed,
        longest=LONGEST,
        shown=shown,
        error=error,
        unsure=unsure,
        kept_back=kept_back or [],
        searched=searched,
        field_called=field_called,
        value_told=value_told,
    )


def _file(data: bytes, mimetype: str, ending: str) -> Response:
    name = _("what we have about you")
    response = send_file(
        BytesIO(data), mimetype=mimetype, as_attachment=True, download_name=f"{name}.{ending}"
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _me() -> User:
    return cast(User, current_user)


def _now() -> int:
    return time.time_ns() // 1_000_000
