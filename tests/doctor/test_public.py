"""WORKSHOP_PUBLIC_URL: its form, and who answers there."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.doctor.answering import Answering
from tests.server import free_port
from workshop.config import Settings
from workshop.doctor import public
from workshop.doctor.finding import Finding, Level
from workshop.doctor.public import Answer

URL = "https://workshop.example.org"


def form(settings: Settings, url: str | None, proxies: int = 1) -> Finding:
    return public.judge_form(replace(settings, public_url=url, proxies=proxies))


def test_https_behind_a_proxy_is_fine(settings: Settings) -> None:
    assert form(settings, URL).level is Level.GOOD


def test_no_public_address_is_fine(settings: Settings) -> None:
    assert form(settings, None, proxies=0).level is Level.GOOD


@pytest.mark.parametrize(
    "url",
    [
        "workshop.example.org",
        "ftp://workshop.example.org",
        "https://",
        "https://workshop.example.org/path",
        "https://workshop.example.org?x=1",
        "https://els@workshop.example.org",
        "https://workshop.example.org:http",
        "https://work shop.example.org",
        "https://[workshop",
    ],
)
def test_what_is_no_address_must_be_mended(settings: Settings, url: str) -> None:
    found = form(settings, url)

    assert found.level is Level.BAD
    assert "https://workshop.example.org" in found.remedy


@pytest.mark.parametrize("url", ["http://localhost:8000", "http://127.0.0.1", "http://[::1]:80"])
def test_an_address_of_the_phone_itself_must_be_mended(settings: Settings, url: str) -> None:
    found = form(settings, url)

    assert found.level is Level.BAD
    assert "leads each phone to itself" in found.text


def test_https_without_a_proxy_cannot_be(settings: Settings) -> None:
    found = form(settings, URL, proxies=0)

    assert found.level is Level.BAD
    assert "WORKSHOP_PROXIES" in found.remedy


def test_http_is_a_note(settings: Settings) -> None:
    assert form(settings, "http://workshop.example.org").level is Level.WARNING


def test_a_proxy_without_a_public_address_is_a_note(settings: Settings) -> None:
    assert form(settings, None, proxies=1).level is Level.WARNING


def answered(**values: object) -> Answer:
    return replace(Answer(200, f"{URL}/"), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "level", "says"),
    [
        (answered(), Level.GOOD, "answers"),
        (answered(status=404), Level.BAD, "status 404"),
        (answered(status=502), Level.BAD, "status 502"),
        (Answer(error="connection refused"), Level.BAD, "connection refused"),
        (answered(at="https://www.example.org/"), Level.WARNING, "leads on to"),
    ],
)
def test_the_answer_of_the_address_is_judged(answer: Answer, level: Level, says: str) -> None:
    found = public.judge_answer(URL, answer, running=True)

    assert found.level is level
    assert says in found.text


def test_a_proxy_whose_server_does_not_run_cannot_be_judged_yet() -> None:
    found = public.judge_answer(URL, answered(status=502), running=False)

    assert found.level is Level.WARNING
    assert "workshop serve" in found.remedy


def test_a_server_that_answers_says_its_date(answering: Callable[..., Answering]) -> None:
    server = answering("HTTP/1.1 200 OK", "Date: Tue, 09 Mar 2027 12:00:00 GMT", "", "hello")

    answer = public.ask(f"{server.url}/")

    assert answer.status == 200
    assert answer.date.endswith("12:00:00 GMT")
    assert answer.body == b"hello"


def test_an_error_is_an_answer_too(answering: Callable[..., Answering]) -> None:
    assert public.ask(answering("HTTP/1.1 503 Busy", "").url).status == 503


def test_what_speaks_no_http_is_no_answer(answering: Callable[..., Answering]) -> None:
    answer = public.ask(answering("220 ready").url)

    assert answer.status == 0
    assert answer.error


def test_nobody_is_no_answer() -> None:
    answer = public.ask(f"http://127.0.0.1:{free_port()}/")

    assert answer.error == "Connection refused"
