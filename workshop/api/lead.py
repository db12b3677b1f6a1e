"""Leads as programs see and follow them up. All that touches the columns of their table is in this file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from msgspec import UNSET
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from workshop.accounts.user import User
from workshop.api.operation import OVERTAKEN
from workshop.api.shapes import Lead, LeadChange, LeadPage, LeadQuery, Status
from workshop.hooks import tell
from workshop.hooks.subjects import Subject
from workshop.kinds.open import tidy
from workshop.language import _
from workshop.leads import listing, tag
from workshop.leads.acceptance import Arrived
from workshop.leads.change import FollowUp, follow_up, follow_up_of
from workshop.leads.lead import LeadRow
from workshop.leads.listing import Leads, Place
from workshop.leads.status import pipeline
from workshop.refused import Refused
from workshop.rehearsal.simulated import is_simulated

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def page(session: Session, person: User, query: LeadQuery) -> LeadPage:
    """The newest of the leads that a person may see, or those that come after a place."""
    size = query.limit
    before = None if query.before is UNSET else Place.read(query.before)
    rows = [each.lead for each in listing.page(session, _wanted(person, query), size + 1, before)]
    more = len(rows) > size
    return LeadPage(leads=_shapes(session, rows[:size]), next=str(Place.of(rows[size - 1])) if more else None)


def one(session: Session, person: User, lead_id: int) -> Lead | None:
    """A lead, if the person may see it."""
    found = listing.one(session, person, lead_id)
    return None if found is None else _shapes(session, [found.lead])[0]


def statuses(session: Session) -> list[Status]:
    """The steps of the follow-up, in order."""
    return [Status(id=each.id, name=each.words, outcome=each.outcome) for each in pipeline(session)]


def change(session: Session, person: User, lead_id: int, wanted: LeadChange) -> Lead | None:
    """Changes a lead and gives it as it is then; None where the person may see no such lead.

    Raises:
        Refused: with the code `overtaken` where it is of a later version.
    """
    found = listing.one(session, person, lead_id)
    if found is None:
        return None
    follow_up(session, person, found.lead, wanted.version, _new(session, found.lead, wanted))
    session.expire(found.lead)
    return one(session, person, lead_id)


def told(session: Session, subject: Subject) -> Lead | None:
    """What webhooks tell of a lead; None where it was erased."""
    row = session.execute(listing.all_leads().where(LeadRow.id == subject["lead"])).first()
    return None if row is None else _shapes(session, [row[0]])[0]


def tell_left(connection: Connection, arrived: Arrived) -> None:
    """Other programs are told that somebody left their details, who is no rehearsal's."""
    if not is_simulated(arrived.submission.participant):
        tell(connection, "lead.left", {"lead": arrived.id})


def tell_changed(connection: Connection, lead_id: int) -> None:
    """Other programs are told that a lead was changed."""
    tell(connection, "lead.changed", {"lead": lead_id})


def tell_erased(session: Session, lead_ids: Sequence[int]) -> None:
    """Other programs are told that leads are gone, so that they may forget them too."""
    for lead_id in lead_ids:
        tell(session.connection(), "lead.erased", {"lead": lead_id})


def _wanted(person: User, query: LeadQuery) -> Leads:
    leads = listing.seen_by(person)
    if query.workshop is not UNSET:
        leads = leads.where(LeadRow.workshop_id == query.workshop)
    if query.status is not UNSET:
        leads = leads.where(LeadRow.status_id == query.status)
    if query.changed_since is not UNSET:
        leads = leads.where(LeadRow.changed_at >= _milliseconds(query.changed_since))
    return leads


def _new(session: Session, lead: LeadRow, wanted: LeadChange) -> FollowUp:
    new = follow_up_of(session, lead)
    if wanted.status is not UNSET:
        if wanted.status not in {each.id for each in pipeline(session)}:
            # Staff may have changed the pipeline since the program asked for it.
            raise Refused(OVERTAKEN, _("There is no such status, or not any more: ask for them again."))
        new = replace(new, status_id=wanted.status)
    if wanted.next_action is not UNSET:
        new = replace(new, next_action=" ".join(tidy(wanted.next_action).split()))
    if wanted.next_on is not UNSET:
        new = replace(new, next_on=wanted.next_on)
    if wanted.tags is not UNSET:
        new = replace(new, tags=tuple(sorted(tag.read(",".join(wanted.tags)))))
    return new


def _shapes(session: Session, rows: Sequence[LeadRow]) -> list[Lead]:
    tags = tag.of_leads(session, [row.id for row in rows])
    return [_shape(row, tags[row.id]) for row in rows]


def _shape(lead: LeadRow, tags: list[str]) -> Lead:
    return Lead(
        id=lead.id,
        version=lead.version,
        workshop=lead.workshop_id,
        left_at=_moment(lead.created_at),
        changed_at=_moment(lead.changed_at),
        status=lead.status_id,
        next_action=lead.next_action,
        next_on=lead.next_on,
        tags=tags,
        name=lead.leader_name,
        telephone=lead.telephone,
        email=lead.email,
        school=lead.school,
        profile=lead.profile,
        board=lead.board,
        question=lead.question,
        language=lead.language,
    )


def _moment(milliseconds: int) -> datetime:
    return EPOCH + timedelta(milliseconds=milliseconds)


def _milliseconds(at: datetime) -> int:
    return (at - EPOCH) // timedelta(milliseconds=1)
