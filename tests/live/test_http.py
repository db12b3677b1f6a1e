"""The two calls over plain HTTP: a submission, and the state since a number."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.workshops import OPEN, WELCOME, new_workshop
from workshop.database import Database
from workshop.live import stage_of
from workshop.live.orders import Hide, Open
from workshop.live.rooms import HERE_FOR_SECONDS, LiveRoom
from workshop.workshops import Workshop

ID, OTHER_ID = "x" * 22, "y" * 22


@pytest.fixture
def token(app: Flask, workshop: Workshop) -> str:
    return stage_of(app).tokens.of(workshop.id, "me")


def post(client: FlaskClient, token: str, data: object) -> dict[str, object]:
    answer = client.post("/live/submissions", json=data, headers={"Authorization": f"Bearer {token}"})
    body: dict[str, object] = answer.get_json()
    return body


def get(client: FlaskClient, token: str, since: int | None = None) -> dict[str, object]:
    query = "" if since is None else f"?since={since}"
    answer = client.get(f"/live/state{query}", headers={"Authorization": f"Bearer {token}"})
    body: dict[str, object] = answer.get_json()
    return body


def answer(value: str, name: str = ID) -> dict[str, object]:
    return {"do": "answer", "id": name, "slide": OPEN, "question": 0, "value": value}


def test_an_answer_is_acknowledged_and_in_the_state(client: FlaskClient, live: LiveRoom, token: str) -> None:
    acknowledged = post(client, token, answer("hallo"))

    state = get(client, token)
    assert acknowledged == {"ok": live.room.answers.by_id[ID].seq}
    assert state["mine"] == [{"id": ID, "slide": OPEN, "question": 0, "value": "hallo"}]
    assert state["open"] is True


def test_the_same_answer_again_gets_the_same_acknowledgement(
    client: FlaskClient, live: LiveRoom, token: str
) -> None:
    first, again = post(client, token, answer("hallo")), post(client, token, answer("hallo"))

    assert first == again
    assert len(live.room.answers.by_id) == 1


def test_the_same_id_with_other_words_is_refused_and_the_first_words_stay(
    client: FlaskClient, live: LiveRoom, token: str
) -> None:
    post(client, token, answer("hallo"))

    refused = post(client, token, answer("iets anders"))

    assert refused["error"] == "id_reused"
    assert live.room.answers.by_id[ID].value == "hallo"


def test_nothing_new_is_told_in_a_number(client: FlaskClient, live: LiveRoom, token: str) -> None:
    seq = get(client, token)["seq"]
    get(client, token)  # the first look also joins, which is an event
    seq = get(client, token)["seq"]

    assert get(client, token, int(str(seq))) == {"seq": seq}


def test_a_closed_question_says_so_in_dutch(
    app: Flask, client: FlaskClient, live: LiveRoom, token: str
) -> None:
    stage_of(app).direct(live, Open(OPEN, open=False))

    assert post(client, token, answer("te laat")) == {
        "error": "closed",
        "text": "Deze vraag is gesloten.",
        "again": False,
    }


@pytest.mark.parametrize("token_", ["", "forged", "WzEsIm1lIl0.AAAAAAAA"])
def test_a_forged_token_opens_nothing(client: FlaskClient, live: LiveRoom, token_: str) -> None:
    assert post(client, token_, answer("x"))["error"] == "token"
    assert get(client, token_)["error"] == "token"
    assert live.room.answers.by_id == {}


def test_a_token_of_another_workshop_answers_only_there(
    app: Flask, client: FlaskClient, live: LiveRoom, database: Database, tmp_path: object
) -> None:
    from pathlib import Path

    with database.write() as session:
        other = new_workshop(session, Path(str(tmp_path)))
    foreign = stage_of(app).tokens.of(other.id, "me")

    assert post(client, foreign, answer("x"))["error"] == "unknown_slide"
    assert live.room.answers.by_id == {}


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b'{"do": "answer", "id": "\xff"}', b"[]", b"null"])
def test_what_is_no_submission_is_refused(
    client: FlaskClient, live: LiveRoom, token: str, body: bytes
) -> None:
    answer_ = client.post("/live/submissions", data=body, headers={"Authorization": f"Bearer {token}"})

    assert answer_.get_json()["error"] == "not_understood"
    assert live.room.answers.by_id == {}


def test_too_much_at_once_is_refused_and_may_be_sent_again(
    app: Flask, client: FlaskClient, live: LiveRoom, token: str
) -> None:
    codes = [post(client, token, answer("x", f"{n:022}")).get("error") for n in range(40)]

    assert "too_many" in codes
    assert codes[0] is None


def test_a_hidden_answer_is_still_mine_on_my_phone(
    app: Flask, client: FlaskClient, live: LiveRoom, token: str
) -> None:
    post(client, token, answer("hallo"))

    stage_of(app).direct(live, Hide(ID, hidden=True))

    assert live.room.answers.visible_of(OPEN) == []
    assert [mine["value"] for mine in get(client, token)["mine"]] == ["hallo"]  # type: ignore[attr-defined]


def test_an_event_that_another_process_wrote_is_in_the_next_state(
    client: FlaskClient, live: LiveRoom, token: str, database: Database
) -> None:
    from workshop import journal
    from workshop.events import SlideShown
    from workshop.journal import Entry

    get(client, token)
    with database.write() as session:
        journal.append(session.connection(), [Entry(live.id, SlideShown(WELCOME))])

    assert get(client, token)["number"] == WELCOME


def test_a_lost_acknowledgement_is_given_again_after_the_question_closed(
    app: Flask, client: FlaskClient, live: LiveRoom, token: str
) -> None:
    first = post(client, token, answer("op tijd"))
    stage_of(app).direct(live, Open(OPEN, open=False))

    assert post(client, token, answer("op tijd")) == first
    assert post(client, token, answer("iets anders"))["error"] == "closed"
    assert post(client, token, answer("te laat", OTHER_ID))["error"] == "closed"


def test_an_answer_that_was_taken_back_cannot_be_edited(
    client: FlaskClient, live: LiveRoom, token: str
) -> None:
    post(client, token, answer("weg ermee"))
    post(client, token, {"do": "withdraw", "id": OTHER_ID, "answer": ID})

    edit = {"do": "edit", "id": "z" * 22, "answer": ID, "value": "toch niet"}

    assert post(client, token, edit)["error"] == "unknown_answer"


def test_what_is_nested_too_deep_is_refused(client: FlaskClient, live: LiveRoom, token: str) -> None:
    deep = client.post("/live/submissions", data=b"[" * 20_000, headers={"Authorization": f"Bearer {token}"})

    assert deep.get_json()["error"] == "not_understood"


def test_a_phone_without_a_websocket_is_here_as_long_as_it_looks(
    client: FlaskClient, live: LiveRoom, token: str
) -> None:
    get(client, token)
    get(client, token)

    assert live.present == 1
    live.people["me"] = "a websocket after all"
    assert live.present == 1
    del live.people["me"]
    live.forget_absent(live.polling["me"] + HERE_FOR_SECONDS + 1)
    assert live.present == 0
