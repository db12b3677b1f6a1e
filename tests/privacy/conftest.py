"""A workshop in which one person left traces everywhere, and others theirs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.friends.written import words, write
from tests.leads.phone import FILLED_IN, submission
from tests.people import browser, own, person
from tests.privacy.traces import ADDRESS, MARKS, NUMBER, OTHERS
from tests.workshops import DECK, OPEN, new_workshop
from workshop import journal, leads
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.store import deck_of
from workshop.events import Answered, AnswerEdited, SlideShown, WordMerged
from workshop.jobs.put import enqueue
from workshop.jobs.worker import work_once
from workshop.journal import Entry
from workshop.live import snapshots, stage_of
from workshop.workshops import Workshop

MORE = ("# Meedoen\n\n::: lead\nWij bewaren dit.\n:::\n", "# Woorden\n\n::: words\n:::\n")
WITH_FORM = "\n---\n\n".join((DECK, *MORE))
WORDS_SLIDE = 7


@pytest.fixture
def ada(database: Database) -> User:
    return person(database, "Ada", "admin")


@pytest.fixture
def sam(database: Database) -> User:
    return person(database, "Sam", "staff")


@pytest.fixture
def staff(app: Flask, sam: User) -> Iterator[FlaskClient]:
    app.config["WTF_CSRF_ENABLED"] = False
    yield browser(app, sam)
    stage_of(app).writer.stop()


@pytest.fixture
def workshop(database: Database, settings: Settings, ada: User, tmp_path: Path) -> Workshop:
    with database.write() as session:
        workshop = new_workshop(session, tmp_path, WITH_FORM)
    own(database, workshop, ada)
    return workshop


@pytest.fixture
def traces(app: Flask, database: Database, settings: Settings, workshop: Workshop) -> None:
    """What the person left, with a word of its own in each place; and what others left."""
    _answer(database, workshop)
    _fill_in(database, settings, workshop)
    message = f"{MARKS['message']}: mail me op {ADDRESS}"
    theirs = words(friend_name=MARKS["friend"], sender_name=MARKS["sender"], message=message)
    write(database, settings, workshop, theirs, words(message=OTHERS["message"]))
    stage = stage_of(app)
    snapshots.keep(database, workshop.id, stage.rooms.of(workshop).room)
    with database.write() as session:
        for kind in ("friends", "leads"):
            enqueue(session, "cards", {"kind": kind, "base": ""}, workshop.id)
    while work_once(database, settings):
        pass
    with database.write() as session:
        names = f"{MARKS['badge']}, {ADDRESS}\nIemand anders"
        enqueue(session, "cards", {"kind": "badges", "base": "", "names": names}, workshop.id)
        failed = enqueue(session, "cards", {"kind": "friends", "base": ""}, workshop.id)
        failed.state, failed.error = "failed", f"{MARKS['error']} {ADDRESS}"
        done = enqueue(session, "cards", {"kind": "friends", "base": ""}, workshop.id)
        done.state, done.result = "done", json.dumps({"names": [f"{MARKS['result']} {ADDRESS}"]})


def _answer(database: Database, workshop: Workshop) -> None:
    first, second = "p" * 22, "q" * 22
    said = [
        SlideShown(OPEN),
        Answered(first, "a" * 22, OPEN, 0, f"{MARKS['answer']} Bel 06 - 12 34 56 78"),
        AnswerEdited(first, "a" * 22, f"{MARKS['edited']} {ADDRESS.upper()}"),
        Answered(second, "b" * 22, OPEN, 0, OTHERS["answer"]),
        SlideShown(WORDS_SLIDE),
        Answered(first, "c" * 22, WORDS_SLIDE, 0, f"{MARKS['word']} {ADDRESS}"),
        Answered(second, "d" * 22, WORDS_SLIDE, 0, OTHERS["word"]),
        WordMerged(WORDS_SLIDE, MARKS["word"].lower(), OTHERS["word"]),
    ]
    with database.write() as session:
        journal.append(session.connection(), [Entry(workshop.id, event) for event in said])


def _fill_in(database: Database, settings: Settings, workshop: Workshop) -> None:
    marks = {"leader_name": "lead", "school": "school", "profile": "profile", "question": "question"}
    theirs = {field: MARKS[mark] for field, mark in marks.items()}
    ways = {"email": ADDRESS, "telephone": NUMBER}
    other = {**FILLED_IN, "school": OTHERS["school"], "telephone": "06 87654321", "email": "x@example.org"}
    with database.write() as session:
        deck = deck_of(session, workshop.deck_version_id)
        for fields in ({**FILLED_IN, **theirs, **ways}, other):
            sent = submission(deck, workshop, settings.secret, fields, slide=6)
            journal.append(session.connection(), [leads.accept(sent)])
