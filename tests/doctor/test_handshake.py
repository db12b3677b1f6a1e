from collections.abc import Callable, Iterator

import pytest

from tests.doctor.answering import Answering
from tests.server import Server, free_port
from workshop.doctor import handshake
from workshop.doctor.finding import Level
from workshop.doctor.handshake import Shake

URL = "https://workshop.example.org"
GREETED = Shake(True)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("data"), "web")
    server.start()
    yield server
    server.stop()


def test_a_real_server_greets(server: Server) -> None:
    assert handshake.look(server.base) == GREETED
    assert handshake.look(server.base, origin=server.base) == GREETED


def test_a_real_server_refuses_the_pages_of_others(server: Server) -> None:
    refused = handshake.look(server.base, origin="https://other.example.org")

    found = handshake.judge("https://other.example.org", refused, handshake.look(server.base))

    assert not refused.greeted
    assert found.level is Level.BAD
    assert "WORKSHOP_PUBLIC_URL=https://other.example.org" in found.remedy


def test_a_proxy_that_drops_the_upgrade_is_recognised(
    answering: Callable[..., Answering],
) -> None:
    server = answering("HTTP/1.1 400 Bad Request", "Content-Length: 0", "", "")

    found = handshake.judge(server.url, handshake.look(server.url))

    assert found.level is Level.BAD
    assert "status 400" in found.text
    assert "Upgrade $http_upgrade" in found.remedy


def test_nobody_there_is_told_in_few_words() -> None:
    url = f"http://127.0.0.1:{free_port()}"

    found = handshake.judge(url, handshake.look(url))

    assert found.level is Level.BAD
    assert "Connection refused" in found.text


@pytest.mark.parametrize(
    ("shake", "says"),
    [
        (Shake(False, status=502), "status 502"),
        (Shake(False, status=404), "status 404"),
        (Shake(False, error="no answer in time"), "no answer in time"),
        (Shake(False), "not this server"),
    ],
)
def test_every_end_without_a_greeting_must_be_mended(shake: Shake, says: str) -> None:
    found = handshake.judge(URL, shake, shake)

    assert found.level is Level.BAD
    assert says in found.text
    assert found.remedy


def test_a_greeting_is_fine() -> None:
    assert handshake.judge(URL, GREETED).level is Level.GOOD
