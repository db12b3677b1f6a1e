"""'No thanks, erase this': the words and both names go everywhere; the card's place in the chain stays."""

import json
from typing import Any

import pypdfium2
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.friends.written import words, write
from tests.privacy.traces import found_on_disk
from workshop.cards.card import Report
from workshop.cards.press import bound
from workshop.config import Settings
from workshop.database import Base, Database
from workshop.friends.card import FriendCard
from workshop.friends.chain import chain_of
from workshop.friends.message import FriendMessage, of_workshop
from workshop.jobs import job as jobs
from workshop.jobs.job import Job
from workshop.jobs.put import enqueue
from workshop.jobs.worker import work_once
from workshop.journal import EventRow
from workshop.prints import batch as prints
from workshop.prints.batch import JOB
from workshop.workshops import Workshop

SECRET = {"friend_name": "Xanthippe", "message": "Alleen voor jou bestemd", "sender_name": "Quirinus"}
OTHER = {"friend_name": "Bo", "message": "Tot ziens", "sender_name": "Anna"}


@pytest.fixture
def two(database: Database, settings: Settings, workshop: Workshop) -> list[FriendMessage]:
    return write(database, settings, workshop, words(**SECRET), words(**OTHER))


def erase(client: FlaskClient, message: FriendMessage) -> int:
    return client.post(f"/f/{message.token}/erase", follow_redirects=True).status_code


def rows(database: Database) -> str:
    with database.read() as session:
        return " ".join(repr(session.execute(select(table)).all()) for table in Base.metadata.sorted_tables)


def files(settings: Settings) -> set[str]:
    return {path.name for path in settings.files.iterdir()}


def batch(database: Database, workshop: Workshop, kind: str = "friends") -> int:
    with database.write() as session:
        return enqueue(session, JOB, {"kind": kind, "base": "https://x"}, workshop.id).id


def states(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.scalars(select(Job.state).where(Job.kind == JOB).order_by(Job.id)))


def test_the_words_and_the_names_are_in_no_table_any_more(
    client: FlaskClient, database: Database, two: list[FriendMessage]
) -> None:
    assert all(text in rows(database) for text in (*SECRET.values(), two[0].token))

    assert erase(client, two[0]) == 410

    assert not any(text in rows(database) for text in (*SECRET.values(), two[0].token))
    assert all(text in rows(database) for text in OTHER.values()), "nobody else's"


def test_the_worker_sweeps_them_out_of_the_database_file_once_for_several_cards(
    client: FlaskClient, database: Database, settings: Settings, two: list[FriendMessage]
) -> None:
    secrets = [*SECRET.values(), OTHER["message"]]
    assert found_on_disk(settings.data, secrets).keys() == set(secrets)

    for message in two:
        erase(client, message)
    assert work_once(database, settings)

    assert found_on_disk(settings.data, secrets) == {}
    assert not work_once(database, settings), "one sweep was enough"


def test_the_page_says_that_it_is_erased_and_the_card_is_on_no_other_page(
    client: FlaskClient, two: list[FriendMessage]
) -> None:
    assert SECRET["message"] in client.get(f"/f/{two[0].token}").text

    erase(client, two[0])
    page = client.get(f"/f/{two[0].token}")

    assert page.status_code == 410
    assert "Deze kaart is gewist." in page.text
    assert not any(text in page.text for text in SECRET.values())
    for path in ("card.png", "card.pdf"):
        assert client.get(f"/f/{two[0].token}/{path}").status_code == 404
    assert client.get(f"/f/{two[0].token}/write").status_code == 410
    assert client.get(f"/f/{two[1].token}").status_code == 200


def test_erasing_twice_stays_as_it_is(
    client: FlaskClient, database: Database, two: list[FriendMessage]
) -> None:
    erase(client, two[0])
    before = rows(database)

    assert erase(client, two[0]) == 410

    assert rows(database) == before


def test_looking_does_not_erase(client: FlaskClient, database: Database, two: list[FriendMessage]) -> None:
    client.get(f"/f/{two[0].token}/erase")

    assert SECRET["message"] in rows(database)


