"""The live connections of a real server: who gets in, and who is told what."""

import time
from collections.abc import Iterator
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
import socketio
from socketio.exceptions import ConnectionError as NoEntry

from tests.server import Server
from workshop.accounts import links
from workshop.accounts.user import by_email
from workshop.live import previews
from workshop.live.tokens import Tokens

PATIENCE = 15


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data: Path = tmp_path_factory.mktemp("data")
    server = Server(data, "web")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def tokens(server: Server) -> Tokens:
    return Tokens(server.settings.secret)


def connect(server: Server, auth: object, **headers: str) -> socketio.SimpleClient:
    client = socketio.SimpleClient()
    client.connect(server.base, auth=auth, transports=["websocket"], headers=headers, wait_timeout=PATIENCE)
    return client


def present(server: Server) -> socketio.SimpleClient:
    """Signs in by a one-time link, as a presenter's browser does."""
    jar = CookieJar()
    browser = build_opener(HTTPCookieProcessor(jar))
    link = server.base + sign_in_path(server)
    page = browser.open(link).read().decode()
    csrf = page.partition('name="csrf_token"')[2].partition('value="')[2].partition('"')[0]
    browser.open(link, urlencode({"csrf_token": csrf}).encode())
    return connect(server, {"presenter": 1}, Cookie="; ".join(f"{c.name}={c.value}" for c in jar))


def sign_in_path(server: Server) -> str:
    with server.database.write() as session:
        user = by_email(session, "presenter@localhost.localdomain")
        assert user is not None
        return links.path("sign_in", links.new_link(session, user, "sign_in", time.time_ns() // 1_000_000))


def heard(client: socketio.SimpleClient, event: str) -> Any:
    """The next message of a kind."""
    while True:
        name, *data = client.receive(timeout=PATIENCE)
        if name == event:
            return data[0]


def direct(presenter: socketio.SimpleClient, **command: object) -> Any:
    return presenter.call("direct", command, timeout=PATIENCE)


def answer(phone: socketio.SimpleClient, value: str, slide: int = 12, **more: object) -> Any:
    command = {"do": "answer", "id": token_urlsafe(16), "slide": slide, "question": 0, "value": value}
    return phone.call("submit", command | more, timeout=PATIENCE)


@pytest.fixture
def presenter(server: Server) -> Iterator[socketio.SimpleClient]:
    client = present(server)
    assert "ok" in direct(client, do="show", slide=12)
    yield client
    client.disconnect()


@pytest.fixture
def phone(server: Server, tokens: Tokens) -> Iterator[socketio.SimpleClient]:
    client = connect(server, {"token": tokens.new(1)})
    yield client
    client.disconnect()


def test_a_slide_reaches_phone_and_projector(
    server: Server, presenter: socketio.SimpleClient, phone: socketio.SimpleClient
) -> None:
    projector = connect(server, {"projector": server.ready.projector_key})

    direct(presenter, do="show", slide=13)

    assert heard(phone, "slide")["number"] == 13
    assert "Om bij stil te staan" in heard(projector, "slide")["html"]
    projector.disconnect()


def test_an_answer_lands_on_the_projector_and_is_gone_a_second_after_it_was_hidden(
    server: Server, presenter: socketio.SimpleClient, phone: socketio.SimpleClient
) -> None:
    projector = connect(server, {"projector": server.ready.projector_key})
    assert "ok" in answer(phone, "op de muur")
    news = heard(projector, "news")
    while not news["answers"]:
        news = heard(projector, "news")
    (shown,) = news["answers"]

    asked = time.monotonic()
    direct(presenter, do="hide", answer=shown["id"], hidden=True)
    news = heard(projector, "news")
    while not news["gone"]:
        news = heard(projector, "news")

    assert shown["value"] == "op de muur"
    assert news["gone"] == [shown["id"]]
    assert time.monotonic() - asked < 1
    projector.disconnect()


@pytest.mark.parametrize(
    "auth",
    [
        None,
        {},
        [],
        {"token": "forged"},
        {"token": ""},
        {"projector": "guess"},
        {"presenter": 1},
        {"presenter": "1"},
        {"preview": "guess"},
        {"remote": 1},
        {"remote": "1"},
    ],
)
def test_who_has_no_token_no_key_and_no_account_stays_outside(server: Server, auth: object) -> None:
    with pytest.raises(NoEntry):
        connect(server, auth)


@pytest.mark.parametrize(("origin", "status"), [("own", 101), ("https://evil.example", 400), ("null", 400)])
def test_only_our_own_pages_may_open_a_connection(server: Server, origin: str, status: int) -> None:
    line = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)

    line.request(
        "GET",
        "/socket.io/?EIO=4&transport=websocket",
        headers={
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
            "Sec-WebSocket-Version": "13",
            "Origin": server.base if origin == "own" else origin,
        },
    )

    assert line.getresponse().status == status
    line.close()


def test_a_phone_cannot_direct_and_a_projector_cannot_answer(
    server: Server, phone: socketio.SimpleClient
) -> None:
    projector = connect(server, {"projector": server.ready.projector_key})

    assert direct(phone, do="show", slide=1) == {"error": "token"}
    assert answer(projector, "x") == {"error": "token"}
    projector.disconnect()


def test_who_looks_along_cannot_direct_or_answer_and_is_told_only_which_slide_is_on(
    server: Server, presenter: socketio.SimpleClient, phone: socketio.SimpleClient
) -> None:
    with server.database.write() as session:
        key = previews.share(session, 1, with_notes=False).key
    guest = connect(server, {"preview": key})

    assert guest.call("state", timeout=PATIENCE) == {"number": 12, "live": True}
    assert direct(guest, do="show", slide=1) == {"error": "token"}
    assert guest.call("slides", timeout=PATIENCE) == {"error": "token"}
    assert answer(guest, "x") == {"error": "token"}
    assert "ok" in answer(phone, "niet voor de gast")
    direct(presenter, do="show", slide=13)
    assert guest.receive(timeout=PATIENCE) == ["slide", {"number": 13, "live": True}]
    guest.disconnect()


def test_every_refusal_has_its_code_and_the_connection_stays(
    presenter: socketio.SimpleClient, phone: socketio.SimpleClient
) -> None:
    refusals = [
        answer(phone, "x", slide=99),
        answer(phone, "x" * 300),
        answer(phone, " "),
        phone.call("submit", "nonsense", timeout=PATIENCE),
        phone.call("submit", None, timeout=PATIENCE),
    ]

    codes = [refusal["error"] for refusal in refusals]
    assert codes == ["unknown_slide", "too_long", "empty", "not_understood", "not_understood"]
    assert "ok" in answer(phone, "gewoon goed")


def test_a_message_larger_than_any_page_sends_ends_the_connection_and_nothing_else(
    server: Server, presenter: socketio.SimpleClient, tokens: Tokens
) -> None:
    rude = socketio.Client(reconnection=False)
    rude.connect(server.base, auth={"token": tokens.new(1)}, transports=["websocket"])
    rude.emit("submit", {"value": "x" * 200_000})
    rude.wait()

    assert "ok" in direct(presenter, do="show", slide=12)


def test_the_newest_connection_of_a_phone_wins(
    server: Server, tokens: Tokens, presenter: socketio.SimpleClient
) -> None:
    token = tokens.new(1)
    old = connect(server, {"token": token})

    new = connect(server, {"token": token})

    assert old.receive(timeout=PATIENCE)[0] == "moved"
    assert "ok" in answer(new, "hier ben ik")
    new.disconnect()
    old.disconnect()
