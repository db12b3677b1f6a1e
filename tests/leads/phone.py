"""What a phone sends when somebody filled in the form."""

import secrets
from collections.abc import Mapping

from workshop.decks.deck import Deck
from workshop.forms import Submission
from workshop.workshops import Workshop

FILLED_IN = {
    "leader_name": "Fatima el Idrissi",
    "telephone": "06 12345678",
    "email": "Fatima@DeRegenboog.NL",
    "school": "De Regenboog",
    "profile": "320 leerlingen in een groeiende wijk",
    "board": "Stichting Samen Leren",
    "question": "Hoe vinden we iemand met een technische achtergrond?",
    "consent": "yes",
}


def submission(
    deck: Deck,
    workshop: Workshop,
    secret: str,
    fields: Mapping[str, str] = FILLED_IN,
    *,
    id: str | None = None,
    slide: int | None = None,
) -> Submission:
    """A form from the call-to-action slide, as the live part hands it over."""
    return Submission(
        id=id or secrets.token_urlsafe(16),
        workshop_id=workshop.id,
        participant="p" * 22,
        deck=deck,
        slide=slide or lead_slide(deck),
        fields=fields,
        secret=secret,
    )


def lead_slide(deck: Deck) -> int:
    return next(s.number for s in deck.slides if s.asks and s.asks.name == "lead")
