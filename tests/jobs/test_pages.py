"""How far a job is, asked by the page that waits for it."""

import pytest
from flask import Flask

from tests.jobs.conftest import Put
from tests.people import browser, person
from workshop.accounts.user import User
from workshop.database import Database
from workshop.jobs import job as jobs
from workshop.jobs.put import enqueue


def test_the_owner_sees_how_far_it_is(app: Flask, owner: User, put: Put) -> None:
    answer = browser(app, owner).get(f"/jobs/{put()}")

    assert answer.status_code == 200
    assert answer.json == {
        "state": "waiting",
        "done": 0,
        "total": 0,
        "words": "Being made…",
        "error": "",
        "result": {},
    }


def test_and_what_came_out_of_it(app: Flask, database: Database, owner: User, put: Put) -> None:
    number = put()
    with database.write() as session:
        held = jobs.claim(session)
        assert held is not None
        jobs.hold(session, held, 3, 4)
        jobs.finish(session, held, {"sheets": 2})

    answer = browser(app, owner).get(f"/jobs/{number}")

    assert answer.json == {
        "state": "done",
        "done": 3,
        "total": 4,
        "words": "",
        "error": "",
        "result": {"sheets": 2},
    }


@pytest.mark.parametrize(
    ("kind", "language", "total", "words"),
    [
        ("cards", "en", 1000, "120 of 1,000 cards"),
        ("cards", "nl", 1000, "120 van 1.000 kaarten"),
        ("cards", "de", 1000, "120 von 1.000 Karten"),
        ("cards", "fr", 1000, "120 sur 1\N{NARROW NO-BREAK SPACE}000 cartes"),
        ("cards", "en", 1, "120 of 1 card"),
        ("answer-sheets", "en", 300, "120 of 300 sheets"),
        ("mail", "en", 300, "Being made…"),
    ],
)
def test_it_is_said_in_words_too(
    app: Flask, database: Database, owner: User, put: Put, kind: str, language: str, total: int, words: str
) -> None:
    number = put(kind)
    with database.write() as session:
        held = jobs.claim(session)
        assert held is not None
        jobs.hold(session, held, 120, total)

    answer = browser(app, owner).get(f"/jobs/{number}", headers={"Accept-Language": language})

    assert answer.json["words"] == words


def test_an_admin_sees_it_too(app: Flask, database: Database, owner: User, put: Put) -> None:
    assert browser(app, person(database, "Ada", "admin")).get(f"/jobs/{put()}").status_code == 200


@pytest.mark.parametrize("role", ["presenter", "staff"])
def test_a_colleague_does_not(app: Flask, database: Database, owner: User, put: Put, role: str) -> None:
    colleague = person(database, "Bo", role)

    answer = browser(app, colleague).get(f"/jobs/{put()}", headers={"Accept": "application/json"})

    assert answer.status_code == 403
    assert answer.json["error"] == "403"


def test_a_stranger_is_asked_to_sign_in(app: Flask, owner: User, put: Put) -> None:
    address = f"/jobs/{put()}"

    page = browser(app).get(address)
    script = browser(app).get(address, headers={"Accept": "application/json"})

    assert (page.status_code, page.location) == (303, f"/sign-in?next={address}")
    assert (script.status_code, script.json["error"]) == (401, "sign_in")


def test_a_job_that_is_not_there_is_not_found(app: Flask, owner: User) -> None:
    assert browser(app, owner).get("/jobs/99").status_code == 404


def test_a_job_of_the_house_itself_is_shown_to_nobody(app: Flask, database: Database) -> None:
    with database.write() as session:
        number = enqueue(session, "sweep", {}).id

    assert browser(app, person(database, "Ada", "admin")).get(f"/jobs/{number}").status_code == 404
