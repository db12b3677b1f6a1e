"""The files, read back as a spreadsheet or a program reads them."""

import csv
import io
import json
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.said import CHOICE, IDEAS, NUMBER, OPEN, TWO, VALUES, given, happen, one_of_each
from workshop.database import Database
from workshop.events import AnswerHidden, AnswerSorted, AnswerWithdrawn, Joined, ThemeNamed, VoteGiven
from workshop.workshops import Workshop

A, B = "a" * 16, "b" * 16
HARVEST = 99
"""The fold sorts by a slide's number, whatever the deck has there."""
FORMULAS = ["=1+1", "+31612345678", "-2", "@SUM(A1)", "\t=1", "＝1+1", '=HYPERLINK("https://x.example","y")']


def get(client: FlaskClient, workshop: Workshop, name: str) -> bytes:
    answer = client.get(f"/workshops/{workshop.id}/results/{name}")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.data


def rows(client: FlaskClient, workshop: Workshop, name: str) -> list[list[str]]:
    content = get(client, workshop, name)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


def workbook(client: FlaskClient, workshop: Workshop, query: str = "") -> Workbook:
    return load_workbook(io.BytesIO(get(client, workshop, f"results.xlsx{query}")))


def lines(client: FlaskClient, workshop: Workshop, query: str = "") -> list[dict[str, object]]:
    return [json.loads(line) for line in get(client, workshop, f"answers.jsonl{query}").splitlines()]


def cells(book: Workbook, sheet: str) -> Iterator[tuple[object, ...]]:
    for row in book[sheet].iter_rows(values_only=True):
        yield tuple(cell for cell in row if cell is not None)


def test_the_csv_has_a_line_an_answer_as_people_read_it(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, *one_of_each(A), given(B, CHOICE, [1]))

    head, *body = rows(els, workshop, "answers.csv")

    assert head == ["Dia", "Titel", "Vraag", "Persoon", "Antwoord", "Thema", "Verborgen", "Papieren blad"]
    assert len(body) == len(VALUES) + 1
    assert body[0] == ["1", "Wat vind je?", "Wat vind je?", "1", "Meer tijd,\nen minder regels.", "", "", ""]
    assert ["2", "Twee vragen", "De tweede?", "1", "Nee", "", "", ""] in body
    assert ["3", "Kies", "Kies", "1", "rood\ngroen", "", "", ""] in body
    assert ["3", "Kies", "Kies", "2", "blauw", "", "", ""] in body
    assert [
        "7",
        "Hoeveel scholen?",
        "Hoeveel scholen?",
        "1",
        "6500\N{NO-BREAK SPACE}scholen",
        "",
        "",
        "",
    ] in body


def test_the_tables_are_a_csv_of_their_own(els: FlaskClient, database: Database, workshop: Workshop) -> None:
    happen(database, workshop, Joined(A), Joined(B), *one_of_each(A))

    found = rows(els, workshop, "tables.csv")

    start = found.index(["3. Kies"])
    assert found[start : start + 6] == [
        ["3. Kies"],
        ["Meegedaan: 1 van 2"],
        ["Mogelijkheid", "Mensen"],
        ["rood", "1"],
        ["blauw", "0"],
        ["groen", "1"],
    ]
    assert found[start + 6] == []


def test_no_spreadsheet_takes_an_answer_for_a_formula(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, *(given(A, OPEN, text) for text in FORMULAS), given(A, 9, "=2+2"))

    answers = [row[4] for row in rows(els, workshop, "answers.csv")[1:]]
    tables = rows(els, workshop, "tables.csv")
    book = workbook(els, workshop)

    assert answers == [f"'{text}" for text in [*FORMULAS, "=2+2"]]
    assert ["'=2+2", "1"] in tables
    sheet = book.worksheets[0]
    texts = [cell for row in sheet.iter_rows() for cell in row if cell.value in FORMULAS]
    assert [cell.value for cell in texts] == FORMULAS
    assert {cell.data_type for each in book.worksheets for row in each.iter_rows() for cell in row} <= {
        "s",
        "n",
    }


