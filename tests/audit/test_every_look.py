"""Whatever address shows or hands out what people left is in the log: each is tried, also a new one."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from pypdfium2 import PdfDocument
from sqlalchemy import func, select, update
from werkzeug.test import TestResponse

from tests.friends.written import words, write
from tests.leads.phone import FILLED_IN, submission
from tests.people import browser, own, person
from tests.workshops import DECK, OPEN, new_workshop
from workshop import journal, leads
from workshop.accounts.user import User
from workshop.audit.entry import AuditEntry
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.store import deck_of
from workshop.events import Answered, SlideShown
from workshop.jobs.put import enqueue
from workshop.jobs.worker import work_once
from workshop.journal import Entry
from workshop.live import stage_of
from workshop.workshops import Workshop

PLANTED = {"answer": "Zeldzaamwoord", "friend": "Vriendinwoord", "lead": "Schoolwoord", "person": "Ada"}
OPEN_TO_ALL = {
    "friends.card": "the card itself: who holds it may read it, without an account",
    "mine.page": "a phone's own answers",
    "mine.opened": "a phone's own answers",
    "mine.pdf": "a phone's own answers",
    "account.page": "one's own name",
    "join.phone": "what the room sees",
    "live.projector": "what the room sees",
    "http.state": "what the room sees",
}
WHILE_IT_IS_ON = {
    "live.present": "the presenter moderates what the room says; each order stands in the journal",
    "live.notes": "the same page, for a second screen",
}
WITHOUT_PEOPLE = {"decks.picture", "home_screen.icon"}
"""Pictures of which none shows what anybody wrote."""
ASKED = {"paper.page": "?sheet=1", "cards.preview": "?kind=friends"}
RECORDED = {
    *("results.page", "results.as_csv", "results.as_json_lines", "results.as_workbook"),
    *("cards.pdf", "cards.contents", "cards.preview", "paper.page", "replay.page", "replay.frame"),
    *("audit.log", "audit.download"),
    *("leads.desk", "leads.lead", "leads.board"),
    *("lead_files.as_text", "lead_files.as_vcards", "lead_files.as_workbook"),
}
"""What shows people's data today: that it is found here proves that a new one would be found too."""


@pytest.fixture
def admin(database: Database) -> User:
    return person(database, "Ada", "admin")


@pytest.fixture
def workshop(database: Database, settings: Settings, admin: User) -> Workshop:
    """One in which an answer was given, a card written and a form filled in; the cards have been made."""
    source = DECK + "\n---\n\n# Meedoen\n\n::: lead\nWij bewaren dit.\n:::\n"
    with database.write() as session:
        workshop = new_workshop(session, settings.data, source)
        deck = deck_of(session, workshop.deck_version_id)
        sent = submission(deck, workshop, settings.secret, {**FILLED_IN, "school": PLANTED["lead"]})
        said = Answered("paper-1", "a" * 16, OPEN, 0, PLANTED["answer"], sheet=1)
        events = [Entry(workshop.id, event) for event in (SlideShown(OPEN), said)]
        journal.append(session.connection(), [*events, leads.accept(sent)])
        enqueue(session, "cards", {"kind": "friends", "base": ""}, workshop.id)
    own(database, workshop, admin)
    write(database, settings, workshop, words(message=PLANTED["friend"], friend_name=PLANTED["friend"]))
    assert work_once(database, settings)
    return workshop


def said_in(answer: TestResponse) -> str:
    """All words of an answer, whatever it is; a picture's are not looked for."""
    if answer.mimetype == "application/pdf":
        with PdfDocument(BytesIO(answer.data)) as document:
            return " ".join(page.get_textpage().get_text_bounded() for page in document)
    if answer.data.startswith(b"PK"):
        with ZipFile(BytesIO(answer.data)) as archive:
            return " ".join(archive.read(name).decode(errors="replace") for name in archive.namelist())
    return "picture of what people wrote" if answer.mimetype == "image/png" else answer.text


def addresses(app: Flask, workshop: Workshop, admin: User) -> dict[str, str]:
    """An address for each page and file, by its endpoint."""
    values = {
        "workshop_id": workshop.id,
        "code": workshop.code,
        "key": workshop.projector_key,
        "view": "front",
        "what": "answers",
        "job_id": 1,
        "version_id": workshop.deck_version_id,
        "lead_id": 1,
        "person_id": admin.id,
    }
    found = {}
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint != "static":
            address = re.sub(r"<(?:[^:<>]+:)?(\w+)>", lambda name: str(values.get(name[1], "x")), rule.rule)
            found[rule.endpoint] = address + ASKED.get(rule.endpoint, "")
    return found


def entries(database: Database) -> int:
    """How often something was recorded."""
    with database.read() as session:
        return session.scalar(select(func.coalesce(func.sum(AuditEntry.times), 0))) or 0


def test_whoever_is_shown_what_people_left_is_recorded(
    app: Flask, database: Database, workshop: Workshop, admin: User
) -> None:
    silent, recorded = set(), set()
    client = browser(app, admin)

    for endpoint, address in addresses(app, workshop, admin).items():
        before = entries(database)
        with client.get(address) as answer:
            said = said_in(answer)
        if entries(database) > before:
            recorded.add(endpoint)
        elif any(word in said for word in (*PLANTED.values(), "picture of what people wrote")):
            silent.add(endpoint)
    stage_of(app).writer.stop()

    allowed = {*OPEN_TO_ALL, *WHILE_IT_IS_ON, *WITHOUT_PEOPLE}
    assert silent - allowed == set(), "these show what people left, and record nothing"
    assert recorded >= RECORDED


def test_nothing_that_people_left_gets_into_the_log(
    app: Flask, database: Database, workshop: Workshop, admin: User
) -> None:
    client = browser(app, admin)
    for address in addresses(app, workshop, admin).values():
        client.get(address).close()
    stage_of(app).writer.stop()

    with database.read() as session:
        kept = [str(row) for row in session.execute(select(*AuditEntry.__table__.columns))]
    assert kept
    assert not [row for row in kept for word in PLANTED.values() if word in row]


def test_who_cannot_be_recorded_sees_nothing(
    app: Flask, database: Database, workshop: Workshop, admin: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = browser(app, admin)
    address = f"/workshops/{workshop.id}/results"
    assert PLANTED["answer"] in client.get(address).text

    monkeypatch.setattr("workshop.audit.record", _fails)
    answer = client.get(address)

    assert answer.status_code == 500
    assert PLANTED["answer"] not in answer.text


def _fails(*_args: object, **_more: object) -> None:
    raise OSError("the disk is full")


def test_an_export_is_recorded_each_time_a_look_once_in_a_while(
    app: Flask, database: Database, workshop: Workshop, admin: User
) -> None:
    client = browser(app, admin)
    for _again in range(3):
        client.get(f"/workshops/{workshop.id}/results")
        client.get(f"/workshops/{workshop.id}/results/answers.csv")

    assert _acts(database) == [("looked", 3), ("exported", 1), ("exported", 1), ("exported", 1)]

    with database.write() as session:
        session.execute(update(AuditEntry).values(until=AuditEntry.until - 11 * 60 * 1000))
    client.get(f"/workshops/{workshop.id}/results")

    assert _acts(database)[-1] == ("looked", 1)


def _acts(database: Database) -> list[tuple[str, int]]:
    with database.read() as session:
        rows = session.execute(select(AuditEntry.act, AuditEntry.times).order_by(AuditEntry.id))
        return [(act, times) for act, times in rows]
