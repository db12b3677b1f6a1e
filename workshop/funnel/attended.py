"""How many joined and answered, kept for each workshop: a journal is read again only after it has grown."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import gevent
from sqlalchemy import ForeignKey, func, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from workshop import journal
from workshop.database import Base, Database, insert_into
from workshop.funnel.attendance import Attendance
from workshop.workshops import Workshop

EVENTS_A_TURN = 2_000
"""So many events are folded before others go on; ten milliseconds."""


class FunnelCounts(Base):
    """A row a workshop; `seq` is the number of the last event that is counted in."""

    __tablename__ = "funnel_counts"

    workshop_id: Mapped[int] = mapped_column(
        ForeignKey("workshops.id"), primary_key=True, autoincrement=False
    )
    seq: Mapped[int]
    joined: Mapped[int]
    answered: Mapped[int]


@dataclass(frozen=True, slots=True)
class Grown:
    """A workshop of which more has happened than is counted."""

    workshop_id: int
    seq: int


def bring_up_to_date(database: Database, workshop_ids: Collection[int]) -> None:
    """Counts what happened since; before joined() and answered() are asked."""
    with database.read() as session:
        grown = _grown(session, workshop_ids)
    for each in grown:
        attendance = _folded(database, each)
        with database.write() as session:
            _keep(session, each, attendance)


def joined(session: Session, workshop_ids: Collection[int]) -> Mapping[int, int]:
    """How many people joined."""
    return _kept(session, FunnelCounts.joined, workshop_ids)


def answered(session: Session, workshop_ids: Collection[int]) -> Mapping[int, int]:
    """How many of them answered."""
    return _kept(session, FunnelCounts.answered, workshop_ids)


def _grown(session: Session, workshop_ids: Collection[int]) -> list[Grown]:
    counted = func.coalesce(FunnelCounts.seq, 0)
    rows = session.execute(
        select(Workshop.id, Workshop.seq)
        .outerjoin(FunnelCounts, FunnelCounts.workshop_id == Workshop.id)
        .where(Workshop.id.in_(workshop_ids), counted != Workshop.seq)
    )
    return [Grown(row.id, row.seq) for row in rows]


def _folded(database: Database, grown: Grown) -> Attendance:
    attendance, last = Attendance(), 0
    while last < grown.seq:
        with database.read() as session:
            most = min(EVENTS_A_TURN, grown.seq - last)
            found = journal.read_since(session.connection(), grown.workshop_id, last, most)
        for recorded in found:
            attendance.apply(recorded.event)
        last += most
        gevent.sleep(0)
    return attendance


def _keep(session: Session, grown: Grown, attendance: Attendance) -> None:
    counts = {"seq": grown.seq, "joined": attendance.joined, "answered": attendance.answered}
    row = insert_into(session.connection(), FunnelCounts).values(workshop_id=grown.workshop_id, **counts)
    # Two may count at once: what was counted up to a later number stays.
    newer = FunnelCounts.seq < row.excluded.seq
    session.execute(row.on_conflict_do_update(index_elements=["workshop_id"], set_=counts, where=newer))


def _kept(
    session: Session, column: InstrumentedAttribute[int], workshop_ids: Collection[int]
) -> Mapping[int, int]:
    rows = session.execute(
        select(FunnelCounts.workshop_id, column).where(FunnelCounts.workshop_id.in_(workshop_ids))
    )
    return {row[0]: row[1] for row in rows}