def test_the_workbook_has_a_sheet_a_slide_with_its_table_and_its_answers(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, Joined(A), *one_of_each(A), given(B, NUMBER, 7))

    book = workbook(els, workshop)

    assert len(book.sheetnames) == len({slide for slide, _question, _value in VALUES})
    assert book.sheetnames[:3] == ["1. Wat vind je", "2. Twee vragen", "3. Kies"]
    choice = list(cells(book, "3. Kies"))
    assert choice[:6] == [
        ("3. Kies",),
        ("Meegedaan: 1 van 2",),
        ("Mogelijkheid", "Mensen"),
        ("rood", 1),
        ("blauw", 0),
        ("groen", 1),
    ]
    assert choice[-2:] == [("Antwoord", "Persoon", "Thema", "Verborgen", "Papieren blad"), ("rood\ngroen", 1)]
    assert list(cells(book, "2. Twee vragen"))[-2:] == [("Ja", 1, "De eerste?"), ("Nee", 1, "De tweede?")]


def test_json_lines_have_the_value_as_it_was_kept_too(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, given(A, CHOICE, [0, 2]), given(B, IDEAS, "idee", id="i" * 22))
    happen(database, workshop, VoteGiven(A, "i" * 22))

    choice, idea = lines(els, workshop)

    assert choice == {
        "slide": CHOICE,
        "title": "Kies",
        "question": 0,
        "asked": "Kies",
        "kind": "choice",
        "person": 1,
        "value": [0, 2],
        "answer": "rood\ngroen",
        "themes": [],
        "hidden": False,
        "paper_sheet": None,
    }
    assert (idea["person"], idea["votes"]) == (2, 1)


def test_no_file_names_a_phone_or_an_answer_by_its_id(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, given(A, OPEN, "hallo", id="h" * 22))

    for name in ("answers.csv", "tables.csv", "answers.jsonl"):
        content = get(els, workshop, name).decode()
        assert A not in content
        assert "h" * 22 not in content


def test_an_answer_that_was_sorted_has_its_theme_in_every_file(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, given(A, OPEN, "rust", id="h" * 22))
    happen(database, workshop, ThemeNamed(HARVEST, 1, "Tijd"), AnswerSorted(HARVEST, "h" * 22, 1))

    assert rows(els, workshop, "answers.csv")[1][4:] == ["rust", "Tijd", "", ""]
    assert lines(els, workshop)[0]["themes"] == ["Tijd"]
    assert ("rust", 1, "Tijd") in set(cells(workbook(els, workshop), "1. Wat vind je"))


def test_hidden_answers_are_in_the_files_on_request_and_marked(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(
        database,
        workshop,
        given(A, OPEN, "gezien"),
        given(A, OPEN, "verborgen", id="h" * 22),
        AnswerHidden("h" * 22),
        given(B, OPEN, "terug", id="t" * 22),
        AnswerWithdrawn(B, "t" * 22),
    )

    assert [row[4] for row in rows(els, workshop, "answers.csv")[1:]] == ["gezien"]
    asked = rows(els, workshop, "answers.csv?hidden=1")[1:]
    assert [row[4:] for row in asked] == [["gezien", "", "", ""], ["verborgen", "", "×", ""]]
    assert [each["hidden"] for each in lines(els, workshop, "?hidden=1")] == [False, True]
    assert ("verborgen", 1, "×") in set(cells(workbook(els, workshop, "?hidden=1"), "1. Wat vind je"))
    for content in (get(els, workshop, "answers.csv?hidden=1"), get(els, workshop, "answers.jsonl?hidden=1")):
        assert b"terug" not in content


def test_files_made_while_answers_come_are_whole_and_agree_on_who_is_who(
    els: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, *(given(f"p{n:015}", TWO, f"{n}") for n in range(150)))

    first = rows(els, workshop, "answers.csv")[1:]
    # The second file is begun, and answers come and go while it is on its way.
    answer = els.get(f"/workshops/{workshop.id}/results/answers.csv", buffered=False)
    pieces = answer.iter_encoded()
    begun = next(pieces)
    happen(database, workshop, *(given(f"p{n:015}", TWO, f"{n}") for n in range(150, 300)))
    els.get(f"/workshops/{workshop.id}/results")
    rest = b"".join(pieces)
    third = rows(els, workshop, "answers.csv")[1:]

    text = io.StringIO((begun + rest).decode("utf-8-sig"), newline="")
    second = list(csv.reader(text, delimiter=";", strict=True))[1:]
    assert first == second
    assert third[:150] == first
    assert [(row[3], row[4]) for row in third] == [(str(n + 1), f"{n}") for n in range(300)]


@pytest.mark.parametrize("name", ["answers.xml", "answers.csv.bak", "other.csv"])
def test_there_are_no_other_files(els: FlaskClient, workshop: Workshop, name: str) -> None:
    assert els.get(f"/workshops/{workshop.id}/results/{name}").status_code == 404
