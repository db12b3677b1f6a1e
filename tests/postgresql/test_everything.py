"""The tables, the journal, the jobs and the leads on PostgreSQL."""

import threading

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import text

from tests.leads.conftest import *  # noqa: F403
from tests.leads.conftest import Leave, SignIn
from tests.leads.test_finding import found
from tests.test_migrate import is_ours
from tests.workshops import OPEN
from workshop import journal, mail
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.events import Answered, Joined
from workshop.funnel.stages import funnels_of
from workshop.jobs import dead_letters
from workshop.jobs import job as jobs
from workshop.jobs.job import Claim
from workshop.jobs.put import enqueue
from workshop.journal import Entry
from workshop.leads import erasing
from workshop.leads.doubles import doubles_of
from workshop.leads.filter import Filter
from workshop.leads.lead import LeadRow
from workshop.leads.merging import merge
from workshop.mail.letter import Letter
from workshop.migrate import METADATA, is_up_to_date, migrate
from workshop.workshops import Workshop

pytestmark = pytest.mark.xdist_group("postgresql")


def answer(number: int) -> Answered:
    return Answered("p" * 16, f"{number:016}", OPEN, 0, f"Antwoord {number}")


def claim(database: Database) -> Claim | None:
    with database.write() as session:
        return jobs.claim(session)


def test_it_is_postgresql(database: Database) -> None:
    with database.read() as session:
        assert str(session.scalar(text("SELECT version()"))).startswith("PostgreSQL 18")


def test_a_migrated_database_has_the_tables_of_the_models(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        assert compare_metadata(context, METADATA) == []
    assert is_up_to_date(database)


def test_migrating_again_changes_nothing(database: Database) -> None:
    migrate(database)

    assert is_up_to_date(database)


def test_the_journal_has_no_gap_though_two_write_at_once_and_one_takes_it_back(
    database: Database, settings: Settings, workshop: Workshop
) -> None:
    ready = threading.Barrier(2)

    def write(first: int) -> None:
        own = Database(settings.database_url)
        ready.wait()
        for number in range(first, first + 30):
            with own.write() as session:
                entry = Entry(workshop.id, answer(number), f"s{number}")
                journal.append(session.connection(), [entry])
                if number % 7 == 0:
                    session.rollback()

    writers = [threading.Thread(target=write, args=(first,)) for first in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(30)

    with database.read() as session:
        found = journal.read_since(session.connection(), workshop.id, 0)
    assert [each.seq for each in found] == list(range(1, len(found) + 1))
    assert len(found) == 60 - 5 - 4  # without the multiples of seven


def test_a_submission_that_comes_again_is_counted_once(database: Database, workshop: Workshop) -> None:
    for _ in range(2):
        with database.write() as session:
            (outcome,) = journal.append(session.connection(), [Entry(workshop.id, answer(1), "s1")])

    assert outcome.again
    with database.read() as session:
        assert len(journal.read_since(session.connection(), workshop.id, 0)) == 1


def test_a_worker_does_not_wait_for_the_job_that_another_is_just_taking(
    database: Database, settings: Settings, workshop: Workshop
) -> None:
    with database.write() as session:
        first, second = (enqueue(session, "test", {}, workshop.id).id for _ in range(2))

    with database.write() as session:
        taken = jobs.claim(session)
        other = claim(Database(settings.database_url))  # while the first one's row is locked

    assert taken is not None
    assert other is not None
    assert (taken.id, other.id) == (first, second)


def test_many_workers_at_once_take_each_job_once(
    database: Database, settings: Settings, workshop: Workshop
) -> None:
    with database.write() as session:
        numbers = [enqueue(session, "test", {}, workshop.id).id for _ in range(60)]
    taken: list[int] = []
    ready = threading.Barrier(4)

    def take_all() -> None:
        own = Database(settings.database_url)
        ready.wait()
        while (found := claim(own)) is not None:
            taken.append(found.id)

    workers = [threading.Thread(target=take_all) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)

    assert sorted(taken) == numbers


def test_a_letter_posted_twice_under_one_name_is_one_job(database: Database) -> None:
    letter = Letter("sam@example.org", "en", "Hello", ("A word.",))

    with database.write() as session:
        first = mail.post(session.connection(), letter, at_once_key="a")
        second = mail.post(session.connection(), letter, at_once_key="a")
        third = mail.post(session.connection(), letter, at_once_key="b")

    assert first is not None
    assert second is None
    assert third is not None


def test_a_dead_letter_is_found_and_tried_again(database: Database) -> None:
    with database.write() as session:
        mail.post(session.connection(), Letter("sam@example.org", "en", "Hello", ("A word.",)))
        held = jobs.claim(session)
        assert held is not None
        jobs.give_up(session, held, "refused: 550 no")

    with database.write() as session:
        assert dead_letters.given_up(session) == 1
        assert dead_letters.try_again(session, held.id)
        assert dead_letters.counts(session) == dead_letters.Counts(waiting=1, failing=0, given_up=0)
    again = claim(database)
    assert again is not None
    assert again.body == held.body


def test_leads_are_left_listed_and_downloaded(
    app: Flask, leave: Leave, sign_in: SignIn, workshop: Workshop, staff: User
) -> None:
    for school in ("De Regenboog", "De Zonnebloem"):
        leave(workshop, school=school)

    page, file = (sign_in(staff).get(path) for path in ("/leads", "/leads.csv"))

    assert page.status_code == file.status_code == 200
    for school in ("De Regenboog", "De Zonnebloem"):
        assert school in page.text
        assert school in file.text


def test_leads_are_found_merged_and_erased(
    database: Database, leave: Leave, workshop: Workshop, staff: User
) -> None:
    first = leave(workshop, school="Café Zoë", telephone="06 12345678")
    second = leave(workshop, school="Noord", leader_name="Jan", telephone="")

    assert found(database, staff, Filter(words="cafe ZOE 0612345678")) == ["Café Zoë"]
    assert found(database, staff, Filter(words="' & | ! :* zz")) == []
    assert found(database, staff, Filter(doubles=True)) == ["Noord", "Café Zoë"]
    assert found(database, staff, Filter(due="none", owner="nobody", outcome="open")) == ["Noord", "Café Zoë"]
    with database.write() as session:
        kept, other = session.get_one(LeadRow, first.id), session.get_one(LeadRow, second.id)
        assert [each.because for each in doubles_of(session, kept)] == ["email"]
        merge(session, session.get_one(User, staff.id), kept, other)
    assert found(database, staff, Filter(words="noord")) == ["Café Zoë"]
    with database.write() as session:
        assert erasing.erase(session, [first.id]) == 1
    assert found(database, staff, Filter()) == ["Noord"]


def test_the_funnel_is_counted_anew_when_the_journal_has_grown(
    database: Database, workshop: Workshop, leave: Leave
) -> None:
    leave(workshop, school="De Regenboog")
    for number in range(3):
        with database.write() as session:
            entries = [Entry(workshop.id, Joined(f"person-{number}")), Entry(workshop.id, answer(number))]
            journal.append(session.connection(), entries)

        counts = funnels_of(database, [workshop.id])[workshop.id].counts

        # All answers are of one more person, who never joined by phone.
        assert (counts["joined"], counts["answered"], counts["leads"]) == (number + 2, 1, 1)
