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
