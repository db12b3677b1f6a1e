"""Cards as a batch would have them."""

from typing import Any

from workshop.cards.chunk import Printed
from workshop.database import Database
from workshop.decks.store import deck_of
from workshop.prints.kinds import printed
from workshop.prints.source import Source
from workshop.prints.wish import Wish
from workshop.workshops import Workshop

BASE = "https://example.org"


def cards(database: Database, workshop: Workshop, kind: str, **wish: Any) -> list[Any]:
    """The cards of a kind; Any, as tests look at what a card or a take-away has."""
    with database.read() as session:
        deck = deck_of(session, workshop.deck_version_id)
        source = Source(database, session, workshop, deck, Wish(kind, BASE, **wish))  # type: ignore[arg-type]
        made: list[Printed] = printed(source)
        return made
