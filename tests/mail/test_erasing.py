"""Whoever is erased gets no letter any more, and their address is in none that waits."""

from collections.abc import Callable

from sqlalchemy import select

from tests.jobs.conftest import job
from workshop.database import Database
from workshop.jobs import job as jobs
from workshop.jobs.job import Job
from workshop.mail.erasing import drop_letters_to

Posted = Callable[..., int]


def dropped(database: Database, email: str) -> int:
    with database.write() as session:
        return drop_letters_to(session, email)


def test_letters_that_wait_or_were_given_up_go_and_others_stay(database: Database, posted: Posted) -> None:
    given_up = posted()
    with database.write() as session:
        held = jobs.claim(session)
        assert held is not None
        jobs.give_up(session, held, "refused: 550 no")
    waiting, others = posted(), posted(to="els@example.org")

    assert dropped(database, " Sam@EXAMPLE.org") == 2

    assert [job(database, each).state for each in (given_up, waiting, others)] == [
        "cancelled",
        "cancelled",
        "waiting",
    ]
    with database.read() as session:
        assert "sam@" not in "".join(session.scalars(select(Job.body)))


def test_what_is_no_address_drops_nothing(database: Database, posted: Posted) -> None:
    number = posted()

    assert dropped(database, "") == dropped(database, "sam") == 0

    assert job(database, number).state == "waiting"
