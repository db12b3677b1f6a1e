"""Anonymous means it: no internet address is kept, and nobody can tell one phone in two workshops."""

import http.client
import json
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import socketio
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.friends.written import words
from tests.leads.phone import FILLED_IN
from tests.privacy.conftest import WITH_FORM
from tests.privacy.traces import found_on_disk
from tests.server import Server, wait_for
from tests.workshops import FRIEND, OPEN, new_workshop
from workshop.accounts.user import User
from workshop.database import Database
from workshop.events import Joined, SlideShown
from workshop.friends.message import FriendMessage
from workshop.journal import Entry, append, read_since
from workshop.leads.lead import LeadRow
from workshop.live import stage_of
from workshop.workshops import Workshop, start

OWN, FORWARDED, LONG = "127.0.0.77", "203.0.113.77", "2001:db8:cafe:77::9"
"""The phone's own address, and two that a proxy says it has."""
LEAD = 6
SENT = "Verstuurd door een telefoon"
TOKEN = re.compile(r'data-token="([^"]+)"')


class Logged(Server):
    """A server whose output, with everything that it logs, is kept."""

    def start(self) -> None:
        self.log = self.settings.data.parent / "log"
        environment = {**os.environ, **self.environment, "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, "-m", "workshop", self.command]
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                command, env=environment, start_new_session=True, stdout=out, stderr=subprocess.STDOUT
            )
        wait_for(self.base, self.process)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Logged]:
    server = Logged(tmp_path / "data", WORKSHOP_PROXIES="1")
    server.start()
    yield server
    if server.process and server.process.poll() is None:
        server.stop()


@pytest.fixture
def code(server: Logged, tmp_path: Path) -> str:
    with server.database.write() as session:
        workshop = new_workshop(session, tmp_path, WITH_FORM)
        shown = [Entry(workshop.id, SlideShown(slide)) for slide in (OPEN, FRIEND, LEAD)]
        append(session.connection(), shown)
    return workshop.code


def asked(
    server: Logged, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """Asks as a phone behind a proxy does, from an address of its own."""
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30, source_address=(OWN, 0))
    data = None if body is None else json.dumps(body)
    sent = {"X-Forwarded-For": FORWARDED, "User-Agent": "Zq-agent-xv", **(headers or {})}
    line.request(method, path, data, sent)
    with line.getresponse() as answer:
        return answer.status, answer.read().decode(errors="replace")


def order(do: str, slide: int, **more: Any) -> dict[str, Any]:
    return {"do": do, "id": secrets.token_urlsafe(16), "slide": slide, **more}


def test_no_address_of_a_phone_is_in_any_file_or_log(server: Logged, code: str) -> None:
    status, page = asked(server, "GET", f"/{code}")
    assert status == 200
    token = TOKEN.findall(page)[0]
    mine = {"Authorization": f"Bearer {token}"}
    answers = [
        order("answer", OPEN, question=0, value=SENT),
        order("form", FRIEND, fields=words(message=SENT)),
        order("form", LEAD, fields={**FILLED_IN, "school": SENT}),
    ]
    for each in answers:
        status, said = asked(server, "POST", "/live/submissions", each, mine)
        assert (status, "ok" in json.loads(said)) == (200, True), said
    asked(server, "GET", "/live/state", headers=mine)
    by_socket = _over_a_websocket(server, token, order("answer", OPEN, question=0, value=SENT))
    assert "ok" in by_socket
    for path in ("/XXXXXX", "/live/state", "/nowhere", "/workshops/1", "/%00", "/?code=" + "x" * 99):
        asked(server, "GET", path, headers={"X-Forwarded-For": LONG})
    asked(server, "POST", "/live/submissions", {"no": "order"}, mine)
    asked(server, "POST", "/live/submissions", ["x"], {"Authorization": "Bearer x"})
    asked(server, "BREW", "/")
    asked(server, "POST", "/sign-in", {"email": "x"})

    time.sleep(0.5)  # a log is written soon
    data = server.settings.data
    assert found_on_disk(data, [SENT]), "all of it was kept"
    assert found_on_disk(data, [OWN, FORWARDED, LONG, "2001:db8:cafe:77", "Zq-agent-xv"]) == {}
    server.stop()
    assert found_on_disk(server.log.parent, [OWN, FORWARDED, LONG, "Zq-agent-xv", SENT]).keys() == {SENT}
    assert SENT not in server.log.read_text()


