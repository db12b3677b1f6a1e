"""Puts a job in by a bare connection: for rows that are written beside an event of the journal."""

import json
import time
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert as insert_postgresql
from sqlalchemy.dialects.sqlite import insert

from workshop.jobs.job import Job


def put(
    connection: Connection,
    kind: str,
    body: dict[str, Any],
    *,
    workshop_id: int | None = None,
    once: str | None = None,
    not_before: int = 0,
) -> int | None:
    """Puts a job in, in the connection's transaction, and gives its number.

    Args:
        once: a name for this very job, without personal data. Where one of that name was put in before,
            nothing is, and there is no number.
        not_before: milliseconds since 1970 UTC.
    """
    now = time.time_ns() // 1_000_000
    # The row decides, not a look beforehand: two processes may put the same job in at once.
    new = insert_postgresql(Job) if connection.dialect.name == "postgresql" else insert(Job)
    statement = new.on_conflict_do_nothing(index_elements=["once"]).values(
        workshop_id=workshop_id,
        kind=kind,
        body=json.dumps(body),
        state="waiting",
        done=0,
        total=0,
        result="{}",
        error="",
        attempts=0,
        once=once,
        outside_at=0,
        run_after=max(now, not_before),
        created_at=now,
    )
    number: int | None = connection.scalar(statement.returning(Job.id))
    return number
