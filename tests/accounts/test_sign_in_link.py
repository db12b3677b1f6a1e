"""The page /sign-in/<token>."""

import pytest
from flask import Flask

from tests.accounts.conftest import PASSWORD, new_link
from tests.accounts.visitor import Visitor
from workshop.accounts.links import LIVES, OneTimeLink
from workshop.accounts.user import User, find_or_add
from workshop.database import Database


def test_the_button_signs_in(visitor: Visitor, database: Database, presenter: User) -> None:
    path = new_link(database, presenter, "sign_in")

    page = visitor.open(path)
    response = visitor.send(path)

    assert "Welcome, Els de Vries" in page.text
    assert response.status_code == 303
    assert response.location == "/workshops"
    assert visitor.sees("/for/presenters")


def test_a_name_is_only_ever_text(visitor: Visitor, database: Database) -> None:
    with database.write() as session:
        user = find_or_add(session, "new@example.org", "<b>{0} %(x)s</b>", "presenter")

    page = visitor.open(new_link(database, user, "sign_in"))

    assert "Welcome, &lt;b&gt;{0} %(x)s&lt;/b&gt;" in page.text


def test_looking_does_not_use_it_up(app: Flask, database: Database, presenter: User) -> None:
    path = new_link(database, presenter, "sign_in")
    for _ in range(3):
        Visitor(app).open(path)

    response = Visitor(app).send(path)

    assert response.status_code == 303


def test_a_used_link_says_so(app: Flask, database: Database, presenter: User) -> None:
    path = new_link(database, presenter, "sign_in")
    late = Visitor(app)
    token = late.token(path)
    Visitor(app).send(path)

    sent = late.send_without_token(path, csrf_token=token)
    opened = late.open(path)

    assert sent.status_code == opened.status_code == 410
    assert "This link no longer works" in sent.text
    assert "ask whoever gave it to you" in opened.text
    assert not late.sees("/for/presenters")


def test_who_used_it_may_open_it_again(visitor: Visitor, database: Database, presenter: User) -> None:
    path = new_link(database, presenter, "sign_in")
    visitor.send(path)

    response = visitor.open(path)

    assert response.location == "/workshops"


def test_somebody_else_is_not_taken_for_its_user(
    app: Flask, visitor: Visitor, database: Database, presenter: User, staff: User
) -> None:
    path = new_link(database, presenter, "sign_in")
    Visitor(app).send(path)
    visitor.sign_in(staff.email, PASSWORD)

    response = visitor.open(path)

    assert response.status_code == 410


@pytest.mark.parametrize(("age", "status"), [(-1000, 303), (0, 410)])
def test_it_works_for_a_day(
    visitor: Visitor, database: Database, presenter: User, age: int, status: int
) -> None:
    path = new_link(database, presenter, "sign_in", age=LIVES["sign_in"] + age)
    fresh = new_link(database, presenter, "sign_in")
    token = visitor.token(fresh)

    response = visitor.send_without_token(path, csrf_token=token)

    assert response.status_code == status


def test_an_unknown_link_is_refused(visitor: Visitor) -> None:
    response = visitor.open("/sign-in/made-up")

    assert response.status_code == 410


def test_a_link_for_a_password_does_not_sign_in(
    visitor: Visitor, database: Database, presenter: User
) -> None:
    path = new_link(database, presenter, "password").replace("/password/", "/sign-in/")
    token = visitor.token("/sign-in")

    opened = visitor.open(path)
    sent = visitor.send_without_token(path, csrf_token=token)

    assert opened.status_code == sent.status_code == 410
    assert not visitor.sees("/for/presenters")


def test_a_form_without_its_token_does_not_use_it_up(
    visitor: Visitor, database: Database, presenter: User
) -> None:
    path = new_link(database, presenter, "sign_in")

    refused = visitor.send_without_token(path)
    response = visitor.send(path)

    assert refused.status_code == 400
    assert response.status_code == 303


def test_the_database_does_not_hold_the_token(database: Database, presenter: User) -> None:
    path = new_link(database, presenter, "sign_in")

    with database.read() as session:
        link = session.query(OneTimeLink).one()

    assert path.rpartition("/")[2] not in str(vars(link))
