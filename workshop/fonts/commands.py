"""The `workshop fonts` commands."""

import click

from workshop import config
from workshop.fonts.npm import fetch
from workshop.fonts.sets import ALL, NAMES, SETS, FontSet, named
from workshop.fonts.shelf import Shelf
from workshop.language import _
from workshop.one_line import one_line_errors

NAME = click.Choice((*NAMES, ALL))


@click.group()
def fonts() -> None:
    """Fonts for cards in Chinese, Japanese and Korean, which are too large to come with everything.

    All other fonts are there already: `workshop fonts list` tells which.

    Example: workshop fonts add japanese
    """


@fonts.command("list")
def list_fonts() -> None:
    """Show which fonts are there, and which can be added.

    Example: workshop fonts list
    """
    shelf = Shelf(config.load().fonts)
    there = shelf.there()
    click.echo(_("Always there: Europe’s languages, Arabic, Hebrew, Hindi, Bengali, Tamil, Thai, emoji."))
    for each in SETS:
        state = _("added") if each.name in there else _("to add")
        click.echo(f"{each.name:<9}  {state:<13}  {_sizes(each)}  {what(each)}")
    if missing := [name for name in NAMES if name not in there]:
        click.echo(_("To add: {command}").format(command=f"workshop fonts add {' '.join(missing)}"))


@fonts.command()
@click.argument("names", type=NAME, nargs=-1, required=True)
def add(names: tuple[str, ...]) -> None:
    """Fetch fonts with npm and keep them in the data folder.

    What is there already is not fetched again. The next cards that are printed have them.

    Example: workshop fonts add chinese japanese korean
    """
    shelf = Shelf(config.load().fonts)
    with one_line_errors():
        for each in named(names):
            _add(each, shelf)


@fonts.command()
@click.argument("names", type=NAME, nargs=-1, required=True)
def remove(names: tuple[str, ...]) -> None:
    """Take fonts away again.

    Example: workshop fonts remove korean
    """
    shelf = Shelf(config.load().fonts)
    with one_line_errors():
        for each in named(names):
            gone = shelf.remove(each)
            text = _("{name}: removed") if gone else _("{name}: was not there")
            click.echo(text.format(name=each.name))


def what(wanted: FontSet) -> str:
    """What a set is for."""
    texts = {
        "chinese": _("Chinese, simplified and traditional"),
        "japanese": _("Japanese"),
        "korean": _("Korean"),
    }
    return texts[wanted.name]


def _add(wanted: FontSet, shelf: Shelf) -> None:
    missing = [family for family in wanted.families if not shelf.is_current(family)]
    if not missing:
        click.echo(_("{name}: is there already").format(name=wanted.name))
        return
    for family in missing:
        text = _("{name}: fetching {family} ({n} MB)…")
        click.echo(text.format(name=wanted.name, family=family.name, n=_mb(family.fetched)), err=True)
        shelf.add(family, fetch)
    click.echo(_("{name}: added ({n} MB)").format(name=wanted.name, n=_mb(wanted.kept)))


def _sizes(each: FontSet) -> str:
    text = _("{n} MB, of {fetched} MB to fetch")
    return text.format(n=f"{_mb(each.kept):>2}", fetched=f"{_mb(each.fetched):>2}")


def _mb(count: int) -> int:
    return round(count / 1_000_000)
