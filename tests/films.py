"""Workshops of some time ago: journals whose events stand apart in time."""

from collections.abc import Sequence

from sqlalchemy import bindparam, update

from workshop import journal
from workshop.database import Database
from workshop.events import Answered, AnyEvent, Joined, Recorded, SlideShown
from workshop.journal import Entry, EventRow

BEGAN = 1_700_000_000_000
Timed = tuple[int, AnyEvent]
"""An event and when it happened: milliseconds from the beginning."""


def recorded(*events: Timed) -> list[Recorded]:
    """The events as a journal has them."""
    return [Recorded(n, BEGAN + at, event) for n, (at, event) in enumerate(events, 1)]


def write(database: Database, workshop_id: int, events: Sequence[Timed]) -> None:
    """Puts the events into a workshop's journal, each at its time."""
    with database.write() as session:
        connection = session.connection()
        done = journal.append(connection, [Entry(workshop_id, event) for _at, event in events])
        table = EventRow.__table__
        statement = (
            update(table)  # type: ignore[arg-type]
            .where(table.c.workshop_id == workshop_id, table.c.seq == bindparam("number"))
            .values(at=bindparam("then"))
        )
        rows = [
            {"number": each.recorded.seq, "then": BEGAN + at}
            for each, (at, _event) in zip(done, events, strict=True)
        ]
        connection.execute(statement, rows)


def long_workshop(count: int, slides: Sequence[int], people: int = 100) -> list[Timed]:
    """So many events in two hours: people join, then answer on each of the slides in turn."""
    events: list[Timed] = [(n * 100, Joined(f"p{n}")) for n in range(people)]
    answers = count - people - len(slides)
    each = answers // len(slides)
    every = 7_000_000 // answers
    for place, slide in enumerate(slides):
        begin = 20_000 + place * each * every
        events.append((begin, SlideShown(slide)))
        mine = each if place < len(slides) - 1 else answers - place * each
        for n in range(mine):
            name = f"{place}-{n}"
            said = f"antwoord {n} van iemand die iets te zeggen heeft"
            events.append((begin + (n + 1) * every, Answered(f"p{n % people}", name, slide, 0, said)))
    return events
