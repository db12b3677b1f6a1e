"""A card by mail: once, never again, and the address is forgotten."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.friends.mailbox import Mailbox, mailbox
from tests.friends.written import words, write
from tests.jobs.conftest import let_time_pass
from workshop.config import Settings
from workshop.database import Base, Database
from workshop.friends import mail
from workshop.friends.card import FriendCard
from workshop.friends.message import FriendMessage
from workshop.friends.sender import key_of
from workshop.jobs.job import Job, claim
from workshop.jobs.retries import THREE_DAYS, retries_of
from workshop.jobs.worker import work_once
from workshop.workshops import Workshop

TO = "sanne.de.vries@example.org"


@pytest.fixture
def box() -> Iterator[Mailbox]:
    with mailbox() as box:
        yield box


@pytest.fixture
def settings(settings: Settings, box: Mailbox) -> Settings:
    return replace(settings, smtp_url=box.url, public_url="https://workshop.example.org")


def ask(client: FlaskClient, settings: Settings, message: FriendMessage, address: str = TO) -> TestResponse:
    page = f"/f/{message.token}/sent/{key_of(settings.secret, message.token)}"
    return client.post(f"{page}/mail", data={"address": address}, follow_redirects=True)


def state(database: Database, message: FriendMessage) -> str:
    with database.read() as session:
        return session.get_one(FriendCard, (message.workshop_id, message.id)).mail


def job(database: Database) -> Job:
    with database.read() as session:
        return session.scalars(select(Job).order_by(Job.id.desc())).one()


def words_of(sent: EmailMessage) -> str:
    body = sent.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def rows(database: Database) -> str:
    with database.read() as session:
        return " ".join(repr(session.execute(select(table)).all()) for table in Base.metadata.sorted_tables)


def test_the_card_goes_out_with_its_message_and_where_its_page_is(
    client: FlaskClient, database: Database, settings: Settings, message: FriendMessage, box: Mailbox
) -> None:
    assert "onderweg" in ask(client, settings, message).text

    assert work_once(database, settings)

    (sent,) = box.mails
    assert (str(sent["To"]), str(sent["Subject"])) == (TO, "Een kaart voor jou")
    assert str(sent["Message-ID"]).startswith(f"<{message.id}.friend@")
    text = words_of(sent)
    assert "kom je kijken?" in text
    assert f"https://workshop.example.org/f/{message.token}" in text
    assert "Anna" in text
    assert job(database).state == "done"


def test_it_is_sent_once_and_never_again(
    client: FlaskClient, database: Database, settings: Settings, message: FriendMessage, box: Mailbox
) -> None:
    ask(client, settings, message)
    ask(client, settings, message)  # pressed twice
    assert work_once(database, settings)

    page = ask(client, settings, message, "somebody.else@example.org")

    assert "vergeten" in page.text
    assert 'name="address"' not in page.text
    assert not work_once(database, settings)
    assert len(box.mails) == 1


def test_the_address_is_forgotten_after_sending(
    client: FlaskClient,
    database: Database,
    settings: Settings,
    message: FriendMessage,
    box: Mailbox,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    ask(client, settings, message)
    assert TO in rows(database)

    assert work_once(database, settings)

    assert len(box.mails) == 1
    assert TO not in rows(database)
    assert TO not in caplog.text


@pytest.mark.parametrize("order", [b"RCPT", b"MAIL", b"DATA", b"BODY"])
def test_a_server_that_says_no_for_good_is_told_and_the_sender_may_try_another_address(
    client: FlaskClient,
    database: Database,
    settings: Settings,
    message: FriendMessage,
    box: Mailbox,
    order: bytes,
) -> None:
    box.says[order] = b"550 no such person"
    ask(client, settings, message)
    assert work_once(database, settings)
    assert (job(database).state, state(database, message)) == ("failed", mail.NOT_YET)
    assert TO not in rows(database)

    box.says.clear()
    box.mails.clear()
    ask(client, settings, message)

    assert state(database, message) == mail.ASKED


@pytest.mark.parametrize("order", [b"EHLO", b"RCPT", b"DATA", b"BODY"])
def test_a_server_that_is_too_busy_is_tried_again_later(
    client: FlaskClient,
    database: Database,
    settings: Settings,
    message: FriendMessage,
    box: Mailbox,
    order: bytes,
) -> None:
    box.says[order] = box.says[b"HELO"] = b"451 later"
    ask(client, settings, message)
    assert work_once(database, settings)
    assert (job(database).state, state(database, message)) == ("waiting", mail.ASKED)
    assert not work_once(database, settings), "not at once"

    box.says.clear()
    box.mails.clear()
    let_time_pass(database, job(database).id)
    assert work_once(database, settings)

    assert (len(box.mails), state(database, message)) == (1, mail.SENT)
    assert TO not in rows(database)


def test_where_nobody_knows_whether_it_went_out_it_does_not_go_again(
    client: FlaskClient, database: Database, settings: Settings, message: FriendMessage, box: Mailbox
) -> None:
    box.says[b"BODY"] = b""  # took it all, and hung up
    ask(client, settings, message)
    assert work_once(database, settings)

    assert (len(box.mails), state(database, message)) == (1, mail.SENT)
    assert not work_once(database, settings)
    assert TO not in rows(database)


def test_a_worker_that_is_killed_while_it_sends_does_not_let_it_go_out_twice(
    client: FlaskClient, database: Database, settings: Settings, message: FriendMessage, box: Mailbox
) -> None:
    ask(client, settings, message)
    with database.write() as session:
        assert claim(session) is not None
        session.get_one(FriendCard, (message.workshop_id, message.id)).mail = mail.SENDING
    let_time_pass(database, job(database).id)

    assert work_once(database, settings)

    assert box.mails == []
    assert TO not in rows(database)


def test_a_server_that_stays_away_is_given_up_after_three_days_and_the_address_goes(
    client: FlaskClient, database: Database, settings: Settings, message: FriendMessage, box: Mailbox
) -> None:
    assert retries_of(mail.JOB) == replace(THREE_DAYS, by_hand=False)
    box.says[b"EHLO"] = b"421 away"
    box.says[b"HELO"] = b"421 away"
    ask(client, settings, message)

    for _ in range(THREE_DAYS.most_attempts):
        let_time_pass(database, job(database).id)
        assert work_once(database, settings)

    assert (job(database).state, state(database, message)) == ("failed", mail.NOT_YET)
    assert TO not in rows(database)


def test_a_card_that_is_erased_before_is_not_mailed_and_its_address_is_gone(
    client: FlaskClient, database: Database, settings: Settings, message: FriendMessage, box: Mailbox
) -> None:
    ask(client, settings, message)

    client.post(f"/f/{message.token}/erase")

    assert TO not in rows(database)
    while work_once(database, settings):
        pass  # the sweep
    assert box.mails == []


@pytest.mark.parametrize("field", ["friend_name", "sender_name", "message"])
def test_nothing_in_a_name_becomes_a_header(
    client: FlaskClient, database: Database, settings: Settings, workshop: Workshop, box: Mailbox, field: str
) -> None:
    (message,) = write(database, settings, workshop, words(**{field: "Bo\r\nBcc: all@example.org\r\n\r\nHi"}))
    ask(client, settings, message)

    assert work_once(database, settings)

    (sent,) = box.mails
    assert sent["Bcc"] is None
    assert len(box.rcpt) == 1
    assert set(sent.keys()) == {
        *("Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted"),
        *("MIME-Version", "Content-Type"),
    }
    assert "all@example.org" in words_of(sent), "it is what somebody wrote"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "sanne",
        "a@b\r\nBcc: all@example.org",
        "a@example.org, b@example.org",
        "Sanne <a@example.org>",
        "a@example.org\0",
        "x" * 5000 + "@example.org",
        "jürgen@example.org",
    ],
)
def test_what_is_no_address_is_told_beside_the_field_and_uses_up_nothing(
    client: FlaskClient, database: Database, settings: Settings, message: FriendMessage, typed: str
) -> None:
    answer = ask(client, settings, message, typed)

    assert answer.status_code == 422
    assert "Dit is geen volledig e-mailadres" in answer.text
    assert state(database, message) == mail.NOT_YET
    assert not work_once(database, settings)


def test_without_a_mail_server_there_is_no_such_form(
    app: Flask, client: FlaskClient, message: FriendMessage
) -> None:
    settings: Settings = app.extensions["workshop"].settings
    page = f"/f/{message.token}/sent/{key_of(settings.secret, message.token)}"
    assert 'name="address"' in client.get(page).text

    app.extensions["workshop"] = replace(
        app.extensions["workshop"], settings=replace(settings, smtp_url=None)
    )

    assert 'name="address"' not in client.get(page).text
    assert client.post(f"{page}/mail", data={"address": TO}).status_code == 404
