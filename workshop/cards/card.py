"""What is asked of a printed card, and what the press says when it is done. Pure data."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Card:
    """One message and the words around it; only the message must be there."""

    message: str
    heading: str = ""
    kicker: str = ""
    link: str = ""
    link_words: str = ""
    signature: str = ""
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Design:
    """What all cards of a batch share. Colours are `#rgb` or `#rrggbb`, sizes are in points."""

    accent: str
    second: str
    organisation: str = ""
    language: str = "nl"
    title: str = ""
    smallest: float = 9.0
    largest: float = 16.0


@dataclass(frozen=True, slots=True)
class Report:
    """`boxes` counts, by code point, the characters that no font has; `continued` the messages
    that went on to another card."""

    cards: int
    cards_printed: int
    sheets: int
    continued: int
    boxes: Counter[int] = field(default_factory=Counter)


class NoCards(Exception):
    """There is nothing to print."""
