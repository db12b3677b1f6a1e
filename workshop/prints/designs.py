"""The designs that cards can have: those that come with the program, and those in the data folder."""

from pathlib import Path

from workshop.cards.design import Design, built_in, names, read_design
from workshop.decks.mistakes import DeckError, Mistakes
from workshop.language import _
from workshop.refused import Refused

SUFFIX = ".yaml"


class Designs:
    """Those of one installation. A file that has a mistake is no design."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> list[str]:
        """The built-in ones first, then one's own."""
        return [*names(), *self.own()]

    def own(self) -> list[str]:
        """Those that were added to this installation."""
        return sorted(path.stem for path in self.folder.glob(f"*{SUFFIX}") if path.stem not in names())

    def find(self, name: str) -> Design | None:
        """A design by its name; None where there is none, or its file has a mistake."""
        if name in names():
            return built_in(name)
        if name not in self.own():  # what a form sends may be any path
            return None
        try:
            return read(self.folder / f"{name}{SUFFIX}")
        except (DeckError, OSError):
            return None

    def get(self, name: str) -> Design:
        """The same, where there must be one.

        Raises:
            Refused: there is none.
        """
        design = self.find(name)
        if design is None:
            raise Refused("design", _("There is no design with this name any more."))
        return design


def read(path: Path) -> Design:
    """A design from a file.

    Raises:
        DeckError: with all its mistakes, each with its line.
    """
    mistakes = Mistakes()
    design = read_design(path.read_text(encoding="utf-8", errors="replace"), mistakes)
    if design is None:
        raise DeckError(str(path), mistakes.found)
    return design
