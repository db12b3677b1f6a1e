import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from tests.doctor.answering import Answering
from tests.server import free_port
from workshop.config import Settings
from workshop.doctor import mail
from workshop.doctor.finding import Level
from workshop.doctor.mail import MailServer, Talk
from workshop.mail.sender import sender

FAR = MailServer("mail.example.org", 587)
WITH_USER = MailServer("mail.example.org", 587, "els", "secret")
SIGNED_IN = b"235 welcome"
REFUSED = b"535 no"


def speaking(*offers: bytes, sign_in: bytes = SIGNED_IN) -> Callable[[socket.socket], None]:
    """A mail server that offers these extensions."""

    def answer(line: socket.socket) -> None:
        file = line.makefile("rwb")
        file.write(b"220 ready\r\n")
        file.flush()
        for order in file:
            verb = order[:4].upper()
            if verb == b"EHLO":
                lines = [b"here", *offers]
                file.writelines(b"250-%s\r\n" % each for each in lines[:-1])
                file.write(b"250 %s\r\n" % lines[-1])
            elif verb == b"AUTH":
                file.write(sign_in + b"\r\n")
            else:
                file.write(b"221 bye\r\n" if verb == b"QUIT" else b"500 what\r\n")
            file.flush()
            if verb == b"QUIT":
                return

    return answer


@contextmanager
def mail_server(*offers: bytes, sign_in: bytes = SIGNED_IN) -> Iterator[int]:
    server = Answering(speaking(*offers, sign_in=sign_in))
    try:
        yield server.port
    finally:
        server.stop()


def test_no_mail_is_fine() -> None:
    found = mail.check(None)

    assert found.level is Level.GOOD
    assert found.text == "no mail, fine"


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example.org", FAR),
        ("smtp://els:secret@mail.example.org:587", WITH_USER),
        ("smtp://e%40x:p%3Aw@host:25", MailServer("host", 25, "e@x", "p:w")),
        ("smtps://host", MailServer("host", 465, tls_at_once=True)),
    ],
)
def test_the_address_of_a_mail_server_is_read(url: str, server: MailServer) -> None:
    assert mail.read(url) == server


@pytest.mark.parametrize("url", ["mail.example.org", "http://example.org", "smtp://", "smtp://h:x"])
def test_what_is_no_mail_server_must_be_mended_without_telling_the_password(url: str) -> None:
    found = mail.check(url)

    assert found.level is Level.BAD
    assert url not in found.text
    assert "smtp://user:password@host:587" in found.remedy


@pytest.mark.parametrize(
    ("server", "talk", "level"),
    [
        (FAR, Talk(secure=True), Level.GOOD),
        (WITH_USER, Talk(secure=True, signed_in=True), Level.GOOD),
        (FAR, Talk(), Level.WARNING),
        (WITH_USER, Talk(), Level.BAD),
        (FAR, Talk(error="no answer in time"), Level.BAD),
        (MailServer("localhost", 25), Talk(), Level.GOOD),
    ],
)
def test_the_conversation_is_judged(server: MailServer, talk: Talk, level: Level) -> None:
    found = mail.judge(server, talk)

    assert found.level is level
    assert "secret" not in found.line


def test_a_real_conversation_signs_in() -> None:
    with mail_server(b"AUTH PLAIN") as port:
        found = mail.check(f"smtp://els:secret@127.0.0.1:{port}")

    assert found.level is Level.GOOD
    assert "signed us in" in found.text


def test_a_refused_password_must_be_mended() -> None:
    with mail_server(b"AUTH PLAIN", sign_in=REFUSED) as port:
        found = mail.check(f"smtp://els:secret@127.0.0.1:{port}")

    assert found.level is Level.BAD
    assert "refuses the user or the password" in found.text


def test_a_mail_server_without_sign_in_is_fine() -> None:
    with mail_server(b"SIZE 1000") as port:
        found = mail.check(f"smtp://127.0.0.1:{port}")

    assert found.level is Level.GOOD


def test_a_mail_server_that_is_not_there_must_be_mended() -> None:
    found = mail.check(f"smtp://127.0.0.1:{free_port()}")

    assert found.level is Level.BAD
    assert "Connection refused" in found.text


def test_where_letters_come_from_is_told_only_if_it_was_guessed(settings: Settings) -> None:
    here = replace(settings, smtp_url="smtp://mail.example.org", public_url="https://workshop.example.org")

    (found,) = mail.check_sender(here)

    assert found.level is Level.WARNING
    assert found.text == "letters come from workshop@workshop.example.org"
    assert list(mail.check_sender(replace(here, mail_from="a@example.org"))) == []
    assert list(mail.check_sender(settings)) == []


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("smtp://els%40example.org:x@mail.example.org", "els@example.org"),
        ("smtp://mail.example.org", "workshop@mail.example.org"),
    ],
)
def test_the_guess_is_the_user_or_the_server(settings: Settings, url: str, address: str) -> None:
    assert sender(replace(settings, smtp_url=url)) == address
