"""Admins see what was given up, have it tried again, or drop it."""

import pytest
from flask import Flask

from tests.jobs.conftest import job
from tests.mail.conftest import letter
from tests.people import browser, person
from workshop import mail
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.doctor import dead_letters as doctors
from workshop.doctor.finding import Level
from workshop.jobs import dead_letters
from workshop.jobs import job as jobs
from workshop.jobs.dead_letters import Counts
from workshop.jobs.job import Job
from workshop.jobs.keeping import DAY, KEPT_DAYS, throw_away_old
from workshop.jobs.put import enqueue


@pytest.fixture
def app(app: Flask) -> Flask:
    app.config["WTF_CSRF_ENABLED"] = False  # that each form has its token is tried for all pages at once
    return app


@pytest.fixture
def admin(database: Database) -> User:
    return person(database, "Ada", "admin")


@pytest.fixture
def dead(database: Database) -> int:
    """A letter that was given up."""
    return posted(database, "failed")


@pytest.fixture
def failing(database: Database) -> int:
    """A letter that waits for its second attempt."""
    return posted(database, "waiting")


def posted(database: Database, state: str) -> int:
    with database.write() as session:
        number = mail.post(session.connection(), letter())
        held = jobs.claim(session)
        assert held is not None
        assert held.id == number
        if state == "failed":
            jobs.give_up(session, held, "refused: 550 5.1.1 unknown")
        else:
            jobs.try_later(session, held, "away: Connection refused")
    return held.id


def counts(database: Database) -> Counts:
    with database.read() as session:
        return dead_letters.counts(session)


def test_an_admin_sees_what_was_given_up_and_what_fails_and_why(
    app: Flask, admin: User, dead: int, failing: int
) -> None:
    page = browser(app, admin).get("/jobs").text

    assert f"Letter {dead}" in page
    assert "refuses it for good; look at the address. (550 5.1.1 unknown)" in page
    assert f"Letter {failing}" in page
    assert "cannot be reached. (Connection refused)" in page
    assert "next: " in page
    assert "sam@example.org" not in page, "whose letter it is is nobody's business here"


def test_only_an_admin_sees_them_and_does_something(app: Flask, database: Database, dead: int) -> None:
    ways = ("/jobs", f"/jobs/{dead}/again", f"/jobs/{dead}/drop")
    assert browser(app, person(database, "Ada", "admin")).get(ways[0]).status_code == 200

    for who in (person(database, "Els"), person(database, "Sam", "staff")):
        visitor = browser(app, who)
        assert visitor.get(ways[0]).status_code == 403
        assert [visitor.post(way).status_code for way in ways[1:]] == [403, 403]
    stranger = browser(app)
    assert stranger.get(ways[0]).headers["Location"].startswith("/sign-in")
    assert [stranger.post(way).status_code for way in ways[1:]] == [303, 303]

    assert job(database, dead).state == "failed"


def test_a_dead_letter_is_tried_again_as_if_it_were_new(
    app: Flask, database: Database, admin: User, dead: int
) -> None:
    browser(app, admin).post(f"/jobs/{dead}/again")

    waits = job(database, dead)
    assert (waits.state, waits.attempts) == ("waiting", 0)
    assert "sam@example.org" in waits.body
    with database.write() as session:
        again = jobs.claim(session)
    assert again is not None
    assert again.id == dead


def test_one_that_waits_for_another_attempt_need_not_wait(
    app: Flask, database: Database, admin: User, failing: int
) -> None:
    with database.write() as session:
        assert jobs.claim(session) is None

    browser(app, admin).post(f"/jobs/{failing}/again")

    with database.write() as session:
        assert jobs.claim(session) is not None


@pytest.mark.parametrize("state", ["failed", "waiting"])
def test_one_that_is_dropped_is_gone_with_all_that_was_in_it(
    app: Flask, database: Database, admin: User, state: str
) -> None:
    number = posted(database, state)

    browser(app, admin).post(f"/jobs/{number}/drop")

    dropped = job(database, number)
    assert dropped.state == "cancelled"
    assert "sam@" not in dropped.body
    assert counts(database) == Counts(0, 0, 0)


def test_after_a_month_nothing_is_left_of_one(
    app: Flask, database: Database, settings: Settings, dead: int
) -> None:
    fresh = posted(database, "failed")
    with database.write() as session:
        session.get_one(Job, dead).created_at -= (KEPT_DAYS + 1) * DAY

    throw_away_old(database, settings, ())

    assert job(database, dead).state == "cancelled"
    assert "sam@" not in job(database, dead).body
    assert job(database, fresh).state == "failed"


def test_what_was_sent_meanwhile_stays_sent(app: Flask, database: Database, admin: User, dead: int) -> None:
    with database.write() as session:
        session.get_one(Job, dead).state = "done"

    for way in ("again", "drop"):
        page = browser(app, admin).post(f"/jobs/{dead}/{way}", follow_redirects=True).text
        assert "That has ended meanwhile." in page

    assert job(database, dead).state == "done"


def test_cards_that_could_not_be_made_are_no_dead_letter(database: Database) -> None:
    with database.write() as session:
        enqueue(session, "cards", {})
        held = jobs.claim(session)
        assert held is not None
        jobs.give_up(session, held, "there is nothing to print")

        assert dead_letters.given_up(session) == 0
        assert not dead_letters.try_again(session, held.id)


def test_they_are_counted(database: Database, dead: int, failing: int) -> None:
    with database.write() as session:
        enqueue(session, "cards", {})

    assert counts(database) == Counts(waiting=1, failing=1, given_up=1)


def test_the_admin_hears_of_them_at_home_and_others_do_not(
    app: Flask, database: Database, admin: User
) -> None:
    home = "/workshops"
    assert "could not be delivered" not in browser(app, admin).get(home).text

    posted(database, "failed")

    assert "One letter or message could not be delivered." in browser(app, admin).get(home).text
    assert "could not be delivered" not in browser(app, person(database, "Els")).get(home).text


def test_the_doctor_warns_of_them_and_of_nothing_else(settings: Settings, database: Database) -> None:
    assert list(doctors.check(settings)) == []

    posted(database, "failed")

    (found,) = doctors.check(settings)
    assert found.level is Level.WARNING
    assert "one letter or message could not be delivered" in found.text


def test_where_there_is_no_database_yet_the_doctor_says_nothing_of_them(settings: Settings) -> None:
    assert list(doctors.check(settings)) == []
    assert not (settings.data / "workshop.sqlite").exists()
