"""Snapshots of rooms: a room that was folded once need not be folded from its first event again."""

import msgspec
from sqlalchemy import Connection, ForeignKey, delete, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base, Database
from workshop.live.room import Room

WORTH_KEEPING = 5_000
"""Events behind a new snapshot. Measured: 20,000 take 110 ms from the first event, 20 ms from a snapshot."""


class SnapshotRow(Base):
    """A row a workshop: the newest snapshot. May be thrown away at any time."""

    __tablename__ = "room_snapshots"

    workshop_id: Mapped[int] = mapped_column(ForeignKey("workshops.id"), primary_key=True)
    body: Mapped[bytes]


def newest(session: Session, workshop_id: int) -> Room:
    """The room as it was last kept; an empty one where there is none, or none that can be read."""
    row = session.get(SnapshotRow, workshop_id)
    try:
        return Room.restore(row.body) if row else Room()
    except msgspec.MsgspecError:
        return Room()  # kept by a version with another room


def keep(database: Database, workshop_id: int, room: Room) -> None:
    """Keeps a room for whoever opens it next."""
    body = room.snapshot()
    with database.write() as session:
        session.execute(delete(SnapshotRow).where(SnapshotRow.workshop_id == workshop_id))
        session.execute(insert(SnapshotRow).values(workshop_id=workshop_id, body=body))


def drop(connection: Connection, workshop_id: int) -> None:
    """Throws a workshop's snapshot away, with what is in it."""
    connection.execute(delete(SnapshotRow).where(SnapshotRow.workshop_id == workshop_id))
