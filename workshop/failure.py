"""Why a command could not do its work, for the person at the terminal."""

from typing import IO, Any

import click

from workshop.language import _


class Failure(click.ClickException):
    """Ends a command, with its text as the last thing said."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Prints it in the language of the terminal."""
        click.echo(_("Error: {text}").format(text=self.format_message()), file=file, err=True)
