from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from tests.leads.conftest import Leave
from workshop.database import Base, Database
from workshop.leads.commands import leads
from workshop.workshops import Workshop


def run(app: Flask, *arguments: str) -> Result:
    return CliRunner().invoke(leads, arguments, obj=app)


@pytest.fixture(autouse=True)
def two_leads(leave: Leave, workshop: Workshop, other_workshop: Workshop) -> None:
    leave(workshop, school="De Regenboog")
    leave(other_workshop, school="De Zonnebloem")


def test_all_leads_are_written_to_the_terminal(app: Flask) -> None:
    result = run(app, "export")

    assert result.exit_code == 0
    assert result.stdout_bytes.startswith(b"\xef\xbb\xbf")
    assert "De Regenboog" in result.stdout
    assert "De Zonnebloem" in result.stdout


def test_the_leads_of_one_workshop_are_written_by_its_code(app: Flask, workshop: Workshop) -> None:
    result = run(app, "export", "--workshop", workshop.code.lower())

    assert result.exit_code == 0
    assert "De Regenboog" in result.stdout
    assert "De Zonnebloem" not in result.stdout


def test_an_unknown_code_is_one_line_and_a_failure(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"

    result = run(app, "export", "--workshop", "XXXXXX", "--output", str(file))

    assert result.exit_code == 1
    assert result.stderr == "Error: no workshop has the code XXXXXX\n"
    assert not file.exists()


def test_the_file_is_for_its_owner_only(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "leads.csv"

    result = run(app, "export", "--output", str(file))

    assert result.exit_code == 0
    assert result.stdout == ""
    assert file.stat().st_mode & 0o777 == 0o600
    assert "De Regenboog" in file.read_text("utf-8-sig")


def test_a_file_that_cannot_be_written_is_one_line(app: Flask, tmp_path: Path) -> None:
    result = run(app, "export", "--output", str(tmp_path / "missing" / "leads.csv"))

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "No such file or directory" in result.stderr


def test_a_database_without_tables_says_what_to_do(app: Flask, database: Database) -> None:
    Base.metadata.drop_all(database.engine)

    result = run(app, "export")

    assert result.exit_code == 1
    assert "workshop migrate" in result.stderr


def test_help_has_an_example(app: Flask) -> None:
    assert "Example: workshop leads export" in run(app, "--help").stdout
    assert "Example: workshop leads export" in run(app, "export", "--help").stdout
