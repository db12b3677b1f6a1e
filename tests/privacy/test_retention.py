"""How long data is kept: set by admins, shown beforehand, carried out by the worker once a day."""

import threading
import time
from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, text

from tests.faults.journals import assert_whole, read
from tests.friends.written import words, write
from tests.kinds.drawn import Page
from tests.people import browser
from tests.privacy.traces import found_on_disk
from tests.said import given, happen
from tests.workshops import CHOICE, OPEN
from workshop.accounts.user import User
from workshop.audit.entry import AuditEntry
from workshop.config import Settings
from workshop.database import Database
from workshop.friends.message import FriendMessage
from workshop.jobs.chores import CHORES, Chore
from workshop.jobs.job import Job
from workshop.jobs.put import enqueue
from workshop.jobs.worker import work, work_once
from workshop.live import stage_of
from workshop.personal import PERSONAL
from workshop.privacy.daily import AT_ONCE, erase_what_is_old
from workshop.privacy.retention import (
    DAY,
    RetentionRun,
    kept_for_a_time,
    months_before,
    outlook,
    periods,
    set_periods,
)
from workshop.workshops import Workshop

ADDRESS = "/privacy/retention"
USUAL = {"leads": 12, "friend-messages": 6, "answers": 24, "audit": 36}


@pytest.fixture
def admin(app: Flask, ada: User) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = False
    return browser(app, ada)


def age(database: Database, table: str, column: str, days: int) -> None:
    """Makes what is in a table older."""
    with database.write() as session:
        session.execute(text(f"UPDATE {table} SET {column} = {column} - {days * DAY}"))


def now() -> int:
    return time.time_ns() // 1_000_000


def test_each_kind_is_kept_as_long_as_its_part_says_until_somebody_says_otherwise(
    app: Flask, database: Database
) -> None:
    with database.read() as session:
        assert periods(session) == USUAL

    with database.write() as session:
        set_periods(session, {"leads": 3})

    with database.read() as session:
        assert periods(session) == USUAL | {"leads": 3}


def test_an_admin_sets_it_and_nobody_else(
    app: Flask, admin: FlaskClient, sam: User, database: Database
) -> None:
    wanted = dict.fromkeys(USUAL, "7")
    assert "Kept." in admin.post(ADDRESS, data=wanted, follow_redirects=True).text

    for answer in (browser(app, sam).post(ADDRESS, data=wanted), browser(app, sam).get(ADDRESS)):
        assert answer.status_code == 403
    assert browser(app).get(ADDRESS).headers["Location"].startswith("/sign-in")
    with database.read() as session:
        assert set(periods(session).values()) == {7}
        assert session.scalars(select(AuditEntry.act).where(AuditEntry.about == "retention")).all() == [
            "changed"
        ]


@pytest.mark.parametrize("typed", ["", "0", "121", "-1", "1.5", "twaalf", "9" * 50, "٣"])
def test_what_is_no_period_changes_nothing_and_stays_in_the_form(
    admin: FlaskClient, database: Database, typed: str
) -> None:
    answer = admin.post(ADDRESS, data={**dict.fromkeys(USUAL, "7"), "leads": typed})

    assert answer.status_code == 422
    page = Page(answer.text)
    assert "from 1 to 120" in page.text
    assert page.all("input", name="leads", value=typed)
    with database.read() as session:
        assert periods(session) == USUAL


def test_what_goes_is_shown_beforehand(
    admin: FlaskClient, database: Database, settings: Settings, workshop: Workshop
) -> None:
    write(database, settings, workshop, *[words()] * 3)
    age(database, "friend_messages", "created_at", 165)
    write(database, settings, workshop, *[words()] * 2)
    age(database, "friend_messages", "created_at", 20)
    write(database, settings, workshop, words())

    with database.read() as session:
        (found,) = (each for each in outlook(session, now()) if each.kind.name == "friend-messages")
    assert (found.due, found.soon) == (3, 0)
    age(database, "friend_messages", "created_at", -20)
    with database.read() as session:
        (found,) = (each for each in outlook(session, now()) if each.kind.name == "friend-messages")
    assert (found.due, found.soon) == (0, 3)
    assert "Cards to friends" in Page(admin.get(ADDRESS).text).text


