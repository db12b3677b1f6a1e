"""A room that is opened again comes from its snapshot and the events after it."""

import zlib

import msgspec
import pytest
from flask import Flask
from sqlalchemy import update

from tests.workshops import OPEN
from workshop import journal
from workshop.database import Database
from workshop.events import Answered, SlideShown
from workshop.journal import Entry
from workshop.live import snapshots
from workshop.live.room import VERSION, Room
from workshop.live.rooms import Rooms
from workshop.workshops import Workshop

SHAPE = 1_552_292_593
"""Of the room that VERSION stands for: a checksum of its schema."""


@pytest.fixture(autouse=True)
def _small_rooms_are_worth_keeping(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "WORTH_KEEPING", 3)


def write(database: Database, workshop: Workshop, *names: str) -> None:
    entries = [Entry(workshop.id, Answered("p", name, OPEN, 0, name), name) for name in names]
    with database.write() as session:
        journal.append(session.connection(), [Entry(workshop.id, SlideShown(OPEN)), *entries])


def test_a_room_comes_back_from_its_snapshot_with_what_came_after(
    app: Flask, database: Database, workshop: Workshop
) -> None:
    write(database, workshop, "een", "twee", "drie")
    first = Rooms(database).of(workshop).room
    write(database, workshop, "vier")

    with database.read() as session:
        kept = snapshots.newest(session, workshop.id)
    again = Rooms(database).of(workshop).room

    assert kept == first
    assert list(again.answers.by_id) == ["een", "twee", "drie", "vier"]


def test_a_snapshot_that_cannot_be_read_is_left_aside(
    app: Flask, database: Database, workshop: Workshop
) -> None:
    write(database, workshop, "een", "twee", "drie")
    Rooms(database).of(workshop)
    with database.write() as session:
        session.execute(update(snapshots.SnapshotRow).values(body=b'{"seq": "?"}'))

    assert len(Rooms(database).of(workshop).room.answers.by_id) == 3


def test_a_small_room_keeps_none(app: Flask, database: Database, workshop: Workshop) -> None:
    write(database, workshop, "een")

    Rooms(database).of(workshop)

    with database.read() as session:
        assert snapshots.newest(session, workshop.id) == Room()


def test_the_version_is_raised_with_every_change_of_the_shape_of_a_room() -> None:
    shape = msgspec.json.encode(msgspec.json.schema(Room))

    assert (VERSION, zlib.crc32(shape)) == (14, SHAPE), (
        "raise VERSION in room.py, then note the new shape here"
    )


def test_a_snapshot_of_an_older_version_is_left_aside(
    app: Flask, database: Database, workshop: Workshop
) -> None:
    write(database, workshop, "een", "twee", "drie")
    Rooms(database).of(workshop)
    older = msgspec.json.encode((VERSION - 1, Room(seq=4)))
    with database.write() as session:
        session.execute(update(snapshots.SnapshotRow).values(body=older))

    assert len(Rooms(database).of(workshop).room.answers.by_id) == 3
