"""No inline script or style anywhere, a token in every form, and the headers on every page."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.people import browser, person
from workshop.database import Database
from workshop.workshops import Workshop

TEMPLATES = sorted((Path(__file__).parents[1] / "templates").rglob("*.html"))
PHONES_OWN_FORMS = {"kinds/lead/phone.html", "kinds/friend/phone.html"}
"""Sent by the phone's script with its token; `method` only keeps what is typed out of the address."""
CARDS_FORMS = {"friends/card.html", "friends/sender.html", "friends/write.html"}
"""What lets in there is the address itself, which only the card's holder knows; no cookie counts."""
KEYED_FORMS = {"leads/open_form.html", "leads/receipt.html"}
"""One carries a ticket of its own; of the other the address is the key. Neither knows a session."""
PHONES_TOKEN = '<input type="hidden" name="token" value="{{ token }}">'
"""What lets a phone's own page do something: no cookie counts there, so no other site can make it."""


def names(path: Path) -> str:
    return "/".join(path.parts[path.parts.index("templates") + 1 :])


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_no_template_has_script_or_style_in_it(path: Path) -> None:
    html = path.read_text()

    scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")[^>]*>", html)
    assert not scripts
    assert not re.search(r"<style|\sstyle=|\son\w+=", html)
    assert "javascript:" not in html


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_every_form_that_posts_holds_a_token(path: Path) -> None:
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", path.read_text(), re.S):
        mine = names(path) == "mine/mine.html" and PHONES_TOKEN in form
        assert "csrf_field()" in form or mine or names(path) in PHONES_OWN_FORMS | CARDS_FORMS | KEYED_FORMS


@pytest.mark.parametrize("address", ["/", "/sign-in", "/nowhere", "/{code}", "/projector/{key}"])
def test_every_page_forbids_what_it_does_not_need(
    client: FlaskClient, workshop: Workshop, address: str
) -> None:
    page = client.get(address.format(code=workshop.code, key=workshop.projector_key))

    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"


def test_a_form_without_its_token_is_refused(client: FlaskClient) -> None:
    assert client.post("/sign-in", data={"email": "a@example.org", "password": "x"}).status_code == 400


def test_no_number_in_an_address_is_too_large_for_the_database(app: Flask, database: Database) -> None:
    admin = browser(app, person(database, "Ada", "admin"))
    rules = [rule for rule in app.url_map.iter_rules() if "<int:" in rule.rule]
    assert len(rules) > 20

    for rule in rules:
        address = re.sub("<int:[^>]+>", "9" * 30, re.sub("<string[^>]*:code>", "XXXXXX", rule.rule))
        address = re.sub("<[^>]+>", "x", address)
        method = "get" if "GET" in (rule.methods or ()) else "post"
        for who in (admin, browser(app)):
            assert getattr(who, method)(address).status_code < 500, address
