"""What webhooks tell of a lead: the same as the API does, as long as it is there."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.api.conftest import Leave, ProgramOf
from tests.hooks.listener import Listener, answers, listening
from tests.leads.phone import submission
from workshop import journal, leads
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.hooks import target
from workshop.hooks.delivery import Delivery
from workshop.jobs.worker import work_once
from workshop.leads.erasing import erase
from workshop.rehearsal.simulated import PREFIX
from workshop.workshops import Workshop


@pytest.fixture
def listener(database: Database) -> Iterator[Listener]:
    """A program that is told of leads."""
    with listening(answers(200)) as listener:
        with database.write() as session:
            target.add(session, listener.url, ["lead.left"], 1)
        yield listener


def deliver(database: Database, settings: Settings) -> None:
    while work_once(database, replace(settings, webhooks_private=True)):
        pass


def test_a_lead_that_is_left_is_told_as_the_api_shows_it(
    database: Database,
    settings: Settings,
    listener: Listener,
    leave: Leave,
    workshop: Workshop,
    program_of: ProgramOf,
    owner: User,
) -> None:
    leave(workshop)

    deliver(database, settings)

    (request,) = listener.requests
    said = json.loads(request.body)
    assert said["type"] == "lead.left"
    assert [said["data"]] == program_of(owner).ask("/leads").json["leads"]  # type: ignore[index]


def test_of_one_that_was_erased_before_it_was_sent_nothing_is_told(
    database: Database, settings: Settings, listener: Listener, leave: Leave, workshop: Workshop
) -> None:
    leave(workshop, school="De Regenboog")
    erased = leave(workshop, school="De Zonnebloem")
    with database.write() as session:
        erase(session, [erased.id])

    deliver(database, settings)

    (request,) = listener.requests
    assert b"Regenboog" in request.body
    with database.read() as session:
        states = session.scalars(select(Delivery.state)).all()
    assert sorted(states) == ["delivered", "gone"]


def test_what_a_rehearsal_leaves_is_told_to_nobody(
    database: Database, settings: Settings, listener: Listener, deck: Deck, workshop: Workshop, leave: Leave
) -> None:
    leave(workshop)
    sent = replace(submission(deck, workshop, settings.secret), participant=f"{PREFIX}1")
    with database.write() as session:
        journal.append(session.connection(), [leads.accept(sent)])

    deliver(database, settings)

    assert len(listener.requests) == 1


def test_changes_and_erasing_are_told_too(
    database: Database,
    settings: Settings,
    leave: Leave,
    workshop: Workshop,
    program_of: ProgramOf,
    owner: User,
) -> None:
    with listening(answers(200)) as listener:
        with database.write() as session:
            target.add(session, listener.url, ["lead.changed", "lead.erased"], 1)
        left = leave(workshop)
        assert (
            program_of(owner, writes=True).change(f"/leads/{left.id}", version=1, status=2).status_code == 200
        )
        deliver(database, settings)
        with database.write() as session:
            erase(session, [left.id])
        deliver(database, settings)

    changed, erased = (json.loads(request.body) for request in listener.requests)
    assert (changed["type"], changed["data"]["status"]) == ("lead.changed", 2)
    assert (erased["type"], erased["data"]) == ("lead.erased", {"lead": left.id})
