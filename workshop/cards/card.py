"""What is asked of a printed card, and what the press says when it is done. Pure data."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from msgspec import Struct

from workshop.cards.text import clean


@dataclass(frozen=True, slots=True)
class Card:
    """One message and the words around it; none of them must be there."""

    message: str = ""
    heading: str = ""
    kicker: str = ""
    link: str = ""
    link_words: str = ""
    signature: str = ""
    footnote: str = ""
    address: str = ""
    """The link as people type it."""
    name: str = ""
    """What the contents sheet calls it, where that is not its heading."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all cards of a batch share. Colours are #rrggbb."""

    accent: str
    second: str
    organisation: str = ""
    language: str = "nl"
    title: str = ""
    display: str = "fraunces"
    """The face of headings."""
    logo: bytes = b""
    """A picture file; empty where there is none."""


Words = TypeVar("Words", Card, Look)


def cleaned(words: Words) -> Words:
    """The same with all its texts ready to set."""
    values: dict[str, Any] = {name: getattr(words, name) for name in words.__slots__}
    texts = {name: clean(value) for name, value in values.items() if isinstance(value, str)}
    return replace(words, **texts)  # type: ignore[arg-type]


class Entry(Struct, frozen=True):
    """A card as the contents sheet lists it: what it is called, and how many leaves its message takes."""

    name: str
    leaves: int


@dataclass(frozen=True, slots=True)
class Report:
    """`boxes` counts, by code point, the characters that no font has; `continued` the messages
    that went on to another card."""

    cards: int
    cards_printed: int
    sheets: int
    continued: int
    boxes: Counter[int] = field(default_factory=Counter)
    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, entries: Sequence[Entry], boxes: Mapping[int, int], sheets: int | None = None) -> "Report":
        """What came of these cards; without a number of sheets each leaf is one."""
        leaves = sum(entry.leaves for entry in entries)
        continued = sum(entry.leaves > 1 for entry in entries)
        return cls(
            len(entries),
            leaves,
            leaves if sheets is None else sheets,
            continued,
            Counter(boxes),
            tuple(entries),
        )


class NoCards(Exception):
    """There is nothing to print."""
