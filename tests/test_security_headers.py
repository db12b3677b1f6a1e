"""Every page of the house, full of what people wrote: its headers, its forms, and that it runs nothing."""

from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.friends.written import words, write
from tests.kinds.drawn import Page
from tests.leads.phone import FILLED_IN, submission
from tests.people import browser, own, person
from tests.workshops import new_workshop
from workshop import journal, leads
from workshop.accounts import links
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.store import deck_of
from workshop.events import Answered, SlideShown
from workshop.friends.sender import key_of
from workshop.hooks import target as targets
from workshop.jobs.put import enqueue
from workshop.journal import Entry
from workshop.live.join import LONGEST_SAID
from workshop.printers.printer import Printer
from workshop.privacy.erasures import Erasure
from workshop.workshops import Workshop

HOSTILE = "</script></textarea>\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
DECK = """---
title: "Titel <b onclick=x>"
organisation: </title><script>alert(1)</script>
---

# Vraag </h1><script>alert(1)</script>

::: open
- Wat? <img src=x onerror=alert(1)>
:::

::: notes
<script>alert(1)</script>
:::

---

# Meedoen

::: lead
Wij bewaren dit.
:::
"""
OPEN_SLIDE, LEAD_SLIDE = 1, 2
PAGES = {
    "account.page": "/account",
    "audit.log": "/audit",
    "accounts.password": "/password/{password}",
    "accounts.sign_in": "/sign-in",
    "accounts.sign_in_link": "/sign-in/{sign_in}",
    "cards.page": "/workshops/{workshop.id}/cards",
    "chain.page": "/workshops/{workshop.id}/chain",
    "dead_letters.page": "/jobs",
    "friends.card": "/f/{friend}",
    "hooks.one": "/hooks/1",
    "hooks.page": "/hooks",
    "join.phone": "/{workshop.code}",
    "join.start": "/",
    "leads.board": "/leads/board",
    "leads.desk": "/leads",
    "embedding.page": "/workshops/{workshop.id}/form",
    "funnel.everything": "/funnel",
    "funnel.page": "/workshops/{workshop.id}/funnel",
    "intake.page": "/leads/import",
    "leads.lead": "/leads/1",
    "pipeline.page": "/leads/pipeline",
    "live.notes": "/workshops/{workshop.id}/notes",
    "live.present": "/workshops/{workshop.id}",
    "live.projector": "/projector/{workshop.projector_key}",
    "live.workshops": "/workshops",
    "mail.page": "/mail",
    "mail.words": "/mail/thanks/nl",
    "notice.page": "/privacy?workshop={workshop.code}",
    "paper.page": "/workshops/{workshop.id}/paper?sheet=1",
    "printers.one": "/printers/1",
    "printers.page": "/printers",
    "privacy.person": "/privacy/person",
    "privacy.receipt": "/privacy/receipts/{receipt}",
    "retention.page": "/privacy/retention",
    "replay.page": "/workshops/{workshop.id}/replay",
    "sheets.page": "/workshops/{workshop.id}/sheets",
    "results.page": "/workshops/{workshop.id}/results",
    "sender.page": "/f/{friend}/sent/{sender}",
    "writing.write": "/f/{friend}/write",
}
OTHERS = {
    *("static", "decks.picture", "http.state", "live.colours", "live.phone_styles"),
    *(
        "lead_files.as_text",
        "lead_files.as_vcards",
        "lead_files.as_workbook",
        "lead_files.calendar",
        "form.page",
        "intake.columns",
        "receipt.page",
        "schools.look_up",
        "cards.pdf",
        "cards.contents",
        "cards.preview",
        "printers.test_sheet",
        "sheets.pdf",
        "jobs.job",
        "doctor.seen",
        "friend_card.pdf",
        "friend_card.picture",
    ),
    *("home_screen.manifest", "home_screen.icon", "home_screen.worker"),
    *("funnel.as_csv", "funnel.everything_as_csv"),
    *("replay.frame", "results.as_csv", "results.as_json_lines", "results.as_workbook"),
    "audit.download",
    *("api.leads", "api.lead", "api.statuses", "api.workshops", "api.openapi"),
    *("lending.pairing", "lending.remote", "lending.preview", "mine.page"),
}
"""What is no page: files, and answers to scripts. And pages behind a key, which have tests of their own."""
WITHOUT_FORMS = ["join.phone", "live.notes", "live.projector"]
"""Everywhere else is at least a button to sign out."""
CARDS_PAGES = ["friends.card", "sender.page", "writing.write"]
"""What lets in there is the address itself, and no cookie counts: their forms need no token."""


@dataclass(frozen=True)
class Inside:
    """An admin's browser, a stranger's, and where each page is."""

    browser: FlaskClient
    stranger: FlaskClient
    addresses: dict[str, str]

    def fetch(self, endpoint: str) -> TestResponse:
        # Who is signed in is led on from the page for signing in.
        who = self.stranger if endpoint == "accounts.sign_in" else self.browser
        answer = who.get(self.addresses[endpoint])
        assert answer.status_code == 200, endpoint
        return answer

    def open(self, endpoint: str) -> Page:
        return Page(self.fetch(endpoint).text)


@pytest.fixture
def admin(database: Database) -> User:
    return person(database, "Ada", "admin")


