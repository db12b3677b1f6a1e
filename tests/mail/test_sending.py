"""A letter is sent once, whatever the mail server does."""

import json
import logging
import socket
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.doctor.answering import Answering
from tests.jobs.conftest import job, let_time_pass
from tests.mail.conftest import Send, letter
from tests.mail.post_office import PostOffice
from workshop import mail
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs.retries import THREE_DAYS
from workshop.jobs.worker import work_once
from workshop.mail import sending
from workshop.mail.trouble import told

Posted = Callable[..., int]


def test_a_letter_is_sent_once_and_nothing_of_it_stays(
    database: Database, office: PostOffice, posted: Posted, send: Send, with_mail: Settings
) -> None:
    number = posted()
    message_id = json.loads(job(database, number).body)["message_id"]

    done = send()

    assert (done.state, done.results) == ("done", {"sent": True})
    assert office.ids == [message_id]
    assert office.envelopes == [("workshop@example.org", ["sam@example.org"])]
    assert not work_once(database, with_mail)
    assert "sam@" not in done.body + done.result + done.error
    assert "Regenboog" not in done.body
    assert done.outside_at == 0


def test_a_letter_whose_cause_is_taken_back_is_not_sent(
    database: Database, with_mail: Settings, office: PostOffice
) -> None:
    with database.write() as session:
        mail.post(session.connection(), letter())
        session.rollback()

    assert not work_once(database, with_mail)
    assert office.ids == []


def test_a_letter_posted_twice_under_one_name_is_sent_once_also_after_it_was_sent(
    database: Database, office: PostOffice, send: Send, with_mail: Settings
) -> None:
    def post() -> int | None:
        with database.write() as session:
            return mail.post(session.connection(), letter(), at_once_key="lead-7")

    first, second = post(), post()
    send()
    third = post()

    assert first is not None
    assert (second, third) == (None, None)
    assert not work_once(database, with_mail)
    assert len(office.ids) == 1


def test_where_no_mail_server_is_set_a_letter_ends_unsent(
    database: Database, settings: Settings, posted: Posted
) -> None:
    number = posted()

    assert work_once(database, settings)

    ended = job(database, number)
    assert (ended.state, ended.results) == ("done", {"sent": False})
    assert "sam@" not in ended.body


def test_a_server_that_is_away_gets_the_letter_when_it_is_back(
    database: Database, office: PostOffice, posted: Posted, send: Send
) -> None:
    office.shut()
    number = posted()

    waits = send()
    assert (waits.state, waits.attempts) == ("waiting", 1)
    assert "cannot be reached" in told(waits.error)
    office.open()
    let_time_pass(database, number)
    done = send()

    assert (done.state, done.error) == ("done", "")
    assert len(office.ids) == 1


def test_a_server_that_stays_away_is_tried_for_three_days_and_then_the_letter_is_kept(
    database: Database, office: PostOffice, posted: Posted, send: Send
) -> None:
    office.shut()
    number = posted()

    for _ in range(THREE_DAYS.most_attempts):
        assert job(database, number).state == "waiting"
        last = send()
        let_time_pass(database, number)

    assert last.state == "failed"
    assert "sam@example.org" in last.body, "an admin may have it tried again"


def test_a_recipient_that_is_refused_is_given_up_at_once_with_what_the_server_said(
    office: PostOffice, posted: Posted, send: Send
) -> None:
    office.to_rcpt = ["550 5.1.1 <sam@example.org>: user unknown"]
    posted()

    refused = send()

    assert (refused.state, refused.attempts) == ("failed", 1)
    assert "550 5.1.1 <…>: user unknown" in told(refused.error)
    assert "sam@" not in refused.error
    assert office.ids == []


@pytest.mark.parametrize("moment", ["to_rcpt", "to_data"])
def test_greylisting_is_waited_for(
    database: Database, office: PostOffice, posted: Posted, send: Send, moment: str
) -> None:
    setattr(office, moment, ["451 4.7.1 greylisted, come again"])
    number = posted()

    waits = send()
    assert (waits.state, waits.outside_at) == ("waiting", 0)
    assert "451 4.7.1 greylisted" in told(waits.error)
    let_time_pass(database, number)

    assert send().state == "done"
    assert len(office.ids) == 1


def test_a_letter_that_is_refused_as_a_whole_is_given_up(
    office: PostOffice, posted: Posted, send: Send
) -> None:
    office.to_data = ["554 5.6.0 this looks like spam"]
    posted()

    assert send().state == "failed"


def test_a_line_that_is_cut_after_the_letter_may_send_it_twice_under_one_id(
    database: Database, office: PostOffice, posted: Posted, send: Send
) -> None:
    office.cuts = 1
    number = posted()

    waits = send()
    assert waits.state == "waiting"
    assert "broke off" in told(waits.error)
    let_time_pass(database, number)
    assert send().state == "done"

    first, second = office.taken
    assert first["Message-ID"] == second["Message-ID"]
    assert first.as_bytes() == second.as_bytes(), "the same letter, to the last byte"


def test_a_slow_server_is_waited_for_while_no_other_worker_takes_the_letter(
    database: Database, office: PostOffice, posted: Posted, send: Send, with_mail: Settings
) -> None:
    office.slow = 1.5
    posted()

    assert send().state == "done"
    assert len(office.ids) == 1


def test_a_server_that_is_too_slow_is_hung_up_on(
    office: PostOffice, posted: Posted, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "TAKEN_WITHIN", 0.3)
    office.slow = 3
    posted()

    waits = send()

    assert waits.state == "waiting"
    assert told(waits.error)


def dripping(line: socket.socket) -> None:
    """Greets for as long as anybody listens, a byte at a time: no time-out of a socket ever comes."""
    for _ in range(400):
        line.sendall(b"2")
        time.sleep(0.02)


def test_a_server_that_drips_is_hung_up_on_before_long(
    database: Database, with_mail: Settings, posted: Posted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "PREPARED_WITHIN", 0.5)
    server = Answering(dripping)
    number = posted()

    began = time.monotonic()
    work_once(database, replace(with_mail, smtp_url=f"smtp://127.0.0.1:{server.port}"))
    took = time.monotonic() - began
    server.stop()

    assert job(database, number).state == "waiting"
    assert took < 5


def test_a_cancelled_letter_is_not_sent_though_a_worker_has_it_already(
    database: Database, office: PostOffice, posted: Posted, send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workshop.jobs import job as jobs

    announce = sending._announce

    def announced(*arguments: object) -> None:
        announce(*arguments)  # type: ignore[arg-type]
        with database.write() as session:
            jobs.cancel(session, number)

    monkeypatch.setattr(sending, "_announce", announced)
    number = posted()

    cancelled = send()

    assert cancelled.state == "cancelled"
    assert office.ids == []


@pytest.mark.parametrize("url", ["http://mail.example.org", "smtp://"])
def test_a_setting_that_is_no_mail_server_waits_until_it_is_mended(
    database: Database, with_mail: Settings, posted: Posted, url: str
) -> None:
    number = posted()

    work_once(database, replace(with_mail, smtp_url=url))

    assert job(database, number).state == "waiting"
    assert told(job(database, number).error) == "WORKSHOP_SMTP_URL is no address of a mail server"


def test_the_log_names_nobody(
    office: PostOffice, posted: Posted, send: Send, caplog: pytest.LogCaptureFixture
) -> None:
    office.to_rcpt = ["451 <sam@example.org> later"]
    with caplog.at_level(logging.DEBUG):
        posted()
        send()

    ours = [record.getMessage() for record in caplog.records if record.name.startswith("workshop")]
    assert ours
    assert "sam@" not in " ".join(ours)
