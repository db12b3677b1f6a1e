"""The button that cancels a job: on the page of what is made, and for whom it works."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.jobs.conftest import Put, job
from tests.kinds.drawn import Page
from tests.people import browser, person
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs import job as jobs
from workshop.jobs.put import enqueue
from workshop.jobs.worker import work_once
from workshop.workshops import Workshop


@pytest.fixture
def els(app: Flask, owner: User) -> FlaskClient:
    """The owner's browser."""
    return browser(app, owner)


@pytest.fixture
def sheets(put: Put) -> int:
    """A job that makes three answer sheets."""
    return put("answer-sheets", first=7, count=3, place="")


def page(visitor: FlaskClient, workshop: Workshop) -> str:
    return visitor.get(f"/workshops/{workshop.id}/sheets").text


def press(visitor: FlaskClient, number: int, **sent: str) -> TestResponse:
    """Sends what the button sends, with the token of a page that anybody may see."""
    token = re.search(
        r'name="csrf_token" value="([^"]+)"', visitor.get("/sign-in", follow_redirects=True).text
    )
    assert token
    return visitor.post(f"/jobs/{number}/cancel", data={"csrf_token": token[1], **sent})


def test_the_owner_cancels_it_on_its_page_and_the_page_says_so(
    els: FlaskClient, database: Database, workshop: Workshop, sheets: int
) -> None:
    before = page(els, workshop)
    (button,) = [each for each in Page(before).all("button") if "Cancel" in each.get("aria-label", "")]

    fields = {field["name"]: field["value"] for field in Page(before).all("input", type="hidden")}
    answer = els.post(f"/jobs/{sheets}/cancel", data=fields)

    assert button["aria-label"] == "Cancel: Sheets 7 to 9"
    assert f'method="post" action="/jobs/{sheets}/cancel"' in before
    assert (answer.status_code, answer.location) == (302, f"/workshops/{workshop.id}/sheets")
    assert job(database, sheets).state == "cancelled"
    after = page(els, workshop)
    assert "Cancelled" in after
    assert f"/jobs/{sheets}/cancel" not in after
    assert "<progress" not in after


def test_a_job_that_is_done_has_no_button(
    els: FlaskClient, database: Database, settings: Settings, workshop: Workshop, sheets: int
) -> None:
    assert f"/jobs/{sheets}/cancel" in page(els, workshop)

    work_once(database, settings)

    assert f"/jobs/{sheets}/cancel" not in page(els, workshop)


def test_pressed_twice_it_does_no_harm(els: FlaskClient, database: Database, sheets: int) -> None:
    answers = [press(els, sheets), press(els, sheets)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert job(database, sheets).state == "cancelled"


def test_pressed_too_late_the_pdf_is_there(
    els: FlaskClient, database: Database, settings: Settings, workshop: Workshop, sheets: int
) -> None:
    work_once(database, settings)

    assert press(els, sheets).status_code == 302

    assert job(database, sheets).state == "done"
    with els.get(f"/workshops/{workshop.id}/sheets/{sheets}.pdf") as pdf:
        assert pdf.status_code == 200


def test_no_pdf_is_had_of_a_cancelled_job(els: FlaskClient, workshop: Workshop, sheets: int) -> None:
    press(els, sheets)

    assert els.get(f"/workshops/{workshop.id}/sheets/{sheets}.pdf").status_code == 404


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", ""])
def test_it_goes_back_to_a_page_of_ours_only(
    els: FlaskClient, workshop: Workshop, sheets: int, back: str
) -> None:
    assert press(els, sheets, back=back).location == f"/workshops/{workshop.id}"


def test_the_script_that_waits_hears_of_it(els: FlaskClient, sheets: int) -> None:
    press(els, sheets)

    assert els.get(f"/jobs/{sheets}").json["state"] == "cancelled"


def test_an_admin_may_cancel_it_too(app: Flask, database: Database, owner: User, sheets: int) -> None:
    assert press(browser(app, person(database, "Ada", "admin")), sheets).status_code == 302

    assert job(database, sheets).state == "cancelled"


@pytest.mark.parametrize("role", ["presenter", "staff"])
def test_a_colleague_may_not(app: Flask, database: Database, owner: User, sheets: int, role: str) -> None:
    answer = press(browser(app, person(database, "Bo", role)), sheets)

    assert answer.status_code == 403
    assert job(database, sheets).state == "waiting"


def test_a_stranger_is_asked_to_sign_in(app: Flask, database: Database, owner: User, sheets: int) -> None:
    answer = press(browser(app), sheets)

    assert (answer.status_code, answer.location) == (303, "/sign-in")
    assert job(database, sheets).state == "waiting"


def test_without_its_token_it_is_refused(els: FlaskClient, database: Database, sheets: int) -> None:
    assert els.post(f"/jobs/{sheets}/cancel").status_code == 400
    assert els.get(f"/jobs/{sheets}/cancel").status_code == 405

    assert job(database, sheets).state == "waiting"


def test_a_job_that_is_not_there_is_not_found(els: FlaskClient) -> None:
    assert press(els, 99).status_code == 404


def test_a_job_of_the_house_itself_is_nobodys_to_cancel(app: Flask, database: Database) -> None:
    with database.write() as session:
        number = enqueue(session, "sweep", {}).id

    assert press(browser(app, person(database, "Ada", "admin")), number).status_code == 404

    assert job(database, number).state == "waiting"


def test_how_far_it_is_stands_on_the_page_without_a_script(
    els: FlaskClient, database: Database, workshop: Workshop, sheets: int
) -> None:
    with database.write() as session:
        held = jobs.claim(session)
        assert held is not None
        jobs.hold(session, held, 2, 3)

    assert "2 of 3 sheets" in page(els, workshop)
