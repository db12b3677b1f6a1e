"""Leads as programs see them. All that touches the columns of the leads' table is in this file."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

from msgspec import UNSET
from sqlalchemy.orm import Session

from workshop.accounts.user import User
from workshop.api.shapes import Lead, LeadChange, LeadPage, LeadQuery, Status
from workshop.hooks.subjects import Subject
from workshop.leads import listing
from workshop.leads.lead import LeadRow
from workshop.leads.listing import Leads, Place

SEQ_BITS = 28
"""A lead has no number of its own: it is made of the workshop's and that of the event in its journal."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Changing(Protocol):
    """How leads are followed up, where that is kept."""

    def statuses(self, session: Session) -> list[Status]:
        """The steps of the follow-up, in order."""

    def change(self, session: Session, person: User, lead_id: int, change: LeadChange) -> Lead | None:
        """Changes a lead and gives it as it is then; None where the person may see no such lead.

        Raises:
            Refused: with the code `overtaken` where it is of a later version.
        """


CHANGING: Changing | None = None
"""Without it leads can only be read."""


def page(session: Session, person: User, query: LeadQuery) -> LeadPage:
    """The newest of the leads that a person may see, or those that come after a place."""
    size = query.limit
    before = None if query.before is UNSET else Place.read(query.before)
    found = listing.page(session, _wanted(person, query), size + 1, before)
    more = len(found) > size
    return LeadPage(
        leads=[_shape(each.lead) for each in found[:size]],
        next=str(Place.of(found[size - 1].lead)) if more else None,
    )


def one(session: Session, person: User, lead_id: int) -> Lead | None:
    """A lead, if the person may see it."""
    return _read(session, listing.seen_by(person), lead_id >> SEQ_BITS, lead_id % (1 << SEQ_BITS))


def told(session: Session, subject: Subject) -> Lead | None:
    """What webhooks tell of a lead; None where it was erased."""
    return _read(session, listing.all_leads(), int(subject["workshop"]), int(subject["seq"]))


def _wanted(person: User, query: LeadQuery) -> Leads:
    leads = listing.seen_by(person)
    if query.workshop is not UNSET:
        leads = leads.where(LeadRow.workshop_id == query.workshop)
    if query.changed_since is not UNSET:
        leads = leads.where(LeadRow.created_at >= _milliseconds(query.changed_since))
    return leads


def _read(session: Session, leads: Leads, workshop_id: int, seq: int) -> Lead | None:
    row = session.execute(leads.where(LeadRow.workshop_id == workshop_id, LeadRow.seq == seq)).first()
    return None if row is None else _shape(row[0])


def _shape(lead: LeadRow) -> Lead:
    left_at = EPOCH + timedelta(milliseconds=lead.created_at)
    return Lead(
        id=(lead.workshop_id << SEQ_BITS) + lead.seq,
        version=1,
        workshop=lead.workshop_id,
        left_at=left_at,
        changed_at=left_at,
        status=None,
        next_action="",
        next_on=None,
        tags=[],
        name=lead.leader_name,
        telephone=lead.telephone,
        email=lead.email,
        school=lead.school,
        profile=lead.profile,
        board=lead.board,
        question=lead.question,
        language=lead.language,
    )


def _milliseconds(at: datetime) -> int:
    return (at - EPOCH) // timedelta(milliseconds=1)
