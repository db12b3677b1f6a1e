"""Cards for people in the room: how phones come in, on tables and doors, and badges with names."""

import re
from collections.abc import Iterator

from workshop.cards.card import Card
from workshop.language import _
from workshop.prints.source import Source

_PARTED = re.compile(r"\s*[,;\t]\s*")
"""Between a name and what stands below it, as people type it or a spreadsheet gives it."""


def join_cards(source: Source) -> Iterator[Card]:
    """The same card, as often as it is wanted."""
    card = Card(
        heading=source.deck.title,
        kicker=_("Join in with your phone"),
        link=source.join,
        link_words=_("Scan the code, or go to"),
        address=source.join.partition("://")[2],
        name=source.join.partition("://")[2],
    )
    yield from [card] * source.wish.copies


def badges(source: Source) -> Iterator[Card]:
    """A badge for each line that has a name."""
    for line in source.wish.names.splitlines():
        name, *rest = _PARTED.split(line.strip(" \t,;"), maxsplit=1)
        if name:
            yield Card(heading=name, kicker=", ".join(rest))
