"""What the server learns from the proxies in front of it."""

from collections.abc import Callable
from dataclasses import replace

import msgspec
import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.doctor.answering import Answering
from workshop import create_app, doctor
from workshop.config import Settings
from workshop.doctor import forwarded, witness
from workshop.doctor.finding import Finding, Level
from workshop.doctor.forwarded import Seen
from workshop.doctor.public import Answer

URL = "https://workshop.example.org"
RIGHT = Seen("https", "workshop.example.org", "203.0.113.9", "https")


def judged(settings: Settings, seen: Seen | None, url: str = URL, proxies: int = 1) -> Finding:
    return forwarded.judge(seen, url, replace(settings, proxies=proxies))


def test_a_proxy_that_tells_all_is_fine(settings: Settings) -> None:
    assert judged(settings, RIGHT).level is Level.GOOD


def test_no_proxy_where_none_is_expected_is_fine(settings: Settings) -> None:
    direct = Seen("http", "192.168.1.20:8000")

    assert judged(settings, direct, "http://192.168.1.20:8000", proxies=0).level is Level.GOOD


@pytest.mark.parametrize(
    ("seen", "proxies", "remedy"),
    [
        (Seen("http", RIGHT.host, RIGHT.forwarded_for), 1, "X-Forwarded-Proto $scheme"),
        (Seen("https", "127.0.0.1:8000", "203.0.113.9", "https"), 1, "Host $host"),
        (Seen("https", RIGHT.host, "", "https"), 1, "X-Forwarded-For"),
        (Seen("http", RIGHT.host, "203.0.113.9", "https"), 0, "WORKSHOP_PROXIES=1"),
        (Seen("http", RIGHT.host, "203.0.113.9", "https"), 2, "WORKSHOP_PROXIES=1"),
        (Seen("https", RIGHT.host, "203.0.113.9, 198.51.100.7", "https"), 1, "WORKSHOP_PROXIES=2"),
    ],
)
def test_what_the_proxy_or_the_settings_lack_is_named(
    settings: Settings, seen: Seen, proxies: int, remedy: str
) -> None:
    found = judged(settings, seen, proxies=proxies)

    assert found.level is Level.BAD
    assert remedy in found.remedy


def test_a_server_that_does_not_tell_is_a_note(settings: Settings) -> None:
    assert judged(settings, None).level is Level.WARNING


@pytest.mark.parametrize(
    "answer", [Answer(404), Answer(200, body=b"<html>"), Answer(200, body=b'{"x": 1}'), Answer()]
)
def test_what_is_no_witness_tells_nothing(answer: Answer) -> None:
    assert forwarded.read(answer) is None


@pytest.fixture
def behind_a_proxy(settings: Settings) -> Flask:
    app = create_app(replace(settings, proxies=1))
    if "doctor" not in app.blueprints:
        doctor.init_app(app)
    return app


@pytest.fixture
def browser(behind_a_proxy: Flask) -> FlaskClient:
    return behind_a_proxy.test_client()


def test_a_server_tells_what_its_pages_see(settings: Settings, browser: FlaskClient) -> None:
    headers = {
        "Host": "127.0.0.1:8000",
        "X-Forwarded-For": "203.0.113.9",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "workshop.example.org",
    }

    page = browser.get(witness.path(settings.secret), headers=headers)

    assert forwarded.read(Answer(page.status_code, body=page.data)) == RIGHT


def test_what_the_server_tells_is_asked_for_over_http(
    answering: Callable[..., Answering],
) -> None:
    body = msgspec.json.encode(RIGHT).decode()
    server = answering("HTTP/1.1 200 OK", f"Content-Length: {len(body)}", "", body)

    assert forwarded.look(server.url, "secret") == RIGHT


# The second path has the time in it: as its own name, two workers would collect two different tests.
@pytest.mark.parametrize("path", ["/doctor/x", witness.path("another secret")], ids=["unsigned", "foreign"])
def test_it_tells_nobody_who_does_not_have_its_secret(browser: FlaskClient, path: str) -> None:
    assert browser.get(path).status_code == 404
