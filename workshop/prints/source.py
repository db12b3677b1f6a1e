"""What cards are made from, and the words that several kinds share."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from workshop import days
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.prints.wish import Wish
from workshop.workshops import Workshop


@dataclass(frozen=True, slots=True)
class Source:
    """A workshop, and what of it is wanted. Cards speak the deck's language: who makes them speaks it."""

    database: Database
    session: Session
    workshop: Workshop
    deck: Deck
    wish: Wish

    @property
    def day(self) -> str:
        """The day of the workshop as people read it."""
        return days.told(self.workshop.created_at)

    @property
    def where(self) -> str:
        """The place and the day, as far as they are known."""
        return ", ".join(filter(None, (self.wish.place.strip(), self.day)))

    @property
    def join(self) -> str:
        """The link with which a phone comes in."""
        return f"{self.wish.base}/{self.workshop.code}"
