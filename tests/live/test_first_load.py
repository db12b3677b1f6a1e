"""A phone's first visit: how much comes over the line, and that one look at the page tells all of it."""

import gzip
import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.workshops import CHOICE, OPEN, WELCOME
from workshop import assets
from workshop.database import Database
from workshop.decks.store import BUNDLED, load
from workshop.events import SlideShown
from workshop.journal import Entry, append
from workshop.workshops import Workshop, start

MOST_KIB = 60
HEADERS = 600
"""Bytes of an answer's headers, at most; there are about five hundred."""
NAMED = re.compile(r'<(?:link|script)\b[^>]*\b(?:href|src)="([^"]+)"')
ZIPPED = {"Accept-Encoding": "gzip"}


@pytest.fixture
def show(database: Database, workshop: Workshop) -> "Show":
    return Show(database, workshop)


class Show:
    """Shows a slide of the workshop."""

    def __init__(self, database: Database, workshop: Workshop) -> None:
        self._database, self._workshop = database, workshop

    def __call__(self, slide: int) -> str:
        with self._database.write() as session:
            append(session.connection(), [Entry(self._workshop.id, SlideShown(slide))])
        return f"/{self._workshop.code}"


def page(client: FlaskClient, address: str) -> str:
    return gzip.decompress(client.get(address, headers=ZIPPED).data).decode()


def scripts(html: str) -> tuple[list[str], list[str]]:
    """Those that the browser asks for at once, and those that it does not see in a template."""
    head, _body, later = html.partition("<body")
    preloaded = re.compile(r'rel="modulepreload" href="/static/\w+/([^"]+)"')
    return preloaded.findall(head), preloaded.findall(later)


def named(client: FlaskClient, address: str) -> list[str]:
    return NAMED.findall(page(client, address))


def test_the_page_itself_comes_packed_and_is_not_kept(client: FlaskClient, show: Show) -> None:
    answer = client.get(show(OPEN), headers=ZIPPED)

    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Wat vind je?" in gzip.decompress(answer.data).decode()


@pytest.mark.parametrize("deck", sorted(BUNDLED.glob("*.md")), ids=lambda path: path.stem)
def test_all_that_the_page_names_is_at_most_sixty_kib(app: Flask, database: Database, deck: Path) -> None:
    with database.write() as session:
        workshop = start(session, load(session, deck))
    client, address = app.test_client(), f"/{workshop.code}"

    sizes = {name: answer_size(client, name) for name in [address, *named(client, address)]}

    assert len(sizes) > 10
    assert sum(sizes.values()) <= MOST_KIB * 1024, sizes


def answer_size(client: FlaskClient, address: str) -> int:
    answer = client.get(address, headers=ZIPPED)
    assert answer.status_code == 200, address
    return len(answer.data) + HEADERS


def test_nothing_comes_from_anybody_else(client: FlaskClient, show: Show) -> None:
    addresses = named(client, show(OPEN))

    assert addresses
    assert all(address.startswith("/") and not address.startswith("//") for address in addresses)


def test_no_style_sheet_of_the_phone_asks_for_another_file(client: FlaskClient, show: Show) -> None:
    address = next(name for name in named(client, show(OPEN)) if name.endswith(".css"))
    styles = client.get(address).text

    assert ".phone" in styles
    assert "url(" not in styles
    assert "@import" not in styles


@pytest.mark.parametrize(("slide", "kinds"), [(WELCOME, []), (OPEN, ["open"]), (CHOICE, ["choice"])])
def test_every_script_that_runs_for_the_slide_is_asked_for_at_once(
    client: FlaskClient, show: Show, slide: int, kinds: list[str]
) -> None:
    html = page(client, show(slide))
    at_once, _later = scripts(html)

    assert at_once == [*assets.modules_of("js/phone.js", *(f"js/kinds/{kind}.js" for kind in kinds))]


@pytest.mark.parametrize("slide", [WELCOME, OPEN])
def test_the_scripts_of_the_slides_to_come_wait_until_there_is_time(
    client: FlaskClient, show: Show, slide: int
) -> None:
    html = page(client, show(slide))
    at_once, later = scripts(html)

    assert "js/kinds/choice.js" in later
    assert not {*at_once} & {*later}
    assert {*at_once, *later} == {*assets.modules_of("js/phone.js", "js/kinds/choice.js", "js/kinds/open.js")}


def test_the_phones_style_sheet_holds_the_decks_colours_and_its_kinds(
    client: FlaskClient, show: Show
) -> None:
    address = next(name for name in named(client, show(OPEN)) if name.endswith(".css"))
    answer = client.get(address, headers=ZIPPED)
    styles = gzip.decompress(answer.data).decode()

    assert styles.count("--accent:") == 4, "ours and the deck's, in the light and in the dark"
    assert ".option" in styles
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("wrong", ["/decks/1/000000000000/phone.css", "/decks/99/{}/phone.css"])
def test_no_style_sheet_of_another_version_is_kept_under_this_one(
    client: FlaskClient, workshop: Workshop, wrong: str
) -> None:
    assert client.get(f"/decks/1/{assets.fingerprint()}/phone.css").status_code == 200
    assert client.get(wrong.format(assets.fingerprint())).status_code == 404
