"""Where the fonts lie that are no part of the package, for the printing at hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_folder: ContextVar[Path | None] = ContextVar("added fonts", default=None)


def folder() -> Path | None:
    """The folder of what is printed now."""
    return _folder.get()


def use(folder: Path) -> None:
    """What this process prints from now on may use the fonts that are there."""
    _folder.set(folder)


@contextmanager
def fonts_in(folder: Path) -> Iterator[None]:
    """What is printed inside this may use the fonts that are there."""
    before = _folder.set(folder)
    try:
        yield
    finally:
        _folder.reset(before)
