"""From a filled-in form to a row and an event: once, however often it is sent."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from tests.friends.written import ME, submission, take, words, write
from workshop import friends
from workshop.config import Settings
from workshop.database import Base, Database
from workshop.events import FriendMessageWritten
from workshop.forms import FORMS, FieldsRefused, Submission
from workshop.friends.message import FriendMessage, count, of_workshop
from workshop.journal import EventRow
from workshop.workshops import Workshop


@pytest.fixture
def sent(database: Database, settings: Settings, workshop: Workshop) -> Submission:
    return submission(database, settings, workshop, words())


def kept(database: Database) -> list[FriendMessage]:
    with database.read() as session:
        return list(session.scalars(select(FriendMessage)))


def test_the_live_part_finds_the_form_by_its_slides_kind(database: Database) -> None:
    assert FORMS["friend"] is friends.accept


def test_a_message_is_kept_with_its_names(database: Database, sent: Submission, workshop: Workshop) -> None:
    (appended,) = take(database, sent)

    (message,) = kept(database)
    assert (message.workshop_id, message.id, message.seq) == (workshop.id, sent.id, appended.recorded.seq)
    assert (message.participant, message.friend_name, message.sender_name) == (ME, "Sanne", "Anna")
    assert message.message == "Kom je een keer kijken?"
    assert abs(message.created_at - appended.recorded.at) < 5000


def test_the_event_names_the_form_without_telling_what_is_in_it(database: Database, sent: Submission) -> None:
    (appended,) = take(database, sent)

    assert appended.recorded.event == FriendMessageWritten(ME, sent.digest())
    with database.read() as session:
        body = session.scalars(select(EventRow.body)).one()
    assert not any(text in body for text in words().values())


def test_a_message_sent_twice_is_answered_twice_and_counted_once(
    database: Database, sent: Submission
) -> None:
    (first,) = take(database, sent)
    (second,) = take(database, sent)

    assert (first.again, second.again) == (False, True)
    assert second.recorded == first.recorded
    assert len(kept(database)) == 1


def test_a_message_sent_twice_in_one_commit_is_counted_once(database: Database, sent: Submission) -> None:
    first, second = take(database, sent, sent)

    assert (first.again, second.again) == (False, True)
    assert len(kept(database)) == 1


@pytest.mark.parametrize("field", ["friend_name", "message", "sender_name"])
def test_an_id_with_other_contents_is_noticed_and_changes_nothing(
    database: Database, sent: Submission, field: str
) -> None:
    take(database, sent)

    (other,) = take(database, replace(sent, fields=words(**{field: "anders"})))

    assert other.other_content
    assert [getattr(message, field) for message in kept(database)] == [words()[field]]


def test_the_same_id_from_another_phone_is_noticed_too(database: Database, sent: Submission) -> None:
    take(database, sent)

    (other,) = take(database, replace(sent, participant="q" * 22))

    assert other.other_content
    assert [message.participant for message in kept(database)] == [ME]


def test_a_form_with_a_wrong_field_gives_no_entry(sent: Submission) -> None:
    with pytest.raises(FieldsRefused) as refused:
        friends.accept(replace(sent, fields=words(message="")))

    assert list(refused.value.fields) == ["message"]


def test_no_event_is_kept_without_its_row(database: Database, sent: Submission) -> None:
    take(database, sent)
    with database.write() as session:
        session.execute(delete(EventRow))  # now its row is there, and its event is not

    with pytest.raises(IntegrityError):
        take(database, sent)

    with database.read() as session:
        assert list(session.scalars(select(EventRow.seq))) == []


def test_one_phone_may_write_to_several_friends_in_their_order(
    database: Database, settings: Settings, workshop: Workshop
) -> None:
    names = ["Sanne", "Bo", "Aya"]

    messages = write(database, settings, workshop, *(words(friend_name=name) for name in names))

    assert [message.friend_name for message in messages] == names
    assert len({message.token for message in messages}) == 3
    assert all(len(message.token) >= 12 for message in messages), "nobody can guess it"
    with database.read() as session:
        assert count(session, workshop.id) == 3
        assert of_workshop(session, workshop.id + 1) == []
        assert count(session, workshop.id + 1) == 0


def test_names_and_words_are_in_their_own_table_only(database: Database, sent: Submission) -> None:
    take(database, sent)

    with database.read() as session:
        dump = {
            table.name: repr(session.execute(select(table)).all()) for table in Base.metadata.sorted_tables
        }
    assert "FriendMessageWritten" in dump["events"]
    for text in words().values():
        assert [name for name, rows in dump.items() if text in rows] == ["friend_messages"]
