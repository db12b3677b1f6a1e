"""The page on which staff type answer sheets: who may, what it keeps, and what it says of mistakes."""

import pytest
from flask import Flask

from tests.kinds.drawn import HOSTILE, Page
from tests.paper.desk import ANSWERS, SHEET, VALUES, Desk
from tests.people import browser, person
from tests.said import happen
from workshop.database import Database
from workshop.events import ModerationBegun, QuestionClosed, ResultShown, WorkshopClosed
from workshop.workshops import Workshop


def test_a_sheet_becomes_answers_that_are_marked_as_paper(desk: Desk) -> None:
    desk.keep(7, SHEET)

    assert [(each.slide, each.value) for each in desk.answers()] == VALUES
    assert {each.sheet for each in desk.answers()} == {7}
    assert {each.participant for each in desk.answers()} == {"paper-7"}


def test_after_a_sheet_the_next_one_is_open_and_the_list_has_what_is_kept(desk: Desk) -> None:
    answer = desk.send(7, SHEET)

    assert answer.headers["Location"] == f"{desk.address}?sheet=8"
    page = desk.open(8)
    assert "Sheet 7: 11 answers" in page.text
    assert [field["name"] for field in page.all("textarea") if "autofocus" in field] == ["1-0-0"]
    assert desk.kept() == [f"Sheet 7, {ANSWERS} answers, –"]


def test_the_page_begins_with_the_number_after_the_highest(desk: Desk) -> None:
    (first,) = desk.open().all("input", type="number")
    desk.keep(3, {"2-0-0": "Ja"})
    (second,) = desk.open().all("input", type="number")

    assert (first["value"], second["value"]) == ("1", "4")
    assert "autofocus" in first


def test_the_next_number_is_one_under_which_nothing_is_kept(desk: Desk) -> None:
    desk.keep(2, {"2-0-0": "Ja"})

    assert desk.send(1, {"2-0-0": "Nee"}).headers["Location"].endswith("?sheet=3")


def test_a_kept_sheet_opens_with_what_was_typed(desk: Desk) -> None:
    desk.keep(7, SHEET)

    page = desk.open(7)

    assert "Meer tijd,\nen minder regels." in page.said
    assert [field["name"] for field in page.all("input", type="checkbox") if "checked" in field] == [
        "3-0-0",
        "3-0-2",
    ]
    values = {field["name"]: field["value"] for field in page.all("input", type="text")}
    assert values["4-0-2"] == "1"
    assert values["5-0-2"] == ""
    assert (values["7-0-0"], values["8-0-0"], values["9-0-1"]) == ("6500", "J2", "")
    chosen = [field["value"] for field in page.all("input", type="radio", name="6-0-0") if "checked" in field]
    assert chosen == ["5"]


def test_only_the_owner_types_sheets(app: Flask, desk: Desk, database: Database) -> None:
    desk.keep(7, {"1-0-0": "van papier"})
    others = [browser(app, person(database, "Karin")), browser(app, person(database, "Sam", "staff"))]
    stranger, admin = browser(app), browser(app, person(database, "Ada", "admin"))
    typed = {"sheet": "8", "2-0-0": "Ja"}

    for other in others:
        assert other.get(desk.address).status_code == 403
        assert other.post(desk.address, data=typed).status_code == 403
        assert b"van papier" not in other.get(desk.address, query_string={"sheet": 7}).data
    for refused in (stranger.get(desk.address), stranger.post(desk.address, data=typed)):
        assert refused.headers["Location"].startswith("/sign-in")
    assert len(desk.answers()) == 1
    assert admin.get(desk.address).status_code == 200
    assert desk.browser.get("/workshops/999/paper").status_code == 404


@pytest.mark.parametrize("sheet", ["0", "-1", "10000", "x", ""])
def test_there_is_no_sheet_without_a_number(desk: Desk, sheet: str) -> None:
    assert desk.browser.get(desk.address, query_string={"sheet": sheet}).status_code == 404
    assert desk.browser.post(desk.address, data={"sheet": sheet, "2-0-0": "Ja"}).status_code == 404
    assert desk.answers() == []


def test_a_sheet_counts_also_when_the_question_is_closed_and_when_the_workshop_has_ended(
    desk: Desk, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, QuestionClosed(3), ResultShown(3))
    desk.keep(1, {"3-0-0": "1"})
    happen(database, workshop, WorkshopClosed())
    desk.keep(2, {"3-0-1": "1"})

    assert [each.value for each in desk.answers()] == [[0], [1]]


def test_what_is_wrong_stands_beside_its_question_and_nothing_is_kept(desk: Desk) -> None:
    answer = desk.send(7, {**SHEET, "5-0-1": "39", "8-0-0": "Z9", "1-0-0": "y" * 1001})
    page = Page(answer.text)

    assert answer.status_code == 422
    for text in ("Divide exactly 100 points.", "Type a square, such as C4.", "1 character too many."):
        assert text in page.text
    assert [field["value"] for field in page.all("input", name="8-0-0")] == ["Z9"]
    assert [field["name"] for field in page.all("textarea") if field.get("aria-invalid")] == ["1-0-0"]
    assert "autofocus" in page.all("textarea", name="1-0-0")[0]
    assert desk.answers() == []


def test_an_empty_sheet_is_no_answer(desk: Desk) -> None:
    desk.keep(7, dict.fromkeys(SHEET, " "))

    assert desk.answers() == []
    assert desk.kept() == []


def test_a_moderated_room_reads_paper_first_too(desk: Desk, database: Database, workshop: Workshop) -> None:
    happen(database, workshop, ModerationBegun())

    desk.keep(7, {"1-0-0": "mag dit", "3-0-0": "1"})

    assert [each.waiting for each in desk.answers()] == [True, False]


def test_what_people_wrote_is_shown_as_text(desk: Desk) -> None:
    desk.keep(7, {"1-0-0": HOSTILE, "9-0-0": HOSTILE[:40]})

    page = desk.open(7)

    assert HOSTILE in page.said
    assert not page.all("img")
    assert all(each.get("src") for each in page.all("script"))
    assert [field["value"] for field in page.all("input", name="9-0-0")] == [HOSTILE[:40]]


def test_characters_that_nobody_sees_are_taken_out_as_on_a_phone(desk: Desk) -> None:
    desk.keep(7, {"1-0-0": "a\x00b\u202ec\r\nd", "9-0-1": "rust"})
    before = desk.answers()
    desk.keep(7, {"1-0-0": "a\x00b\u202ec\r\nd", "9-0-1": "rust"})

    assert [each.value for each in desk.answers()] == ["abc\nd", "rust"]
    assert desk.answers() == before


def test_the_presenters_page_leads_there(desk: Desk) -> None:
    page = Page(desk.browser.get(f"/workshops/{desk.workshop.id}").text)

    assert page.all("a", href=desk.address)
