"""The `workshop decks` commands."""

from pathlib import Path

import click
from flask import Flask

from workshop.database import Database
from workshop.decks import store
from workshop.decks.mistakes import DeckError
from workshop.failure import Failure
from workshop.house import NAME, House
from workshop.language import _, plural
from workshop.migrate import refuse_old_tables

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def decks() -> None:
    """Check and load the decks that presenters prepare as Markdown files.

    Example: workshop decks check my-deck.md
    """


@decks.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
def check(files: tuple[Path, ...]) -> None:
    """Tell all mistakes in a deck, or that there are none. Nothing is loaded.

    Several FILES are one deck in several languages; they must be built alike.

    Example: workshop decks check my-deck.md
    """
    deck = _read(files).deck
    said = plural("{n} slide, no mistakes.", "{n} slides, no mistakes.", len(deck.slides))
    for file in files:
        click.echo(f"{file}: {said}")


@decks.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.pass_obj
def load(app: Flask, files: tuple[Path, ...]) -> None:
    """Put a deck into the database; a changed file becomes a new version.

    Several FILES are one deck in several languages: each phone reads its own, and the answers are counted
    together. The first is what the projector shows.

    Example: workshop decks load deck.nl.md deck.en.md
    """
    read = _read(files)
    with _database(app).write() as session:
        version = store.keep(session, files[0].stem, read)
    text = _("Loaded “{title}”, version {n}.")
    click.echo(text.format(title=version.title, n=version.number))


@decks.command("list")
@click.pass_obj
def list_decks(app: Flask) -> None:
    """Show which decks there are.

    Example: workshop decks list
    """
    with _database(app).read() as session:
        versions = store.newest_versions(session)
    for version in versions:
        text = _("{title} ({language}), version {n}")
        languages = ", ".join(version.languages)
        click.echo(text.format(title=version.title, language=languages, n=version.number))


def _database(app: Flask) -> Database:
    house: House = app.extensions[NAME]
    refuse_old_tables(house.database)
    return house.database


def _read(files: tuple[Path, ...]) -> store.Manuscript:
    try:
        read = store.read_manuscript(files)
    except DeckError as error:
        said = plural(
            "{n} mistake in the deck, nothing was loaded",
            "{n} mistakes in the deck, nothing was loaded",
            len(error.mistakes),
        )
        raise Failure(f"{said}\n{error}") from error
    deck = read.deck
    for notice in (notice for each in (deck, *deck.translations) for notice in each.notices):
        click.echo(_("Notice: {text}").format(text=notice), err=True)
    return read
