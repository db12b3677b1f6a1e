"""How many leads a workshop brought, by a card too, and how many of them were won: for the funnel."""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workshop.leads.lead import LeadRow
from workshop.leads.status import Status


def left(session: Session, workshop_ids: Collection[int]) -> Mapping[int, int]:
    """The leads, each person once: merged ones count as one."""
    return _counted(session, workshop_ids)


def by_card(session: Session, workshop_ids: Collection[int]) -> Mapping[int, int]:
    """Those who came by a card to a friend."""
    return _counted(session, workshop_ids, LeadRow.card.is_not(None))


def won(session: Session, workshop_ids: Collection[int]) -> Mapping[int, int]:
    """Those whose follow-up ended well."""
    good = select(Status.id).where(Status.outcome == "won")
    return _counted(session, workshop_ids, LeadRow.status_id.in_(good))


def _counted(
    session: Session, workshop_ids: Collection[int], *which: ColumnElement[bool]
) -> Mapping[int, int]:
    counts = select(LeadRow.workshop_id, func.count()).where(
        LeadRow.workshop_id.in_(workshop_ids),
        LeadRow.merged_into.is_(None),
        LeadRow.simulated.is_(False),
        *which,
    )
    rows = session.execute(counts.group_by(LeadRow.workshop_id))
    return {workshop_id: count for workshop_id, count in rows if workshop_id is not None}
