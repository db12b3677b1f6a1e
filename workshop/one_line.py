"""What goes wrong in a command, told in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError, ProgrammingError

from workshop.failure import Failure
from workshop.language import _


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Turns what the database and the file system say into a Failure."""
    try:
        yield
    except (OperationalError, ProgrammingError) as error:
        reason = str(error.orig).splitlines()[0]
        text = _("the database says: {reason}; try: workshop migrate")
        raise Failure(text.format(reason=reason)) from error
    except OSError as error:
        raise Failure(f"{error.filename}: {error.strerror}") from error
