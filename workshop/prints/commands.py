"""`workshop cards`: a workshop's cards as a PDF, without the web."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast

import click
from flask import Flask
from rich.console import Console
from rich.progress import Progress

from workshop import audit, language, workshops
from workshop.addresses import Addresses
from workshop.cards.card import Report
from workshop.cards.design import USUAL
from workshop.cards.east import helpful
from workshop.database import Database
from workshop.failure import Failure
from workshop.fonts.shelf import Shelf
from workshop.house import NAME, House
from workshop.language import _, plural
from workshop.one_line import one_line_errors
from workshop.printers.printer import by_name
from workshop.prints.batch import Batch, batch_of
from workshop.prints.personal import about_of
from workshop.prints.wish import BACKS, CARD_SIZES, KINDS, MOST_COPIES, PAPERS, Kind, Wish
from workshop.refused import Refused
from workshop.workshops import Workshop


@click.command()
@click.argument("code")
@click.option("--kind", type=click.Choice(KINDS), required=True, help="What is printed.")
@click.option("--design", default=USUAL, help="How it looks: see `workshop designs list`.")
@click.option("--size", type=click.Choice(CARD_SIZES), help="How large a card is; A6 for most kinds.")
@click.option("--lying/--upright", "lies", default=None, help="Wider than high, or not.")
@click.option(
    "--back",
    type=click.Choice(BACKS),
    default="letter",
    help="A letter, a postcard with room for an address and a stamp, or a card to fold.",
)
@click.option(
    "--paper",
    type=click.Choice(PAPERS),
    default="a4",
    help="Sheets for the office (A4, A3, letter); SRA4 and SRA3 with bleed and marks, or one card a page,"
    " for a print shop; each card as a PDF of its own, in a ZIP.",
)
@click.option("--flip", type=click.Choice(("long", "short")), default="long", help="The edge to turn it on.")
@click.option("--piles", is_flag=True, help="Ordered so that the piles, once cut, make one that is sorted.")
@click.option("--printer", help="Whose backs are moved: a name of `workshop printers list`.")
@click.option("--copies", type=click.IntRange(1, MOST_COPIES), default=1, help="Of a table card or a poster.")
@click.option("--place", default="", help="Where the workshop was; stands beside the day.")
@click.option("--names", type=click.File(encoding="utf-8"), help="For badges: a name on each line.")
@click.option("--contents", type=click.Path(dir_okay=False, path_type=Path), help="The contents sheet too.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Write to this file, which only you may read.",
)
@click.pass_obj
def cards(
    app: Flask,
    /,
    code: str,
    output: Path,
    contents: Path | None,
    size: str | None,
    printer: str | None,
    names: TextIO | None,
    **asked: Any,
) -> None:
    """Print the cards of the workshop with this CODE to a PDF.

    Example: workshop cards K7PX2M --kind friends --output cards.pdf
    """
    house = cast(House, app.extensions[NAME])
    base = Addresses(house.settings).base
    with one_line_errors():
        wish = Wish(
            base=base,
            size=cast(Any, size or ""),
            names=names.read() if names else "",
            printer=_printer(house.database, printer) if printer else 0,
            **asked,
        )
        workshop = _workshop(house.database, code)
        if about := about_of(wish.kind):
            with house.database.write() as session:
                audit.record(session, "terminal", "printed", about, workshop_id=workshop.id)
        with _batch(house, workshop, wish) as batch:
            report = _print(batch, output)
            if contents:
                with _written(contents) as out:
                    batch.list(report, out)
    click.echo(told(report, output))
    there = Shelf(house.settings.fonts).there()
    if wanted := helpful(report.boxes, batch.setup.look.language, there):
        click.echo(missing(wanted), err=True)
    if not house.settings.public_url:
        text = _("The QR codes lead to {address}; for another: WORKSHOP_PUBLIC_URL.")
        click.echo(text.format(address=base), err=True)


def told(report: Report, output: Path) -> str:
    """What came out, in one line."""
    parts = [plural("{n} card", "{n} cards", report.cards), plural("{n} sheet", "{n} sheets", report.sheets)]
    if report.continued:
        parts.append(
            plural(
                "{n} message on more than one card",
                "{n} messages on more than one card",
                report.continued,
            )
        )
    parts.append(_boxes(report.boxes))
    return f"{', '.join(parts)}: {output}"


def missing(wanted: list[str]) -> str:
    """What to do about boxes, where fonts can be added that have the characters."""
    text = _("Fonts for them can be added: {command}")
    return text.format(command=f"workshop fonts add {' '.join(wanted)}")


def _boxes(boxes: Counter[int]) -> str:
    if not boxes:
        return _("no boxes")
    which = ", ".join(f"U+{code:04X}" for code, _number in boxes.most_common(5))
    more = ", …" if len(boxes) > 5 else ""
    number = plural(
        "{n} box for characters no font has", "{n} boxes for characters no font has", boxes.total()
    )
    return f"{number} ({which}{more})"


def _workshop(database: Database, code: str) -> Workshop:
    with database.read() as session:
        workshop = workshops.by_code(session, workshops.tidy_code(code))
    if workshop is None:
        raise Failure(_("no workshop has the code {code}").format(code=code))
    return workshop


def _printer(database: Database, name: str) -> int:
    with database.read() as session:
        printer = by_name(session, name)
    if printer is None:
        text = _("there is no printer {name}; which there are: workshop printers list")
        raise Failure(text.format(name=name))
    return printer.id


@contextmanager
def _batch(house: House, workshop: Workshop, wish: Wish) -> Iterator[Batch]:
    """The batch that is to be printed, which has a card at least."""
    spoken = language.spoken()
    try:
        with batch_of(house.database, house.settings, workshop.id, wish) as batch:
            if not batch.cards:
                with language.speaking(spoken):
                    raise Failure(_nothing(wish.kind).format(code=workshop.code))
            yield batch
    except Refused as refused:
        raise Failure(refused.text) from None


def _nothing(kind: Kind) -> str:
    match kind:
        case "friends":
            return _("{code} has no friends to print yet")
        case "leads":
            return _("{code} has no leads to print yet")
        case "badges":
            return _("there are no names; give a file with --names")
    return _("{code} has no answers to print yet")


def _print(batch: Batch, output: Path) -> Report:
    with _progress(len(batch.cards)) as tell, _written(output) as out:
        return batch.print(out, tell)


@contextmanager
def _written(path: Path) -> Iterator[BinaryIO]:
    """A file that only its owner may read, written beside its place and put there whole."""
    half = path.with_name(f"{path.name}.part")
    try:
        descriptor = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            yield file
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    bar = Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    with bar:
        task = bar.add_task(_("Printing"), total=total)
        yield lambda done: bar.update(task, completed=done)
