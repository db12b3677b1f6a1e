"""The sender's page of a card: who comes to it, and what it offers."""

import io
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from tests.friends.written import ME, words, write
from tests.kinds.drawn import Page
from tests.scan import read
from workshop.config import Settings
from workshop.database import Database
from workshop.friends.message import FriendMessage
from workshop.friends.sender import is_key, key_of
from workshop.live.tokens import Tokens
from workshop.workshops import Workshop

PUBLIC = "https://workshop.example.org"


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, public_url=PUBLIC)


def address(settings: Settings, message: FriendMessage) -> str:
    return f"/f/{message.token}/sent/{key_of(settings.secret, message.token)}"


def test_it_shows_the_link_the_code_and_the_ways_to_send_it(
    client: FlaskClient, settings: Settings, message: FriendMessage
) -> None:
    page = client.get(address(settings, message), headers={"Accept-Language": "en"})

    found, link = Page(page.text), f"{PUBLIC}/f/{message.token}"
    assert found.all("input", id="link", value=link)
    code = (
        page.text.partition('<div class="card-code"')[2]
        .partition('hidden="true">')[2]
        .partition("</span>")[0]
    )
    assert read(code) == link
    assert found.all("a", href=f"/f/{message.token}/card.pdf")
    assert found.all("a", href=f"/f/{message.token}/card.png")
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_no_address_of_a_card_tells_who_is_on_it(
    client: FlaskClient, settings: Settings, message: FriendMessage
) -> None:
    page = Page(client.get(address(settings, message)).text)

    addresses = [
        str(value) for _tag, each in page.elements for name, value in each.items() if name in ("href", "src")
    ]
    assert len(addresses) > 5
    assert not any(name in each for each in addresses for name in ("Sanne", "Anna"))


@pytest.mark.parametrize("key", ["x", "x" * 12, "é" * 12, "%00"])
def test_only_its_sender_has_its_key(
    client: FlaskClient, settings: Settings, message: FriendMessage, key: str
) -> None:
    assert client.get(address(settings, message)).status_code == 200

    assert client.get(f"/f/{message.token}/sent/{key}").status_code == 404
    assert client.post(f"/f/{message.token}/sent/{key}/mail").status_code == 404


def test_the_key_of_one_card_opens_no_other(
    client: FlaskClient, database: Database, settings: Settings, workshop: Workshop
) -> None:
    one, other = write(database, settings, workshop, words(), words(friend_name="Bo"))

    assert client.get(f"/f/{one.token}/sent/{key_of(settings.secret, other.token)}").status_code == 404
    assert not is_key("another installation's secret, so long", one.token, key_of(settings.secret, one.token))


def test_the_phone_that_sent_the_card_is_led_to_its_page(
    client: FlaskClient, settings: Settings, message: FriendMessage
) -> None:
    token = Tokens(settings.secret).of(message.workshop_id, ME)

    answer = client.post("/f", data={"token": token, "id": message.id})

    assert answer.status_code == 303
    assert answer.headers["Location"] == address(settings, message)


def test_another_phone_is_not_nor_one_that_knows_no_card(
    client: FlaskClient, settings: Settings, workshop: Workshop, message: FriendMessage
) -> None:
    mine, other = (Tokens(settings.secret).of(workshop.id, who) for who in (ME, "q" * 22))
    elsewhere = Tokens(settings.secret).of(workshop.id + 1, ME)

    assert client.post("/f", data={"token": mine, "id": message.id}).status_code == 303
    for token, card in ((other, message.id), (elsewhere, message.id), (mine, "x"), (mine, "\0"), (mine, "")):
        assert client.post("/f", data={"token": token, "id": card}).status_code == 404
    for token in ("", "x", mine[:-1]):
        assert client.post("/f", data={"token": token, "id": message.id}).status_code == 422


def test_my_answers_lead_to_it_too(
    app: Flask, client: FlaskClient, settings: Settings, workshop: Workshop, message: FriendMessage
) -> None:
    token = Tokens(settings.secret).of(workshop.id, ME)

    page = Page(client.post(f"/{workshop.code}/mine", data={"token": token}).text)

    assert page.all("a", href=address(settings, message))


def test_the_picture_is_the_card_with_a_code_that_can_be_scanned(
    client: FlaskClient, message: FriendMessage
) -> None:
    answer = client.get(f"/f/{message.token}/card.png")

    assert answer.mimetype == "image/png"
    image = Image.open(io.BytesIO(answer.data))
    assert max(image.size) == 1184
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [f"{PUBLIC}/f/{message.token}"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_the_pdf_holds_this_card_and_no_other(
    client: FlaskClient, database: Database, settings: Settings, workshop: Workshop
) -> None:
    one, _other = write(
        database, settings, workshop, words(message="Deze dus"), words(message="Die andere", friend_name="Bo")
    )

    answer = client.get(f"/f/{one.token}/card.pdf")

    assert answer.mimetype == "application/pdf"
    document = pypdfium2.PdfDocument(answer.data)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Deze dus" in text
    assert "Die andere" not in text
    assert "Sanne" not in answer.headers["Content-Disposition"]


def test_drawing_without_end_has_to_wait(client: FlaskClient, message: FriendMessage) -> None:
    answers = [client.get(f"/f/{message.token}/card.pdf").status_code for _ in range(30)]

    assert answers[0] == 200
    assert answers[-1] == 429
