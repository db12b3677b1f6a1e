"""The page on which presenters keep their printers."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.cards import paper
from tests.kinds.drawn import HOSTILE, Page
from tests.people import browser, person
from workshop.accounts.user import Role
from workshop.database import Database
from workshop.printers.measured import Measured
from workshop.printers.printer import all_printers, save

NUMBER = "Type a number from −8 to 8"
ADDRESSES = ("/printers", "/printers/1", "/printers/test-sheet.pdf")
ACTIONS = ("/printers", "/printers/1", "/printers/1/remove")


def add(client: FlaskClient, name: str = "Canon", right: str = "0,5", up: str = "−0,3") -> TestResponse:
    typed = {"name": name, "right": right, "up": up}
    return client.post("/printers", data=typed, follow_redirects=True)


def kept(database: Database) -> list[tuple[str, float, float]]:
    with database.read() as session:
        return [(each.name, *each.offset) for each in all_printers(session)]


def value(page: TestResponse, name: str) -> str | None:
    (field,) = Page(page.text).all("input", name=name)
    return field["value"]


def test_a_printer_is_kept_and_stands_in_the_list(els: FlaskClient, database: Database) -> None:
    page = add(els)

    assert page.status_code == 200
    assert "Canon is kept." in page.text
    assert "to the right +0.5 mm, upwards −0.3 mm" in page.text
    assert kept(database) == [("Canon", 0.5, -0.3)]


def test_without_printers_the_page_says_what_comes_here_and_what_to_do(els: FlaskClient) -> None:
    page = els.get("/printers")

    assert "The printers that were measured come here" in page.text
    assert len(Page(page.text).all("li")) == 4
    assert Page(page.text).all("a", href="/printers/test-sheet.pdf")


def test_a_dutch_reader_sees_a_comma(app: Flask, els: FlaskClient) -> None:
    els.environ_base["HTTP_ACCEPT_LANGUAGE"] = "nl"

    assert "naar rechts +0,5 mm, omhoog −0,3 mm" in add(els).text


def test_it_is_changed(els: FlaskClient, database: Database) -> None:
    add(els)
    before = els.get("/printers/1")
    assert [value(before, name) for name in ("name", "right", "up")] == ["Canon", "+0.5", "−0.3"]

    typed = {"name": "Kelder", "right": "-1", "up": "0"}
    page = els.post("/printers/1", data=typed, follow_redirects=True)

    assert "Kelder is kept." in page.text
    assert kept(database) == [("Kelder", -1, 0)]


def test_what_the_page_shows_can_be_kept_as_it_stands(els: FlaskClient, database: Database) -> None:
    add(els, right="1,25", up="-8")
    page = els.get("/printers/1")

    els.post("/printers/1", data={name: value(page, name) for name in ("name", "right", "up")})

    assert kept(database) == [("Canon", 1.25, -8)]


def test_one_that_is_removed_stands_in_the_form_so_that_one_press_brings_it_back(
    els: FlaskClient, database: Database
) -> None:
    add(els, name="Canon & <zonen>")

    page = els.post("/printers/1/remove", follow_redirects=True)

    assert kept(database) == []
    assert "is removed. Was that a mistake?" in page.text
    typed = {name: value(page, name) for name in ("name", "right", "up")}
    els.post("/printers", data=typed)
    assert kept(database) == [("Canon & <zonen>", 0.5, -0.3)]


@pytest.mark.parametrize("typed", ["x", "9999", "nan", "inf", "", "1e3"])
@pytest.mark.parametrize("field", ["right", "up"])
def test_a_number_that_cannot_be_is_refused_with_all_that_was_typed(
    els: FlaskClient, database: Database, field: str, typed: str
) -> None:
    page = add(els, **{field: typed})

    assert page.status_code == 422
    assert page.text.count(NUMBER) == 1
    assert value(page, field) == typed
    assert value(page, "name") == "Canon"
    assert kept(database) == []


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "Give the printer a name."),
        (" \u200b", "Give the printer a name."),
        ("x" * 61, "The name is longer than 60 characters."),
        ("x" * 100_000, "The name is longer than 60 characters."),
        ("canon", "There is a printer with this name already."),
    ],
)
def test_a_name_that_cannot_be_is_refused(els: FlaskClient, name: str, why: str) -> None:
    assert add(els).status_code == 200

    page = add(els, name=name)

    assert page.status_code == 422
    assert why in page.text


def test_a_change_that_cannot_be_changes_nothing(els: FlaskClient, database: Database) -> None:
    add(els)
    add(els, name="Kelder")

    page = els.post("/printers/2", data={"name": "Canon", "right": "0", "up": "x"})

    assert page.status_code == 422
    assert NUMBER in page.text
    taken = els.post("/printers/2", data={"name": "Canon", "right": "0", "up": "0"})
    assert "There is a printer with this name already." in taken.text
    assert kept(database) == [("Canon", 0.5, -0.3), ("Kelder", 0.5, -0.3)]


def test_a_form_without_fields_is_refused(els: FlaskClient) -> None:
    assert els.post("/printers").status_code == 422


def test_markup_in_a_name_is_printed_and_runs_nothing(els: FlaskClient) -> None:
    name = HOSTILE[:60]
    pages = [add(els, name=name), els.get("/printers/1"), els.get("/printers", query_string={"name": name})]

    for page in pages:
        assert Page(page.text).runs_nothing()
        assert "<script>alert" not in page.text
    assert name in Page(pages[0].text).said
    with els.get("/printers/test-sheet.pdf?printer=1") as pdf:
        assert "alert(1)" in paper.whole_text(pdf.data, 0)


@pytest.mark.parametrize(
    ("query", "said"),
    [("", "long edge"), ("?flip=long", "long edge"), ("?flip=short", "short edge")],
)
def test_the_test_sheet_is_a_pdf_of_two_pages(els: FlaskClient, query: str, said: str) -> None:
    answer = els.get(f"/printers/test-sheet.pdf{query}")

    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'inline; filename="test-sheet.pdf"'
    assert said in paper.whole_text(answer.data, 0)
    assert said in paper.whole_text(answer.data, 1)


def test_a_printers_own_sheet_has_its_name_and_its_numbers_in_it(els: FlaskClient) -> None:
    add(els)

    plain, moved = (els.get(f"/printers/test-sheet.pdf{query}").data for query in ("", "?printer=1"))

    assert "With the numbers of Canon." in paper.whole_text(moved, 0)
    assert "Type both numbers" in paper.whole_text(plain, 0)
    assert "Type both numbers" not in paper.whole_text(moved, 0)
    assert paper.picture(plain, 1).tobytes() != paper.picture(moved, 1).tobytes()


@pytest.mark.parametrize(
    "address",
    [
        "/printers/1",
        "/printers/0",
        f"/printers/{10**30}",
        "/printers/test-sheet.pdf?flip=none",
        "/printers/test-sheet.pdf?printer=1",
        "/printers/test-sheet.pdf?printer=x",
        f"/printers/test-sheet.pdf?printer={10**30}",
        f"/printers/test-sheet.pdf?printer=-{10**30}",
    ],
)
def test_what_is_not_there_is_not_found(els: FlaskClient, address: str) -> None:
    assert els.get(address).status_code == 404


def test_a_printer_that_is_gone_is_neither_changed_nor_removed(els: FlaskClient, database: Database) -> None:
    typed = {"name": "Canon", "right": "0", "up": "0"}

    assert els.post("/printers/7", data=typed).status_code == 404
    assert els.post("/printers/7/remove").status_code == 404
    assert kept(database) == []


def test_all_presenters_share_them(app: Flask, els: FlaskClient, database: Database) -> None:
    add(els)

    other = browser(app, person(database, "Karin"))

    assert "Canon" in other.get("/printers").text
    assert other.post("/printers/1/remove").status_code == 303


@pytest.mark.parametrize(("role", "status"), [("presenter", 200), ("admin", 200), ("staff", 403)])
def test_they_are_for_those_who_present(
    app: Flask, els: FlaskClient, database: Database, role: Role, status: int
) -> None:
    add(els)

    other = browser(app, person(database, "Sam", role))

    assert [other.get(address).status_code for address in ADDRESSES] == [status] * 3


def test_a_stranger_is_asked_to_sign_in_and_changes_nothing(
    app: Flask, els: FlaskClient, database: Database
) -> None:
    add(els)
    stranger = browser(app)

    for address in ADDRESSES:
        assert stranger.get(address).headers["Location"].startswith("/sign-in")
    for address in ACTIONS:
        refused = stranger.post(address, data={"name": "Mine", "right": "0", "up": "0"})
        assert refused.headers["Location"].startswith("/sign-in")
    assert kept(database) == [("Canon", 0.5, -0.3)]


def test_a_form_of_another_site_changes_nothing(app: Flask, database: Database) -> None:
    with database.write() as session:
        save(session, Measured("Canon", 0.5, -0.3))
    els = browser(app, person(database, "Els"))

    for address in ACTIONS:
        assert els.post(address, data={"name": "Mine", "right": "0", "up": "0"}).status_code == 400
    assert kept(database) == [("Canon", 0.5, -0.3)]
