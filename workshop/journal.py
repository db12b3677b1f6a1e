"""The journal: the only way events get in and out.

An append-only list a workshop, numbered 1, 2, 3, … without a gap. The number is taken in the
transaction that writes the event, so whoever reads up to a number has read everything below it.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, ForeignKey, Index, bindparam, insert, select, text, tuple_, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from workshop.database import Base
from workshop.events import AnyEvent, Recorded, decode, encode, says_the_same
from workshop.workshops import Workshop


class EventRow(Base):
    """A row an event. `submission` is the id that the sender gave it, unique in the workshop."""

    __tablename__ = "events"
    __table_args__ = (
        # Serves _known(): was this submission written before?
        Index("ix_events_submission", "workshop_id", "submission", unique=True),
        {"sqlite_with_rowid": False},
    )

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[int]
    submission: Mapped[str | None]
    body: Mapped[str]


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on its way into a workshop's journal."""

    workshop_id: int
    event: AnyEvent
    submission: str | None = None
    rows: Callable[[Connection, int], None] | None = None
    """Writes the personal rows that belong to the event: gets the connection and the event's seq. A
    resend is compared by its event alone, so the event holds a keyed digest of what is in the rows."""
    told: Mapping[str, str] | None = None
    """What the sender is told besides in the acknowledgement; the same each time it is sent again."""


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of an entry: its place in the journal, or that its id was used for something else."""

    recorded: Recorded
    again: bool = False
    """The same submission came before: this is its first record, and nothing was written now."""
    other_content: bool = False
    """The id came before with other content, so nothing was written."""


def append(connection: Connection, entries: Sequence[Entry]) -> list[Appended]:
    """Writes the entries, in order, in the connection's transaction; one result an entry.

    A submission that came before, earlier or in these same entries, is answered with its first record.
    The caller's transaction must be able to write (SQLite: begun IMMEDIATE).
    """
    try:
        # Resends are rare: looking first whether each entry is one would take a third of the writer's time.
        with connection.begin_nested():
            return _write(connection, entries, {})
    except IntegrityError:
        return _write(connection, entries, _known(connection, entries))


def find(connection: Connection, workshop_id: int, submission: str) -> Recorded | None:
    """The event that a submission became, if it came before."""
    columns = select(EventRow.seq, EventRow.at, EventRow.body)
    row = connection.execute(
        columns.where(EventRow.workshop_id == workshop_id, EventRow.submission == submission)
    ).first()
    return Recorded(row.seq, row.at, decode(row.body)) if row else None


def read_since(
    connection: Connection, workshop_id: int, seq: int, limit: int | None = None
) -> list[Recorded]:
    """The events after number `seq`, in order; the primary key serves it."""
    statement = (
        select(EventRow.seq, EventRow.at, EventRow.body)
        .where(EventRow.workshop_id == workshop_id, EventRow.seq > seq)
        .order_by(EventRow.seq)
        .limit(limit)
    )
    return [Recorded(row.seq, row.at, decode(row.body)) for row in connection.execute(statement)]


def last_numbers(connection: Connection, workshop_ids: Iterable[int]) -> dict[int, int]:
    """The number of the last event of each of these workshops."""
    statement = select(Workshop.id, Workshop.seq).where(Workshop.id.in_(list(workshop_ids)))
    return {row.id: row.seq for row in connection.execute(statement)}


_INSERT = insert(EventRow.__table__)  # type: ignore[arg-type]
_INSERT_JSON = text(
    "INSERT INTO events (workshop_id, seq, at, submission, body)"
    " SELECT json_extract(value, '$.workshop_id'), json_extract(value, '$.seq'), json_extract(value, '$.at'),"
    " json_extract(value, '$.submission'), json_extract(value, '$.body') FROM json_each(:rows)"
)
_TAKE = (
    update(Workshop)
    .where(Workshop.id == bindparam("workshop"))
    .values(seq=Workshop.seq + bindparam("count"))
    .returning(Workshop.seq)
)


def _write(
    connection: Connection, entries: Sequence[Entry], known: dict[tuple[int, str], Recorded]
) -> list[Appended]:
    fresh = _first_of_each(entries, known)
    numbers = _take_numbers(connection, fresh)
    at = time.time_ns() // 1_000_000
    records: dict[int, Recorded] = {}
    for entry in fresh:
        records[id(entry)] = Recorded(seq=next(numbers[entry.workshop_id]), at=at, event=entry.event)
        if entry.submission is not None:
            known[entry.workshop_id, entry.submission] = records[id(entry)]
    if fresh:
        _insert(connection, [_as_row(entry, records[id(entry)]) for entry in fresh])
    for entry in fresh:
        if entry.rows:
            entry.rows(connection, records[id(entry)].seq)
    return [_outcome(entry, records, known) for entry in entries]


def _known(connection: Connection, entries: Sequence[Entry]) -> dict[tuple[int, str], Recorded]:
    keys = [(e.workshop_id, e.submission) for e in entries if e.submission is not None]
    known: dict[tuple[int, str], Recorded] = {}
    for start in range(0, len(keys), 400):  # SQLite takes at most some thousands of parameters
        statement = select(EventRow).where(
            tuple_(EventRow.workshop_id, EventRow.submission).in_(keys[start : start + 400])
        )
        for row in connection.execute(statement.with_only_columns(*EventRow.__table__.columns)):
            known[row.workshop_id, row.submission] = Recorded(row.seq, row.at, decode(row.body))
    return known


def _first_of_each(entries: Sequence[Entry], known: dict[tuple[int, str], Recorded]) -> list[Entry]:
    seen = set(known)
    fresh = []
    for entry in entries:
        if entry.submission is not None:
            key = (entry.workshop_id, entry.submission)
            if key in seen:
                continue
            seen.add(key)
        fresh.append(entry)
    return fresh


def _take_numbers(connection: Connection, entries: Sequence[Entry]) -> dict[int, Iterator[int]]:
    counts: dict[int, int] = defaultdict(int)
    for entry in entries:
        counts[entry.workshop_id] += 1
    numbers = {}
    for workshop_id, count in sorted(counts.items()):  # one order everywhere: no deadlock on PostgreSQL
        last = connection.execute(_TAKE, {"workshop": workshop_id, "count": count}).scalar_one()
        numbers[workshop_id] = iter(range(last - count + 1, last + 1))
    return numbers


def _insert(connection: Connection, rows: list[dict[str, object]]) -> None:
    if connection.dialect.name != "sqlite":
        connection.execute(_INSERT, rows)
        return
    # One step for all rows. Row by row, Python's lock goes to and fro between the writer and the loop that
    # serves the phones, which then wait for each other at every row.
    connection.execute(_INSERT_JSON, {"rows": msgspec.json.encode(rows).decode()})


def _as_row(entry: Entry, recorded: Recorded) -> dict[str, object]:
    return {
        "workshop_id": entry.workshop_id,
        "seq": recorded.seq,
        "at": recorded.at,
        "submission": entry.submission,
        "body": encode(entry.event),
    }


def _outcome(entry: Entry, records: dict[int, Recorded], known: dict[tuple[int, str], Recorded]) -> Appended:
    if recorded := records.get(id(entry)):
        return Appended(recorded)
    assert entry.submission is not None
    recorded = known[entry.workshop_id, entry.submission]
    other = not says_the_same(recorded.event, entry.event)
    return Appended(recorded, again=not other, other_content=other)
