"""The `workshop leads` commands."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import click
from flask import Flask

from workshop import audit, workshops
from workshop.database import Database
from workshop.failure import Failure
from workshop.house import NAME, House
from workshop.language import _
from workshop.leads import listing, personal
from workshop.leads.listing import Leads
from workshop.leads.spreadsheet import as_csv
from workshop.one_line import one_line_errors


@click.group()
def leads() -> None:
    """What people left in the call-to-action form.

    Example: workshop leads export --output leads.csv
    """


@leads.command()
@click.option("--workshop", "code", metavar="CODE", help="Only those of this workshop.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to this file, which only you may read; default: to the terminal.",
)
@click.pass_obj
def export(app: Flask, code: str | None, output: Path | None) -> None:
    """Write leads as CSV, the newest first: UTF-8, semicolons, safe to open in a spreadsheet.

    Example: workshop leads export --workshop K7QX2M --output leads.csv
    """
    database = cast(House, app.extensions[NAME]).database
    with one_line_errors():
        wanted = _wanted(database, code)
        with database.write() as session:
            audit.record(session, "terminal", "exported", personal.NAME, count=listing.count(session, wanted))
        with _opened(output) as file:
            for text in as_csv(database, listing.pages(database, wanted)):
                file.write(text.encode())
    if output:
        click.echo(_("The leads are in {path}.").format(path=output), err=True)


def _wanted(database: Database, code: str | None) -> Leads:
    if code is None:
        return listing.all_leads()
    with database.read() as session:
        workshop = workshops.by_code(session, workshops.tidy_code(code))
    if workshop is None:
        raise Failure(_("no workshop has the code {code}").format(code=code))
    return listing.of_workshop(listing.all_leads(), workshop)


@contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    if output is None:
        yield sys.stdout.buffer
        return
    descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        yield file
