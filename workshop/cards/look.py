"""How a deck's cards look. Pure."""

from workshop.cards.card import Look
from workshop.decks.deck import Deck


def look_of(deck: Deck, logo: bytes = b"") -> Look:
    """A deck's colours, language and names as its cards have them; `logo` is a picture file."""
    return Look(
        accent=deck.look.accent,
        second=deck.look.second_accent,
        organisation=deck.organisation,
        language=deck.language,
        title=deck.title,
        display=deck.look.display,
        logo=logo,
    )
