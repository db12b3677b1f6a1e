"""One change to many leads."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from workshop.accounts.user import User
from workshop.leads import happening
from workshop.leads.change import tell_changed
from workshop.leads.lead import LeadRow
from workshop.leads.listing import Leads
from workshop.leads.status import Status
from workshop.leads.tag import LeadTag

MOST = 1_000
"""So many are changed at once; a page has a hundred."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of each: a status or an owner by number, or a tag to add or take off."""

    what: Literal["status", "owner", "tag", "untag"]
    value: int | str | None


def change(session: Session, person: User, seen: Leads, ids: Sequence[int], wanted: Change) -> int:
    """Changes those of the leads that the person may see and that are not so already; tells how many."""
    mine = seen.with_only_columns(LeadRow.id).where(LeadRow.id.in_(ids[:MOST]))
    there = list(session.scalars(mine))
    if wanted.what in ("status", "owner"):
        changed = _put(session, person, there, wanted)
    else:
        changed = _tag(session, person, there, wanted)
    tell_changed(session, changed)
    return len(changed)


def _put(session: Session, person: User, ids: list[int], wanted: Change) -> list[int]:
    column = LeadRow.status_id if wanted.what == "status" else LeadRow.owner_id
    others = update(LeadRow).where(LeadRow.id.in_(ids), column.is_distinct_from(wanted.value))
    new = {column: wanted.value, LeadRow.version: LeadRow.version + 1, LeadRow.changed_at: _now()}
    changed = list(session.scalars(others.values(new).returning(LeadRow.id)))
    said = ""
    if wanted.what == "status":
        said = session.get_one(Status, wanted.value).name
    elif wanted.value is not None:
        said = session.get_one(User, wanted.value).name
    happening.tell_all(
        session, changed, _now(), person, "status" if wanted.what == "status" else "owner", said
    )
    return changed


def _tag(session: Session, person: User, ids: list[int], wanted: Change) -> list[int]:
    has = set(
        session.scalars(select(LeadTag.lead_id).where(LeadTag.lead_id.in_(ids), LeadTag.tag == wanted.value))
    )
    changed = [lead_id for lead_id in ids if (lead_id in has) == (wanted.what == "untag")]
    if wanted.what == "untag":
        session.execute(delete(LeadTag).where(LeadTag.lead_id.in_(changed), LeadTag.tag == wanted.value))
    elif changed:
        session.execute(insert(LeadTag), [{"lead_id": each, "tag": wanted.value} for each in changed])
    session.execute(
        update(LeadRow).where(LeadRow.id.in_(changed)).values(version=LeadRow.version + 1, changed_at=_now())
    )
    sign = "+" if wanted.what == "tag" else "−"
    happening.tell_all(session, changed, _now(), person, "tags", f"{sign} {wanted.value}")
    return changed


def _now() -> int:
    return time.time_ns() // 1_000_000
