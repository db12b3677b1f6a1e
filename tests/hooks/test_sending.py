"""What a target is sent, and what becomes of a message, with real servers that behave well or badly."""

import json
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from sqlalchemy import select
from standardwebhooks import Webhook

from tests.hooks.conftest import job_of, last_delivery, let_the_pause_pass
from tests.hooks.listener import (
    Behave,
    answers,
    drips,
    drops,
    endless_head,
    hangs,
    listening,
    never_ends,
    says,
)
from workshop.config import Settings
from workshop.database import Database
from workshop.hooks import SUBJECTS, tell
from workshop.hooks.delivery import Delivery, log_of
from workshop.hooks.target import Target, let_rest, switch_off, switch_on
from workshop.jobs.job import Job
from workshop.jobs.retries import THREE_DAYS
from workshop.jobs.worker import work_once

Add = Callable[..., Target]
Leave = Callable[..., None]
Deliver = Callable[[], Delivery]


def test_a_target_is_told_what_happened_and_can_tell_that_it_comes_from_us(
    add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(204)) as listener:
        target = add(listener.url)
        leave(lead=12)

        delivery = deliver()

    (request,) = listener.requests
    assert request.line == "POST /hook HTTP/1.1"
    assert request.headers["host"] == f"127.0.0.1:{listener.port}"
    said = Webhook(target.secret).verify(request.body, request.headers)
    assert (said["type"], said["data"]) == ("lead.left", {"lead": 12})
    assert abs(time.time() - int(request.headers["webhook-timestamp"])) < 60
    assert request.headers["webhook-id"] == delivery.id
    assert (delivery.state, delivery.status, delivery.attempts) == ("delivered", 204, 1)


def test_only_who_asked_for_an_event_is_told(add: Add, leave: Leave, deliver: Deliver) -> None:
    with listening(answers(200)) as asked, listening(answers(200)) as other:
        add(asked.url, "lead.left", "lead.erased")
        add(other.url, "lead.changed")

        leave("lead.erased", lead=1)
        deliver()

    assert len(asked.requests) == 1
    assert other.requests == []


def test_what_is_rolled_back_is_told_to_nobody(database: Database, add: Add, settings: Settings) -> None:
    add("http://127.0.0.1:9/")

    with suppress(RuntimeError), database.write() as session:
        tell(session.connection(), "lead.left", {"lead": 1})
        assert session.scalars(select(Job)).all()
        raise RuntimeError

    assert not work_once(database, settings)
    with database.read() as session:
        assert session.scalars(select(Delivery)).all() == []


def test_of_somebody_who_was_erased_meanwhile_nothing_goes_out(
    monkeypatch: pytest.MonkeyPatch, add: Add, leave: Leave, deliver: Deliver
) -> None:
    people = {12: "Fatima", 13: "Bo"}
    known = {"lead.left": lambda _session, subject: people.get(subject["lead"])}
    monkeypatch.setattr("workshop.hooks.subjects.SUBJECTS", known)
    with listening(answers(200)) as listener:
        add(listener.url)
        leave(lead=13)
        assert deliver().state == "delivered"
        leave(lead=12)
        del people[12]

        delivery = deliver()

    assert delivery.state == "gone"
    assert [json.loads(request.body)["data"] for request in listener.requests] == ["Bo"]


def test_after_an_error_it_is_tried_again_under_the_same_id_with_a_new_signature(
    database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(500, 200)) as listener:
        target = add(listener.url)
        leave()

        failed = deliver()
        assert (failed.state, failed.status, failed.outcome) == ("waiting", 500, "status")
        let_the_pause_pass(database, failed)
        delivered = deliver()

    first, second = listener.requests
    assert (delivered.state, delivered.status, delivered.attempts) == ("delivered", 200, 2)
    assert first.headers["webhook-id"] == second.headers["webhook-id"] == delivered.id
    assert first.body == second.body
    for request in listener.requests:
        Webhook(target.secret).verify(request.body, request.headers)


@pytest.mark.parametrize(
    ("behave", "why", "status"),
    [
        (drops, "away", None),
        (hangs, "slow", None),
        (drips, "slow", None),
        (says(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), "nonsense", None),
        (says(b"HTTP/1.1 xyz\r\n\r\n"), "nonsense", None),
        (answers(404), "status", 404),
        (answers(302, headers="Location: http://127.0.0.1:1/inner\r\n"), "redirect", 302),
        (answers(307, headers="Location: http://169.254.169.254/\r\n"), "redirect", 307),
    ],
    ids=["drops", "hangs", "drips", "other protocol", "no number", "404", "302", "307"],
)
def test_what_goes_wrong_is_written_down_and_tried_again(
    database: Database, add: Add, leave: Leave, deliver: Deliver, behave: Behave, why: str, status: int | None
) -> None:
    with listening(behave) as listener:
        add(listener.url)
        leave()
        began = time.monotonic()

        delivery = deliver()

    assert (delivery.state, delivery.outcome, delivery.status) == ("waiting", why, status)
    assert job_of(database, delivery).state == "waiting"
    assert time.monotonic() - began < 3
    assert len(listener.requests) == 1


def test_nobody_there_is_tried_again(add: Add, leave: Leave, deliver: Deliver) -> None:
    with listening(answers(200)) as listener:
        pass  # and gone again
    add(listener.url)
    leave()

    delivery = deliver()

    assert (delivery.state, delivery.outcome) == ("waiting", "away")


