"""Migrations make the tables that the models describe."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import OperationalError

from workshop.database import Database
from workshop.decks.store import DeckRow
from workshop.leads.consent import Consent
from workshop.leads.lead import LeadRow
from workshop.migrate import METADATA, is_up_to_date, migrate, refuse_old_tables


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'w.sqlite'}")


def test_a_migrated_database_has_the_tables_of_the_models(empty: Database) -> None:
    migrate(empty)

    with empty.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        assert compare_metadata(context, METADATA) == []


def test_migrating_again_changes_nothing(empty: Database) -> None:
    migrate(empty)

    migrate(empty)

    assert is_up_to_date(empty)


def test_a_database_that_is_behind_is_refused_with_what_to_do(empty: Database) -> None:
    with pytest.raises(ValueError, match="first: workshop migrate"):
        refuse_old_tables(empty)

    migrate(empty)
    refuse_old_tables(empty)


def test_a_migration_that_fails_half_way_leaves_nothing_and_works_once_it_can(empty: Database) -> None:
    with empty.write() as session:
        session.execute(text("CREATE TABLE leads (in_the_way TEXT)"))  # one of the last to be made

    with pytest.raises(OperationalError, match="leads already exists"):
        migrate(empty)
    assert inspect(empty.engine).get_table_names() == ["leads"]
    assert not is_up_to_date(empty)

    with empty.write() as session:
        session.execute(text("DROP TABLE leads"))
    migrate(empty)
    assert is_up_to_date(empty)


def test_migrating_twice_keeps_what_is_in_the_tables(empty: Database) -> None:
    migrate(empty)
    with empty.write() as session:
        session.add(DeckRow(name="mijn"))

    migrate(empty)

    with empty.read() as session:
        assert session.scalars(select(DeckRow.name)).all() == ["mijn"]


def test_two_that_migrate_at_once_do_it_once(empty: Database) -> None:
    with ThreadPoolExecutor(2) as processes:
        done = [processes.submit(migrate, Database(empty.url)) for _ in range(2)]

    assert [each.exception() for each in done] == [None, None]
    assert is_up_to_date(empty)


def test_the_journal_is_kept_in_the_order_of_its_key(empty: Database) -> None:
    migrate(empty)

    with empty.read() as session:
        made = session.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'events'"))

    assert "WITHOUT ROWID" in str(made)


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Everything but the search, which is SQLite's or PostgreSQL's own."""
    return not (kind in ("table", "index") and str(name).startswith("lead_search"))


OLD = """
INSERT INTO decks (id, name) VALUES (1, 'd');
INSERT INTO deck_versions (id, deck_id, number, title, language, source, created_at)
    VALUES (1, 1, 1, 't', 'nl', '', 1);
INSERT INTO workshops (id, code, projector_key, deck_version_id, title, language, created_at, seq, wifi_name,
    wifi_password) VALUES (1, 'ABC234', 'k', 1, 't', 'nl', 1, 2, '', '');
INSERT INTO events (workshop_id, seq, at, submission, body) VALUES
    (1, 1, 5, 's1', '{"is":"LeadLeft","participant":"somebody","lead":"digest"}'),
    (1, 2, 6, 's2', '{"is":"LeadLeft","participant":"rehearsal-1","lead":"other"}');
INSERT INTO leads (workshop_id, id, seq, participant, leader_name, telephone, email, school, profile, board,
    question, consent_text, language, created_at) VALUES
    (1, 's1', 1, 'somebody', 'Zoë', '+31612345678', 'Zoe@school.nl', 'De Ark', '', '', '', 'Wij bewaren dit.',
     'nl', 5),
    (1, 's2', 2, 'rehearsal-1', 'Nep', '', 'nep@example.org', 'Nep', '', '', '', 'Wij bewaren dit.', 'nl', 6)
"""


def test_leads_of_an_older_release_come_along_and_nothing_links_them_to_a_phone(empty: Database) -> None:
    migrate(empty, "0006_printers")
    with empty.write() as session:
        for statement in OLD.split(";\n"):
            session.connection().exec_driver_sql(statement)

    migrate(empty)

    with empty.read() as session:
        first, second = session.scalars(select(LeadRow).order_by(LeadRow.id))
        consents = session.scalars(select(Consent.wording)).all()
        bodies = session.scalars(text("SELECT body FROM events ORDER BY seq")).all()
    assert (first.submission, first.school, first.email) == ("s1", "De Ark", "zoe@school.nl")
    assert not first.simulated
    assert (first.status_id, first.came_by, first.created_at) == (1, "room", 5)
    assert second.simulated
    assert first.receipt != second.receipt
    assert consents == ["Wij bewaren dit."] * 2
    assert bodies == [
        '{"is":"LeadLeft","lead":"digest"}',
        '{"is":"LeadLeft","lead":"other","simulated":true}',
    ]
