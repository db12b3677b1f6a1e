"""Visits: on which days a card's page was looked at.

A card and a day make one visit, however often and by whomever: so nothing has to be known of who looks,
neither by a cookie nor by an address. What counts is that a person sees the page, or does something there;
the programs that fetch a link to draw its preview are not counted.
"""

import re
import time

from sqlalchemy import Connection, ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop import days
from workshop.database import Base, insert_into
from workshop.friends.card import FriendCard

_PROGRAM = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|preview|facebookexternalhit|whatsapp|skype|embedly|headlesschrome"
    r"|python|curl|wget|go-http|java/|okhttp|axios|node-fetch|libwww|scrapy|lighthouse|monitor|scan",
    re.IGNORECASE,
)


class FriendVisit(Base):
    """A row for each card and each day on which its page was looked at."""

    __tablename__ = "friend_visits"

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    card: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)
    """As 2026-11-30, as the calendar of the people here has it."""


def is_program(user_agent: str) -> bool:
    """Whether who asks says of itself that it is no person, such as a search engine."""
    return not user_agent or bool(_PROGRAM.search(user_agent))


def note(session: Session, workshop_id: int, card_id: str, at: int | None = None) -> None:
    """Notes that somebody looks at a card today; the second time of a day changes nothing."""
    day = days.date_of(time.time_ns() // 1_000_000 if at is None else at).isoformat()
    row = insert_into(session.connection(), FriendVisit).values(
        workshop_id=workshop_id, card=card_id, day=day
    )
    session.execute(row.on_conflict_do_nothing())


def count(session: Session, workshop_id: int) -> int:
    """How many visits the cards of a workshop had."""
    statement = select(func.count()).select_from(FriendVisit).where(FriendVisit.workshop_id == workshop_id)
    return session.scalar(statement) or 0


def erase_simulated(connection: Connection, workshop_id: int) -> None:
    """Deletes the visits to cards that a rehearsal left in a workshop; before the cards go."""
    simulated = select(FriendCard.id).where(FriendCard.workshop_id == workshop_id, FriendCard.simulated)
    of_workshop = (FriendVisit.workshop_id == workshop_id, FriendVisit.card.in_(simulated))
    connection.execute(delete(FriendVisit).where(*of_workshop))
