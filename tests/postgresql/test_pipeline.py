"""Several people and phones at the pipeline at once, on PostgreSQL, where one does not wait for another."""

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import update

from tests.leads.conftest import *  # noqa: F403
from tests.leads.conftest import Leave
from workshop.database import Database
from workshop.forms import FieldsRefused
from workshop.leads import pipeline as editing
from workshop.leads.lead import LeadRow
from workshop.leads.pipeline import Row
from workshop.leads.schools import school
from workshop.leads.schools.school import School
from workshop.leads.status import first_id, pipeline
from workshop.workshops import Workshop

pytestmark = pytest.mark.xdist_group("postgresql")

NEW, CONTACTED, VISIT = 1, 2, 3


def without(rows: list[Row], *removed: int) -> list[Row]:
    return [Row(r.key, r.name, r.outcome, r.place, r.key in map(str, removed)) for r in rows]


def beside(work: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    """Begins something in another thread, and gives it time to be in the middle of it."""
    got: list[object] = []
    thread = threading.Thread(target=lambda: got.append(work()))
    thread.start()
    thread.join(0.5)
    return thread, got


def other_process(database: Database) -> Database:
    """The same database; in one process only one writes at a time."""
    return Database(database.url)


def test_the_second_of_two_sees_what_the_first_did(database: Database) -> None:
    def look() -> list[str]:
        with other_process(database).write() as session:
            return [each.name for each in editing.locked(session)]

    with database.write() as session:
        now = editing.locked(session)
        editing.change(session, now, without(editing.rows_of(now), VISIT))
        thread, got = beside(look)
        assert thread.is_alive()
    thread.join(10)

    assert got == [["New", "Contacted", "Agreed", "Declined"]]


def test_a_lead_that_comes_in_while_the_first_status_goes_gets_the_next(database: Database) -> None:
    def come() -> int:
        with other_process(database).write() as session:
            return first_id(session.connection())

    with database.write() as session:
        now = editing.locked(session)
        editing.change(session, now, without(editing.rows_of(now), NEW))
        thread, got = beside(come)
    thread.join(10)

    assert got == [CONTACTED]


def test_a_status_that_a_lead_gets_at_this_very_moment_stays(
    database: Database, leave: Leave, workshop: Workshop
) -> None:
    lead = leave(workshop)

    def remove() -> str:
        try:
            with other_process(database).write() as session:
                now = editing.locked(session)
                editing.change(session, now, without(editing.rows_of(now), VISIT))
        except FieldsRefused as refused:
            return refused.fields[f"remove-{VISIT}"]
        return "it is gone"

    with database.write() as session:
        session.execute(update(LeadRow).where(LeadRow.id == lead.id).values(status_id=VISIT))
        thread, got = beside(remove)
    thread.join(10)

    assert got == ["There are leads with this status: give them another first."]
    with database.read() as session:
        assert len(pipeline(session)) == 5


def test_the_list_of_schools_is_kept_in_its_order(database: Database) -> None:
    schools = [School("De Ark", "Ede", "Samen"), School("Het Kompas")]
    with database.write() as session:
        school.replace(session, schools)

    with database.read() as session:
        assert school.every(session) == schools
        assert school.brought_at(session)
