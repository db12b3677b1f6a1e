"""A workshop of which something came: people, cards, a print, visits, and leads."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.friends.written import words, write
from tests.leads.phone import FILLED_IN, submission
from tests.people import person
from tests.workshops import OPEN
from workshop import journal, leads
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.store import DeckVersion, deck_of, load
from workshop.events import Answered, AnswerWithdrawn, AnyEvent, Joined
from workshop.friends import visit
from workshop.jobs.put import enqueue
from workshop.journal import Entry
from workshop.leads.acceptance import Source
from workshop.leads.lead import LeadRow
from workshop.leads.status import Status
from workshop.workshops import Workshop, start

Happen = Callable[..., None]
DECK = """---
title: Van zaal tot afspraak
language: nl
---

# Welkom

---

# Wat vind je?

::: open {answers=2}
:::

---

# Een

---

# Twee

---

# Een kaart

::: friend
Schrijf iets liefs.
:::

---

# Meer weten?

::: lead
Wij bewaren dit.
:::
"""


@pytest.fixture
def workshop(database: Database, tmp_path: Path) -> Workshop:
    path = tmp_path / "deck.md"
    path.write_text(DECK)
    with database.write() as session:
        return start(session, load(session, path))


@pytest.fixture
def happen(database: Database) -> Happen:
    """Writes events into a workshop's journal."""

    def happen(workshop: Workshop, *events: AnyEvent) -> None:
        with database.write() as session:
            journal.append(session.connection(), [Entry(workshop.id, event) for event in events])

    return happen


@pytest.fixture
def lively(database: Database, settings: Settings, workshop: Workshop, happen: Happen) -> Workshop:
    """4 joined, 2 answered, 3 cards of which 2 printed and 1 looked at; 2 leads, 1 by that card, 1 won."""
    happen(workshop, *(Joined(f"person-{n}") for n in range(4)))
    happen(workshop, given(0, "a"), given(0, "b"), given(1, "c"), given(2, "d"))
    happen(workshop, AnswerWithdrawn("person-2", "d"))
    seen, *_others = write(database, settings, workshop, words(), words(friend_name="Bo"))
    print_cards(database, workshop, 2)
    write(database, settings, workshop, words(friend_name="Cas"))
    with database.write() as session:
        visit.note(session, workshop.id, seen.id, 0)
        visit.note(session, workshop.id, seen.id)
    leave(database, settings, workshop, Source("room"))
    won = leave(database, settings, workshop, Source("friend", seen.id), email="an@example.org")
    with database.write() as session:
        agreed = session.query(Status).filter_by(outcome="won").one()
        session.get_one(LeadRow, won).status_id = agreed.id
    return workshop


def given(person: int, answer: str) -> Answered:
    return Answered(f"person-{person}", answer, OPEN, 0, "Meer tijd")


def print_cards(database: Database, workshop: Workshop, cards: int, kind: str = "friends") -> None:
    """A batch, as a worker leaves it."""
    with database.write() as session:
        job = enqueue(session, "cards", {"kind": kind, "base": ""}, workshop.id)
        job.state, job.result = "done", json.dumps({"cards": cards, "printed": cards, "sheets": 1})


def leave(database: Database, settings: Settings, workshop: Workshop, source: Source, **changed: str) -> int:
    """A lead; gives its number."""
    with database.write() as session:
        deck = deck_of(session, workshop.deck_version_id)
        sent = submission(deck, workshop, settings.secret, {**FILLED_IN, **changed})
        journal.append(session.connection(), [leads.accept(sent, source)])
        return session.query(LeadRow).filter_by(submission=sent.id).one().id


@pytest.fixture
def other(database: Database, workshop: Workshop) -> Workshop:
    """A workshop of the same deck, of somebody else."""
    karin = person(database, "Karin")
    with database.write() as session:
        other = start(session, session.get_one(DeckVersion, workshop.deck_version_id), karin.id)
        other.title = "Congres Almere"
    return other
