"""Phones that read other languages in one room: what each is shown and told, and what is kept."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.decks.test_languages import DUTCH, ENGLISH
from tests.kinds.drawn import Page
from workshop.database import Database
from workshop.decks.store import load
from workshop.live import stage_of
from workshop.live.orders import Open, Show
from workshop.live.rooms import LiveRoom, News
from workshop.live.sockets import Sockets
from workshop.live.stage import Stage
from workshop.tongue import Tongue
from workshop.workshops import Workshop, start

OPEN, CHOICE = 2, 3
NL, EN, EN_DE = Tongue("nl", "nl"), Tongue("en", "en"), Tongue("en", "de")


@pytest.fixture
def both(database: Database, tmp_path: Path) -> Workshop:
    paths = [tmp_path / "deck.nl.md", tmp_path / "deck.en.md"]
    for path, source in zip(paths, (DUTCH, ENGLISH), strict=True):
        path.write_text(source)
    with database.write() as session:
        return start(session, load(session, *paths))


@pytest.fixture
def live(stage: Stage, both: Workshop) -> LiveRoom:
    live = stage.rooms.of(both)
    stage.direct(live, Show(OPEN))
    stage.direct(live, Show(CHOICE))
    return live


def sent(
    app: Flask, live: LiveRoom, client: FlaskClient, data: object, words: str, ours: str
) -> dict[str, object]:
    token = stage_of(app).tokens.of(live.id, f"reads-{words}")
    answer = client.post(
        f"/live/submissions?words={words}",
        json=data,
        headers={"Authorization": f"Bearer {token}", "Accept-Language": ours},
    )
    body: dict[str, object] = answer.get_json()
    return body


def chosen(option: int, name: str) -> dict[str, object]:
    return {"do": "answer", "id": name * 22, "slide": CHOICE, "question": 0, "value": [option]}


def test_the_slide_of_a_phone_is_in_its_language_and_the_projectors_in_the_main_one(
    app: Flask, live: LiveRoom
) -> None:
    screens = stage_of(app).screens

    assert "rood" in screens.phone(live, NL)["html"]
    assert "red" in screens.phone(live, EN)["html"]
    assert "rood" in screens.projector(live)["html"]
    assert "Wähl" not in screens.phone(live, EN)["html"]
    assert "Kreuz alles an" in screens.phone(live, EN_DE)["html"]


def test_the_same_option_in_two_languages_is_counted_together(
    app: Flask, live: LiveRoom, client: FlaskClient
) -> None:
    assert "ok" in sent(app, live, client, chosen(1, "a"), "nl", "nl")
    assert "ok" in sent(app, live, client, chosen(1, "b"), "en", "en")

    values = [answer.value for answer in live.room.answers.visible_of(CHOICE)]
    assert values == [[1], [1]]


@pytest.mark.parametrize(
    ("ours", "said"),
    [
        ("nl", "Deze vraag is gesloten."),
        ("de-AT", "Diese Frage ist geschlossen."),
        ("fr", "Cette question est fermée."),
        ("", "This question is closed."),
    ],
)
def test_a_refusal_speaks_the_language_of_the_phone(
    app: Flask, live: LiveRoom, client: FlaskClient, ours: str, said: str
) -> None:
    stage_of(app).direct(live, Open(CHOICE, open=False))

    assert sent(app, live, client, chosen(1, "a"), "en", ours)["text"] == said


def test_the_page_is_in_the_language_that_was_chosen_and_a_cookie_keeps_it(
    client: FlaskClient, live: LiveRoom
) -> None:
    asked = Page(client.get(f"/{live.workshop.code}", headers={"Accept-Language": "en-GB"}).text)
    chosen_ = Page(client.get(f"/{live.workshop.code}?language=nl", headers={"Accept-Language": "en"}).text)
    again = Page(client.get(f"/{live.workshop.code}", headers={"Accept-Language": "en"}).text)

    assert [page.all("html")[0]["lang"] for page in (asked, chosen_, again)] == ["en", "nl", "nl"]


@pytest.mark.parametrize("wrong", ["xx", "de", "<b>", "../.."])
def test_a_language_that_the_deck_does_not_have_cannot_be_chosen(
    client: FlaskClient, live: LiveRoom, wrong: str
) -> None:
    answer = client.get(f"/{live.workshop.code}", query_string={"language": wrong})

    assert Page(answer.text).all("html")[0]["lang"] == "nl"
    assert "language-" not in answer.headers.get("Set-Cookie", "")


def test_a_slide_is_drawn_once_for_all_who_read_the_same(
    app: Flask, live: LiveRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = stage_of(app)
    sockets = Sockets(app, stage, lambda _environ, _id: True)
    told: list[str] = []
    drawn: list[Tongue | None] = []
    monkeypatch.setattr(sockets, "_emit", lambda event, _data, audience: told.append(f"{event} {audience}"))
    draw = stage.screens.phone
    monkeypatch.setattr(
        stage.screens, "phone", lambda room, reads: (drawn.append(reads), draw(room, reads))[1]
    )
    monkeypatch.setattr(sockets.server, "enter_room", lambda *_: None)
    for number, (words, interface) in enumerate([NL] * 5 + [EN] * 3):
        auth = {"token": stage.tokens.of(live.id, f"p{number}"), "words": words, "interface": interface}
        sockets._connect(f"s{number}", {}, auth)

    sockets.tell(live, News(slide=True))
    for number in range(5, 8):
        sockets._disconnect(f"s{number}", "")
    sockets.tell(live, News(slide=True))

    assert drawn == [NL, EN, NL]
    assert told[:2] == [f"slide phones:{live.id}:nl:nl", f"slide phones:{live.id}:en:en"]
