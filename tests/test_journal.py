"""The journal: gap-free numbers, each submission once."""

import threading
from pathlib import Path

from sqlalchemy import text

from tests.workshops import new_workshop
from workshop import journal
from workshop.database import Database
from workshop.events import Answered, Joined, SlideShown
from workshop.journal import Appended, Entry
from workshop.workshops import Workshop
from workshop.writer import Pending, Writer


def answered(words: str, name: str = "a" * 22) -> Answered:
    return Answered("somebody", name, 2, 0, words)


def append(database: Database, *entries: Entry) -> list[Appended]:
    with database.write() as session:
        return journal.append(session.connection(), entries)


def seqs(database: Database, workshop: Workshop) -> list[int]:
    with database.engine.connect() as connection:
        return [recorded.seq for recorded in journal.read_since(connection, workshop.id, 0)]


def test_events_are_numbered_from_one_in_the_order_in_which_they_come(
    database: Database, workshop: Workshop
) -> None:
    results = append(database, *(Entry(workshop.id, SlideShown(n)) for n in (1, 2, 3)))

    assert [result.recorded.seq for result in results] == [1, 2, 3]
    assert seqs(database, workshop) == [1, 2, 3]


def test_an_answer_sent_twice_is_counted_once_and_answered_twice(
    database: Database, workshop: Workshop
) -> None:
    entry = Entry(workshop.id, answered("ja"), "a" * 22)

    first, again = append(database, entry)[0], append(database, entry)[0]

    assert first.recorded == again.recorded
    assert (first.again, again.again) == (False, True)
    assert seqs(database, workshop) == [1]


def test_the_same_answer_twice_in_one_commit_is_counted_once(database: Database, workshop: Workshop) -> None:
    results = append(database, *[Entry(workshop.id, answered("ja"), "a" * 22)] * 3)

    assert [result.recorded.seq for result in results] == [1, 1, 1]
    assert seqs(database, workshop) == [1]


def test_an_id_that_comes_back_with_other_words_is_refused_and_changes_nothing(
    database: Database, workshop: Workshop
) -> None:
    append(database, Entry(workshop.id, answered("ja"), "a" * 22))

    again = append(database, Entry(workshop.id, answered("nee"), "a" * 22))[0]

    assert again.other_content
    assert again.recorded.event == answered("ja")
    assert seqs(database, workshop) == [1]


def test_two_workshops_number_their_own_events_in_one_commit(
    database: Database, workshop: Workshop, tmp_path: Path
) -> None:
    with database.write() as session:
        other = new_workshop(session, tmp_path)

    append(
        database,
        Entry(workshop.id, SlideShown(1)),
        Entry(other.id, SlideShown(1)),
        Entry(workshop.id, SlideShown(2)),
    )

    assert seqs(database, workshop) == [1, 2]
    assert seqs(database, other) == [1]


def test_the_same_id_in_two_workshops_is_two_submissions(
    database: Database, workshop: Workshop, tmp_path: Path
) -> None:
    with database.write() as session:
        other = new_workshop(session, tmp_path)

    results = append(
        database,
        Entry(workshop.id, answered("ja"), "a" * 22),
        Entry(other.id, answered("nee"), "a" * 22),
    )

    assert not any(result.again or result.other_content for result in results)


def test_a_failed_write_leaves_no_gap(database: Database, workshop: Workshop) -> None:
    def broken(_connection: object, _seq: int) -> None:
        raise RuntimeError("the row cannot be written")

    try:
        append(database, Entry(workshop.id, SlideShown(1)), Entry(workshop.id, SlideShown(2), rows=broken))
    except RuntimeError:
        append(database, Entry(workshop.id, SlideShown(3)))

    assert seqs(database, workshop) == [1]


def test_many_writers_at_once_leave_no_gap_and_lose_nothing(database: Database, workshop: Workshop) -> None:
    writers = [Writer(database.url) for _ in range(3)]
    done = threading.Semaphore(0)
    results: list[Pending] = []

    def note(pending: Pending) -> None:
        results.append(pending)
        done.release()

    for number in range(300):
        entry = Entry(workshop.id, Joined(f"p{number}"), f"join-{number}")
        writers[number % 3].put(Pending(entry, note))
    for _ in range(300):
        assert done.acquire(timeout=30)
    for writer in writers:
        writer.stop()

    assert seqs(database, workshop) == list(range(1, 301))
    assert {pending.result.recorded.event.participant for pending in results} == {  # type: ignore[union-attr]
        f"p{number}" for number in range(300)
    }


def test_reading_on_and_looking_up_a_submission_use_an_index(database: Database, workshop: Workshop) -> None:
    with database.engine.connect() as connection:
        reading = connection.execute(
            text("EXPLAIN QUERY PLAN SELECT * FROM events WHERE workshop_id = 1 AND seq > 5 ORDER BY seq")
        ).all()
        looking = connection.execute(
            text("EXPLAIN QUERY PLAN SELECT seq FROM events WHERE workshop_id = 1 AND submission IN ('a')")
        ).all()

    assert "SEARCH events USING PRIMARY KEY" in str(reading)
    assert "TEMP B-TREE" not in str(reading)
    assert "ix_events_submission" in str(looking)
