"""How a part tells other programs that something happened: in the transaction in which it happens."""

import time

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from workshop.hooks import delivery, target
from workshop.hooks.subjects import Subject


def tell(connection: Connection, event: str, subject: Subject) -> None:
    """Puts in a message for each target that asked for the event; nothing is sent before the commit.

    Args:
        connection: of a transaction that can write.
        event: one of `subjects.EVENTS`.
        subject: what it is about, as numbers and keys; what is told of it is read when it is sent.
    """
    now = time.time_ns() // 1_000_000
    # Committed here into the connection's own transaction, which goes on.
    with Session(connection) as session, session.begin():
        for each in target.listening(session, event):
            delivery.put_in(session, each, event, subject, now)
