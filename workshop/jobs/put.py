"""How a job is put in: by the transaction that causes it."""

import json
import time
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from workshop.database import insert_into
from workshop.jobs.job import Job


def enqueue(session: Session, kind: str, body: dict[str, Any], workshop_id: int | None = None) -> Job:
    """Puts a job in; it may run as soon as the session's transaction is committed."""
    session.flush()
    return session.get_one(Job, put(session.connection(), kind, body, workshop_id=workshop_id))


def put(
    connection: Connection,
    kind: str,
    body: dict[str, Any],
    *,
    workshop_id: int | None = None,
    once: str | None = None,
    not_before: int = 0,
) -> int | None:
    """Puts a job in by a bare connection, as for rows beside an event of the journal, and gives its number.

    Args:
        once: a name for this very job, without personal data. Where one of that name was put in before,
            nothing is, and there is no number.
        not_before: milliseconds since 1970 UTC.
    """
    now = time.time_ns() // 1_000_000
    # The row decides, not a look beforehand: two processes may put the same job in at once.
    new = insert_into(connection, Job).on_conflict_do_nothing(index_elements=["once"])
    statement = new.values(
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
