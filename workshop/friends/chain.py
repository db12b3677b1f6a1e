"""What came of a workshop's cards: card → visit → lead → next card, generation by generation."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Select, and_, distinct, func, select
from sqlalchemy.orm import Session

from workshop.forms import CAME_BY_CARD
from workshop.friends.card import FriendCard
from workshop.friends.visit import FriendVisit

SHOWN = 8
"""Generations with a line of their own; what comes after them is one line."""


@dataclass(frozen=True, slots=True)
class Generation:
    """The cards that lie equally far from the workshop."""

    number: int
    cards: int
    visited: int
    """Cards whose page was looked at."""
    visits: int
    """Cards and days."""
    leads: int
    next_cards: int
    """Cards that were written on the pages of these."""
    and_later: bool = False
    """Whether it stands for all generations from its number on."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A workshop's generations, the first one first, and all of them together."""

    generations: tuple[Generation, ...]

    @property
    def total(self) -> Generation:
        """All in all."""
        return _together(self.generations, 1)

    @property
    def longest(self) -> int:
        """How many generations there are."""
        return len(self.generations)

    @property
    def shown(self) -> tuple[Generation, ...]:
        """A line for each of the first ones, and one for the rest."""
        if len(self.generations) <= SHOWN:
            return self.generations
        rest = self.generations[SHOWN - 1 :]
        return (*self.generations[: SHOWN - 1], _together(rest, SHOWN))


def chain_of(session: Session, workshop_id: int) -> Chain:
    """Counts; the keys of both tables serve it."""
    leads = _leads(session, workshop_id)
    rows = session.execute(_counts(workshop_id)).all()
    cards = Counter({row.generation: row.cards for row in rows})
    return Chain(
        tuple(
            Generation(
                row.generation,
                row.cards,
                row.visited,
                row.visits,
                leads[row.generation],
                cards[row.generation + 1],
            )
            for row in rows
        )
    )


def _counts(workshop_id: int) -> Select[int, int, int, int]:
    visit_of_card = and_(FriendVisit.workshop_id == FriendCard.workshop_id, FriendVisit.card == FriendCard.id)
    return (
        select(
            FriendCard.generation,
            func.count(distinct(FriendCard.id)).label("cards"),
            func.count(distinct(FriendVisit.card)).label("visited"),
            func.count(FriendVisit.day).label("visits"),
        )
        .outerjoin(FriendVisit, visit_of_card)
        .where(FriendCard.workshop_id == workshop_id)
        .group_by(FriendCard.generation)
        .order_by(FriendCard.generation)
    )


def _leads(session: Session, workshop_id: int) -> Counter[int]:
    """How many leads each generation brought; of the cards of which some came."""
    by_card: Counter[str] = Counter()
    for count in CAME_BY_CARD.values():
        by_card.update(dict(count(session, workshop_id)))
    return _by_generation(session, workshop_id, by_card)


def _by_generation(session: Session, workshop_id: int, by_card: Mapping[str, int]) -> Counter[int]:
    found: Counter[int] = Counter()
    if by_card:
        cards = select(FriendCard.id, FriendCard.generation).where(FriendCard.workshop_id == workshop_id)
        for card in session.execute(cards):
            found[card.generation] += by_card.get(card.id, 0)
    return found


def _together(generations: Iterable[Generation], number: int) -> Generation:
    several = list(generations)
    return Generation(
        number,
        sum(each.cards for each in several),
        sum(each.visited for each in several),
        sum(each.visits for each in several),
        sum(each.leads for each in several),
        sum(each.next_cards for each in several),
        and_later=True,
    )
