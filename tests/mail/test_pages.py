"""Staff look at the letters, write some of them themselves, and have one sent as a test."""

import json

import pytest
from flask import Flask
from sqlalchemy import select

from tests.kinds.drawn import Page
from tests.people import browser, person
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.job import Job
from workshop.language import LANGUAGES
from workshop.mail import wordings
from workshop.mail.letters import LETTERS, thanks
from workshop.mail.wording import Wording

OWN = {"subject": "Dank je, {name}", "text": "Dag {name},\r\n\r\nJe kopie: {link}"}
NOWHERE = ["/mail?language=xx", "/mail/none/nl", "/mail/thanks/xx", "/mail/confirm/nl"]
POSTS = ["/mail/thanks/nl/test", "/mail/thanks/nl", "/mail/thanks/nl/first", "/mail/mornings"]


@pytest.fixture
def app(app: Flask) -> Flask:
    app.config["WTF_CSRF_ENABLED"] = False  # that each form has its token is tried for all pages at once
    return app


@pytest.fixture
def staff(app: Flask, database: Database) -> User:
    return person(database, "Sam", "staff")


def kept(database: Database) -> Wording | None:
    with database.read() as session:
        return wordings.wording_of(session, thanks.NAME, "nl")


def posted(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.scalars(select(Job.body)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_is_shown_in_the_language_that_is_asked_for(
    app: Flask, staff: User, language: str
) -> None:
    page = Page(browser(app, staff).get(f"/mail?language={language}").text)

    assert len(page.all("article", lang=language)) == len(LETTERS)
    assert "De Regenboog" in page.said


@pytest.mark.parametrize("path", ["/mail", "/mail/thanks/nl"])
def test_staff_and_admins_see_the_pages_and_nobody_else(app: Flask, database: Database, path: str) -> None:
    for role, status in (("staff", 200), ("admin", 200), ("presenter", 403)):
        assert browser(app, person(database, role, role)).get(path).status_code == status  # type: ignore[arg-type]
    assert browser(app).get(path).headers["Location"].startswith("/sign-in")


@pytest.mark.parametrize("path", POSTS)
def test_nobody_else_changes_or_sends(app: Flask, database: Database, staff: User, path: str) -> None:
    assert browser(app, staff).post(path, data=OWN).status_code == 303
    before = (kept(database), posted(database))

    assert browser(app, person(database, "Els")).post(path, data=OWN).status_code == 403
    assert browser(app).post(path, data=OWN).headers["Location"].startswith("/sign-in")

    assert (kept(database), posted(database)) == before


@pytest.mark.parametrize("path", NOWHERE)
def test_what_there_is_not_is_not_found(app: Flask, staff: User, path: str) -> None:
    assert browser(app, staff).get(path).status_code == 404


def test_other_words_are_kept_shown_and_sent(app: Flask, database: Database, staff: User) -> None:
    visitor = browser(app, staff)

    assert visitor.post("/mail/thanks/nl", data=OWN).status_code == 303

    assert kept(database) == Wording("Dank je, {name}", "Dag {name},\n\nJe kopie: {link}")
    assert "Dank je, Noor" in visitor.get("/mail?language=nl").text
    assert "Dank je, Noor" not in visitor.get("/mail?language=de").text
    visitor.post("/mail/thanks/nl/test")
    (body,) = posted(database)
    assert json.loads(body)["letter"]["subject"] == "Dank je, Noor"
    assert json.loads(body)["letter"]["to"] == "sam@example.org"


def test_the_first_words_come_back(app: Flask, database: Database, staff: User) -> None:
    visitor = browser(app, staff)
    visitor.post("/mail/thanks/nl", data=OWN)
    assert kept(database)

    visitor.post("/mail/thanks/nl/first")

    assert kept(database) is None
    assert "Dank je, Noor" not in visitor.get("/mail?language=nl").text


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("text", "Dag {name}", "The text needs the place {link}."),
        ("text", "{link} {password}", "There is no place {password}."),
        ("text", "{link} {name.__class__}", "A brace stands alone"),
        ("text", "{link} }", "A brace stands alone"),
        ("text", "{link}" + "a" * 4000, "This is longer than 4000 characters."),
        ("text", "  ", "Write something here."),
        ("subject", "", "Write something here."),
        ("subject", "a" * 151, "This is longer than 150 characters."),
    ],
)
def test_words_that_cannot_be_are_refused_beside_their_field_and_stay_typed(
    app: Flask, database: Database, staff: User, field: str, typed: str, said: str
) -> None:
    answer = browser(app, staff).post("/mail/thanks/nl", data={**OWN, field: typed})

    assert answer.status_code == 422
    assert said in Page(answer.text).said
    assert typed.strip() in Page(answer.text).said or field == "subject"
    assert kept(database) is None


def test_without_a_mail_server_the_page_says_so_and_offers_no_test(
    app: Flask, staff: User, settings: Settings
) -> None:
    page = browser(app, staff).get("/mail").text

    assert "No letter is sent" in page
    assert "Send me a test" not in page


def test_the_morning_letter_is_asked_for_and_ended(app: Flask, database: Database, staff: User) -> None:
    visitor = browser(app, staff)
    assert "I want this letter" in visitor.get("/mail").text

    visitor.post("/mail/mornings", data={"wanted": "yes"})
    assert "You get this letter." in visitor.get("/mail").text
    visitor.post("/mail/mornings", data={"wanted": "no"})

    assert "I want this letter" in visitor.get("/mail").text
