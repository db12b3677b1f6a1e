"""The pages on which presenters keep the numbers of their printers, and the test sheet that tells them."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, flash, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from workshop import language
from workshop.accounts import presenter_required
from workshop.cards.calibration import Calibration, render_test_sheet, steps
from workshop.cards.imposition import Flip
from workshop.days import ZONE
from workshop.forms import FieldsRefused
from workshop.house import database
from workshop.language import _
from workshop.printers.measured import LONGEST_NAME, measured
from workshop.printers.millimetres import millimetres
from workshop.printers.printer import Printer, all_printers, by_id, delete, save
from workshop.web import day

printers = Blueprint("printers", __name__)

FLIPS = {"long": Flip.LONG, "short": Flip.SHORT}
"""By the words in an address."""
ONE = "/printers/<int:printer_id>"
FIELDS = ("name", "right", "up")


@printers.get("/printers")
@presenter_required
def page() -> str:
    """All printers, and the form for another; what ?name=…&right=…&up=… says stands in it."""
    return _all(request.args)


@printers.post("/printers")
@presenter_required
def add() -> AnyResponse | tuple[str, int]:
    """Keeps a new printer; what is wrong stands beside its field, with all that was typed."""
    try:
        kept = _keep(None)
    except FieldsRefused as refused:
        return _all(request.form, refused.fields), 422
    flash(_("{name} is kept.").format(name=kept.name))
    return redirect(url_for("printers.page"), 303)


@printers.get(ONE)
@presenter_required
def one(printer_id: int) -> str:
    """A printer, to be changed."""
    printer = _printer(printer_id)
    return _changing(printer, _typed(printer))


@printers.post(ONE)
@presenter_required
def change(printer_id: int) -> AnyResponse | tuple[str, int]:
    """Keeps other words and numbers of a printer."""
    printer = _printer(printer_id)
    try:
        kept = _keep(printer_id)
    except FieldsRefused as refused:
        return _changing(printer, request.form, refused.fields), 422
    flash(_("{name} is kept.").format(name=kept.name))
    return redirect(url_for("printers.page"), 303)


@printers.post(f"{ONE}/remove")
@presenter_required
def remove(printer_id: int) -> AnyResponse:
    """Forgets a printer. All that was known of it stands in the form for another, so one press undoes it."""
    printer = _printer(printer_id)
    with database().write() as session:
        delete(session, printer_id)
    flash(
        _("{name} is removed. Was that a mistake? It still stands in the form: keep it again.").format(
            name=printer.name
        )
    )
    return redirect(f"{url_for('printers.page')}?{urlencode(_typed(printer))}", 303)


@printers.get("/printers/test-sheet.pdf")
@presenter_required
def test_sheet() -> Response:
    """The test sheet for ?flip=long or short; with ?printer=… its back is moved as that one's backs are."""
    flip = FLIPS.get(request.args.get("flip", "long"))
    if flip is None:
        abort(404)
    out = BytesIO()
    render_test_sheet(_calibration(flip), language.spoken(), out)
    name = _("test-sheet")
    response = Response(out.getvalue(), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def _calibration(flip: Flip) -> Calibration:
    today = day(datetime.now(ZONE).date())
    if "printer" not in request.args:
        return Calibration(flip, today)
    printer = _printer(request.args.get("printer", 0, type=int))
    return Calibration(flip, today, printer.name, printer.offset)


def _keep(printer_id: int | None) -> Printer:
    wanted = measured(*(request.form.get(name, "") for name in FIELDS))
    with database().write() as session:
        return save(session, wanted, None if printer_id is None else _found(session, printer_id))


def _printer(printer_id: int) -> Printer:
    with database().read() as session:
        return _found(session, printer_id)


def _found(session: Session, printer_id: int) -> Printer:
    """The printer; ends the request where there is none."""
    return by_id(session, printer_id) or abort(404)


def _typed(printer: Printer) -> dict[str, str]:
    """A printer as one types it."""
    return dict(zip(FIELDS, (printer.name, *map(millimetres, printer.offset)), strict=True))


def _all(typed: Mapping[str, str], errors: Mapping[str, str] | None = None) -> str:
    with database().read() as session:
        found = all_printers(session)
    return render_template(
        "printers/printers.html",
        printers=found,
        steps=steps(),
        millimetres=millimetres,
        **_form(typed, errors),
    )


def _changing(printer: Printer, typed: Mapping[str, str], errors: Mapping[str, str] | None = None) -> str:
    return render_template("printers/printer.html", printer=printer, **_form(typed, errors))


def _form(typed: Mapping[str, str], errors: Mapping[str, str] | None) -> dict[str, object]:
    return {"typed": typed, "errors": errors or {}, "longest_name": LONGEST_NAME}
