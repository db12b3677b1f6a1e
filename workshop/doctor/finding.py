"""What the doctor found of one thing, and what to do about it. Pure."""

from dataclasses import dataclass
from enum import Enum

from workshop.language import _


class Level(Enum):
    """How a thing is: its sign and, for who does not see the colour, its terminal colour."""

    GOOD = ("✓", "green")
    WARNING = ("!", "yellow")
    BAD = ("✗", "red")

    @property
    def sign(self) -> str:
        """Stands before the line."""
        return self.value[0]

    @property
    def colour(self) -> str:
        """Never alone: the sign and the word say the same."""
        return self.value[1]

    @property
    def word(self) -> str:
        """The sign in words, in the spoken language."""
        return {Level.GOOD: _("fine"), Level.WARNING: _("note"), Level.BAD: _("mend")}[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: how it is, what it is about, what was found, what to do."""

    level: Level
    about: str
    text: str
    remedy: str = ""

    @property
    def line(self) -> str:
        """All of it but the sign and its word, in columns."""
        return f"{self.about:<18} {self.text}" + (f" → {self.remedy}" if self.remedy else "")


def good(about: str, text: str) -> Finding:
    """Nothing to do."""
    return Finding(Level.GOOD, about, text)


def warning(about: str, text: str, remedy: str = "") -> Finding:
    """Works, perhaps not as meant."""
    return Finding(Level.WARNING, about, text, remedy)


def bad(about: str, text: str, remedy: str) -> Finding:
    """Must be mended before the event."""
    return Finding(Level.BAD, about, text, remedy)
