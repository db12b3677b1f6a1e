"""What jobs hold of people: what they were told to do, and the files that they made."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from workshop.jobs.job import GOING, Job, cancel
from workshop.language import _
from workshop.personal import Kind, Piece
from workshop.sought import Sought

NAME = "jobs"
HOLD_PEOPLE: set[str] = set()
"""The kinds of jobs whose files hold what people left; each part puts its own in when the app is made."""
COLUMNS = (Job.body, Job.result, Job.error)


def jobs() -> Kind:
    """The kind, for the registry."""
    return Kind(
        NAME,
        called=lambda: _("Work under way"),
        whose=lambda: _("those whose cards, mails or files are made"),
        what=lambda: _("what the work needs, such as names for badges"),
        purpose=lambda: _("So that cards, mails and files are made, and tried again where that failed."),
        basis=lambda: _("article 6(1)(f): legitimate interest"),
        find=_find,
        tell=_tell,
        erase=_erase,
        older_than=lambda _session, _before, _most: (),
        count_older=lambda _session, _before: 0,
        on_paper=False,
    )


def take_back_files(session: Session, workshops: Collection[int]) -> list[tuple[str, int]]:
    """Ends the jobs that may hold what was left in these workshops: one that runs is cancelled, what was made
    is thrown away. It can be made again, without what was erased.

    Returns:
        Kind and number of the jobs whose files are to go, once the session's transaction is committed.
    """
    theirs = or_(Job.workshop_id.in_(workshops), Job.workshop_id.is_(None))
    found = session.scalars(select(Job).where(theirs, Job.kind.in_(HOLD_PEOPLE), Job.state != "expired"))
    gone = []
    for job in list(found):
        if job.state in GOING:
            cancel(session, job.id)
        elif job.state == "done":
            session.execute(update(Job).where(Job.id == job.id).values(state="expired"))
        session.execute(update(Job).where(Job.id == job.id).values(error=_why()))
        gone.append((job.kind, job.id))
    return gone


def _why() -> str:
    return _("Thrown away, as some of what was in it has been erased. It can be made again, without that.")


def _find(session: Session, sought: Sought) -> Iterator[Piece]:
    like = or_(*(func.lower(column).like(sought.like, escape="\\") for column in COLUMNS))
    for job in session.scalars(select(Job).where(like)):
        if any(sought.is_in(text) for text in _texts(job)):
            yield Piece(str(job.id), job.created_at, job.workshop_id)


def _texts(job: Job) -> Iterator[str]:
    yield job.error
    yield from _strings(json.loads(job.body))
    yield from _strings(json.loads(job.result))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _tell(session: Session, pieces: Sequence[Piece]) -> list[Mapping[str, Any]]:
    rows = session.scalars(select(Job).where(Job.id.in_(_ids(pieces))))
    return [{"at": job.created_at, "kind": job.kind, "asked": json.loads(job.body)} for job in rows]


def _erase(session: Session, pieces: Sequence[Piece]) -> int:
    """The whole job goes: its worker, if it has one, hears that it was thrown away, and clears its work."""
    gone = delete(Job).where(Job.id.in_(_ids(pieces))).returning(Job.id)
    return len(session.execute(gone).all())


def _ids(pieces: Sequence[Piece]) -> list[int]:
    return [int(piece.key) for piece in pieces]
