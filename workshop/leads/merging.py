"""Merging leads of one person or school, and parting them again.

The one that is merged stays as it is, under the other: nothing is copied over, so nothing is lost, each
keeps what was agreed to, and parting them brings back what was.
"""

import time
from typing import Literal

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workshop.accounts.user import User
from workshop.language import _
from workshop.leads import happening
from workshop.leads.change import tell_changed
from workshop.leads.lead import LeadRow
from workshop.refused import Refused


def family(session: Session, lead: LeadRow) -> list[LeadRow]:
    """All that were merged into a lead, also by way of another; the index serves each step."""
    found: list[LeadRow] = []
    ids = [lead.id]
    while ids:
        under = select(LeadRow).where(LeadRow.merged_into.in_(ids)).order_by(LeadRow.id)
        more = list(session.scalars(under))
        found += more
        ids = [each.id for each in more]
    return found


def merge(session: Session, person: User, kept: LeadRow, other: LeadRow) -> None:
    """Puts the other lead under the one that is kept.

    Raises:
        Refused: they are the same, or the other was merged in the meantime.
    """
    if kept.id == other.id:
        raise Refused("same_lead", _("A lead cannot be merged with itself."))
    # Both are looked at in the statement: two people who merge two leads into each other at once would
    # else hide both.
    stands = select(LeadRow.id).where(LeadRow.id == kept.id, LeadRow.merged_into.is_(None)).exists()
    this = update(LeadRow).where(LeadRow.id == other.id, LeadRow.merged_into.is_(None), stands)
    done = session.execute(this.values(merged_into=kept.id, version=LeadRow.version + 1))
    if done.rowcount != 1:  # type: ignore[attr-defined]
        raise Refused("merged", _("One of these leads was merged in the meantime."))
    _tell(session, person, kept, other, "merged")


def part(session: Session, person: User, kept: LeadRow, other_id: int) -> None:
    """Takes a lead out again.

    Raises:
        Refused: it is not under that one.
    """
    this = update(LeadRow).where(LeadRow.id == other_id, LeadRow.merged_into == kept.id)
    done = session.execute(this.values(merged_into=None, version=LeadRow.version + 1))
    if done.rowcount != 1:  # type: ignore[attr-defined]
        raise Refused("not_merged", _("These leads stand apart already."))
    other = session.get_one(LeadRow, other_id)
    _tell(session, person, kept, other, "parted")


def _tell(
    session: Session, person: User, kept: LeadRow, other: LeadRow, what: Literal["merged", "parted"]
) -> None:
    happening.tell(session, kept.id, _now(), person, what, other.called)
    tell_changed(session, [kept.id, other.id])


def _now() -> int:
    return time.time_ns() // 1_000_000
