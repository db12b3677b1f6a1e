"""What jobs made does not lie about for ever, and nothing else is touched."""

import threading

from flask import Flask

from tests.jobs.conftest import KIND, Put, job, now
from tests.people import browser
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.job import Job
from workshop.jobs.keeping import DAY, KEPT_DAYS, throw_away_old
from workshop.jobs.worker import JOBS, work
from workshop.workshops import Workshop


def made(database: Database, settings: Settings, put: Put, days: float, state: str = "done") -> int:
    """A job of so many days ago, with all its files."""
    number = put()
    with database.write() as session:
        row = session.get_one(Job, number)
        row.created_at, row.state = now() - int(days * DAY), state
    for name in (f"{KIND}-{number}.pdf", f"{KIND}-{number}.contents.pdf"):
        (settings.files / name).write_bytes(b"%PDF")
    return number


def left(settings: Settings) -> set[str]:
    return {path.name for path in settings.files.iterdir()}


def test_files_go_after_thirty_days_and_their_job_says_so(
    database: Database, settings: Settings, put: Put
) -> None:
    old = made(database, settings, put, KEPT_DAYS + 0.01)
    new = made(database, settings, put, KEPT_DAYS - 0.01)

    throw_away_old(database, settings, [KIND])

    assert left(settings) == {f"{KIND}-{new}.pdf", f"{KIND}-{new}.contents.pdf"}
    assert (job(database, old).state, job(database, new).state) == ("expired", "done")


def test_a_job_that_is_still_to_be_done_keeps_what_it_has(
    database: Database, settings: Settings, put: Put
) -> None:
    numbers = [made(database, settings, put, 400, state) for state in ("waiting", "running")]

    throw_away_old(database, settings, [KIND])

    assert left(settings) == {f"{KIND}-{n}{end}.pdf" for n in numbers for end in ("", ".contents")}


def test_files_of_jobs_that_were_erased_go_at_once_and_strangers_stay(
    database: Database, settings: Settings, put: Put
) -> None:
    number = made(database, settings, put, 0)
    with database.write() as session:
        session.delete(session.get_one(Job, number))
    for name in ("notes.txt", "other-99.pdf", f"{KIND}.pdf"):
        (settings.files / name).write_text("mine")

    throw_away_old(database, settings, [KIND])

    assert left(settings) == {"notes.txt", "other-99.pdf", f"{KIND}.pdf"}


def test_the_worker_looks_for_them_by_itself(database: Database, settings: Settings, put: Put) -> None:
    JOBS[KIND] = lambda _work: {}
    try:
        made(database, settings, put, 100)
        stop = threading.Event()
        working = threading.Thread(target=work, args=(database, settings, stop))
        working.start()
        for _ in range(100):
            if not left(settings):
                break
            stop.wait(0.05)
        stop.set()
        working.join(5)
    finally:
        JOBS.pop(KIND)

    assert left(settings) == set()


def test_the_page_says_what_became_of_it(
    app: Flask, database: Database, workshop: Workshop, owner: User, put: Put
) -> None:
    number = put("cards", kind="friends", base="https://x")
    with database.write() as session:
        session.get_one(Job, number).state = "expired"

    page = browser(app, owner).get(f"/workshops/{workshop.id}/cards").text

    assert "thrown away after 30 days" in page
    assert "Open the PDF" not in page