@pytest.mark.parametrize(
    "behave", [never_ends, endless_head, says(b"HTTP/1.1 103 Hints\r\n\r\nHTTP/1.1 200 OK\r\n\r\n")]
)
def test_an_answer_counts_by_its_first_lines_and_the_rest_is_not_read(
    add: Add, leave: Leave, deliver: Deliver, behave: Behave
) -> None:
    with listening(behave) as listener:
        add(listener.url)
        leave()
        began = time.monotonic()

        delivery = deliver()

    assert (delivery.state, delivery.status) == ("delivered", 200)
    assert time.monotonic() - began < 2


def test_one_that_says_that_nobody_is_there_any_more_is_switched_off(
    database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(410)) as listener:
        target = add(listener.url)
        leave()
        delivery = deliver()
        leave()
        deliver()

    assert (delivery.state, delivery.status) == ("failed", 410)
    assert job_of(database, delivery).state == "failed"
    assert len(listener.requests) == 1
    with database.read() as session:
        after = session.get_one(Target, target.id)
    assert after.gone
    assert not after.is_on


def test_after_three_days_it_is_given_up(
    database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(503)) as listener:
        add(listener.url)
        leave()
        for _ in range(THREE_DAYS.most_attempts - 1):
            assert deliver().state == "waiting"
            let_the_pause_pass(database, last_delivery(database))

        delivery = deliver()

    assert (delivery.state, delivery.attempts) == ("failed", THREE_DAYS.most_attempts)
    assert job_of(database, delivery).state == "failed"
    assert len(listener.requests) == THREE_DAYS.most_attempts
    assert sum(THREE_DAYS.pauses) > 2.9 * 24 * 60 * 60 * 1000


def test_what_waits_for_a_target_that_was_switched_off_stays_and_is_not_sent(
    database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(200)) as listener:
        target = add(listener.url)
        leave()
        with database.write() as session:
            switch_off(session, target.id, 1)
        assert deliver().state == "stopped"
        assert listener.requests == []

        with database.write() as session:
            switch_on(session, target.id)
        leave()
        assert deliver().state == "delivered"


def test_while_it_is_sent_its_row_says_so(
    database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    seen = []

    def look(line: object) -> None:
        seen.append(last_delivery(database).state)
        answers(200)(line)  # type: ignore[arg-type]

    with listening(look) as listener:
        add(listener.url)
        leave()
        deliver()

    assert seen == ["sending"]


def test_one_whose_workers_died_reads_as_not_delivered(
    database: Database, add: Add, leave: Leave, settings: Settings
) -> None:
    target = add("http://127.0.0.1:9/")
    leave()
    delivery = last_delivery(database)
    with database.write() as session:
        session.get_one(Delivery, delivery.id).state = "sending"
        session.get_one(Job, delivery.job_id).attempts = THREE_DAYS.most_attempts

    work_once(database, settings)

    with database.read() as session:
        (logged,) = log_of(session, target.id)
    assert (logged.state, logged.going) == ("failed", False)


def test_the_log_forgets_after_thirty_days(
    database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(200)) as listener:
        target = add(listener.url)
        leave()
        old = deliver()
        with database.write() as session:
            session.get_one(Delivery, old.id).created_at -= 31 * 24 * 60 * 60 * 1000
        leave()
        deliver()

    with database.read() as session:
        assert [each.delivery.id == old.id for each in log_of(session, target.id)] == [False]


def test_no_name_stays_in_the_tables_that_carry_messages(
    monkeypatch: pytest.MonkeyPatch, database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    known = {"lead.left": lambda _session, _subject: {"name": "Fatima el Idrissi"}}
    monkeypatch.setattr("workshop.hooks.subjects.SUBJECTS", known)
    with listening(answers(200)) as listener:
        add(listener.url)
        leave()
        deliver()

    assert b"Fatima" in listener.requests[0].body
    with database.read() as session:
        kept = [session.execute(select(table.__table__)).all() for table in (Job, Delivery, Target)]
    assert "Fatima" not in str(kept)
    assert SUBJECTS is not known


def test_nobody_waits_again_for_one_that_kept_us_waiting_a_moment_ago(
    database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(hangs) as hanging, listening(answers(200)) as other:
        target = add(hanging.url)
        add(other.url)
        for number in range(20):
            leave(lead=number)
        began = time.monotonic()
        deliver()
        assert time.monotonic() - began < 10, "twenty times waited"
        assert len(other.requests) == 20
        assert len(hanging.requests) == 1

        with database.read() as session:
            outcomes = {each.delivery.outcome for each in log_of(session, target.id)}
        assert outcomes == {"slow", "resting"}


def test_after_its_rest_it_is_told_again(
    database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(200)) as listener:
        target = add(listener.url)
        with database.write() as session:
            let_rest(session, target.id, time.time_ns() // 1_000_000 + 60_000)
        leave()
        resting = deliver()
        assert (resting.state, resting.outcome, resting.attempts) == ("waiting", "resting", 0)
        assert job_of(database, resting).state == "waiting"
        with database.write() as session:
            let_rest(session, target.id, 0)
        let_the_pause_pass(database, resting)

        assert deliver().state == "delivered"


def test_the_last_attempt_is_made_though_it_rests(
    database: Database, add: Add, leave: Leave, deliver: Deliver
) -> None:
    with listening(answers(200)) as listener:
        target = add(listener.url)
        leave()
        with database.write() as session:
            let_rest(session, target.id, time.time_ns() // 1_000_000 + 60_000)
            session.scalars(select(Job)).one().attempts = THREE_DAYS.most_attempts - 1

        assert deliver().state == "delivered"
