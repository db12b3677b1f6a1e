"""The list of schools comes from a file, whatever the file is, and goes again."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from openpyxl import Workbook

from workshop.database import Base, Database
from workshop.leads.schools import school
from workshop.leads.schools.commands import schools
from workshop.leads.schools.school import School

CSV = """BRIN;Vestigingsnaam;Plaatsnaam;Bevoegd gezag naam
01AA;De Regenboog;Utrecht;Samen
02BB;Het Kompas;Zwolle;
"""


def run(app: Flask, *arguments: str) -> Result:
    return CliRunner().invoke(schools, arguments, obj=app)


def bring(app: Flask, folder: Path, content: str | bytes) -> Result:
    file = folder / "schools.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return run(app, "import", str(file))


def there(database: Database) -> list[School]:
    with database.read() as session:
        return school.every(session)


def test_a_list_comes_in_and_it_is_told_how_many(app: Flask, database: Database, tmp_path: Path) -> None:
    result = bring(app, tmp_path, CSV)

    assert (result.exit_code, result.output) == (0, "The list has 2 schools now.\n")
    assert there(database) == [School("De Regenboog", "Utrecht", "Samen"), School("Het Kompas", "Zwolle")]


@pytest.mark.parametrize(
    "content",
    [
        "naam,plaats\nDe Ark,Ede\n",
        "Name of the school\tCity\nDe Ark\tEde\n",
        "\ufeffSchool;Ort\nDe Ark;Ede\n",
        "plaats;school\nEde;  De \u00a0 Ark \n",
        "naam;plaats\n\n;Ede\nDe Ark;Ede\nDE ARK;ede\n",
    ],
)
def test_columns_are_known_by_their_names_and_each_school_counts_once(
    app: Flask, database: Database, tmp_path: Path, content: str
) -> None:
    result = bring(app, tmp_path, content)

    assert result.output == "The list has one school now.\n"
    assert there(database) == [School("De Ark", "Ede")]


def test_a_workbook_and_the_letters_of_old_windows_are_read_too(
    app: Flask, database: Database, tmp_path: Path
) -> None:
    book = Workbook()
    for row in (["Naam", "Plaats"], ["Groep 8", 1234]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "schools.xlsx")

    assert run(app, "import", str(tmp_path / "schools.xlsx")).exit_code == 0
    assert there(database) == [School("Groep 8", "1234")]
    assert bring(app, tmp_path, "naam\nSint Caeciliä\n".encode("cp1252")).exit_code == 0
    assert there(database) == [School("Sint Caeciliä")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "This file is empty."),
        ("\n\n;;\n", "This file is empty."),
        ("naam;plaats\n", "There is no school in this file."),
        ("naam;plaats\n;Ede\n", "There is no school in this file."),
        (
            "a;b\n1;Ede\n",
            "No column has the names of the schools: call it name or naam. There are: a, b.",
        ),
        (f"naam\nDe Ark\n{'x' * 121}\n", "Row 3: something in it is longer than 120 characters."),
        (b"PK\x03\x04 no workbook", "This is no CSV file and no Excel workbook (.xlsx)."),
        (b"naam\n\0\0", "This is no CSV file and no Excel workbook (.xlsx)."),
    ],
)
def test_a_file_that_is_no_list_is_one_line_and_the_old_list_stays(
    app: Flask, database: Database, tmp_path: Path, content: str | bytes, said: str
) -> None:
    assert bring(app, tmp_path, CSV).exit_code == 0

    result = bring(app, tmp_path, content)

    assert (result.exit_code, result.stderr) == (1, f"Error: {said}\n")
    assert len(there(database)) == 2


def test_a_file_that_is_not_there_is_one_line(app: Flask, tmp_path: Path) -> None:
    result = run(app, "import", str(tmp_path / "missing.csv"))

    assert result.exit_code == 1
    assert "No such file or directory" in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_list_is_forgotten(app: Flask, database: Database, tmp_path: Path) -> None:
    bring(app, tmp_path, CSV)

    result = run(app, "forget")

    assert result.exit_code == 0
    assert "no list of schools" in result.output
    assert there(database) == []


def test_a_database_without_tables_says_what_to_do(app: Flask, database: Database, tmp_path: Path) -> None:
    Base.metadata.drop_all(database.engine)

    result = bring(app, tmp_path, CSV)

    assert result.exit_code == 1
    assert "workshop migrate" in result.stderr
