"""How many cards a workshop's people wrote, and how many of them were looked at: for the funnel."""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, and_, distinct, func, select
from sqlalchemy.orm import Session

from workshop.friends.card import FriendCard
from workshop.friends.visit import FriendVisit


def cards(session: Session, workshop_ids: Collection[int]) -> Mapping[int, int]:
    """The cards that were written, there or on the page of another card; erased ones too."""
    counts = select(FriendCard.workshop_id, func.count()).where(*_real(workshop_ids))
    return {row[0]: row[1] for row in session.execute(counts.group_by(FriendCard.workshop_id))}


def visited(session: Session, workshop_ids: Collection[int]) -> Mapping[int, int]:
    """The cards whose page was looked at."""
    of_card = and_(FriendVisit.workshop_id == FriendCard.workshop_id, FriendVisit.card == FriendCard.id)
    counts = (
        select(FriendCard.workshop_id, func.count(distinct(FriendCard.id)))
        .join(FriendVisit, of_card)
        .where(*_real(workshop_ids))
    )
    return {row[0]: row[1] for row in session.execute(counts.group_by(FriendCard.workshop_id))}


def _real(workshop_ids: Collection[int]) -> tuple[ColumnElement[bool], ...]:
    return FriendCard.workshop_id.in_(workshop_ids), FriendCard.simulated.is_(False)
