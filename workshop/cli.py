"""The `workshop` command. Each part brings its own commands; here they only get their names."""

import os
import re
import sys
from collections.abc import Mapping
from importlib import import_module

import click

from workshop import __version__, language

COMMANDS = {
    "demo": "workshop.demo:demo",
    "serve": "workshop.serve.commands:serve",
    "web": "workshop.serve.commands:web",
    "worker": "workshop.serve.commands:worker",
    "migrate": "workshop.serve.commands:migrate",
    "decks": "workshop.decks.commands:decks",
    "workshops": "workshop.live.commands:workshops",
    "users": "workshop.accounts.commands:users",
    "cards": "workshop.prints.commands:cards",
    "designs": "workshop.prints.design_commands:designs",
    "printers": "workshop.printers.commands:printers",
    "fonts": "workshop.fonts.commands:fonts",
    "leads": "workshop.leads.commands:leads",
    "schools": "workshop.leads.schools.commands:schools",
    "privacy": "workshop.privacy.commands:privacy",
    "rehearse": "workshop.rehearsal.commands:rehearse",
    "doctor": "workshop.doctor.commands:doctor",
}
WITH_APP = {"decks", "workshops", "users", "cards", "printers", "leads", "schools", "privacy"}
"""Commands that work on the database of this installation, through its application."""


class Lazy(click.Group):
    """Imports a command when it is asked for: `workshop web` must be the first to import anything."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in COMMANDS:
            return None
        module, _colon, attribute = COMMANDS[name].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workshop")
@click.pass_context
def workshop(ctx: click.Context) -> None:
    """A live workshop from one laptop: slides, answers from phones, leads, and cards to print.

    Settings come from the environment (WORKSHOP_DATA, WORKSHOP_PORT, WORKSHOP_PUBLIC_URL, …).

    Example: workshop demo
    """
    language.speak(spoken_by(os.environ))
    if ctx.invoked_subcommand in WITH_APP:
        from workshop import create_app

        ctx.obj = create_app()


def spoken_by(environment: Mapping[str, str]) -> str:
    """The language of who sits at the terminal: one that we have, or else English."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    wished = next((environment[name] for name in names if environment.get(name)), "")
    tag = re.split(r"[.@:]", wished)[0].replace("_", "-")
    return language.ours(tag)


def main() -> None:
    """Runs the command; what goes wrong is told in one line, unless WORKSHOP_DEBUG asks for all."""
    os.umask(0o077)  # the database and the PDFs hold personal data: nobody else on this machine reads them
    if sys.argv[1:2] == ["web"]:
        from gevent import monkey

        monkey.patch_all()
    try:
        workshop(prog_name="workshop")
    except (OSError, ValueError, LookupError) as error:
        if os.environ.get("WORKSHOP_DEBUG"):
            raise
        from workshop.failure import Failure

        Failure(str(error)).show()
        sys.exit(1)
