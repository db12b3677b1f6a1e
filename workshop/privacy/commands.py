"""The `workshop privacy` commands."""

import time
from typing import cast

import click
from flask import Flask

from workshop import language
from workshop.house import NAME, House
from workshop.language import LANGUAGES
from workshop.one_line import one_line_errors
from workshop.privacy.report import processing_record
from workshop.privacy.retention import periods


@click.group()
def privacy() -> None:
    """What is kept of people, and for how long.

    Example: workshop privacy report --language nl
    """


@privacy.command()
@click.option("--language", "wanted", type=click.Choice(LANGUAGES), help="Default: the terminal's.")
@click.pass_obj
def report(app: Flask, wanted: str | None) -> None:
    """Print the processing record of article 30 of the GDPR, as Markdown.

    Example: WORKSHOP_ORGANISATION="De Club" workshop privacy report --language nl > record.md
    """
    house = cast(House, app.extensions[NAME])
    with one_line_errors(), house.database.read() as session:
        months = periods(session)
    with language.speaking(wanted or language.spoken()):
        click.echo(processing_record(house.settings, months, time.time_ns() // 1_000_000))
