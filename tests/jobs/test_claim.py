"""A job is taken by one worker at a time, and by another when that one gives no sign of life."""

import threading

import pytest
from sqlalchemy import text

from tests.jobs.conftest import Put, job, let_time_pass, now
from workshop.config import Settings
from workshop.database import Database
from workshop.jobs import job as jobs
from workshop.jobs.job import LEASE, Claim
from workshop.jobs.put import enqueue
from workshop.workshops import Workshop


def claim(database: Database) -> Claim | None:
    with database.write() as session:
        return jobs.claim(session)


def test_a_waiting_job_is_taken_with_what_it_is_about(
    database: Database, workshop: Workshop, put: Put
) -> None:
    number = put("mail", to="a@example.org", count=2)

    taken = claim(database)

    assert taken == Claim(number, workshop.id, "mail", {"to": "a@example.org", "count": 2}, attempt=1)
    assert job(database, number).state == "running"


def test_where_there_is_no_job_there_is_nothing_to_take(database: Database) -> None:
    assert claim(database) is None


def test_a_job_exists_only_once_its_cause_is_committed(database: Database, workshop: Workshop) -> None:
    with database.write() as session:
        enqueue(session, "mail", {}, workshop.id)
        session.rollback()

    assert claim(database) is None


def test_a_job_that_one_has_is_not_anothers(database: Database, settings: Settings, put: Put) -> None:
    put()
    other = Database(settings.database_url)

    first, second = claim(database), claim(other)

    assert first is not None
    assert second is None


def test_many_workers_at_once_take_each_job_once(database: Database, settings: Settings, put: Put) -> None:
    numbers = [put() for _ in range(24)]
    taken: list[int] = []
    ready = threading.Barrier(4)

    def take_all() -> None:
        own = Database(settings.database_url)
        ready.wait()
        while (found := claim(own)) is not None:
            taken.append(found.id)

    workers = [threading.Thread(target=take_all) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(30)

    assert sorted(taken) == numbers


def test_the_oldest_job_comes_first(database: Database, put: Put) -> None:
    numbers = [put() for _ in range(3)]
    let_time_pass(database, numbers[2])  # it waits the longest

    order = [found.id for _ in numbers if (found := claim(database))]

    assert order == [numbers[2], numbers[0], numbers[1]]


def test_a_job_for_later_is_not_taken_yet(database: Database, put: Put) -> None:
    number = put()
    with database.write() as session:
        session.get_one(jobs.Job, number).run_after = now() + 60_000

    assert claim(database) is None


def test_who_takes_a_job_has_it_for_a_while_without_a_sign_of_life(database: Database, put: Put) -> None:
    number = put()
    before = now()

    claim(database)

    assert before + LEASE <= job(database, number).run_after <= now() + LEASE


def test_when_that_while_is_over_another_takes_it(database: Database, put: Put) -> None:
    number = put()
    first = claim(database)
    let_time_pass(database, number)

    second = claim(database)

    assert first is not None
    assert second is not None
    assert (second.id, first.attempt, second.attempt) == (number, 1, 2)


def test_the_first_one_can_then_do_nothing_to_it_any_more(database: Database, put: Put) -> None:
    number = put()
    first = claim(database)
    let_time_pass(database, number)
    second = claim(database)
    assert first is not None
    assert second is not None

    with database.write() as session:
        assert not jobs.hold(session, first, 1, 2)
        assert not jobs.finish(session, first, {"from": "first"})
        assert not jobs.give_up(session, first, "first")
        assert not jobs.try_later(session, first, "first")
        assert jobs.finish(session, second, {"from": "second"})

    assert (job(database, number).state, job(database, number).results) == ("done", {"from": "second"})


def test_a_sign_of_life_keeps_the_job_and_says_how_far_it_is(database: Database, put: Put) -> None:
    number = put()
    held = claim(database)
    assert held is not None
    let_time_pass(database, number)

    with database.write() as session:
        assert jobs.hold(session, held, 3, 10)

    assert claim(database) is None
    assert (job(database, number).done, job(database, number).total) == (3, 10)


def test_a_job_that_is_done_or_failed_is_not_taken_again(database: Database, put: Put) -> None:
    done, failed = put(), put()
    with database.write() as session:
        for end, said in ((jobs.finish, {}), (jobs.give_up, "it cannot be done")):
            held = jobs.claim(session)
            assert held is not None
            end(session, held, said)
    let_time_pass(database, done)
    let_time_pass(database, failed)

    assert claim(database) is None


def test_a_workshops_jobs_are_listed_with_the_newest_first(
    database: Database, workshop: Workshop, put: Put
) -> None:
    numbers = [put("cards") for _ in range(3)]
    put("mail")

    with database.read() as session:
        found = jobs.of_workshop(session, workshop.id, "cards", most=2)

    assert [each.id for each in found] == numbers[:0:-1]


def test_looking_for_work_uses_the_index(database: Database) -> None:
    with database.engine.connect() as connection:
        plan = connection.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT id FROM jobs"
                " WHERE state IN ('waiting', 'running') AND run_after <= 5 ORDER BY run_after, id LIMIT 1"
            )
        ).all()

    assert "ix_jobs_waiting" in str(plan)


@pytest.mark.parametrize("end", ["done", "failed", "cancelled"])
def test_names_are_kept_no_longer_than_the_work_needs_them(database: Database, put: Put, end: str) -> None:
    number = put("cards", kind="badges", names="Noor Bakker")
    first = claim(database)
    assert first is not None
    with database.write() as session:
        jobs.try_later(session, first, "")
    let_time_pass(database, number)
    again = claim(database)
    assert again is not None
    assert again.body["names"] == "Noor Bakker", "another attempt needs them"

    with database.write() as session:
        match end:
            case "done":
                jobs.finish(session, again, {})
            case "failed":
                jobs.give_up(session, again, "")
            case _:
                jobs.cancel(session, number)

    ended = job(database, number)
    assert (ended.state, ended.body) == (end, '{"kind": "badges"}')