def test_the_worker_erases_what_is_old_and_leaves_what_is_not(
    app: Flask, database: Database, settings: Settings, workshop: Workshop
) -> None:
    old = [given("p" * 22, OPEN, f"Verjaard antwoord {n}") for n in range(AT_ONCE + 5)]
    happen(database, workshop, *old, given("p" * 22, CHOICE, [1]))
    write(database, settings, workshop, words(message="Verjaard bericht"))
    for table, column in (("events", "at"), ("friend_messages", "created_at"), ("workshops", "created_at")):
        age(database, table, column, 740)
    happen(database, workshop, given("q" * 22, OPEN, "Vers antwoord"))
    write(database, settings, workshop, words(message="Vers bericht"))
    gone, kept = ["Verjaard antwoord", "Verjaard bericht"], ["Vers antwoord", "Vers bericht"]
    assert found_on_disk(settings.data, gone).keys() == set(gone)

    erase_what_is_old(database, settings)
    assert work_once(database, settings), "the sweep"

    assert found_on_disk(settings.data, gone) == {}
    assert found_on_disk(settings.data, kept).keys() == set(kept)
    assert_whole(read(database, workshop.id))
    room = stage_of(app).rooms.of(workshop).room
    assert [answer.value for answer in room.answers.visible_of(CHOICE)] == [[1]], "there are no words in it"
    assert _last_run(database) == {"answers": AT_ONCE + 5, "friend-messages": 1}


def test_it_is_done_once_a_day_however_many_workers_there_are(
    database: Database, settings: Settings, workshop: Workshop
) -> None:
    erase_what_is_old(database, settings)
    write(database, settings, workshop, words())
    age(database, "friend_messages", "created_at", 300)

    erase_what_is_old(database, settings)
    assert _messages(database) == 1
    age(database, "retention_runs", "at", 1)
    with database.write() as session:
        session.execute(text("UPDATE retention_runs SET day = '2001-01-01'"))
    erase_what_is_old(database, settings)

    assert _messages(database) == 0


def test_a_run_whose_worker_was_killed_is_done_by_another(
    database: Database, settings: Settings, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.privacy.daily.periods", _killed)
    with pytest.raises(KeyboardInterrupt):
        erase_what_is_old(database, settings)
    monkeypatch.undo()
    write(database, settings, workshop, words())
    age(database, "friend_messages", "created_at", 300)

    erase_what_is_old(database, settings)
    assert _messages(database) == 1, "the other may still be at it"
    age(database, "retention_runs", "at", 1)
    erase_what_is_old(database, settings)

    assert _messages(database) == 0


def test_the_worker_does_it_by_itself(
    app: Flask, database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop = threading.Event()
    # The last chore of the first round: by then all others had their turn.
    monkeypatch.setitem(CHORES, "stopping", Chore(60, lambda _database, _settings: stop.set()))

    work(database, settings, stop)

    assert _last_run(database) == {}


def test_files_with_what_went_go_too_and_their_page_says_why(
    app: Flask, database: Database, settings: Settings, workshop: Workshop
) -> None:
    write(database, settings, workshop, words(message="Verjaard bericht"))
    age(database, "friend_messages", "created_at", 300)
    with database.write() as session:
        number = enqueue(session, "cards", {"kind": "friends", "base": ""}, workshop.id).id
    assert work_once(database, settings)
    assert list(settings.files.iterdir())

    erase_what_is_old(database, settings)

    assert not list(settings.files.iterdir())
    with database.read() as session:
        job = session.get_one(Job, number)
    assert (job.state, job.error[:11]) == ("expired", "Thrown away")


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2026-11-30", 12, "2025-11-30"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-12-31", 120, "2016-12-31"),
    ],
)
def test_months_go_by_the_calendar(day: str, months: int, before: str) -> None:
    at = int(datetime.fromisoformat(f"{day}T12:00+00:00").timestamp() * 1000)

    found = datetime.fromtimestamp(months_before(at, months) / 1000, UTC)

    assert found.isoformat() == f"{before}T12:00:00+00:00"


def test_every_kind_says_what_it_is_and_what_for(app: Flask) -> None:
    assert {kind.name for kind in kept_for_a_time()} == USUAL.keys()
    for kind in PERSONAL.values():
        assert kind.called()
        assert kind.purpose().endswith(".")


def _killed(_session: object) -> dict[str, int]:
    raise KeyboardInterrupt


def _messages(database: Database) -> int:
    with database.read() as session:
        return len(session.scalars(select(FriendMessage.id)).all())


def _last_run(database: Database) -> dict[str, int]:
    with database.read() as session:
        return session.scalars(select(RetentionRun).order_by(RetentionRun.id.desc())).first().counts  # type: ignore[union-attr]
