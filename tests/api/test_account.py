"""The page of one's own account, on which tokens are made and withdrawn."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.api.conftest import Program
from tests.kinds.drawn import HOSTILE, Page
from tests.people import browser
from workshop.accounts.user import User
from workshop.api import pages, token
from workshop.api.token import Token
from workshop.database import Database


@pytest.fixture
def els(app: Flask, owner: User) -> FlaskClient:
    app.config["WTF_CSRF_ENABLED"] = False
    return browser(app, owner)


def make(client: FlaskClient, **fields: str) -> str:
    """Makes a token and reads it from the page."""
    page = client.post("/account/tokens", data={"name": "CRM", "scope": "read", "days": "90", **fields})
    assert page.status_code == 200, page.text
    found = re.search(r"wst_[\w-]{40,}", page.text)
    assert found
    return found[0]


def kept(database: Database, person: User) -> list[Token]:
    with database.read() as session:
        return token.of_user(session, person)


def test_a_token_is_made_shown_once_and_counts(app: Flask, els: FlaskClient, owner: User) -> None:
    assert "The tokens that you make come here." in els.get("/account").text

    made = make(els, name="Ons CRM")

    assert Program(app, made).ask("/leads").status_code == 200
    page = els.get("/account").text
    assert "Ons CRM" in page
    assert made not in page
    assert "last used on" in page
    assert owner.email in page


def test_what_it_may_do_and_how_long_is_what_was_chosen(
    els: FlaskClient, database: Database, owner: User
) -> None:
    make(els, scope="write", days="30")
    make(els, days="")

    endless, month = kept(database, owner)
    assert (endless.writes, endless.expires_at) == (False, None)
    assert month.writes
    assert month.expires_at is not None
    assert month.expires_at - month.created_at == 30 * pages.DAY
    assert "reads and changes" in els.get("/account").text


def test_one_that_is_withdrawn_counts_no_more(
    app: Flask, els: FlaskClient, database: Database, owner: User
) -> None:
    made = make(els)
    (row,) = kept(database, owner)
    assert Program(app, made).ask("/leads").status_code == 200

    page = els.post(f"/account/tokens/{row.id}/withdraw", follow_redirects=True)

    assert "The token is withdrawn." in page.text
    assert kept(database, owner) == []
    assert Program(app, made).ask("/leads").status_code == 401


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": ""}, "Give the token a name."),
        ({"name": " \u200b"}, "Give the token a name."),
        ({"name": "x" * 61}, "The name is longer than 60 characters."),
        ({"days": "9999"}, "Choose one of these."),
        ({"days": "x"}, "Choose one of these."),
    ],
)
def test_what_cannot_be_is_refused_with_what_was_typed(
    els: FlaskClient, database: Database, owner: User, fields: dict[str, str], why: str
) -> None:
    typed = {"name": "CRM", "scope": "write", "days": "30", **fields}

    page = els.post("/account/tokens", data=typed)

    assert page.status_code == 422
    assert why in page.text
    assert Page(page.text).all("input", name="name", value=typed["name"])
    assert kept(database, owner) == []


def test_hostile_text_is_only_text(els: FlaskClient) -> None:
    page = els.post("/account/tokens", data={"name": HOSTILE[:60], "days": "30"})

    assert page.status_code == 200
    assert Page(page.text).runs_nothing()
    assert Page(els.get("/account").text).runs_nothing()


def test_nobody_makes_tokens_without_end(
    els: FlaskClient, database: Database, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MOST_TOKENS", 2)
    make(els)
    make(els)

    page = els.post("/account/tokens", data={"name": "CRM", "days": "30"})

    assert page.status_code == 422
    assert "There are 2 tokens already." in page.text
    assert len(kept(database, owner)) == 2


def test_a_colleague_sees_and_withdraws_only_own_tokens(
    app: Flask, els: FlaskClient, database: Database, owner: User, colleague: User, admin: User
) -> None:
    make(els, name="Van Els")
    (row,) = kept(database, owner)
    for other in (browser(app, colleague), browser(app, admin)):
        assert "Van Els" not in other.get("/account").text
        assert other.post(f"/account/tokens/{row.id}/withdraw").status_code == 404
    assert len(kept(database, owner)) == 1

    assert "Van Els" in els.get("/account").text
    assert els.post(f"/account/tokens/{row.id}/withdraw").status_code == 303


def test_a_stranger_is_asked_to_sign_in(
    app: Flask, els: FlaskClient, database: Database, owner: User
) -> None:
    assert els.get("/account").status_code == 200
    make(els)
    stranger = browser(app)

    for answer in (
        stranger.get("/account"),
        stranger.post("/account/tokens", data={"name": "CRM", "days": "30"}),
        stranger.post("/account/tokens/1/withdraw"),
    ):
        assert answer.status_code == 303
        assert answer.headers["Location"].startswith("/sign-in")
    assert len(kept(database, owner)) == 1


def test_without_the_forms_token_nothing_is_done(app: Flask, database: Database, owner: User) -> None:
    answer = browser(app, owner).post("/account/tokens", data={"name": "CRM", "days": "30"})

    assert answer.status_code == 400
    assert kept(database, owner) == []
