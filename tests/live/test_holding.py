"""The word filter in a workshop: what it holds back waits, and a resend is no other answer."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people import browser, person
from tests.workshops import OPEN
from workshop.accounts.user import User
from workshop.database import Database
from workshop.events import Answered, encode
from workshop.live import stage_of
from workshop.live.orders import Hide, Open, phone_command
from workshop.live.rooms import LiveRoom
from workshop.live.told import own as own_answers
from workshop.workshops import Workshop

ID, OTHER_ID = "x" * 22, "y" * 22


@pytest.fixture
def els(app: Flask, owner: User) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = False
    return browser(app, owner)


def keep(client: FlaskClient, workshop: Workshop, words: str | None = None, on: bool = True) -> int:
    form = {"words": workshop.words if words is None else words} | ({"on": "on"} if on else {})
    return client.post(f"/workshops/{workshop.id}/words", data=form).status_code


def send(app: Flask, live: LiveRoom, value: str, name: str = ID) -> dict[str, object]:
    command = {"do": "answer", "id": name, "slide": OPEN, "question": 0, "value": value}
    return stage_of(app).submit(live, "me", phone_command(command))


def edit(app: Flask, live: LiveRoom, value: str) -> None:
    command = {"do": "edit", "id": OTHER_ID, "answer": ID, "value": value}
    stage_of(app).submit(live, "me", phone_command(command))


def test_an_answer_with_a_word_of_the_list_waits_and_says_for_which_word(
    app: Flask, els: FlaskClient, live: LiveRoom, workshop: Workshop
) -> None:
    send(app, live, "kut", OTHER_ID)
    assert live.room.answers.by_id[OTHER_ID].visible, "off until the presenter wants it"
    keep(els, workshop)

    send(app, live, "wat een K U T dag")

    assert not live.room.answers.by_id[ID].visible
    shown = stage_of(app).screens.presenter(live)["answers"]
    assert [answer.get("held") for answer in shown] == [None, "kut"]
    assert [mine["value"] for mine in own_answers(live, "me")] == ["kut", "wat een K U T dag"]
    stage_of(app).direct(live, Hide(ID, hidden=False))
    assert live.room.answers.by_id[ID].visible
    assert "held" not in stage_of(app).screens.presenter(live)["answers"][1]


def test_a_rude_text_does_not_follow_a_kind_one(
    app: Flask, els: FlaskClient, live: LiveRoom, workshop: Workshop
) -> None:
    keep(els, workshop)
    send(app, live, "lief")
    assert live.room.answers.by_id[ID].visible

    edit(app, live, "kut")

    assert not live.room.answers.by_id[ID].visible
    assert live.room.answers.by_id[ID].held


def test_an_answer_sent_twice_is_one_also_when_the_list_changed_in_between(
    app: Flask, els: FlaskClient, live: LiveRoom, workshop: Workshop
) -> None:
    first = send(app, live, "stoeptegel")
    keep(els, workshop, "stoeptegel")

    assert send(app, live, "stoeptegel") == first
    stage_of(app).direct(live, Open(OPEN, open=False))
    assert send(app, live, "stoeptegel") == first
    assert live.room.answers.by_id[ID].visible


def test_the_presenter_changes_the_list_and_gets_it_back_as_it_was(
    app: Flask, els: FlaskClient, live: LiveRoom, workshop: Workshop
) -> None:
    keep(els, workshop, "stoeptegel\n\n Stoep  rand ,stoeptegel")
    assert live.workshop.words == "stoeptegel\nStoep rand"

    send(app, live, "kut")
    send(app, live, "een stoep rand", OTHER_ID)

    assert live.room.answers.by_id[ID].visible
    assert not live.room.answers.by_id[OTHER_ID].visible
    keep(els, workshop, "", on=False)
    assert live.workshop.words == ""
    assert live.workshop.word_filter is None


def test_a_list_that_was_not_touched_goes_on_being_the_one_of_the_language(
    els: FlaskClient, live: LiveRoom, workshop: Workshop
) -> None:
    keep(els, workshop)

    assert live.workshop.word_list is None
    assert "klootzak" in live.workshop.words


def test_only_the_owner_changes_it(
    app: Flask, els: FlaskClient, live: LiveRoom, database: Database, workshop: Workshop
) -> None:
    assert keep(els, workshop, "a") == 302
    assert keep(browser(app, person(database, "Bo")), workshop, "b") == 403
    assert keep(browser(app), workshop, "c") in (302, 303)
    assert live.workshop.words == "a"


def test_what_is_not_held_is_written_as_before() -> None:
    assert "held" not in encode(Answered("p", "a", 1, 0, "lief"))
