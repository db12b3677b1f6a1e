"""The page of one's own answers: whose it is, what stands on it, and taking back."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.kinds.drawn import HOSTILE, Page
from tests.said import CHOICE, LAST, OPEN, TWO, given, happen, one_of_each
from workshop.database import Database
from workshop.events import (
    AnswerHidden,
    AnswerWithdrawn,
    AnyEvent,
    FriendMessageWritten,
    SlideShown,
    WorkshopClosed,
)
from workshop.friends import message as messages
from workshop.friends.form import Words
from workshop.live import stage_of
from workshop.live.join import cookie_name
from workshop.live.tokens import Tokens
from workshop.workshops import Workshop

ME, OTHER = "m" * 16, "o" * 16
MINE = "a" * 22


def phone(app: Flask, workshop: Workshop, token: str) -> FlaskClient:
    """A browser that has joined."""
    client = app.test_client()
    client.set_cookie(cookie_name(workshop), token, path=f"/{workshop.code}")
    return client


def read(client: FlaskClient, workshop: Workshop) -> Page:
    answer = client.get(f"/{workshop.code}/mine")
    assert answer.status_code == 200
    return Page(answer.text)


@pytest.fixture
def token(tokens: Tokens, workshop: Workshop) -> str:
    return tokens.of(workshop.id, ME)


@pytest.fixture
def me(app: Flask, workshop: Workshop, token: str) -> FlaskClient:
    return phone(app, workshop, token)


def test_everything_that_a_phone_said_is_there_by_question_as_people_read_it(
    me: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, *one_of_each(ME))

    page = read(me, workshop)

    said = [
        "Wat vind je? Meer tijd, en minder regels.",
        "De eerste? Ja",
        "De tweede? Nee",
        "Kies rood groen",
        "Zet op volgorde 1. gym 2. lezen 3. rekenen",
        "Mogelijkheid Punten tijd 50 geld 20",
        "Het gaat goed. 5 van 5 (helemaal mee eens) Het kan beter. –",
        "Hoeveel scholen? 6500 scholen",
        "Waar sta je? druk, samen",
        "Een paar woorden rust",
    ]
    assert [text for text in said if text not in page.text] == []
    places = [page.text.index(text) for text in said]
    assert places == sorted(places)


def test_the_cookie_of_the_phones_page_opens_it(
    client: FlaskClient, database: Database, workshop: Workshop
) -> None:
    joined = Page(client.get(f"/{workshop.code}").text)
    token = str(joined.all("body")[0]["data-token"])

    assert read(client, workshop).all("body")[0]["data-token"] == token


def test_a_phone_without_cookies_hands_its_token_over(
    client: FlaskClient, database: Database, workshop: Workshop, token: str
) -> None:
    happen(database, workshop, given(ME, OPEN, "van mij"))

    without = read(client, workshop)
    opened = client.post(f"/{workshop.code}/mine", data={"token": token})

    assert without.all("body")[0]["data-token"] == ""
    assert "van mij" not in without.text
    assert "van mij" in opened.text
    assert opened.headers["Cache-Control"] == "no-store"


def test_another_phone_sees_only_its_own(
    app: Flask, me: FlaskClient, database: Database, workshop: Workshop, tokens: Tokens
) -> None:
    happen(database, workshop, given(ME, OPEN, "van mij"), given(OTHER, OPEN, "van de ander"))
    other = phone(app, workshop, tokens.of(workshop.id, OTHER))

    mine, theirs = read(me, workshop).text, read(other, workshop).text

    assert "van mij" in mine
    assert "van de ander" not in mine
    assert "van de ander" in theirs
    assert "van mij" not in theirs


@pytest.mark.parametrize("forged", ["", "x", "WzEsIm0iXQ.abc", None])
@pytest.mark.parametrize("path", ["", "/withdraw", "/answers.pdf"])
def test_a_token_that_is_forged_or_of_another_workshop_opens_nothing(
    client: FlaskClient, database: Database, workshop: Workshop, tokens: Tokens, forged: str | None, path: str
) -> None:
    happen(database, workshop, given(ME, OPEN, "van mij", id=MINE))
    token = tokens.of(workshop.id + 1, ME) if forged is None else forged

    answer = client.post(f"/{workshop.code}/mine{path}", data={"token": token, "answer": MINE})

    assert answer.status_code == 422
    assert b"van mij" not in answer.data
    assert "Scan de code" in answer.text


def test_the_cookie_alone_takes_nothing_back(
    app: Flask, me: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(database, workshop, given(ME, OPEN, "van mij", id=MINE))

    me.post(f"/{workshop.code}/mine/withdraw", data={"answer": MINE})

    assert "van mij" in read(me, workshop).text


@pytest.mark.parametrize("ended", [False, True])
def test_an_answer_is_taken_back_and_gone_also_after_the_end(
    app: Flask, me: FlaskClient, database: Database, workshop: Workshop, token: str, ended: bool
) -> None:
    happen(database, workshop, given(ME, OPEN, "weg hiermee", id=MINE), given(ME, OPEN, "dit blijft"))
    if ended:
        happen(database, workshop, WorkshopClosed())

    answer = me.post(f"/{workshop.code}/mine/withdraw", data={"token": token, "answer": MINE})

    assert answer.headers["Location"] == f"/{workshop.code}/mine"
    page = read(me, workshop)
    assert "weg hiermee" not in page.text
    assert "dit blijft" in page.text
    room = stage_of(app).rooms.of(workshop).room
    assert [each.value for each in room.answers.visible_of(OPEN)] == ["dit blijft"]


def test_taking_back_twice_is_no_fault(
    me: FlaskClient, database: Database, workshop: Workshop, token: str
) -> None:
    happen(database, workshop, given(ME, OPEN, "weg hiermee", id=MINE))
    order = {"token": token, "answer": MINE}

    first, again = (me.post(f"/{workshop.code}/mine/withdraw", data=order) for _press in range(2))

    assert (first.status_code, again.status_code) == (303, 303)
    assert "weg hiermee" not in read(me, workshop).text


def test_a_phone_without_cookies_gets_what_is_left(
    client: FlaskClient, database: Database, workshop: Workshop, token: str
) -> None:
    happen(database, workshop, given(ME, OPEN, "weg hiermee", id=MINE), given(ME, OPEN, "dit blijft"))

    left = client.post(f"/{workshop.code}/mine/withdraw", data={"token": token, "answer": MINE})

    assert left.status_code == 200
    assert "weg hiermee" not in left.text
    assert "dit blijft" in left.text


def test_nobody_takes_back_what_another_phone_said(
    app: Flask, me: FlaskClient, database: Database, workshop: Workshop, token: str
) -> None:
    happen(database, workshop, given(OTHER, OPEN, "van de ander", id=MINE))

    me.post(f"/{workshop.code}/mine/withdraw", data={"token": token, "answer": MINE})

    room = stage_of(app).rooms.of(workshop).room
    assert [each.value for each in room.answers.visible_of(OPEN)] == ["van de ander"]


def test_what_the_presenter_hid_stays_with_who_said_it_and_what_was_taken_back_does_not(
    me: FlaskClient, database: Database, workshop: Workshop
) -> None:
    happen(
        database,
        workshop,
        given(ME, OPEN, "verborgen", id=MINE),
        AnswerHidden(MINE),
        given(ME, TWO, "terug", id="b" * 22),
        AnswerWithdrawn(ME, "b" * 22),
    )

    page = read(me, workshop)

    assert "verborgen" in page.text
    assert "De eerste?" not in page.text


def test_own_cards_for_friends_are_there_and_nobody_elses(
    me: FlaskClient, database: Database, workshop: Workshop
) -> None:
    with database.write() as session:
        for seq, (who, text) in enumerate(((ME, "Kom kijken"), (OTHER, "Niet voor jou")), start=90):
            messages.write(
                session.connection(),
                workshop_id=workshop.id,
                message_id=f"{seq}" * 10,
                seq=seq,
                participant=who,
                words=Words("Sanne", text, "Anna"),
            )
    happen(database, workshop, FriendMessageWritten(ME, "x"))

    page = read(me, workshop)

    assert "Voor Sanne Kom kijken Anna" in page.text
    assert "Niet voor jou" not in page.text


def test_who_has_said_nothing_reads_what_comes_here(me: FlaskClient, workshop: Workshop) -> None:
    page = read(me, workshop)

    assert "Je hebt nog geen antwoord verstuurd." in page.text
    assert not page.all("button")


def test_what_people_wrote_is_shown_as_text(me: FlaskClient, database: Database, workshop: Workshop) -> None:
    happen(database, workshop, given(ME, OPEN, HOSTILE))

    page = read(me, workshop)

    assert HOSTILE in page.text
    assert not page.all("img")
    assert [each["src"] for name, each in page.elements if name == "script"] != []
    assert not any(name.startswith("on") for _tag, attributes in page.elements for name in attributes)


def test_a_code_is_tidied_and_a_wrong_one_says_so(client: FlaskClient, workshop: Workshop) -> None:
    assert client.get(f"/{workshop.code.lower()}/mine").headers["Location"] == f"/{workshop.code}/mine"
    assert client.get("/ZZZZZZ/mine").status_code == 404
    assert client.post("/ZZZZZZ/mine/withdraw").status_code == 404


def test_looking_counts_nobody_as_a_new_participant(
    app: Flask, client: FlaskClient, workshop: Workshop
) -> None:
    client.get(f"/{workshop.code}/mine")

    assert stage_of(app).rooms.of(workshop).room.participants == set()
    assert not client.get_cookie(cookie_name(workshop), path=f"/{workshop.code}")


def test_the_phones_page_leads_there_and_most_of_all_at_the_end(
    app: Flask, me: FlaskClient, database: Database, workshop: Workshop
) -> None:
    def links(*events: AnyEvent) -> int:
        happen(database, workshop, *events)
        stage_of(app).rooms.look()
        return len(Page(me.get(f"/{workshop.code}").text).all("a", href=f"/{workshop.code}/mine"))

    on_the_way = links(SlideShown(CHOICE))
    on_the_last_slide = links(SlideShown(LAST))
    ended = links(SlideShown(CHOICE), WorkshopClosed())

    assert (on_the_way, on_the_last_slide, ended) == (1, 2, 2)
