"""`workshop.cards`, as the worker calls it for a small batch."""

from collections.abc import Iterable
from pathlib import Path

from tests.bench.letters import ACCENT, DAY, KICKER, LINK_WORDS, ORGANISATION, SECOND, Letter
from workshop.cards.card import Card, Look
from workshop.cards.press import render

LOOK = Look(ACCENT, SECOND, ORGANISATION)


def print_cards(letters: Iterable[Letter], target: Path) -> None:
    """In one process."""
    with target.open("wb") as out:
        render(map(card, letters), LOOK, out)


def card(letter: Letter) -> Card:
    """As our press takes it."""
    return Card(
        message=letter.message,
        heading=letter.heading,
        kicker=KICKER,
        link=letter.link,
        link_words=LINK_WORDS,
        signature=letter.sender,
        footnote=DAY,
    )
