"""Whoever got a card writes one for somebody else: with a page of its own, and its place in the chain."""

import re
import secrets

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.friends.written import words
from tests.kinds.drawn import HOSTILE, Page
from workshop import journal
from workshop.database import Database
from workshop.events import FriendMessageWritten
from workshop.friends import writing
from workshop.friends.card import FriendCard
from workshop.friends.chain import SHOWN, chain_of
from workshop.friends.message import FriendMessage, erase_simulated, of_workshop
from workshop.journal import EventRow
from workshop.workshops import Workshop


def send(client: FlaskClient, token: str, **fields: str) -> TestResponse:
    sent = {"id": secrets.token_urlsafe(16), **words(friend_name="Bo", sender_name="Sanne"), **fields}
    return client.post(f"/f/{token}/write", data=sent)


def kept(database: Database, workshop: Workshop) -> list[FriendMessage]:
    with database.read() as session:
        return of_workshop(session, workshop.id)


def card(database: Database, message: FriendMessage) -> FriendCard:
    with database.read() as session:
        return session.get_one(FriendCard, (message.workshop_id, message.id))


def test_a_card_in_turn_has_its_own_token_and_knows_where_it_came_from(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    answer = send(client, message.token, message="Ook iets voor jou")

    assert answer.status_code == 303
    _first, second = kept(database, workshop)
    assert (second.friend_name, second.message, second.sender_name) == ("Bo", "Ook iets voor jou", "Sanne")
    assert second.token != message.token
    assert answer.headers["Location"].startswith(f"/f/{second.token}/sent/")
    assert (card(database, message).parent, card(database, message).generation) == (None, 1)
    assert (card(database, second).parent, card(database, second).generation) == (message.id, 2)
    assert "Ook iets voor jou" in client.get(f"/f/{second.token}").text


def test_it_is_an_event_that_tells_nothing_of_what_was_written(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    send(client, message.token, message="Ook iets voor jou")

    with database.read() as session:
        events = journal.read_since(session.connection(), workshop.id, 0)
        bodies = " ".join(session.scalars(select(EventRow.body)))
    assert [type(each.event) for each in events] == [FriendMessageWritten] * 2
    assert not any(text in bodies for text in ("Ook iets", "Sanne", "Bo"))


def test_the_form_knows_for_whom_the_card_was_and_asks_for_no_address(
    client: FlaskClient, message: FriendMessage
) -> None:
    page = Page(client.get(f"/f/{message.token}/write").text)

    assert page.all("input", name="sender_name", value="Sanne")
    names = {str(each.get("name")) for tag in ("input", "textarea") for each in page.all(tag)}
    assert names == {"id", "friend_name", "message", "sender_name"}


def test_pressed_twice_it_is_one_card(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    one_id = secrets.token_urlsafe(16)

    first, second = send(client, message.token, id=one_id), send(client, message.token, id=one_id)

    assert first.headers["Location"] == second.headers["Location"]
    assert len(kept(database, workshop)) == 2


def test_gone_back_and_changed_it_can_be_another_card(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    one_id = secrets.token_urlsafe(16)
    send(client, message.token, id=one_id)

    again = send(client, message.token, id=one_id, message="Toch anders")
    assert again.status_code == 422
    assert "Toch anders" in again.text
    fresh = str(Page(again.text).all("input", name="id")[0]["value"])
    assert send(client, message.token, id=fresh, message="Toch anders").status_code == 303

    assert [each.message for each in kept(database, workshop)][1:] == [
        "Kom je een keer kijken?",
        "Toch anders",
    ]


@pytest.mark.parametrize("field", ["friend_name", "message", "sender_name"])
def test_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage, field: str
) -> None:
    for value in ("", "x" * 4000):
        answer = send(client, message.token, **{field: value})

        assert answer.status_code == 422
        (marked,) = [
            each
            for tag in ("input", "textarea")
            for each in Page(answer.text).all(tag, **{"aria-invalid": "true"})
        ]
        assert marked["name"] == field
        assert "Sanne" in answer.text or field == "sender_name"
    assert len(kept(database, workshop)) == 1


def test_a_novel_is_too_much(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    assert send(client, message.token, message="woord " * 50_000).status_code == 422
    assert send(client, message.token, message="x" * 3_000_000).status_code == 413

    assert len(kept(database, workshop)) == 1


@pytest.mark.parametrize("field", ["friend_name", "message", "sender_name"])
def test_html_in_it_is_text_on_every_page(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage, field: str
) -> None:
    hostile = HOSTILE[:60].strip()
    answer = send(client, message.token, **{field: hostile})
    token = kept(database, workshop)[1].token

    for path in (f"/f/{token}", f"/f/{token}/write", answer.headers["Location"]):
        page = Page(client.get(path).text)
        ours = [each for each in page.elements if str(each[1].get("src")).startswith(("/static/", "/f/"))]
        page.elements = [each for each in page.elements if each not in ours]
        assert page.runs_nothing()


@pytest.mark.parametrize("wild", ["", "x", "x" * 22_000, "\0" * 22, "../../etc/passwd/12345", "é" * 22])
def test_a_wild_id_is_replaced(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage, wild: str
) -> None:
    assert send(client, message.token, id=wild).status_code == 303

    assert re.fullmatch(r"[\w-]{22}", kept(database, workshop)[1].id)


@pytest.mark.parametrize("token", ["x", "x" * 12, "%00", "_" * 500, "..%2f..%2fetc"])
def test_without_a_card_there_is_no_form(client: FlaskClient, message: FriendMessage, token: str) -> None:
    assert client.get(f"/f/{message.token}/write").status_code == 200

    assert client.get(f"/f/{token}/write").status_code == 404
    assert send(client, token).status_code == 404


def test_so_many_cards_and_no_more_are_written_on_one_page(
    client: FlaskClient,
    database: Database,
    workshop: Workshop,
    message: FriendMessage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "MOST_IN_TURN", 2)
    one_id = secrets.token_urlsafe(16)
    assert [send(client, message.token, id=each).status_code for each in (one_id, "")] == [303, 303]

    assert send(client, message.token).status_code == 422
    assert send(client, message.token, id=one_id).status_code == 303, "that one is there"
    assert len(kept(database, workshop)) == 3


def test_who_writes_without_end_has_to_wait_and_others_have_not(app: Flask, message: FriendMessage) -> None:
    hasty, other = app.test_client(), app.test_client()
    hasty.environ_base["REMOTE_ADDR"], other.environ_base["REMOTE_ADDR"] = "192.0.2.1", "192.0.2.2"

    answers = [send(hasty, message.token).status_code for _ in range(40)]

    assert answers[0] == 303
    assert answers[-1] == 422
    assert send(other, message.token).status_code == 303


def test_a_chain_a_thousand_deep_is_counted_and_told_in_a_few_lines(
    database: Database, workshop: Workshop, message: FriendMessage, app: Flask
) -> None:
    client, token = app.test_client(), message.token
    for n in range(1000):
        client.environ_base["REMOTE_ADDR"] = f"192.0.{n // 250}.{n % 250}"
        token = send(client, token).headers["Location"].split("/")[2]

    with database.read() as session:
        chain = chain_of(session, workshop.id)
    assert (chain.longest, chain.total.cards, chain.total.next_cards) == (1001, 1001, 1000)
    assert len(chain.shown) == SHOWN
    assert (chain.shown[-1].number, chain.shown[-1].cards) == (SHOWN, 1001 - SHOWN + 1)
    assert client.get(f"/f/{token}").status_code == 200


def test_what_comes_of_a_rehearsals_card_goes_with_the_rehearsal(
    client: FlaskClient, database: Database, workshop: Workshop, message: FriendMessage
) -> None:
    with database.write() as session:
        session.get_one(FriendMessage, (workshop.id, message.id)).participant = "rehearsal-1"
        session.get_one(FriendCard, (workshop.id, message.id)).simulated = True
    send(client, message.token)
    assert all(card(database, each).simulated for each in kept(database, workshop))

    with database.write() as session:
        erase_simulated(session.connection(), workshop.id, 0)

    with database.read() as session:
        assert of_workshop(session, workshop.id) == []
        assert list(session.scalars(select(FriendCard))) == []
        assert chain_of(session, workshop.id).generations == ()
