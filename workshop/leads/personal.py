"""Leads as personal data: of those who asked to be called back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, or_, select, tuple_
from sqlalchemy.orm import Session

from workshop.language import _
from workshop.leads.lead import LeadRow
from workshop.personal import Kind, Piece
from workshop.sought import Sought
from workshop.workshops import Workshop

NAME = "leads"
MONTHS = 12
WORDS = ("leader_name", "school", "board", "profile", "question")
TOLD = ("leader_name", "telephone", "email", "school", "profile", "board", "question")
AGREED = ("consent_text", "language")


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
    like = or_(*(func.lower(column).like(sought.like, escape="\\") for column in columns))
    for lead in session.scalars(select(LeadRow).where(like)):
        if _is_of(lead, sought):
            yield _piece(lead)


def _is_of(lead: LeadRow, sought: Sought) -> bool:
    if sought.telephone and lead.telephone == sought.telephone:
        return True
    return any(sought.is_in(getattr(lead, name)) for name in (*WORDS, "email"))


def _tell(session: Session, pieces: Sequence[Piece]) -> list[Mapping[str, Any]]:
    found = select(LeadRow, Workshop.title).join(Workshop, Workshop.id == LeadRow.workshop_id)
    rows = session.execute(found.where(_one_of(pieces)).order_by(LeadRow.created_at))
    return [
        {"workshop": title, "at": lead.created_at}
        | {name: getattr(lead, name) for name in (*TOLD, *AGREED) if getattr(lead, name)}
        for lead, title in rows
    ]


def _erase(session: Session, pieces: Sequence[Piece]) -> int:
    gone = delete(LeadRow).where(_one_of(pieces)).returning(LeadRow.id)
    return len(session.execute(gone).all())


def _older_than(session: Session, before: int, most: int) -> Iterator[Piece]:
    old = select(LeadRow).where(LeadRow.created_at < before)
    for lead in session.scalars(old.order_by(LeadRow.created_at).limit(most)):
        yield _piece(lead)


def _count_older(session: Session, before: int) -> int:
    statement = select(func.count()).select_from(LeadRow)
    return session.scalar(statement.where(LeadRow.created_at < before)) or 0


def _piece(lead: LeadRow) -> Piece:
    return Piece(f"{lead.workshop_id}:{lead.id}", lead.created_at, lead.workshop_id)


def _one_of(pieces: Sequence[Piece]) -> Any:
    keys = [piece.key.partition(":") for piece in pieces]
    of_key = tuple_(LeadRow.workshop_id, LeadRow.id)
    return of_key.in_([(int(workshop_id), id_) for workshop_id, _colon, id_ in keys])
