"""Posts a letter: a job in the transaction of what causes it, so that both are there or neither."""

import secrets
import time
from collections.abc import Iterable

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from workshop.jobs.dead_letters import drop
from workshop.jobs.job import GOING, Job
from workshop.jobs.put import put
from workshop.mail.letter import Letter

KIND = "mail"
DOMAIN = "letters.workshop.invalid"
"""The right half of a Message-ID. It names the letter for good, so no setting may change it; RFC 2606 keeps
`.invalid` from being anybody's."""


def post(
    connection: Connection,
    letter: Letter,
    *,
    at_once_key: str | None = None,
    workshop_id: int | None = None,
    not_before: int = 0,
) -> int | None:
    """Puts the letter in, to be sent by the worker as soon as the transaction is committed; gives its job.

    The Message-ID is made here: however often sending is tried, it is one letter to whoever gets it.

    Args:
        at_once_key: names this very letter, without personal data: what is posted a second time under the
            name is not sent again, and has no job.
        workshop_id: what the letter is about.
        not_before: milliseconds since 1970 UTC.
    """
    body = {
        "message_id": f"<{secrets.token_hex(16)}@{DOMAIN}>",
        "at": time.time_ns() // 1_000_000,
        "letter": letter.as_json(),
    }
    once = None if at_once_key is None else _name(at_once_key)
    return put(connection, KIND, body, workshop_id=workshop_id, once=once, not_before=not_before)


def take_back(session: Session, at_once_keys: Iterable[str]) -> int:
    """Letters that were posted under these names go out no more, where they have not yet, and nothing of them
    is left; says how many. Of those that went out nothing is kept anyway."""
    names = [_name(key) for key in at_once_keys]
    kept = select(Job.id).where(Job.once.in_(names), Job.state.in_((*GOING, "failed")))
    return sum(drop(session, number) for number in list(session.scalars(kept)))


def _name(at_once_key: str) -> str:
    return f"{KIND}:{at_once_key}"
