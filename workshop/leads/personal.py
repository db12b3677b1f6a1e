"""Leads as personal data: of those who asked to be called back."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from workshop.language import _
from workshop.leads import consent, erasing, happening, tag
from workshop.leads.consent import Consent
from workshop.leads.happening import Happening
from workshop.leads.lead import LeadRow
from workshop.leads.status import Status
from workshop.leads.told import told
from workshop.personal import Kind, Piece
from workshop.sought import Sought
from workshop.workshops import Workshop

NAME = "leads"
MONTHS = 12
WORDS = ("leader_name", "school", "board", "profile", "question", "extra", "answers", "next_action")
TOLD = ("leader_name", "telephone", "email", "school", "profile", "board", "question", "next_action")


def leads() -> Kind:
    """The kind, for the registry."""
    return Kind(
        NAME,
        called=lambda: _("Leads"),
        whose=lambda: _("those who fill in the form"),
        what=lambda: _("name, telephone, e-mail address, school, what they ask, what they agreed to"),
        purpose=lambda: _("So that we can call or write back to who asked for it."),
        basis=lambda: _("article 6(1)(a): consent"),
        find=_find,
        tell=_tell,
        erase=_erase,
        older_than=_older_than,
        count_older=_count_older,
        months=MONTHS,
    )


def _find(session: Session, sought: Sought) -> Iterator[Piece]:
    columns = [getattr(LeadRow, name) for name in (*WORDS, "email", "telephone")]
    like = or_(*(func.lower(column).like(sought.like, escape="\\") for column in (*columns, Happening.text)))
    with_notes = select(LeadRow).outerjoin(Happening, Happening.lead_id == LeadRow.id).where(like).distinct()
    for lead in session.scalars(with_notes):
        if _is_of(session, lead, sought):
            yield _piece(lead)


def _is_of(session: Session, lead: LeadRow, sought: Sought) -> bool:
    if sought.telephone and lead.telephone == sought.telephone:
        return True
    if any(sought.is_in(getattr(lead, name)) for name in (*WORDS, "email")):
        return True
    noted = session.scalars(select(Happening.text).where(Happening.lead_id == lead.id))
    return any(map(sought.is_in, noted))


def _tell(session: Session, pieces: Sequence[Piece]) -> list[Mapping[str, Any]]:
    found = select(LeadRow, Workshop.title).outerjoin(Workshop, Workshop.id == LeadRow.workshop_id)
    rows = session.execute(found.where(_one_of(pieces)).order_by(LeadRow.created_at)).all()
    consents = consent.of_leads(session, [lead.id for lead, _title in rows])
    tags = tag.of_leads(session, [lead.id for lead, _title in rows])
    return [
        {"workshop": title or "", "at": lead.created_at}
        | {name: getattr(lead, name) for name in TOLD if getattr(lead, name)}
        | {"more": [f"{label}: {text}" for label, text in _more(lead)]}
        | {"status": session.get_one(Status, lead.status_id).words, "tags": ", ".join(tags[lead.id])}
        | {"agreed": [_agreed(each) for each in consents[lead.id]]}
        | {"happened": [told(each) for each, _name in happening.time_line(session, [lead.id])]}
        for lead, title in rows
    ]


def _more(lead: LeadRow) -> list[tuple[str, str]]:
    return [*json.loads(lead.extra), *json.loads(lead.answers)]


def _agreed(given: Consent) -> Mapping[str, Any]:
    withdrawn = {"withdrawn_at": given.withdrawn_at} if given.withdrawn_at else {}
    return {
        "wording": given.wording,
        "purpose": given.purpose,
        "version": given.version,
        "language": given.language,
        "given_at": given.given_at,
        **withdrawn,
    }


def _erase(session: Session, pieces: Sequence[Piece]) -> int:
    return erasing.erase(session, [int(piece.key) for piece in pieces])


def _older_than(session: Session, before: int, most: int) -> Iterator[Piece]:
    old = select(LeadRow).where(*_unconverted_before(before))
    for lead in session.scalars(old.order_by(LeadRow.created_at).limit(most)):
        yield _piece(lead)


def _count_older(session: Session, before: int) -> int:
    statement = select(func.count()).select_from(LeadRow)
    return session.scalar(statement.where(*_unconverted_before(before))) or 0


def _unconverted_before(before: int) -> tuple[ColumnElement[bool], ...]:
    """Of a school that agreed the lead is kept: it is a relation by now."""
    won = select(Status.id).where(Status.outcome == "won")
    return LeadRow.created_at < before, LeadRow.status_id.not_in(won)


def _piece(lead: LeadRow) -> Piece:
    return Piece(str(lead.id), lead.created_at, lead.workshop_id)


def _one_of(pieces: Sequence[Piece]) -> ColumnElement[bool]:
    return LeadRow.id.in_([int(piece.key) for piece in pieces])
