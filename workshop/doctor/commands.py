"""`workshop doctor`."""

import os
import sys
from collections import Counter

import click

from workshop.doctor import settings
from workshop.doctor.examination import examine
from workshop.doctor.finding import Finding, Level
from workshop.language import _, plural


@click.command()
@click.option("--url", help="The address to test; default: WORKSHOP_PUBLIC_URL, or here.")
def doctor(url: str | None) -> None:
    """Look, before the event, whether everything will work; says what to do where it will not.

    It starts no workshop and changes nothing. The status is not zero when something must be mended.

    Example: workshop doctor --url https://workshop.example.org
    """
    found: Counter[Level] = Counter()
    for finding in examine(settings.look(os.environ), os.environ, url and url.rstrip("/")):
        show(finding)
        found[finding.level] += 1
    click.echo(verdict(found))
    if found[Level.BAD]:
        sys.exit(1)


def show(finding: Finding) -> None:
    """Prints a finding as a line."""
    level = finding.level
    mark = click.style(f"{level.sign} {level.word:<8}", fg=level.colour)
    click.echo(f"{mark} {finding.line}")


def verdict(found: Counter[Level]) -> str:
    """The last line."""
    if bad := found[Level.BAD]:
        return plural("{n} thing must be mended.", "{n} things must be mended.", bad)
    if notes := found[Level.WARNING]:
        return plural("It will work, with {n} note.", "It will work, with {n} notes.", notes)
    return _("All is well.")
