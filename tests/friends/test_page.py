"""The page that a card's QR code leads to."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from markupsafe import Markup

from tests.friends.written import words, write
from tests.kinds.drawn import HOSTILE, Page
from tests.workshops import new_workshop
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.deck import Deck
from workshop.forms import FORM_ON_PAGE
from workshop.friends.message import FriendMessage
from workshop.workshops import Workshop


def is_our_own(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether it is the page's own script, which is loaded from our files."""
    return tag == "script" and str(attributes.get("src")).startswith("/static/")


def test_the_friend_reads_the_message_and_who_it_is_from(client: FlaskClient, message: FriendMessage) -> None:
    answer = client.get(f"/f/{message.token}")

    assert answer.status_code == 200
    assert "Hoi,\n\nkom je kijken?" in answer.text
    page = Page(answer.text)
    assert "Voor \u2068Sanne\u2069" in page.text, "whichever way the name is written, the sentence stays"
    assert "Anna" in page.text
    assert "Een kleine presentatie" in page.text


def test_nobody_needs_an_account_and_no_search_engine_may_keep_it(
    client: FlaskClient, message: FriendMessage
) -> None:
    answer = client.get(f"/f/{message.token}")

    assert Page(answer.text).all("meta", name="robots", content="noindex, nofollow, noarchive")
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(("asked", "said"), [("", "Voor"), ("xx", "Voor"), ("de-AT,de", "Für")])
def test_the_page_speaks_the_language_of_the_workshop_or_the_one_that_the_friend_asks_for(
    client: FlaskClient, message: FriendMessage, asked: str, said: str
) -> None:
    answer = client.get(f"/f/{message.token}", headers={"Accept-Language": asked})

    assert Page(answer.text).all("html", lang="nl", dir="ltr"), "the deck has one language"
    assert f"{said} \u2068Sanne\u2069" in answer.text


@pytest.mark.parametrize("field", ["friend_name", "message", "sender_name"])
def test_what_people_wrote_is_shown_as_text(
    client: FlaskClient, database: Database, settings: Settings, workshop: Workshop, field: str
) -> None:
    hostile = HOSTILE[:60].strip()
    (message,) = write(database, settings, workshop, words(**{field: hostile}))

    page = Page(client.get(f"/f/{message.token}").text)

    assert hostile in page.text
    page.elements = [each for each in page.elements if not is_our_own(*each)]
    assert page.runs_nothing()


def test_a_form_of_another_part_stands_on_the_page_and_knows_the_card(
    client: FlaskClient, workshop: Workshop, message: FriendMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn(deck: Deck, workshop_id: int, card: str) -> Markup:
        return Markup('<form data-of="{} {} {}"></form>').format(deck.title, workshop_id, card)

    monkeypatch.setitem(FORM_ON_PAGE, "test", drawn)

    page = Page(client.get(f"/f/{message.token}").text)

    assert page.all("form", **{"data-of": f"Een kleine presentatie {workshop.id} {message.id}"})


def test_a_contact_is_a_link_to_its_mail_address(
    app: Flask, client: FlaskClient, database: Database, settings: Settings
) -> None:
    source = "---\ntitle: T\ncontact: a@example.org\norganisation: De Club\n---\n" + 4 * "\n# x\n\n---\n"
    source += "\n# Een kaart\n\n::: friend\n:::\n"
    with database.write() as session:
        other = new_workshop(session, settings.data, source)
    (message,) = write(database, settings, other, words())

    page = Page(client.get(f"/f/{message.token}").text)

    assert page.all("a", href="mailto:a@example.org")
    assert "De Club" in page.text


@pytest.mark.parametrize("token", ["x", "x" * 12, "../../etc/passwd", "%00", "%", "_" * 500])
def test_an_unknown_address_is_not_found(client: FlaskClient, message: FriendMessage, token: str) -> None:
    answer = client.get(f"/f/{token}")

    assert answer.status_code == 404
    assert "Sanne" not in answer.text


def test_the_number_of_a_message_is_no_address(client: FlaskClient, message: FriendMessage) -> None:
    assert client.get(f"/f/{message.id}").status_code == 404
    assert client.get(f"/f/{message.token.swapcase()}").status_code == 404
