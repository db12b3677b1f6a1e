"""Erasing leads, with all that belongs to them."""

from collections.abc import Callable, Sequence

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from workshop.leads import search
from workshop.leads.lead import LeadRow

ERASED: dict[str, Callable[[Session, Sequence[int]], None]] = {}
"""What is to happen when leads are erased, in the transaction, by the name of the part that does it: letters
that wait are taken back, webhooks put their jobs."""


def erase(session: Session, lead_ids: Sequence[int]) -> int:
    """Deletes the leads; their consents, tags and time lines go with them. Tells how many there were.

    Leads that were merged into one of them are other people's until somebody says otherwise: they stand in
    the list again.
    """
    there = list(session.scalars(select(LeadRow.id).where(LeadRow.id.in_(lead_ids))))
    session.execute(update(LeadRow).where(LeadRow.merged_into.in_(there)).values(merged_into=None))
    session.execute(delete(LeadRow).where(LeadRow.id.in_(there)))
    search.purge(session.connection())
    for tell in ERASED.values():
        tell(session, there)
    return len(there)
