"""A workshop's journal as it lies on the disk, read past the application."""

from dataclasses import dataclass

from sqlalchemy import text

from workshop.database import Database


@dataclass(frozen=True, slots=True)
class Journal:
    """What is written, and the number that the workshop's row says is the last."""

    seqs: list[int]
    numbers: dict[str, list[int]]
    """Where each submission stands: once, if all is well."""
    last: int


def read(database: Database, workshop_id: int) -> Journal:
    """Reads it, and lets the file go."""
    of_workshop = {"id": workshop_id}
    with database.engine.connect() as connection:
        rows = connection.execute(
            text("SELECT seq, submission FROM events WHERE workshop_id = :id ORDER BY seq"), of_workshop
        ).all()
        last = connection.execute(text("SELECT seq FROM workshops WHERE id = :id"), of_workshop).scalar_one()
    database.engine.dispose()
    numbers: dict[str, list[int]] = {}
    for row in rows:
        if row.submission is not None:
            numbers.setdefault(row.submission, []).append(row.seq)
    return Journal([row.seq for row in rows], numbers, last)


def assert_whole(journal: Journal) -> None:
    """No number is missing, and the workshop's row knows the last one."""
    assert journal.seqs == list(range(1, journal.last + 1))