@pytest.fixture
def workshop(database: Database, settings: Settings, admin: User) -> Workshop:
    """A workshop in which everybody writes what would run if it could."""
    with database.write() as session:
        workshop = new_workshop(session, settings.data, DECK)
        workshop.title = workshop.wifi_name = workshop.wifi_password = HOSTILE
    own(database, workshop, admin)
    with database.write() as session:
        fields = {**FILLED_IN, "school": HOSTILE, "question": HOSTILE}
        deck = deck_of(session, workshop.deck_version_id)
        sent = submission(deck, workshop, settings.secret, fields, slide=LEAD_SLIDE)
        said = [SlideShown(OPEN_SLIDE), Answered("p" * 16, "a" * 16, OPEN_SLIDE, 0, HOSTILE)]
        entries = [*(Entry(workshop.id, event) for event in said), leads.accept(sent)]
        journal.append(session.connection(), entries)
        enqueue(session, "cards", {"kind": "friends", "base": ""}, workshop.id).error = HOSTILE
    return workshop


@pytest.fixture
def inside(app: Flask, database: Database, settings: Settings, workshop: Workshop, admin: User) -> Inside:
    hostile = words(friend_name=HOSTILE[-60:], message=HOSTILE, sender_name=HOSTILE[:60])
    (message,) = write(database, settings, workshop, hostile)
    with database.write() as session:
        session.add(Erasure(number="X", at=1, person_id=admin.id, person_since=1, erased="{}", files=0))
        session.add(Printer(name=HOSTILE[:60], right_mm=0.5, up_mm=0.0))
        targets.add(session, f"https://example.org/{HOSTILE}", ["lead.left"], message.created_at)
        places = {
            "workshop": workshop,
            "friend": message.token,
            "sender": key_of(settings.secret, message.token),
            "receipt": "X",
            "sign_in": links.new_link(session, admin, "sign_in", message.created_at),
            "password": links.new_link(session, admin, "password", message.created_at),
        }
    addresses = {name: where.format(**places) for name, where in PAGES.items()}
    return Inside(browser(app, admin), browser(app), addresses)


def test_every_page_there_is_is_tried_here(app: Flask) -> None:
    there = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}

    assert there == PAGES.keys() | OTHERS


@pytest.mark.parametrize("endpoint", PAGES)
def test_every_page_allows_only_scripts_and_styles_of_our_own(inside: Inside, endpoint: str) -> None:
    answer = inside.fetch(endpoint)

    rules = dict(rule.strip().split(" ", 1) for rule in answer.headers["Content-Security-Policy"].split(";"))
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["default-src"] == rules["frame-ancestors"] == rules["base-uri"] == "'none'"
    assert rules["form-action"] == "'self'"
    assert "unsafe" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("endpoint", PAGES)
def test_nothing_that_people_wrote_runs_on_any_page(inside: Inside, endpoint: str) -> None:
    page = inside.open(endpoint)

    for tag, attributes in page.elements:
        assert tag != "img" or str(attributes.get("src")).startswith(("/workshops/", "/f/")), attributes
        assert tag not in ("style", "object", "base"), tag
        # Only our own form, as it is, and so that nothing in it runs.
        assert tag != "iframe" or str(attributes["src"]).startswith("/form/"), attributes
        assert tag != "iframe" or attributes["sandbox"] == "allow-same-origin", attributes
        assert not any(name.startswith("on") or name == "style" for name in attributes), attributes
        if tag == "script":
            data = attributes.get("type") == "application/json"
            assert data or str(attributes.get("src")).startswith("/static/"), attributes


@pytest.mark.parametrize(
    "endpoint",
    ["cards.page", "friends.card", "leads.desk", "live.present", "live.workshops"],
)
def test_what_people_wrote_is_there_to_be_read(inside: Inside, endpoint: str) -> None:
    assert HOSTILE[:40] in inside.open(endpoint).said


@pytest.mark.parametrize("endpoint", PAGES)
def test_every_form_that_posts_holds_a_token(inside: Inside, endpoint: str) -> None:
    page = inside.open(endpoint)

    # The phone's own forms are sent by its script, with the phone's token.
    forms = [form for form in page.all("form", method="post") if "data-form" not in form]
    tokens = page.all("input", name="csrf_token")
    assert len(tokens) == (0 if endpoint in CARDS_PAGES else len(forms))
    assert all(token["value"] for token in tokens)
    assert bool(forms) is (endpoint not in [*WITHOUT_FORMS, "sender.page"])  # that one mails, if it can


@pytest.mark.parametrize(
    ("address", "status"),
    [("/nowhere", 404), ("/workshops/99", 404), ("/f/x", 404), ("/XXXXXX", 404), ("/jobs/99", 404)],
)
def test_a_page_that_says_what_went_wrong_is_as_safe(inside: Inside, address: str, status: int) -> None:
    answer = inside.browser.get(address)

    assert answer.status_code == status
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert Page(answer.text).runs_nothing()


def test_a_wrong_code_is_shown_as_it_was_typed_and_runs_nothing(inside: Inside) -> None:
    page = Page(inside.browser.get("/", query_string={"code": HOSTILE}).text)

    assert page.all("input", name="code", value=HOSTILE[:LONGEST_SAID])
    assert page.runs_nothing()
