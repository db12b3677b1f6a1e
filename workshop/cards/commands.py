"""`workshop cards`: a workshop's cards as a PDF, without the web."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

import click
from flask import Flask
from rich.console import Console
from rich.progress import Progress

from workshop import language, workshops
from workshop.addresses import Addresses
from workshop.cards.added import fonts_in
from workshop.cards.batch import KINDS, cards_of, look_of
from workshop.cards.card import Card, Report
from workshop.cards.design import USUAL, names
from workshop.cards.east import helpful
from workshop.cards.press import render
from workshop.cards.wish import CARD_SIZES, PAPERS, Kind, Wish
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.decks.store import deck_of
from workshop.failure import Failure
from workshop.fonts.shelf import Shelf
from workshop.house import NAME, House
from workshop.language import _, plural
from workshop.one_line import one_line_errors


@click.command()
@click.argument("code")
@click.option("--kind", type=click.Choice(KINDS), required=True, help="Which messages.")
@click.option("--design", type=click.Choice(names()), default=USUAL, help="How they look.")
@click.option("--size", type=click.Choice(CARD_SIZES), default="a6", help="How large a card is.")
@click.option("--lying", is_flag=True, help="Wider than high.")
@click.option("--postcard", is_flag=True, help="The back has room for an address and a stamp.")
@click.option(
    "--paper",
    type=click.Choice(PAPERS),
    default="office",
    help="A4 for the office, SRA4 sheets with bleed and marks, or one card a page for a print shop.",
)
@click.option("--piles", is_flag=True, help="Ordered so that the piles, once cut, make one that is sorted.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Write to this file, which only you may read.",
)
@click.pass_obj
def cards(app: Flask, /, code: str, output: Path, lying: bool, **asked: Any) -> None:
    """Print the cards of the workshop with this CODE to a PDF.

    Example: workshop cards K7PX2M --kind friends --output cards.pdf
    """
    house = cast(House, app.extensions[NAME])
    base = Addresses(house.settings).base
    with one_line_errors():
        wish = Wish(base=base, lies=lying, **asked)
        batch = _batch(house.database, code, wish)
        with fonts_in(house.settings.fonts):
            report = _print(batch, output)
    click.echo(told(report, output))
    there = Shelf(house.settings.fonts).there()
    if wanted := helpful(report.boxes, batch.deck.language, there):
        click.echo(missing(wanted), err=True)
    if not house.settings.public_url:
        text = _("The QR codes lead to {address}; for another: WORKSHOP_PUBLIC_URL.")
        click.echo(text.format(address=base), err=True)


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be printed."""

    cards: list[Card]
    deck: Deck
    wish: Wish


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


def _batch(database: Database, code: str, wish: Wish) -> Batch:
    with database.read() as session:
        workshop = workshops.by_code(session, workshops.tidy_code(code))
        if workshop is None:
            raise Failure(_("no workshop has the code {code}").format(code=code))
        deck = deck_of(session, workshop.deck_version_id)
        with language.speaking(deck.language):
            found = cards_of(session, workshop, deck, wish.kind, wish.base)
    if not found:
        raise Failure(_nothing(wish.kind).format(code=workshop.code))
    return Batch(found, deck, wish)


def _nothing(kind: Kind) -> str:
    if kind == "friends":
        return _("{code} has no friends to print yet")
    return _("{code} has no answers to print yet")


def _print(batch: Batch, output: Path) -> Report:
    """Writes the PDF beside its place and puts it there whole."""
    half = output.with_name(f"{output.name}.part")
    try:
        with _progress(batch) as tell, language.speaking(batch.deck.language), _opened(half) as out:
            report = render(
                batch.cards,
                look_of(batch.deck),
                out,
                design=batch.wish.drawn,
                layout=batch.wish.layout,
                printing=batch.wish.printing,
                made=datetime.now(UTC),
                progress=tell,
            )
        half.replace(output)
    finally:
        half.unlink(missing_ok=True)
    return report


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        yield file


@contextmanager
def _progress(batch: Batch) -> Iterator[Callable[[int], None]]:
    bar = Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
    with bar:
        task = bar.add_task(_("Printing"), total=len(batch.cards))
        yield lambda done: bar.update(task, completed=done)
