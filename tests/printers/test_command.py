"""`workshop printers`: the same from the terminal."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from tests.cards import paper
from workshop.database import Database
from workshop.language import speaking
from workshop.printers.commands import printers
from workshop.printers.printer import all_printers


def run(app: Flask, *arguments: object) -> Result:
    return CliRunner().invoke(
        printers, [str(each) for each in arguments], obj=app, prog_name="workshop printers"
    )


def test_a_printer_is_added_and_listed(app: Flask) -> None:
    added = run(app, "add", "Staff room", "--right", "0,5", "--up=-0.3")

    assert added.output == "Staff room is kept.\n"
    assert run(app, "list").output == "Staff room  to the right +0.5 mm, upwards −0.3 mm\n"


def test_a_number_may_begin_with_a_minus(app: Flask, database: Database) -> None:
    run(app, "add", "Staff room", "--right", "-0.5", "--up", "-1")

    with database.read() as session:
        assert [each.offset for each in all_printers(session)] == [(-0.5, -1)]


def test_an_empty_list_says_how_to_begin(app: Flask) -> None:
    assert "workshop printers add NAME" in run(app, "list").output


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["Cellar", "--right", "x"], "right: Type a number from −8 to 8"),
        (["Cellar", "--up", "nan"], "up: Type a number from −8 to 8"),
        ([""], "name: Give the printer a name."),
        (["STAFF room"], "name: There is a printer with this name already."),
    ],
)
def test_what_cannot_be_is_refused(app: Flask, arguments: list[str], why: str) -> None:
    assert run(app, "add", "Staff room").exit_code == 0

    refused = run(app, "add", *arguments)

    assert refused.exit_code == 1
    assert why in refused.stderr


def test_a_printer_is_removed_by_its_name(app: Flask, database: Database) -> None:
    run(app, "add", "Staff room")

    assert run(app, "remove", "staff room").output == "Staff room is removed.\n"
    again = run(app, "remove", "staff room")

    assert again.exit_code == 1
    assert "there is no printer staff room" in again.stderr
    with database.read() as session:
        assert all_printers(session) == []


@pytest.mark.parametrize(("flip", "said"), [("long", "lange kant"), ("short", "korte kant")])
def test_the_test_sheet_is_written_in_the_language_of_the_terminal(
    app: Flask, tmp_path: Path, flip: str, said: str
) -> None:
    file = tmp_path / "test.pdf"

    with speaking("nl"):
        done = run(app, "test-sheet", "--flip", flip, "--output", file)

    assert done.output == f"Het testvel staat in {file}.\n"
    assert said in paper.whole_text(file.read_bytes(), 0)


def test_a_file_that_cannot_be_written_is_told_in_one_line(app: Flask, tmp_path: Path) -> None:
    done = run(app, "test-sheet", "--output", tmp_path / "nowhere" / "test.pdf")

    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [(), ("list",), ("add",), ("remove",), ("test-sheet",)])
def test_each_command_has_an_example(app: Flask, command: tuple[str, ...]) -> None:
    assert "Example: workshop printers" in run(app, *command, "--help").output
