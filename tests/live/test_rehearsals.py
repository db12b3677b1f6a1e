"""Practising in a workshop: who may come in as a simulated phone, and what is left after erasing."""

import pytest
from flask import Flask

from tests.live.test_room import fold
from tests.prints.made import cards
from tests.workshops import FRIEND, OPEN
from workshop import journal
from workshop.answers import Answers
from workshop.database import Database
from workshop.events import (
    Answered,
    AnyEvent,
    FriendMessageWritten,
    Joined,
    LeadLeft,
    Recorded,
    RehearsalBegun,
    RehearsalEnded,
    RehearsalErased,
    SlideShown,
    VoteGiven,
)
from workshop.friends.message import of_workshop
from workshop.jobs.job import of_workshop as jobs_of
from workshop.jobs.put import enqueue
from workshop.live import snapshots, stage_of
from workshop.live.orders import End, EraseRehearsal, PhoneCommand, Rehearse, Show, phone_command
from workshop.live.rehearsals import Rehearsals
from workshop.live.room import Room
from workshop.live.rooms import LiveRoom
from workshop.prints.batch import JOB
from workshop.refused import Refused
from workshop.rehearsal.page import HEADER, read
from workshop.rehearsal.simulated import is_simulated
from workshop.workshops import Workshop

FAKE = "rehearsal-1"
REHEARSAL: list[AnyEvent] = [
    SlideShown(OPEN),
    Joined("p"),
    Answered("p", "real", OPEN, 0, "echt"),
    RehearsalBegun(10),
    Joined(FAKE, rehearsal=True),
    Answered(FAKE, "fake", OPEN, 0, "nep"),
    VoteGiven(FAKE, "real"),
    VoteGiven("p", "fake"),
    LeadLeft("digest", simulated=True),
    FriendMessageWritten(FAKE, "digest"),
    LeadLeft("digest"),
]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many phones each process that was started would let in."""
    begun: list[int] = []
    monkeypatch.setattr(Rehearsals, "begin", lambda _self, live: begun.append(live.room.answers.rehearsal))
    return begun


def test_erasing_takes_all_of_the_rehearsal_and_nothing_else() -> None:
    room = fold([*REHEARSAL, RehearsalEnded(), RehearsalErased()])

    assert [answer.value for answer in room.answers.visible_of(OPEN)] == ["echt"]
    assert room.answers.visible_counts[OPEN] == 1
    assert room.participants == {"p"}
    assert (room.leads, room.friend_messages) == (1, 0)
    assert room.answers.votes["real"] == set()
    assert room.answers.votes_left("p", OPEN, 3) == 3
    assert room.answers.rehearsing == set()


def test_what_comes_late_from_an_erased_rehearsal_does_not_count() -> None:
    room = fold([*REHEARSAL, RehearsalErased()])

    fold(
        [
            Answered(FAKE, "late", OPEN, 0, "nep"),
            LeadLeft("digest", simulated=True),
            VoteGiven(FAKE, "real"),
            Joined("rehearsal-2", rehearsal=True),
            Answered("rehearsal-2", "later", OPEN, 0, "nep"),
        ],
        room,
    )

    assert list(room.answers.by_id) == ["real"]
    assert room.leads == 1
    assert room.answers.votes["real"] == set()
    assert room.participants == {"p"}


def test_a_snapshot_in_the_middle_makes_no_difference() -> None:
    events = [*REHEARSAL, RehearsalErased(), RehearsalBegun(30)]
    whole = fold(events)

    for cut in range(len(events)):
        assert fold(events[cut:], Room.restore(fold(events[:cut]).snapshot())) == whole


def test_cards_fold_the_same() -> None:
    book = Answers()
    for n, event in enumerate([*REHEARSAL, RehearsalErased()], 1):
        book.apply(Recorded(n, 0, event))

    assert list(book.by_id) == ["real"]


def test_pressing_twice_starts_one_and_it_can_begin_again_later(
    app: Flask, live: LiveRoom, started: list[int]
) -> None:
    stage = stage_of(app)
    stage.direct(live, Rehearse(10))
    stage.direct(live, Rehearse(30))
    assert started == [10]

    stage.direct(live, Rehearse(0))
    stage.direct(live, Rehearse(0))
    stage.direct(live, Rehearse(30))

    assert started == [10, 30]
    assert live.room.rehearsals == 2


def test_a_workshop_that_ends_ends_the_rehearsal_and_begins_none(
    app: Flask, live: LiveRoom, started: list[int]
) -> None:
    stage = stage_of(app)
    stage.direct(live, Rehearse(10))

    stage.direct(live, End(ended=True))

    assert live.room.answers.rehearsal == 0
    with pytest.raises(Refused):
        stage.direct(live, Rehearse(10))


def test_a_phone_is_simulated_by_the_key_alone(
    app: Flask, live: LiveRoom, workshop: Workshop, started: list[int]
) -> None:
    stage = stage_of(app)
    stage.direct(live, Rehearse(10))
    keys = (stage.tokens.rehearsal_key(workshop.id), "", "forged", stage.tokens.rehearsal_key(99))

    tokens = [
        read(
            app.test_client().get(f"/{workshop.code}", headers={HEADER: key}).get_data(as_text=True), ""
        ).token
        for key in keys
    ]

    assert [is_simulated(stage.tokens.read(token)[1]) for token in tokens] == [True, False, False, False]


def test_a_simulated_phone_is_in_only_while_the_rehearsal_is_on(
    app: Flask, live: LiveRoom, started: list[int]
) -> None:
    stage = stage_of(app)
    token = stage.tokens.of(live.id, FAKE)
    with pytest.raises(Refused):
        stage.phone(token)
    stage.direct(live, Rehearse(10))
    assert stage.phone(token) == (live, FAKE)

    stage.direct(live, Rehearse(0))

    with pytest.raises(Refused):
        stage.submit(live, FAKE, answer("nep"))


def test_erasing_deletes_the_rows_and_the_cards_too(
    app: Flask, live: LiveRoom, database: Database, workshop: Workshop, started: list[int]
) -> None:
    stage = stage_of(app)
    stage.direct(live, Show(FRIEND))
    stage.direct(live, Rehearse(10))
    for who in (FAKE, "p"):
        stage.join(live, who)
        stage.submit(live, who, card(who))
        stage.submit(live, who, answer(f"van {who}"))
    with database.write() as session:
        enqueue(session, JOB, {"kind": "friends", "base": "http://x"}, workshop.id)
    snapshots.keep(database, workshop.id, live.room)

    stage.direct(live, EraseRehearsal())

    with database.read() as session:
        assert [row.participant for row in of_workshop(session, workshop.id)] == ["p"]
        assert jobs_of(session, workshop.id, JOB) == []
        assert snapshots.newest(session, workshop.id) == Room()
    answers = cards(database, workshop, "answers")
    assert [each.message for each in answers] == ["van p"]
    assert live.simulated == 0


def test_the_sign_stands_until_all_is_erased(app: Flask, live: LiveRoom, started: list[int]) -> None:
    stage = stage_of(app)
    stage.direct(live, Rehearse(30))
    on = stage.projector_state(live)["rehearsal"]
    with stage.rooms.database.write() as session:
        journal.append(session.connection(), [journal.Entry(live.id, Joined(FAKE, rehearsal=True))])
    live.catch_up()
    stage.direct(live, Rehearse(0))
    over = stage.projector_state(live)["rehearsal"]
    stage.direct(live, EraseRehearsal())

    assert on == {"on": True, "phones": 30}
    assert over == {"on": False, "phones": 1}
    assert stage.projector_state(live)["rehearsal"] == {"on": False, "phones": 0}


def answer(value: str) -> PhoneCommand:
    name = f"{value:x<22}".replace(" ", "-")
    command = {"do": "answer", "id": name, "slide": OPEN, "question": 0, "value": value}
    return phone_command(command)


def card(who: str) -> PhoneCommand:
    fields = {"friend_name": "Bo", "message": "Dag", "sender_name": "Els"}
    return phone_command({"do": "form", "id": f"{who:y<22}", "slide": FRIEND, "fields": fields})
