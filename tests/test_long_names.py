"""A name of 10,000 characters, wherever a name can be given: it is said, and nothing is kept of it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from tests.decks.written import mistake
from tests.people import browser, own, person
from tests.workshops import DECK, FRIEND, new_workshop
from workshop.accounts import user as accounts
from workshop.accounts.commands import users
from workshop.database import Database
from workshop.events import SlideShown
from workshop.journal import Entry, append
from workshop.live import stage_of
from workshop.workshops import Workshop

LONG = "n" * 10_000
LEAD = FRIEND + 1
DECK_WITH_LEAD = f"{DECK}\n---\n\n# Doe mee\n\n::: lead\nWij bewaren dit.\n:::\n"


@pytest.mark.parametrize(
    ("slide", "name", "right"),
    [
        (FRIEND, "friend_name", {"friend_name": "Sanne", "message": "Dag", "sender_name": "Karin"}),
        (FRIEND, "sender_name", {"friend_name": "Sanne", "message": "Dag", "sender_name": "Karin"}),
        (LEAD, "leader_name", {"leader_name": "K", "school": "S", "email": "k@s.nl", "consent": "yes"}),
        (LEAD, "school", {"leader_name": "K", "school": "S", "email": "k@s.nl", "consent": "yes"}),
    ],
)
@pytest.mark.parametrize("length", [1000, 10_000])
def test_a_form_says_so_and_keeps_nothing(
    app: Flask,
    client: FlaskClient,
    database: Database,
    tmp_path: Path,
    slide: int,
    name: str,
    right: dict[str, str],
    length: int,
) -> None:
    with database.write() as session:
        workshop = new_workshop(session, tmp_path, DECK_WITH_LEAD)
        append(session.connection(), [Entry(workshop.id, SlideShown(slide))])
    stage = stage_of(app)
    token = stage.tokens.of(workshop.id, "me")

    def send(fields: dict[str, str], name: str) -> dict[str, object]:
        form = {"do": "form", "id": name * 22, "slide": slide, "fields": fields}
        answer = client.post("/live/submissions", json=form, headers={"Authorization": f"Bearer {token}"})
        said: dict[str, object] = answer.get_json()
        return said

    refused = send(right | {name: LONG[:length]}, "a")
    taken = send(right, "b")
    stage.writer.stop()

    assert refused["error"] in ("fields", "too_long")
    assert refused["text"]
    assert "ok" in taken
    room = stage.rooms.by_id(workshop.id).room
    assert room.leads + room.friend_messages == 1


def test_an_account_is_not_made(app: Flask, database: Database) -> None:
    result = CliRunner().invoke(users, ["add", "els@example.org", "--name", LONG], obj=app)

    assert "longer than 120 characters" in result.output
    with database.read() as session:
        assert accounts.by_email(session, "els@example.org") is None


@pytest.mark.parametrize(("name", "password"), [(LONG, "geheim12"), ("school", LONG), ("é" * 17, "")])
def test_a_wifi_that_no_network_can_have_changes_nothing(
    app: Flask, database: Database, workshop: Workshop, name: str, password: str
) -> None:
    owner = person(database, "Els")
    own(database, workshop, owner)
    visitor = browser(app, owner)
    address = f"/workshops/{workshop.id}"

    def set_wifi(name: str, password: str) -> str:
        token = re.search(r'name="csrf_token" value="([^"]+)"', visitor.get(address).text)
        assert token
        fields = {"csrf_token": token[1], "name": name, "password": password}
        return visitor.post(f"{address}/wifi", data=fields, follow_redirects=True).text

    assert "The lobby shows the Wi-Fi now." in set_wifi("\u202eschool", "geheim12")
    assert "Nothing was changed." in set_wifi(name, password)

    with database.read() as session:
        kept = session.get_one(Workshop, workshop.id)
    assert (kept.wifi_name, kept.wifi_password) == ("school", "geheim12")


@pytest.mark.parametrize("key", ["title", "subtitle", "organisation", "contact"])
def test_a_deck_that_would_cover_its_own_code_is_not_loaded(key: str) -> None:
    front = {"title": "x", key: LONG}
    source = "".join(f"{name}: {value}\n" for name, value in front.items())

    found = mistake(f"---\n{source}---\n# A\n")

    assert found.what == f"'{key}' is longer than 200 characters."


def test_a_slide_with_a_title_that_no_screen_holds_is_not_loaded() -> None:
    found = mistake(f"---\ntitle: x\n---\n# A\n\n---\n\n# {LONG}\n")

    assert "title of slide 2 is longer than 300" in found.what
    assert found.line >= 5


@pytest.mark.parametrize(
    "code", [LONG, "a\0b", "\u202e" + "AB" * 40, "ÀÉÎÕÜẞ"], ids=["long", "zero", "turned", "accents"]
)
def test_a_code_that_can_be_none_is_told_in_short(client: FlaskClient, code: str) -> None:
    page = client.get("/", query_string={"code": code}, headers={"Accept-Language": "en"})

    assert page.status_code == 404
    assert "There is no workshop with the code" in page.text
    assert len(page.text) < 4000
    assert "\u202e" not in page.text
