"""The page /password/<token>."""

import pytest
from flask import Flask

from tests.accounts.conftest import PASSWORD, new_link
from tests.accounts.visitor import Visitor
from workshop.accounts.links import LIVES
from workshop.accounts.user import User, find_or_add
from workshop.database import Database

NEW = "four hungry foxes"


def test_a_new_account_gets_its_password(app: Flask, visitor: Visitor, database: Database) -> None:
    with database.write() as session:
        user = find_or_add(session, "new@example.org", "New", "presenter")
    path = new_link(database, user, "password")

    page = visitor.open(path)
    response = visitor.send(path, password=NEW)

    assert "new@example.org" in page.text
    assert response.location == "/workshops"
    assert visitor.sees("/for/presenters")
    assert Visitor(app).sign_in("new@example.org", NEW).status_code == 303


def test_the_old_password_no_longer_counts(
    app: Flask, visitor: Visitor, database: Database, presenter: User
) -> None:
    visitor.send(new_link(database, presenter, "password"), password=NEW)

    response = Visitor(app).sign_in(presenter.email, PASSWORD)

    assert response.status_code == 422


def test_ten_characters_are_enough_whatever_they_are(
    visitor: Visitor, database: Database, presenter: User
) -> None:
    response = visitor.send(new_link(database, presenter, "password"), password="mmmm mmmm ")

    assert response.status_code == 303


@pytest.mark.parametrize("password", ["", "nine char", "e\u0301" * 9])
def test_a_short_password_is_refused_and_the_link_still_works(
    visitor: Visitor, database: Database, presenter: User, password: str
) -> None:
    path = new_link(database, presenter, "password")

    refused = visitor.send(path, password=password)
    response = visitor.send(path, password=NEW)

    assert refused.status_code == 422
    assert 'id="password-error">That is too short. Take at least 10 characters.' in refused.text
    assert response.status_code == 303


def test_a_used_link_sets_nothing(app: Flask, visitor: Visitor, database: Database, presenter: User) -> None:
    path = new_link(database, presenter, "password")
    token = visitor.token(path)
    Visitor(app).send(path, password=NEW)

    sent = visitor.send_without_token(path, csrf_token=token, password="five golden rings")
    opened = visitor.open(path)

    assert sent.status_code == opened.status_code == 410
    assert Visitor(app).sign_in(presenter.email, NEW).status_code == 303


@pytest.mark.parametrize(("age", "status"), [(-1000, 303), (0, 410)])
def test_it_works_for_a_week(
    visitor: Visitor, database: Database, presenter: User, age: int, status: int
) -> None:
    path = new_link(database, presenter, "password", age=LIVES["password"] + age)
    token = visitor.token("/sign-in")

    response = visitor.send_without_token(path, csrf_token=token, password=NEW)

    assert response.status_code == status


def test_all_other_links_end_with_a_new_password(
    app: Flask, visitor: Visitor, database: Database, presenter: User, staff: User
) -> None:
    others = [new_link(database, presenter, "password"), new_link(database, presenter, "sign_in")]
    colleagues = new_link(database, staff, "sign_in")

    visitor.send(new_link(database, presenter, "password"), password=NEW)

    assert [Visitor(app).open(path).status_code for path in others] == [410, 410]
    assert Visitor(app).open(colleagues).status_code == 200


def test_a_link_to_sign_in_sets_no_password(visitor: Visitor, database: Database, presenter: User) -> None:
    path = new_link(database, presenter, "sign_in").replace("/sign-in/", "/password/")
    token = visitor.token("/sign-in")

    opened = visitor.open(path)
    sent = visitor.send_without_token(path, csrf_token=token, password=NEW)

    assert opened.status_code == sent.status_code == 410
    assert visitor.sign_in(presenter.email, PASSWORD).status_code == 303


def test_a_form_without_its_token_sets_nothing(
    app: Flask, visitor: Visitor, database: Database, presenter: User
) -> None:
    path = new_link(database, presenter, "password")

    response = visitor.send_without_token(path, password=NEW)

    assert response.status_code == 400
    assert Visitor(app).sign_in(presenter.email, PASSWORD).status_code == 303


def test_hashing_is_done_outside_the_transaction(
    app: Flask,
    visitor: Visitor,
    database: Database,
    presenter: User,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passwords = app.extensions["workshop.accounts"].passwords
    hash_it = passwords.hash
    held: list[bool] = []

    def hash_and_look(password: str) -> str:
        held.append(database._one_writer.locked())
        result: str = hash_it(password)
        return result

    monkeypatch.setattr(passwords, "hash", hash_and_look)

    visitor.send(new_link(database, presenter, "password"), password=NEW)

    assert held == [False]
