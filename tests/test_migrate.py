"""Migrations make the tables that the models describe."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from workshop import migrate as migrations
from workshop.database import Database
from workshop.migrate import METADATA, is_up_to_date, migrate, refuse_old_tables


@pytest.fixture
def empty(tmp_path: Path) -> Database:
    return Database(f"sqlite:///{tmp_path / 'w.sqlite'}")


def test_a_migrated_database_has_the_tables_of_the_models(empty: Database) -> None:
    migrate(empty)

    with empty.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_migrating_again_changes_nothing(empty: Database) -> None:
    migrate(empty)

    migrate(empty)

    assert is_up_to_date(empty)


def test_a_database_that_is_behind_is_refused_with_what_to_do(empty: Database) -> None:
    with pytest.raises(ValueError, match="first: workshop migrate"):
        refuse_old_tables(empty)

    migrate(empty)
    refuse_old_tables(empty)


def test_a_migration_that_fails_half_way_leaves_nothing(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(MigrationContext, "_ensure_version_table", broken)

    with pytest.raises(RuntimeError, match="the disk is full"):
        migrations.migrate(empty)

    assert inspect(empty.engine).get_table_names() == []
