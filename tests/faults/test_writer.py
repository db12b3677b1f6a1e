"""The writer's thread: what fails in a batch fails alone."""

import threading
from typing import cast

from sqlalchemy import Connection

from tests.faults import journals
from workshop.database import Database
from workshop.events import Joined
from workshop.journal import Appended, Entry
from workshop.workshops import Workshop
from workshop.writer import NotWritten, Pending, Writer

NO_WORKSHOP = 4711


def test_an_entry_that_fails_does_not_take_the_others_of_its_batch_with_it(
    database: Database, workshop: Workshop
) -> None:
    entries = [joined(workshop.id, name) for name in "abcde"]
    entries[1] = joined(NO_WORKSHOP, "b")
    entries[3] = Entry(workshop.id, Joined("d"), "join-d", rows=broken)

    results = written_in_one_batch(database, workshop, entries)

    kinds = [type(result) for result in results]
    assert kinds == [Appended, NotWritten, Appended, NotWritten, Appended]
    assert [result.recorded.seq for result in results if isinstance(result, Appended)] == [2, 3, 4]
    journals.assert_whole(journals.read(database, workshop.id))


def test_what_has_queued_up_is_written_before_the_writer_stops(
    database: Database, workshop: Workshop
) -> None:
    writer = Writer(database.url)
    for number in range(100):
        writer.put(Pending(joined(workshop.id, str(number)), lambda _pending: None))

    writer.stop()

    assert len(journals.read(database, workshop.id).seqs) == 100


def written_in_one_batch(
    database: Database, workshop: Workshop, entries: list[Entry]
) -> list[Appended | NotWritten]:
    """What becomes of entries that gather while the writer is busy with a first one."""
    gathered = threading.Event()
    first = Entry(workshop.id, Joined("first"), rows=lambda _connection, _seq: wait_for(gathered))
    pending = [Pending(entry, lambda _pending: None) for entry in (first, *entries)]
    writer = Writer(database.url)
    for each in pending:
        writer.put(each)
    gathered.set()
    writer.stop()
    return [cast(Appended | NotWritten, each.result) for each in pending[1:]]


def wait_for(gathered: threading.Event) -> None:
    assert gathered.wait(10)


def joined(workshop_id: int, participant: str) -> Entry:
    return Entry(workshop_id, Joined(participant), f"join-{participant}")


def broken(_connection: Connection, _seq: int) -> None:
    raise ValueError("a row that cannot be written")
