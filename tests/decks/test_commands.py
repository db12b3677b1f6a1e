"""`workshop decks`: check, load and list, with errors that say what to do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from sqlalchemy import func, select

from tests.decks.written import FRONT
from workshop import create_app
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.commands import decks
from workshop.decks.store import BUNDLED, DeckVersion

GOOD = FRONT + "# Een\n\n---\n\n# Twee\n"
WRONG = FRONT + "# Een\n\n::: opne\n:::\n\n---\n\ntekst\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mijn.md"
    path.write_text(GOOD)
    return path


def run(app: Flask, *arguments: object) -> Result:
    return CliRunner().invoke(decks, [str(argument) for argument in arguments], obj=app)


def versions(database: Database) -> int:
    with database.read() as session:
        return session.scalar(select(func.count()).select_from(DeckVersion)) or 0


def test_a_good_deck_is_said_to_be_good_and_is_not_loaded(app: Flask, database: Database, file: Path) -> None:
    result = run(app, "check", file)

    assert (result.exit_code, result.output) == (0, f"{file}: 2 slides, no mistakes.\n")
    assert versions(database) == 0


@pytest.mark.parametrize("command", ["check", "load"])
def test_all_mistakes_are_told_a_line_each_and_nothing_is_loaded(
    app: Flask, database: Database, file: Path, command: str
) -> None:
    file.write_text(WRONG)

    result = run(app, command, file)

    assert result.exit_code == 1
    assert result.stdout == ""
    said, first, second = result.stderr.splitlines()
    assert said == "Error: 2 mistakes in the deck, nothing was loaded"
    assert first == f"{file}:7: There is no 'opne' container. Did you mean 'open'?"
    assert second == f"{file}:12: Slide 2 has no title. Start it with '# ' and a few words."
    assert versions(database) == 0


def test_what_was_put_right_is_told_too(app: Flask, file: Path) -> None:
    file.write_text(GOOD.replace("language", "accent: '#ffd24a'\nlanguage"))

    result = run(app, "check", file)

    assert result.exit_code == 0
    assert result.stderr.startswith("Notice: accent #ffd24a is too light to read on paper;")


def test_a_deck_is_loaded_as_a_version(app: Flask, database: Database, file: Path) -> None:
    first = run(app, "load", file)
    again = run(app, "load", file)
    file.write_text(GOOD.replace("Twee", "Drie"))
    changed = run(app, "load", file)

    assert first.output == again.output == "Loaded “Proef”, version 1.\n"
    assert changed.output == "Loaded “Proef”, version 2.\n"
    assert versions(database) == 2


def test_the_decks_are_listed_in_their_newest_version(app: Flask, file: Path) -> None:
    run(app, "load", BUNDLED / "education-ambassadors.md")
    run(app, "load", file)
    file.write_text(GOOD.replace("Twee", "Drie"))
    run(app, "load", file)

    result = run(app, "list")

    assert result.exit_code == 0
    assert result.output == "Education ambassadors (en), version 1\nProef (nl), version 2\n"


@pytest.mark.parametrize("command", ["check", "load"])
def test_a_file_that_is_not_there_is_told_with_its_name(app: Flask, command: str) -> None:
    result = run(app, command, "nergens.md")

    assert result.exit_code == 2
    assert "File 'nergens.md' does not exist." in result.stderr


def test_a_folder_is_no_deck(app: Flask, tmp_path: Path) -> None:
    result = run(app, "check", tmp_path)

    assert result.exit_code == 2
    assert "is a directory" in result.stderr


def test_a_file_of_other_bytes_is_told_in_a_line(app: Flask, file: Path) -> None:
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")

    result = run(app, "load", file)

    assert result.exit_code == 1
    assert result.stderr.splitlines()[1] == f"{file}:1: This is not UTF-8. Save the file as UTF-8."


@pytest.mark.parametrize("command", [["list"], ["load", str(BUNDLED / "education-ambassadors.md")]])
def test_a_database_without_tables_is_told_with_what_to_do(settings: Settings, command: list[str]) -> None:
    result = run(create_app(settings), *command)

    assert isinstance(result.exception, ValueError)
    assert str(result.exception) == "the database is not up to date; first: workshop migrate"


@pytest.mark.parametrize("command", [[], ["check"], ["load"], ["list"]])
def test_help_has_an_example(app: Flask, command: list[str]) -> None:
    assert "Example: workshop decks" in run(app, *command, "--help").output


def test_the_command_as_people_type_it(tmp_path: Path, file: Path) -> None:
    def workshop(*arguments: object) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "workshop", *map(str, arguments)],
            env={**os.environ, "WORKSHOP_DATA": str(tmp_path / "data")},
            capture_output=True,
            text=True,
            check=False,
        )

    too_early = workshop("decks", "load", file)
    workshop("migrate")
    loaded = workshop("decks", "load", file)
    file.write_text(WRONG)
    wrong = workshop("decks", "check", file)

    assert too_early.returncode == 1
    assert too_early.stderr == "Error: the database is not up to date; first: workshop migrate\n"
    assert (loaded.returncode, loaded.stdout) == (0, "Loaded “Proef”, version 1.\n")
    assert wrong.returncode == 1
    assert wrong.stderr.startswith("Error: 2 mistakes in the deck, nothing was loaded\n")
    assert "Traceback" not in too_early.stderr + loaded.stderr + wrong.stderr
