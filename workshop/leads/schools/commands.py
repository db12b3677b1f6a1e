"""The `workshop schools` commands."""

from pathlib import Path
from typing import cast

import click
from flask import Flask

from workshop.failure import Failure
from workshop.house import NAME, House
from workshop.language import _, plural
from workshop.leads.schools import school
from workshop.leads.schools.file import schools_in
from workshop.one_line import one_line_errors
from workshop.refused import Refused


@click.group()
def schools() -> None:
    """The schools that forms suggest while somebody types; any other name is taken as well.

    Example: workshop schools import schools.csv
    """


@schools.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_obj
def import_(app: Flask, file: Path) -> None:
    """Replace the list by that of a CSV file or an Excel workbook: name, and if there is one place and board.

    Example: workshop schools import schools.csv
    """
    with one_line_errors():
        try:
            found = schools_in(file)
        except Refused as refused:
            raise Failure(refused.text) from None
        with cast(House, app.extensions[NAME]).database.write() as session:
            school.replace(session, found)
    click.echo(plural("The list has one school now.", "The list has {n} schools now.", len(found)))


@schools.command()
@click.pass_obj
def forget(app: Flask) -> None:
    """Empty the list: forms suggest nothing any more.

    Example: workshop schools forget
    """
    with one_line_errors(), cast(House, app.extensions[NAME]).database.write() as session:
        school.replace(session, [])
    click.echo(_("There is no list of schools now; forms suggest nothing."))
