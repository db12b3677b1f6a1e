"""The page on which admins read the audit log, and the log as a file."""

from contextlib import suppress
from datetime import datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from tests.kinds.drawn import HOSTILE, Page
from tests.people import browser, person
from workshop.accounts import user as users
from workshop.accounts.user import User
from workshop.audit import record
from workshop.audit.entry import MOST_IDS, AuditEntry
from workshop.audit.listing import PAGE
from workshop.database import Database
from workshop.days import ZONE
from workshop.workshops import Workshop

ADDRESSES = ["/audit", "/audit.csv"]


@pytest.fixture
def ada(database: Database) -> User:
    return person(database, "Ada", "admin")


@pytest.fixture
def admin(app: Flask, ada: User) -> FlaskClient:
    return browser(app, ada)


@pytest.fixture
def sam(database: Database, workshop: Workshop) -> User:
    """Staff, who looked at answers once and took them along."""
    sam = person(database, "Sam", "staff")
    with database.write() as session:
        record(session, sam, "looked", "answers", workshop_id=workshop.id)
        record(session, sam, "exported", "answers", workshop_id=workshop.id, ids=[7, 12])
    return sam


@pytest.mark.parametrize("address", ADDRESSES)
def test_admins_read_it_and_nobody_else(
    app: Flask, database: Database, admin: FlaskClient, sam: User, address: str
) -> None:
    assert "Sam" in admin.get(address).text

    for other in (sam, person(database, "Karin")):
        assert browser(app, other).get(address).status_code == 403
    assert browser(app).get(address).headers["Location"].startswith("/sign-in")


def test_it_says_who_did_what_with_which_data_of_which_workshop(
    admin: FlaskClient, sam: User, workshop: Workshop
) -> None:
    page = Page(admin.get("/audit").text)

    assert f"Sam Took along Answers in words {workshop.title} 7, 12" in page.text
    assert f"Sam Looked at Answers in words {workshop.title}" in page.text
    assert "Ada Looked at Audit log" in page.text, "reading the log is a look at who works here"


def test_it_can_be_asked_for_one_person_one_act_one_day(
    admin: FlaskClient, database: Database, sam: User
) -> None:
    with database.write() as session:
        old = AuditEntry.at - 40 * 24 * 3600 * 1000
        first = update(AuditEntry).where(AuditEntry.act == "looked")
        session.execute(first.values(at=old, until=old))
        record(session, "worker", "erased", "answers", count=12)

    def shown(query: str) -> str:
        return Page(admin.get(f"/audit?{query}").text).text.partition("Download as CSV")[2]

    assert "The worker, by itself Erased Answers in words 12 in all" in shown("who=worker")
    assert "Sam" not in shown("who=worker")
    assert "Ada" not in shown(f"who={sam.id}")
    assert "Sam" in shown(f"who={sam.id}")
    assert "Looked at" not in shown("act=exported")
    assert "Nothing was recorded" in shown("day=2001-01-01")
    today = admin.get("/audit.csv?act=looked").text
    assert "Sam" in today
    assert "Sam" not in shown(f"act=looked&day={_today()}")


@pytest.mark.parametrize("query", ["who=x", "act=x", "who=%27", f"who={'9' * 30}"])
def test_what_cannot_be_asked_for_is_not_found(admin: FlaskClient, query: str) -> None:
    assert admin.get(f"/audit?{query}").status_code == 404


@pytest.mark.parametrize("query", ["day=x", "before=x", "before=-1", "day=2026-02-31"])
def test_a_day_that_there_is_not_is_left_out(admin: FlaskClient, query: str) -> None:
    assert admin.get(f"/audit?{query}").status_code == 200


def test_it_comes_in_pages_of_which_none_is_left_out(
    admin: FlaskClient, database: Database, sam: User
) -> None:
    with database.write() as session:
        for number in range(PAGE + 5):
            record(session, sam, "exported", "answers", ids=[1000 + number])

    first = Page(admin.get("/audit?act=exported").text)
    (older,) = first.all("a", rel="next")
    second = Page(admin.get(str(older["href"])).text)

    numbers = [str(1000 + number) for number in range(PAGE + 5)]
    assert [number in first.text for number in numbers] == [False] * 5 + [True] * PAGE
    assert [number in second.text for number in numbers] == [True] * 5 + [False] * PAGE
    assert admin.get("/audit.csv?act=exported").text.count("\r\n") == PAGE + 5 + 3, "the heads too"


def test_a_removed_account_stays_in_the_log_and_its_number_is_nobody_elses(
    admin: FlaskClient, database: Database, sam: User
) -> None:
    with database.write() as session:
        users.remove(session, session.get_one(User, sam.id))
    with database.write() as session:
        new = users.find_or_add(session, "new@example.org", "Nieuw", "presenter")
        new.created_at = sam.created_at + 1
    assert new.id == sam.id, "SQLite gives the highest number away again"

    page = Page(admin.get(f"/audit?who={sam.id}").text).text.partition("Download as CSV")[2]

    assert f"Account {sam.id}, removed since" in page
    assert "Nieuw" not in page


def test_names_are_shown_as_text_and_are_no_formulas(app: Flask, database: Database) -> None:
    with database.write() as session:
        ada = users.find_or_add(session, "ada@example.org", "=1+1" + HOSTILE, "admin")

    page = Page(browser(app, ada).get("/audit").text)

    assert HOSTILE in page.text
    assert page.runs_nothing()
    assert "'=1+1" in browser(app, ada).get("/audit.csv").text


def test_of_very_many_only_the_number_is_kept(database: Database, sam: User) -> None:
    with database.write() as session:
        record(session, sam, "exported", "leads", ids=range(MOST_IDS + 1))

    with database.read() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.about == "leads")).one()
    assert (entry.ids, entry.count) == ("[]", MOST_IDS + 1)


def test_what_is_not_written_is_not_recorded_as_done(database: Database, sam: User) -> None:
    before = _count(database)

    with suppress(RuntimeError), database.write() as session:
        record(session, sam, "printed", "answers")
        raise RuntimeError

    assert _count(database) == before


def _count(database: Database) -> int:
    with database.read() as session:
        return len(session.scalars(select(AuditEntry.id)).all())


def _today() -> str:
    return datetime.now(ZONE).date().isoformat()