def _over_a_websocket(server: Logged, token: str, command: dict[str, Any]) -> Any:
    client = socketio.Client()
    headers = {"X-Forwarded-For": LONG, "User-Agent": "Zq-agent-xv"}
    client.connect(server.base, headers, {"token": token}, transports=["websocket"], wait_timeout=60)
    try:
        return client.call("submit", command, timeout=60)
    finally:
        client.disconnect()


@pytest.fixture
def other(database: Database, workshop: Workshop, ada: User) -> Workshop:
    """A second run of the same deck."""
    from workshop.decks.store import DeckVersion

    with database.write() as session:
        return start(session, session.get_one(DeckVersion, workshop.deck_version_id), ada.id)


def participant(app: Flask, client: FlaskClient, workshop: Workshop) -> str:
    """Who a phone is in a workshop, by the page that it gets."""
    token = TOKEN.findall(client.get(f"/{workshop.code}").text)[0]
    return stage_of(app).tokens.read(token, workshop.id)[1]


def test_one_phone_is_somebody_else_in_each_workshop(app: Flask, workshop: Workshop, other: Workshop) -> None:
    phone = app.test_client()

    first, second = participant(app, phone, workshop), participant(app, phone, other)

    assert first == participant(app, phone, workshop), "in one workshop it stays itself"
    assert first != second
    assert not {first[n : n + 5] for n in range(11)} & {second[n : n + 5] for n in range(11)}


def test_nothing_of_one_workshop_is_sent_along_to_another(
    app: Flask, workshop: Workshop, other: Workshop
) -> None:
    phone = app.test_client()
    phone.get(f"/{workshop.code}")

    own = phone.get_cookie(f"phone-{workshop.id}", path=f"/{workshop.code}")
    assert own is not None
    assert phone.get_cookie(f"phone-{workshop.id}", path="/") is None
    sent = phone.get(f"/{other.code}").request.headers.get("Cookie", "")
    assert own.value not in sent


def test_who_a_phone_is_comes_from_chance_alone(app: Flask, workshop: Workshop) -> None:
    same = {"REMOTE_ADDR": FORWARDED, "HTTP_USER_AGENT": "one and the same"}
    phones = [app.test_client() for _n in range(200)]
    for phone in phones:
        phone.environ_base.update(same)

    ids = [participant(app, phone, workshop) for phone in phones]

    assert len(set(ids)) == len(ids)
    assert {len(each) for each in ids} == {16}, "96 bits"
    for place in range(16):
        assert len({each[place] for each in ids}) > 40, "of 64 signs nearly all come in each place"


def test_a_token_of_one_workshop_opens_no_other(app: Flask, workshop: Workshop, other: Workshop) -> None:
    phone = app.test_client()
    token = TOKEN.findall(phone.get(f"/{workshop.code}").text)[0]
    asked_with = {"Cookie": f"phone-{other.id}={token}"}
    mine = stage_of(app).tokens.read(token)[1]

    page = app.test_client().get(f"/{other.code}", headers=asked_with).text

    assert stage_of(app).tokens.read(TOKEN.findall(page)[0], other.id)[1] != mine


def test_the_journal_knows_a_phone_by_nothing_else(
    app: Flask, database: Database, workshop: Workshop, other: Workshop
) -> None:
    phone = app.test_client()
    for each in (workshop, other):
        token = TOKEN.findall(phone.get(f"/{each.code}").text)[0]
        phone.get("/live/state", headers={"Authorization": f"Bearer {token}"})
    stage_of(app).writer.stop()

    with database.read() as session:
        joined = [
            recorded.event
            for each in (workshop, other)
            for recorded in read_since(session.connection(), each.id, 0)
        ]
        columns = {*LeadRow.__table__.columns.keys(), *FriendMessage.__table__.columns.keys()}
        assert set(session.scalars(select(Workshop.id))) == {workshop.id, other.id}
    assert [type(event) for event in joined] == [Joined, Joined]
    assert joined[0].participant != joined[1].participant  # type: ignore[union-attr]
    assert not [
        name for name in columns if re.search(r"(?:^|_)(?:ip|ua|agent|addr|address|device)(?:_|$)", name)
    ]
