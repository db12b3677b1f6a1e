"""What is wrong in a deck: where, what, and what would be right."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from workshop.language import _


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake; `line` counts from 1."""

    line: int
    what: str
    right: str

    def __str__(self) -> str:
        return f"{self.line}: {self.what} {self.right}"


@dataclass(slots=True)
class Mistakes:
    """Gathers the mistakes of one deck, so that all are told at once."""

    found: list[Mistake] = field(default_factory=list)

    def add(self, line: int, what: str, right: str) -> None:
        """Notes a mistake."""
        self.found.append(Mistake(line, what, right))

    def at(self, line: int) -> bool:
        """Whether there is one in this line."""
        return any(mistake.line == line for mistake in self.found)

    def unknown(self, line: int, what: str, name: str, known: Iterable[str]) -> None:
        """Notes a name that does not exist, with the nearest that does."""
        names = sorted(known)
        if near := difflib.get_close_matches(name, names, 1):
            right = _("Did you mean '{name}'?").format(name=near[0])
        elif names:
            right = _("Possible: {names}.").format(names=", ".join(names))
        else:
            right = _("Leave it out.")
        self.add(line, what, right)


class DeckError(Exception):
    """The deck was not loaded. `str` gives a line a mistake: file, line, what is wrong, what is right."""

    def __init__(self, name: str, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = sorted(mistakes, key=lambda mistake: mistake.line)
        super().__init__("\n".join(f"{name}:{mistake}" for mistake in self.mistakes))

    @classmethod
    def of_files(cls, errors: Iterable["DeckError"]) -> "DeckError":
        """The mistakes of several files as one error."""
        together = cls("", [])
        texts = []
        for error in errors:
            together.mistakes += error.mistakes
            texts.append(str(error))
        together.args = ("\n".join(texts),)
        return together
