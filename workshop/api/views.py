"""What can be asked, and how it is answered."""

from datetime import UTC, datetime

from msgspec import UNSET
from sqlalchemy import select

from workshop.api import lead
from workshop.api.operation import Asked, Operation
from workshop.api.problem import Unanswered
from workshop.api.shapes import (
    Lead,
    LeadChange,
    LeadPage,
    LeadQuery,
    Statuses,
    WorkshopPage,
    WorkshopQuery,
    WorkshopSummary,
)
from workshop.language import _
from workshop.workshops import Workshop


def operations() -> list[Operation]:
    """All operations there are."""
    return [
        Operation(
            "GET",
            "/leads",
            "leads",
            "Leads, the newest first",
            _leads,
            LeadPage,
            query=LeadQuery,
            leads=lambda page: [each.id for each in page.leads],
        ),
        Operation("GET", "/leads/{id}", "lead", "A lead", _lead, Lead, leads=_itself),
        Operation(
            "GET",
            "/workshops",
            "workshops",
            "Workshops, the newest first",
            _workshops,
            WorkshopPage,
            query=WorkshopQuery,
        ),
        Operation("GET", "/statuses", "statuses", "The steps of the follow-up", _statuses, Statuses),
        Operation(
            "PATCH",
            "/leads/{id}",
            "change_lead",
            "Follow up a lead",
            _change,
            Lead,
            body=LeadChange,
            leads=_itself,
        ),
    ]


def _itself(lead: Lead) -> list[int]:
    return [lead.id]


def _leads(asked: Asked) -> LeadPage:
    return lead.page(asked.session, asked.person, asked.query)


def _lead(asked: Asked) -> Lead:
    return lead.one(asked.session, asked.person, asked.id) or _nothing()


def _statuses(asked: Asked) -> Statuses:
    return Statuses(statuses=lead.statuses(asked.session))


def _change(asked: Asked) -> Lead:
    return lead.change(asked.session, asked.person, asked.id, asked.body) or _nothing()


def _workshops(asked: Asked) -> WorkshopPage:
    query: WorkshopQuery = asked.query
    wanted = select(Workshop).order_by(Workshop.id.desc()).limit(query.limit + 1)
    if not asked.person.sees_leads:
        wanted = wanted.where(Workshop.owner_id == asked.person.id)
    if query.before is not UNSET:
        wanted = wanted.where(Workshop.id < int(query.before))
    found = list(asked.session.scalars(wanted))
    return WorkshopPage(
        workshops=[_summary(each) for each in found[: query.limit]],
        next=str(found[query.limit - 1].id) if len(found) > query.limit else None,
    )


def _summary(workshop: Workshop) -> WorkshopSummary:
    return WorkshopSummary(
        id=workshop.id,
        code=workshop.code,
        title=workshop.title,
        language=workshop.language,
        created_at=datetime.fromtimestamp(workshop.created_at / 1000, UTC),
    )


def _nothing() -> Lead:
    raise Unanswered(404, _("There is nothing at this address."))
