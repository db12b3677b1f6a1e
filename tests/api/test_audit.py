"""What programs get stands in the audit log, like what people look at."""

import json

from sqlalchemy import select

from tests.api.conftest import Leave, ProgramOf
from workshop.accounts.user import User
from workshop.audit.entry import AuditEntry
from workshop.database import Database
from workshop.workshops import Workshop


def test_what_a_program_gets_and_changes_is_recorded_as_its_persons(
    database: Database, program_of: ProgramOf, leave: Leave, staff: User, workshop: Workshop
) -> None:
    program = program_of(staff, writes=True)
    lead = leave(workshop)

    assert program.ask("/workshops").status_code == 200
    assert entries(database) == []
    assert program.ask("/leads").status_code == 200
    assert program.change(f"/leads/{lead.id}", version=1, next_action="Bellen").status_code == 200

    assert entries(database) == [
        (staff.id, "exported", "leads", [lead.id]),
        (staff.id, "changed", "leads", [lead.id]),
    ]


def test_what_was_refused_is_not_recorded(
    database: Database, program_of: ProgramOf, leave: Leave, colleague: User, workshop: Workshop
) -> None:
    lead = leave(workshop)

    assert program_of(colleague).ask(f"/leads/{lead.id}").status_code == 404

    assert entries(database) == []


def entries(database: Database) -> list[tuple[int | None, str, str, list[int]]]:
    with database.read() as session:
        rows = session.scalars(select(AuditEntry).order_by(AuditEntry.id))
        return [(row.person_id, row.act, row.about, json.loads(row.ids)) for row in rows]
