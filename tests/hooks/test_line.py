"""Where calls go: to the address that was checked, on the internet, and to who has the certificate."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from tests.hooks.listener import answers, listening
from workshop.hooks.line import Line, NotTaken
from workshop.hooks.place import place_of

NAME = "crm.example.org"


def loopback(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[trustme.CA]:
    """One that this machine trusts for as long as the test runs."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    return authority


def tls(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def why(line: Line, url: str) -> str:
    with pytest.raises(NotTaken) as failure:
        line.post(place_of(url), {}, b"{}")
    return failure.value.why


def test_over_https_a_machine_with_the_right_certificate_is_told(authority: trustme.CA) -> None:
    context = tls(authority, NAME)
    with listening(answers(200), wrap=lambda line: context.wrap_socket(line, server_side=True)) as listener:
        line = Line(inner=True, resolve=loopback)

        assert line.post(place_of(f"https://{NAME}:{listener.port}/in"), {"a": "b"}, b"{}") == 200

    (request,) = listener.requests
    assert (request.headers["host"], request.headers["a"]) == (f"{NAME}:{listener.port}", "b")


def test_one_with_the_certificate_of_another_is_not(authority: trustme.CA) -> None:
    context = tls(authority, "other.example.org")
    with listening(answers(200), wrap=lambda line: context.wrap_socket(line, server_side=True)) as listener:
        url = f"https://{NAME}:{listener.port}/in"

        assert why(Line(inner=True, resolve=loopback), url) == "certificate"

    assert listener.requests == []


def test_without_encryption_nothing_is_sent_to_the_internet() -> None:
    with listening(answers(200)) as listener:
        assert Line(inner=True).post(place_of(listener.url), {}, b"{}") == 200

        assert why(Line(), listener.url) == "insecure"

    assert len(listener.requests) == 1


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "[::1]"])
def test_a_name_that_leads_into_our_own_network_is_not_called(host: str) -> None:
    with listening(answers(200)) as listener:
        assert why(Line(), f"https://{host}:{listener.port}/") == "private"

    assert listener.requests == []


def test_one_private_address_among_public_ones_is_enough_to_refuse() -> None:
    line = Line(resolve=lambda _host, _port: ["93.184.215.14", "10.0.0.1"])

    assert why(line, f"https://{NAME}/") == "private"


def test_a_name_is_looked_up_once_and_the_call_goes_to_what_was_checked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # A name server of an attacker's: a public address for who checks, ours for who calls.
    asked, called = [], []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["93.184.215.14"] if len(asked) == 1 else ["127.0.0.1"]

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        called.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connect)

    assert why(Line(resolve=rebinding), f"https://{NAME}/") == "away"
    assert (asked, called) == ([NAME], [("93.184.215.14", 443)])


def test_a_name_that_nobody_knows_is_said_to_be_unknown() -> None:
    assert why(Line(), "https://nobody.invalid/") == "unknown"


def test_the_next_address_is_tried_where_the_first_does_not_answer() -> None:
    with listening(answers(200)) as listener:
        line = Line(inner=True, resolve=lambda _host, _port: ["127.0.0.2", "127.0.0.1"])

        assert line.post(place_of(f"http://{NAME}:{listener.port}/"), {}, b"{}") == 200
