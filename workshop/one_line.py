"""What goes wrong in a command, told in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy.exc import OperationalError, ProgrammingError


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turns what the database and the file system say into a click.ClickException."""
    try:
        yield
    except (OperationalError, ProgrammingError) as error:
        reason = str(error.orig).splitlines()[0]
        raise click.ClickException(f"the database says: {reason}; try: workshop migrate") from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from error
