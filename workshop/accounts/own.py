"""Whose workshop it is: fetched through the person who asks, so that a forgotten check finds nothing."""

from typing import Any

from flask import abort
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.house import database
from workshop.workshops import Workshop


def workshops_of(session: Session, person: Any) -> list[Workshop]:
    """The workshops that a person may direct, the newest first; an admin's are all."""
    statement = select(Workshop).order_by(Workshop.id.desc())
    if not person.is_admin:
        statement = statement.where(Workshop.owner_id == person.id)
    return list(session.scalars(statement))


def may_direct(person: Any, workshop: Workshop) -> bool:
    """Whether a person may direct a workshop: its owner, and an admin."""
    if not person.is_authenticated or not person.presents:
        return False
    return bool(person.is_admin or workshop.owner_id == person.id)


def own_workshop(workshop_id: int) -> Workshop:
    """The workshop that a page of the signed-in person is about; ends the request with 404 or 403."""
    with database().read() as session:
        workshop = session.get(Workshop, workshop_id)
    if workshop is None:
        abort(404)
    if not may_direct(current_user, workshop):
        abort(403)
    return workshop
