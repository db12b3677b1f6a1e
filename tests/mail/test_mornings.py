"""The letter in the morning: to who asked, once a day, and only when there is something to do."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.people import person
from workshop.accounts import user as users
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.job import Job
from workshop.mail import mornings
from workshop.mail.letters.morning import FollowUp

EIGHT = datetime(2026, 9, 15, 6, 0, tzinfo=UTC)  # eight o'clock in the Netherlands


@pytest.fixture
def staff(database: Database) -> User:
    return person(database, "Sam", "staff")


@pytest.fixture
def reader(database: Database, staff: User) -> User:
    with database.write() as session:
        mornings.choose(session, staff.id, "nl")
    return staff


@pytest.fixture
def house(settings: Settings) -> Settings:
    return replace(settings, public_url="https://workshop.example.org")


@pytest.fixture
def to_do(monkeypatch: pytest.MonkeyPatch) -> list[FollowUp]:
    found = [FollowUp("De Regenboog", "bellen", date(2026, 9, 15), "https://workshop.example.org/leads/1")]

    def follow_ups(_session: Session, _user: User, _day: date, _base: str) -> list[FollowUp]:
        return found

    monkeypatch.setattr(mornings, "FOLLOW_UPS", [follow_ups])
    return found


def letters(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.scalars(select(Job.body).where(Job.kind == "mail")))


def test_who_asked_for_it_gets_it_once_a_day(
    database: Database, house: Settings, reader: User, to_do: list[FollowUp]
) -> None:
    assert [mornings.post_mornings(database, house, EIGHT) for _ in range(2)] == [1, 0]
    assert mornings.post_mornings(database, house, EIGHT.replace(day=16)) == 1

    first, second = letters(database)
    assert "sam@example.org" in first
    assert "De Regenboog: bellen" in first
    assert first != second


def test_who_did_not_ask_gets_none(
    database: Database, house: Settings, staff: User, to_do: list[FollowUp]
) -> None:
    assert mornings.post_mornings(database, house, EIGHT) == 0


def test_who_ended_it_gets_none(
    database: Database, house: Settings, reader: User, to_do: list[FollowUp]
) -> None:
    with database.write() as session:
        mornings.choose(session, reader.id, None)

    assert mornings.post_mornings(database, house, EIGHT) == 0


def test_before_seven_and_with_nothing_to_do_none_comes(
    database: Database, house: Settings, reader: User, to_do: list[FollowUp]
) -> None:
    assert mornings.post_mornings(database, house, EIGHT.replace(hour=4, minute=59)) == 0
    to_do.clear()

    assert mornings.post_mornings(database, house, EIGHT) == 0


def test_who_may_not_see_leads_any_more_gets_none(
    database: Database, house: Settings, reader: User, to_do: list[FollowUp]
) -> None:
    with database.write() as session:
        session.get_one(User, reader.id).role = "presenter"

    assert mornings.post_mornings(database, house, EIGHT) == 0


def test_an_account_that_goes_takes_the_wish_along(
    database: Database, house: Settings, reader: User, to_do: list[FollowUp]
) -> None:
    with database.write() as session:
        users.remove(session, session.get_one(User, reader.id))

    assert mornings.post_mornings(database, house, EIGHT) == 0
