"""`workshop designs`: the designs that cards can have."""

import shutil
from pathlib import Path

import click

from workshop import config
from workshop.cards.design import BUILT_IN, names
from workshop.failure import Failure
from workshop.language import _
from workshop.one_line import one_line_errors
from workshop.prints.designs import SUFFIX, Designs, read

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def designs() -> None:
    """See the designs that cards can have, and add your own.

    Example: workshop designs list
    """


@designs.command("list")
def list_() -> None:
    """Show all designs: those that come along, and your own.

    Example: workshop designs list
    """
    found = _designs()
    for name in found.names():
        design = found.find(name)
        about = design.described("en") if design else _("cannot be read: workshop designs check tells why")
        click.echo(f"{name:<12} {about}")


@designs.command()
@click.argument("name")
def show(name: str) -> None:
    """Print the file of the design with this NAME, to begin one of your own with.

    Example: workshop designs show letter > mine.yaml
    """
    path = (BUILT_IN if name in names() else _designs().folder) / f"{name}{SUFFIX}"
    if name not in _designs().names():
        raise Failure(_("there is no design {name}").format(name=name))
    click.echo(path.read_text(encoding="utf-8"), nl=False)


@designs.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
def check(files: tuple[Path, ...]) -> None:
    """Tell all mistakes in FILES, or that there are none.

    Example: workshop designs check mine.yaml
    """
    for file in files:
        read(file)
        click.echo(_("{file}: no mistakes.").format(file=file))


@designs.command()
@click.argument("file", type=FILE)
def add(file: Path) -> None:
    """Check a design and add it to this installation, by the name of its FILE.

    Example: workshop designs add mine.yaml
    """
    read(file)
    if file.stem in names():
        text = _("{name} is the name of a design that comes along; take another")
        raise Failure(text.format(name=file.stem))
    folder = _designs().folder
    with one_line_errors():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, folder / f"{file.stem}{SUFFIX}")
    click.echo(_("Added {name}.").format(name=file.stem))


@designs.command()
@click.argument("name")
def remove(name: str) -> None:
    """Remove a design of your own.

    Example: workshop designs remove mine
    """
    if name not in _designs().own():
        raise Failure(_("{name} is no design of your own").format(name=name))
    (_designs().folder / f"{name}{SUFFIX}").unlink()
    click.echo(_("Removed {name}.").format(name=name))


def _designs() -> Designs:
    return Designs(config.load().designs)
