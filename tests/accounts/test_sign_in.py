"""The page /sign-in."""

import pytest
from flask import Flask

from tests.accounts.conftest import PASSWORD
from tests.accounts.visitor import Visitor
from workshop.accounts import pages
from workshop.accounts.doorkeeper import Doorkeeper
from workshop.accounts.user import User, find_or_add
from workshop.database import Database


def test_the_right_password_signs_in(visitor: Visitor, presenter: User) -> None:
    response = visitor.sign_in(presenter.email, PASSWORD)

    assert response.status_code == 303
    assert response.location == "/workshops"
    assert visitor.sees("/for/presenters")


def test_staff_come_to_the_leads(visitor: Visitor, staff: User) -> None:
    response = visitor.sign_in(staff.email, PASSWORD)

    assert response.location == "/leads"


def test_an_address_may_be_typed_with_capitals_and_spaces(visitor: Visitor, presenter: User) -> None:
    response = visitor.sign_in(f" {presenter.email.upper()} ", PASSWORD)

    assert response.status_code == 303


def test_a_password_is_the_same_from_a_keyboard_that_composes_differently(
    app: Flask, visitor: Visitor, database: Database, presenter: User
) -> None:
    doorkeeper: Doorkeeper = app.extensions[pages.NAME]
    password_hash = doorkeeper.passwords.hash("caf\u00e9 caf\u00e9 caf\u00e9")
    with database.write() as session:
        session.merge(presenter).change_password(password_hash)

    response = visitor.sign_in(presenter.email, "cafe\u0301 cafe\u0301 cafe\u0301")

    assert response.status_code == 303


def test_who_is_signed_in_goes_on_at_once(visitor: Visitor, presenter: User) -> None:
    visitor.sign_in(presenter.email, PASSWORD)

    response = visitor.open("/sign-in?next=/for/presenters")

    assert response.location == "/for/presenters"


def test_a_wrong_password_is_refused_and_the_address_stays(visitor: Visitor, presenter: User) -> None:
    response = visitor.sign_in(presenter.email, "three blind cats")

    assert response.status_code == 422
    assert "do not belong together" in response.text
    assert 'value="els@example.org"' in response.text
    assert "three blind cats" not in response.text
    assert not visitor.sees("/for/presenters")


def test_an_unknown_address_gets_the_same_answer_after_the_same_work(
    app: Flask, presenter: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashes: list[str] = []
    passwords = app.extensions[pages.NAME].passwords
    compare = passwords._matches
    monkeypatch.setattr(passwords, "_matches", lambda h, p: hashes.append(h) or compare(h, p))

    known = Visitor(app).sign_in(presenter.email, "three blind cats")
    unknown = Visitor(app).sign_in("eva@example.org", "three blind cats")

    assert unknown.status_code == known.status_code == 422
    assert "do not belong together" in unknown.text
    assert _without_tokens(unknown.text) == _without_tokens(known.text)
    cost = [password_hash.split("$")[:4] for password_hash in hashes]
    assert len(cost) == 2
    assert cost[0] == cost[1]
    assert len(hashes[0]) == len(hashes[1])


def test_an_account_without_a_password_is_refused_like_a_wrong_one(
    visitor: Visitor, database: Database
) -> None:
    with database.write() as session:
        find_or_add(session, "new@example.org", "New", "presenter")

    response = visitor.sign_in("new@example.org", "three blind mice")

    assert response.status_code == 422
    assert "do not belong together" in response.text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"email": " ", "password": PASSWORD}, "Fill in your e-mail address."),
        ({"email": "els@example.org", "password": ""}, "Fill in your password."),
        ({}, "Fill in your password."),
    ],
)
def test_an_empty_field_is_named(visitor: Visitor, fields: dict[str, str], text: str) -> None:
    response = visitor.send("/sign-in", **fields)

    assert response.status_code == 422
    assert text in response.text


def test_a_form_without_its_token_is_refused(visitor: Visitor, presenter: User) -> None:
    response = visitor.send_without_token("/sign-in", email=presenter.email, password=PASSWORD)

    assert response.status_code == 400
    assert not visitor.sees("/for/presenters")


def test_what_was_typed_is_only_ever_text(visitor: Visitor) -> None:
    response = visitor.sign_in('"><script>alert(1)</script>', "three blind mice")

    assert "<script>alert" not in response.text


def _without_tokens(html: str) -> list[str]:
    return [line for line in html.splitlines() if "csrf_token" not in line and "@example.org" not in line]
