from pathlib import Path

import pytest
from sqlalchemy import text

from workshop.database import Database
from workshop.doctor import tables
from workshop.doctor.finding import Level
from workshop.migrate import migrate


@pytest.fixture
def migrated(tmp_path: Path) -> Database:
    database = Database(f"sqlite:///{tmp_path / 'workshop.sqlite'}")
    migrate(database)
    return database


def test_a_migrated_database_is_fine(migrated: Database) -> None:
    assert tables.judge(tables.look(migrated.url)).level is Level.GOOD


def test_a_database_of_another_release_must_be_migrated(migrated: Database) -> None:
    with migrated.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))

    found = tables.judge(tables.look(migrated.url))

    assert found.level is Level.BAD
    assert found.remedy == "workshop migrate"


def test_a_database_that_is_not_there_yet_is_a_note_and_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "workshop.sqlite"

    found = tables.judge(tables.look(f"sqlite:///{path}"))

    assert found.level is Level.WARNING
    assert not path.exists()


def test_a_file_that_is_no_database_must_be_mended(tmp_path: Path) -> None:
    path = tmp_path / "workshop.sqlite"
    path.write_bytes(b"Something else altogether. " * 100)

    found = tables.judge(tables.look(f"sqlite:///{path}"))

    assert found.level is Level.BAD
    assert found.text == "file is not a database"


@pytest.mark.parametrize(
    ("url", "says"),
    [("workshop.sqlite", "no address of a database"), ("sqlite+nothing://", "no address")],
)
def test_an_address_of_no_database_must_be_mended(url: str, says: str) -> None:
    found = tables.judge(tables.look(url))

    assert found.level is Level.BAD
    assert says in found.text
    assert "WORKSHOP_DATABASE_URL" in found.remedy
