"""A person is erased: their words are nowhere on the disk any more, and all else is where it was."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.faults.journals import assert_whole, read
from tests.privacy.traces import ADDRESS, MARKS, NUMBER, OTHERS, found_on_disk
from workshop.config import Settings
from workshop.database import Database
from workshop.friends.message import FriendMessage
from workshop.jobs.job import Job
from workshop.jobs.worker import work_once
from workshop.leads.lead import LeadRow
from workshop.live import stage_of
from workshop.live.room import Room
from workshop.live.rooms import LiveRoom
from workshop.workshops import Workshop

WORDS = [*MARKS.values(), ADDRESS, "12345678", "12 34 56 78"]


def erase(staff: FlaskClient, sought: str) -> str:
    """Erases, and gives the text of the receipt."""
    answer = staff.post("/privacy/erase", data={"sought": sought, "sure": "yes"}, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def swept(database: Database, settings: Settings) -> None:
    """The worker has done all that waited."""
    while work_once(database, settings):
        pass


@pytest.mark.parametrize("sought", [ADDRESS, f" {ADDRESS.upper()} "])
def test_nothing_of_them_is_left_in_any_file(
    staff: FlaskClient, database: Database, settings: Settings, traces: None, sought: str
) -> None:
    before = found_on_disk(settings.data, WORDS)
    assert before.keys() == {*MARKS.values(), ADDRESS, "12345678", "12 34 56 78"}, "all of it was there"
    assert any(name.startswith("cards-") for name in before[ADDRESS] + before[MARKS["lead"]])

    erase(staff, sought)
    swept(database, settings)

    assert found_on_disk(settings.data, WORDS) == {}
    assert found_on_disk(settings.data, OTHERS.values()).keys() == set(OTHERS.values())


def test_what_others_left_and_the_numbering_stay(
    app: Flask, staff: FlaskClient, database: Database, settings: Settings, workshop: Workshop, traces: None
) -> None:
    last = read(database, workshop.id).last

    erase(staff, ADDRESS)
    swept(database, settings)

    with database.read() as session:
        leads = list(session.scalars(select(LeadRow.school)))
        messages = list(session.scalars(select(FriendMessage.message)))
    assert leads == [OTHERS["school"]]
    assert messages == [OTHERS["message"]]
    journal = read(database, workshop.id)
    assert_whole(journal)
    assert journal.last == last + 2, "what was redacted is told to the rooms that are open"


def test_a_room_that_is_open_forgets_it_too_and_one_opened_later_is_the_same(
    app: Flask, staff: FlaskClient, database: Database, workshop: Workshop, traces: None
) -> None:
    live = stage_of(app).rooms.of(workshop)
    assert MARKS["edited"] in str(live.room)

    erase(staff, ADDRESS)
    live.catch_up()

    afresh = LiveRoom(workshop, live.deck, database, lambda _room, _news: None, Room())
    afresh.catch_up()
    for room in (live.room, afresh.room):
        values = {answer.id[0]: answer.value for answer in room.answers.by_id.values()}
        assert values == {"a": "", "b": OTHERS["answer"], "c": "", "d": OTHERS["word"]}
        assert [a.id[0] for a in room.answers.by_id.values() if a.visible] == ["b", "d"]
    assert afresh.room.answers == live.room.answers
    assert len(live.room.answers.answered[2]) == 2, "that both answered still counts"


def test_a_telephone_number_finds_it_however_it_was_written(
    staff: FlaskClient, database: Database, settings: Settings, traces: None
) -> None:
    receipt = erase(staff, "+31 (0)6 12345678")
    swept(database, settings)

    gone = found_on_disk(settings.data, [MARKS["answer"], MARKS["edited"], MARKS["lead"], "12345678"])
    assert gone == {}
    assert found_on_disk(settings.data, [MARKS["message"]]), "no number stands in it"
    assert "Answers in words" in receipt


def test_a_job_that_prints_them_meanwhile_is_cancelled_and_says_why(
    app: Flask, staff: FlaskClient, database: Database, settings: Settings, workshop: Workshop, traces: None
) -> None:
    from workshop.jobs.put import enqueue
    from workshop.jobs.worker import JOBS, Work

    done = []

    def print_slowly(work: Work) -> dict[str, object]:
        path = settings.files / f"cards-{work.claim.id}.pdf"
        path.write_text(MARKS["lead"])
        erase(staff, ADDRESS)  # while the worker prints
        path.write_text(MARKS["lead"])
        work.progress(1, 1)
        done.append(work.claim.id)
        return {}

    swept(database, settings)
    with database.write() as session:
        number = enqueue(session, "cards", {"kind": "leads", "base": ""}, workshop.id).id
    prints, JOBS["cards"] = JOBS["cards"], print_slowly
    try:
        assert work_once(database, settings)
    finally:
        JOBS["cards"] = prints
    swept(database, settings)

    assert done == [], "it heard that it was cancelled"
    with database.read() as session:
        job = session.get_one(Job, number)
    assert (job.state, job.error[:11]) == ("cancelled", "Thrown away")
    assert found_on_disk(settings.data, WORDS) == {}


def test_who_is_erased_twice_gets_a_receipt_that_says_that_there_was_nothing(
    staff: FlaskClient, traces: None
) -> None:
    assert "There was nothing." not in erase(staff, ADDRESS)

    assert "There was nothing." in erase(staff, ADDRESS)


def test_the_receipt_holds_nothing_of_whom_it_is_about(
    staff: FlaskClient, database: Database, settings: Settings, traces: None
) -> None:
    receipt = erase(staff, ADDRESS)

    assert "Leads</td>" in receipt
    assert not [word for word in [*WORDS, NUMBER] if word in receipt]
