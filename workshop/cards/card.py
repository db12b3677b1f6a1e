"""What is asked of a printed card, and what the press says when it is done. Pure data."""

from collections import Counter
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

from workshop.cards.text import clean


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
    """What all cards of a batch share. Colours are #rrggbb, sizes are in points."""

    accent: str
    second: str
    organisation: str = ""
    language: str = "nl"
    title: str = ""
    smallest: float = 9.0
    largest: float = 16.0


Words = TypeVar("Words", Card, Design)


def cleaned(words: Words) -> Words:
    """The same with all its texts ready to set."""
    values: dict[str, Any] = {each.name: getattr(words, each.name) for each in fields(words)}
    texts = {name: clean(value) for name, value in values.items() if isinstance(value, str)}
    return replace(words, **{**values, **texts})


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