def test_the_journal_and_the_chain_stay_whole(
    client: FlaskClient, database: Database, workshop: Workshop, two: list[FriendMessage]
) -> None:
    erase(client, two[0])

    with database.read() as session:
        assert list(session.scalars(select(EventRow.seq).order_by(EventRow.seq))) == [1, 2]
        assert len(list(session.scalars(select(FriendCard)))) == 2
        assert chain_of(session, workshop.id).total.cards == 2
        assert [each.id for each in of_workshop(session, workshop.id)] == [two[1].id]


def test_printed_pdfs_with_the_message_are_thrown_away_and_others_stay(
    client: FlaskClient, database: Database, settings: Settings, workshop: Workshop, two: list[FriendMessage]
) -> None:
    friends, others = batch(database, workshop), batch(database, workshop, "tables")
    for _ in range(2):
        assert work_once(database, settings)
    assert f"{JOB}-{friends}.pdf" in files(settings)
    assert f"{JOB}-{friends}.contents.pdf" in files(settings)

    erase(client, two[0])

    assert not {name for name in files(settings) if name.startswith(f"{JOB}-{friends}.")}
    assert f"{JOB}-{others}.pdf" in files(settings)
    assert states(database) == ["erased", "done"]


def test_a_batch_that_was_printed_before_the_message_stays(
    client: FlaskClient, database: Database, settings: Settings, workshop: Workshop
) -> None:
    write(database, settings, workshop, words(**OTHER))
    early = batch(database, workshop)
    assert work_once(database, settings)
    message = write(database, settings, workshop, words(**SECRET))[1]
    with database.write() as session:
        session.get_one(Job, early).created_at = message.created_at - 1000

    erase(client, message)

    assert f"{JOB}-{early}.pdf" in files(settings)
    assert states(database) == ["done"]


def test_a_batch_that_is_being_printed_is_put_in_again_without_the_message(
    client: FlaskClient, database: Database, settings: Settings, workshop: Workshop, two: list[FriendMessage]
) -> None:
    printing = batch(database, workshop)
    with database.write() as session:
        claim = jobs.claim(session)
    assert claim is not None
    (settings.files / f"{JOB}-{printing}.chunks").mkdir()

    erase(client, two[0])

    with database.write() as session:
        assert not jobs.hold(session, claim, 1, 2), "its worker hears that it is to stop"
    assert states(database) == ["cancelled", "waiting"]
    assert work_once(database, settings)
    with database.read() as session:
        again = session.scalars(select(Job).where(Job.kind == JOB).order_by(Job.id.desc())).first()
        assert again is not None
        assert (again.state, again.results["cards"]) == ("done", 1)


def test_a_worker_that_has_read_the_message_already_leaves_nothing_of_it(
    client: FlaskClient,
    database: Database,
    settings: Settings,
    workshop: Workshop,
    two: list[FriendMessage],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printing = batch(database, workshop)
    seen: list[str] = []

    def erased_meanwhile(chunks: Any, setup: Any, out: Any, *rest: Any) -> Report:
        report = bound(list(chunks), setup, out, *rest[:1])
        seen.extend(entry.name for entry in report.entries)
        erase(client, two[0])
        rest[1](report.cards)
        return report

    with monkeypatch.context() as patched:
        patched.setattr(prints, "bound", erased_meanwhile)
        assert work_once(database, settings)

    assert any("Xanthippe" in name for name in seen), "it had been read"
    assert not {name for name in files(settings) if name.startswith(f"{JOB}-{printing}.")}
    assert states(database) == ["cancelled", "waiting"]
    assert work_once(database, settings)
    pdf = pypdfium2.PdfDocument(settings.files / f"{JOB}-{printing + 1}.pdf")
    text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Tot ziens" in text
    assert SECRET["message"] not in text


def test_a_batch_that_waits_is_printed_without_the_message(
    client: FlaskClient, database: Database, settings: Settings, workshop: Workshop, two: list[FriendMessage]
) -> None:
    batch(database, workshop)

    erase(client, two[0])

    assert work_once(database, settings)
    with database.read() as session:
        done = session.scalars(select(Job).where(Job.state == "done")).one()
        assert json.loads(done.result)["cards"] == 1
