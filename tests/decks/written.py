"""Decks written in a test: a slide or more below a front matter, and what became of them."""

import pytest

from workshop.decks.deck import Deck, Slide
from workshop.decks.markdown import parse
from workshop.decks.mistakes import DeckError, Mistake

FRONT = "---\ntitle: Proef\nlanguage: nl\n---\n"
FIRST = FRONT.count("\n") + 1
"""The line on which the first slide begins."""


def deck(slides: str) -> Deck:
    return parse(FRONT + slides)


def slide(text: str) -> Slide:
    """The only slide."""
    (only,) = deck(f"# Titel\n\n{text}").slides
    return only


def mistakes(source: str) -> list[Mistake]:
    """All that is wrong in a deck."""
    with pytest.raises(DeckError) as refused:
        parse(source)
    return refused.value.mistakes


def mistake(source: str) -> Mistake:
    """The one thing that is wrong."""
    found = mistakes(source)
    assert len(found) == 1, found
    return found[0]
