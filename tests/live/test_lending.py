"""What a presenter lends out: a remote control that works once and can be taken back, and a look along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people import browser, person
from tests.workshops import new_workshop
from workshop.accounts.user import User
from workshop.database import Database
from workshop.live import remotes, stage_of
from workshop.live.remotes import LINK_LIVES_SECONDS, cookie_name
from workshop.refused import Refused
from workshop.workshops import Workshop

DECK = """---
title: Met notities
language: nl
---

# Eén

::: notes
Niet voor iedereen.
:::

---

# Twee

::: open
:::
"""


@pytest.fixture(autouse=True)
def _no_tokens(app: Flask) -> Iterator[None]:
    app.config["WTF_CSRF_ENABLED"] = False
    yield
    stage_of(app).writer.stop()


@pytest.fixture
def workshop(database: Database, tmp_path: Path) -> Workshop:
    with database.write() as session:
        return new_workshop(session, tmp_path, DECK)


def new_link(client: FlaskClient, workshop: Workshop) -> str:
    link: str = client.post(f"/workshops/{workshop.id}/remote").get_json()["link"]
    return "/" + link.split("/", 3)[3]


def paired(app: Flask, owner: User, workshop: Workshop) -> FlaskClient:
    phone = browser(app)
    assert phone.post(new_link(browser(app, owner), workshop)).status_code == 303
    return phone


def share(app: Flask, owner: User, workshop: Workshop, **form: str) -> str:
    link: str = browser(app, owner).post(f"/workshops/{workshop.id}/preview", data=form).get_json()["link"]
    return "/" + link.split("/", 3)[3] if link else ""


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "remote"), ("POST", "remote/end"), ("POST", "preview"), ("GET", "notes")],
)
def test_only_the_owner_lends_out_and_reads_the_notes(
    app: Flask, database: Database, workshop: Workshop, owner: User, method: str, path: str
) -> None:
    address = f"/workshops/{workshop.id}/{path}"

    statuses = [
        browser(app, who).open(address, method=method).status_code
        for who in (owner, person(database, "Colleague"), None)
    ]

    assert statuses == [200, 403, 303]


def test_a_paired_phone_gets_the_page_and_nothing_that_leads_elsewhere(
    app: Flask, database: Database, workshop: Workshop, owner: User
) -> None:
    with database.write() as session:
        row = session.get_one(Workshop, workshop.id)
        row.wifi_name, row.wifi_password = "zaal", "heel-geheim"
    phone = paired(app, owner, workshop)

    page = phone.get(f"/remote/{workshop.id}").get_data(as_text=True)

    assert "data-remote" in page
    for elsewhere in ("/leads", "/cards", "heel-geheim", "/preview", 'href="/workshops'):
        assert elsewhere not in page
    for address in (f"/workshops/{workshop.id}", "/workshops", "/leads"):
        assert phone.get(address).status_code == 303, "it has no account"


def test_a_link_pairs_one_phone_and_looking_does_not_use_it_up(
    app: Flask, workshop: Workshop, owner: User
) -> None:
    link = new_link(browser(app, owner), workshop)
    first, second = browser(app), browser(app)

    assert [first.get(link).status_code for _look in range(2)] == [200, 200]
    assert first.post(link).status_code == 303

    assert (second.get(link).status_code, second.post(link).status_code) == (403, 403)
    assert second.get(f"/remote/{workshop.id}").status_code == 403


def test_a_link_is_too_old_after_two_minutes(database: Database, workshop: Workshop) -> None:
    with database.write() as session:
        token = remotes.new_link(session, workshop.id, 1_000)
        end = 1_000 + LINK_LIVES_SECONDS * 1000

        assert remotes.is_open(session, workshop.id, token, end - 1)
        assert not remotes.is_open(session, workshop.id, token, end)
        assert remotes.pair(session, workshop.id, token, end) is None


def test_a_badge_is_for_one_workshop_and_cannot_be_made(
    app: Flask, database: Database, tmp_path: Path, workshop: Workshop, owner: User
) -> None:
    with database.write() as session:
        other = new_workshop(session, tmp_path, DECK)
    phone = paired(app, owner, workshop)
    cookie = phone.get_cookie(cookie_name(workshop.id))
    assert cookie is not None

    stage = stage_of(app)
    stage.remote(workshop.id, cookie.value)
    for workshop_id, badge in ((other.id, cookie.value), (workshop.id, cookie.value[:-2]), (workshop.id, "")):
        with pytest.raises(Refused):
            stage.remote(workshop_id, badge)


def test_uncoupling_ends_all_remotes_and_links(app: Flask, workshop: Workshop, owner: User) -> None:
    phone, link = paired(app, owner, workshop), new_link(browser(app, owner), workshop)
    assert phone.get(f"/remote/{workshop.id}").status_code == 200

    browser(app, owner).post(f"/workshops/{workshop.id}/remote/end")

    assert phone.get(f"/remote/{workshop.id}").status_code == 403
    assert browser(app).post(link).status_code == 403


def test_the_link_to_look_along_shows_slides_and_notes_only_where_the_owner_says_so(
    app: Flask, workshop: Workshop, owner: User
) -> None:
    link = share(app, owner, workshop, act="share")

    without = browser(app).get(link).get_data(as_text=True)
    assert share(app, owner, workshop, act="share", notes="on") == link
    with_notes = browser(app).get(link).get_data(as_text=True)

    assert "Twee" in without
    assert "Niet voor iedereen" not in without
    assert "Niet voor iedereen" in with_notes


def test_another_link_and_none_end_the_old_one(app: Flask, workshop: Workshop, owner: User) -> None:
    first = share(app, owner, workshop, act="share")
    second = share(app, owner, workshop, act="renew")
    assert [browser(app).get(link).status_code for link in (first, second)] == [404, 200]

    assert share(app, owner, workshop, act="end") == ""

    assert browser(app).get(second).status_code == 404


EVERY_KIND = """---
title: Van alles
language: nl
---

# Bedenk

::: ideas
:::

---

# De beste

::: best {from="Bedenk"}
:::

---

# Café

::: cafe {tables=2 rounds=2 minutes=5}
- Wat nu?
- En dan?
:::
"""


def test_decks_that_bring_earlier_answers_back_have_pictures_without_them(
    app: Flask, database: Database, tmp_path: Path
) -> None:
    with database.write() as session:
        workshop = new_workshop(session, tmp_path, EVERY_KIND)
    stage = stage_of(app)
    live = stage.rooms.of(workshop)

    pictures = [slide["html"] for slide in stage.screens.overview(live, pictures=True)]

    assert [
        title in html for title, html in zip(("Bedenk", "De beste", "Café"), pictures[1:], strict=True)
    ] == [True] * 3
