"""Answer sheets are made by a worker: who may have them, and that no number is printed twice."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.cards import paper
from tests.kinds.drawn import HOSTILE, Page
from tests.people import browser, person
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.worker import work_once
from workshop.workshops import Workshop

Ask = Callable[..., str]


@pytest.fixture
def els(app: Flask, owner: User) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = False
    return browser(app, owner)


@pytest.fixture
def ask(els: FlaskClient, database: Database, settings: Settings, workshop: Workshop) -> Ask:
    """Asks for sheets and lets a worker make them; gives what the page says then."""

    def ask(**wish: str) -> str:
        els.post(f"/workshops/{workshop.id}/sheets", data={"first": "1", "count": "2", "place": "", **wish})
        work_once(database, settings)
        return els.get(f"/workshops/{workshop.id}/sheets").text

    return ask


def pdfs(page: str) -> list[str]:
    return [str(link["href"]) for link in Page(page).all("a") if str(link["href"]).endswith(".pdf")]


def test_the_sheets_are_made_with_their_numbers_and_the_place(
    els: FlaskClient, ask: Ask, workshop: Workshop
) -> None:
    page = ask(first="7", count="3", place="Utrecht")

    (address,) = pdfs(page)
    with els.get(address) as pdf:
        whole = [paper.whole_text(pdf.data, number) for number in range(3)]
    assert "Sheets 7 to 9" in page
    assert "3 pages" in page
    assert pdf.headers["Cache-Control"] == "no-store"
    assert all("Utrecht, " in text and workshop.code in text and "Wat vind je?" in text for text in whole)


def test_the_next_batch_goes_on_where_the_last_one_ended(ask: Ask) -> None:
    page = ask(first="7", count="3")

    (field,) = Page(page).all("input", name="first")

    assert field["value"] == "10"


@pytest.mark.parametrize(
    "wish",
    [{"count": "0"}, {"count": "301"}, {"count": ""}, {"first": "0"}, {"first": "9999"}, {"first": "x"}],
)
def test_a_wish_that_cannot_be_is_answered_with_what_can(ask: Ask, wish: dict[str, str]) -> None:
    page = ask(**wish)

    assert pdfs(page) == []
    assert "Fill in how many sheets, from 1 to 300" in page


def test_a_place_is_printed_and_runs_nothing(els: FlaskClient, ask: Ask) -> None:
    page = ask(place=HOSTILE)

    (address,) = pdfs(page)
    with els.get(address) as pdf:
        assert "alert(1)" in paper.whole_text(pdf.data, 0)
    assert "<script>alert" not in page


def test_only_the_owner_has_them(app: Flask, ask: Ask, database: Database, workshop: Workshop) -> None:
    (address,) = pdfs(ask())
    page = f"/workshops/{workshop.id}/sheets"

    for other in (browser(app, person(database, "Karin")), browser(app, person(database, "Sam", "staff"))):
        assert [other.get(page).status_code, other.post(page).status_code] == [403, 403]
        assert other.get(address).status_code == 403
    for refused in (browser(app).get(page), browser(app).get(address)):
        assert refused.headers["Location"].startswith("/sign-in")


def test_another_jobs_number_opens_nothing(els: FlaskClient, ask: Ask, workshop: Workshop) -> None:
    ask()

    assert els.get(f"/workshops/{workshop.id}/sheets/99.pdf").status_code == 404
