"""The `workshop printers` commands."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import cast

import click
from flask import Flask

from workshop import language
from workshop.cards.calibration import Calibration, render_test_sheet
from workshop.cards.imposition import Flip
from workshop.database import Database
from workshop.days import ZONE
from workshop.failure import Failure
from workshop.forms import FieldsRefused
from workshop.house import NAME, House
from workshop.language import _
from workshop.one_line import one_line_errors
from workshop.printers.measured import measured
from workshop.printers.millimetres import millimetres
from workshop.printers.printer import all_printers, by_name, delete, save
from workshop.web import day


@click.group()
def printers() -> None:
    """Printers, and how far the backs of their sheets must move to lie behind the fronts.

    Print the test sheet, hold it against the light, and read the two numbers from it.

    Example: workshop printers add "Staff room" --right 0.5 --up=-0.3
    """


@printers.command("list")
@click.pass_obj
def list_printers(app: Flask) -> None:
    """Show the printers with their numbers, in millimetres.

    Example: workshop printers list
    """
    with one_line_errors(), _database(app).read() as session:
        found = all_printers(session)
    if not found:
        click.echo(_("There is no printer yet. Add one with: workshop printers add NAME"))
    for printer in found:
        text = _("to the right {right} mm, upwards {up} mm")
        right, up = map(millimetres, printer.offset)
        click.echo(f"{printer.name}  {text.format(right=right, up=up)}")


@printers.command()
@click.argument("name")
@click.option("--right", default="0", help="How far backs move to the right, in mm.", show_default=True)
@click.option("--up", default="0", help="How far backs move upwards, in mm.", show_default=True)
@click.pass_obj
def add(app: Flask, name: str, right: str, up: str) -> None:
    """Add a printer with the numbers that its test sheet told.

    Example: workshop printers add "Staff room" --right 0.5 --up=-0.3
    """
    try:
        with one_line_errors(), _database(app).write() as session:
            printer = save(session, measured(name, right, up))
    except FieldsRefused as refused:
        raise Failure("\n".join(f"{field}: {text}" for field, text in refused.fields.items())) from refused
    click.echo(_("{name} is kept.").format(name=printer.name))


@printers.command()
@click.argument("name")
@click.pass_obj
def remove(app: Flask, name: str) -> None:
    """Remove a printer.

    Example: workshop printers remove "Staff room"
    """
    with one_line_errors(), _database(app).write() as session:
        printer = by_name(session, name)
        if printer is None:
            raise Failure(
                _("there is no printer {name}; which there are: workshop printers list").format(name=name)
            )
        delete(session, printer.id)
    click.echo(_("{name} is removed.").format(name=printer.name))


@printers.command()
@click.option(
    "--flip",
    type=click.Choice(("long", "short")),
    default="long",
    show_default=True,
    help="On which edge the printer flips the sheet; cards are made for the long one.",
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="Write to this file."
)
def test_sheet(flip: str, output: Path) -> None:
    """Write the test sheet as a PDF, to be printed on both sides at actual size.

    Example: workshop printers test-sheet --output test-sheet.pdf
    """
    wanted = Calibration(Flip[flip.upper()], day(datetime.now(ZONE).date()))
    out = BytesIO()
    render_test_sheet(wanted, language.spoken(), out)
    with one_line_errors():
        output.write_bytes(out.getvalue())
    click.echo(_("The test sheet is in {path}.").format(path=output))


def _database(app: Flask) -> Database:
    return cast(House, app.extensions[NAME]).database
