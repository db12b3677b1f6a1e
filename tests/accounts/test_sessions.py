"""How long somebody stays signed in, and what ends it."""

from dataclasses import replace

from flask import Flask

from tests.accounts.conftest import PASSWORD, new_link
from tests.accounts.visitor import Visitor
from workshop import create_app
from workshop.accounts import user as users
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Base, Database


def test_a_session_lasts_thirty_days_and_no_script_can_read_it(visitor: Visitor, presenter: User) -> None:
    response = visitor.sign_in(presenter.email, PASSWORD)

    cookie = response.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Expires=" in cookie
    assert visitor._client.application.permanent_session_lifetime.days == 30


def test_behind_https_the_session_goes_over_https_only(settings: Settings) -> None:
    app = create_app(replace(settings, public_url="https://workshop.example.org"))
    Base.metadata.create_all(app.extensions["workshop"].database.engine)

    response = Visitor(app).open("/sign-in", base_url="https://workshop.example.org")

    assert "Secure" in response.headers["Set-Cookie"]


def test_a_new_password_ends_all_other_sessions(app: Flask, database: Database, presenter: User) -> None:
    laptop, phone = Visitor(app), Visitor(app)
    laptop.sign_in(presenter.email, PASSWORD)
    before = laptop.sees("/for/presenters")

    phone.send(new_link(database, presenter, "password"), password="four hungry foxes")

    assert before
    assert not laptop.sees("/for/presenters")
    assert phone.sees("/for/presenters")


def test_removing_an_account_ends_its_session(visitor: Visitor, database: Database, presenter: User) -> None:
    visitor.sign_in(presenter.email, PASSWORD)
    before = visitor.sees("/for/presenters")

    with database.write() as session:
        users.remove(session, session.get_one(User, presenter.id))

    assert before
    assert not visitor.sees("/for/presenters")


def test_nothing_of_a_planted_session_is_left_after_signing_in(
    app: Flask, visitor: Visitor, database: Database, presenter: User, staff: User
) -> None:
    attacker = Visitor(app)
    attacker.sign_in(staff.email, PASSWORD)
    token = attacker.token("/no/such/page")
    visitor.plant(attacker.cookie())

    visitor.send(new_link(database, presenter, "sign_in"))

    assert visitor.cookie() != attacker.cookie()
    assert visitor.sees("/for/presenters")
    assert not attacker.sees("/for/presenters")
    assert visitor.send_without_token("/sign-out", csrf_token=token).status_code == 400


def test_a_changed_session_is_no_session(app: Flask, visitor: Visitor, presenter: User) -> None:
    other = Visitor(app)
    other.sign_in(presenter.email, PASSWORD)

    visitor.plant(other.cookie()[:-3] + "abc")

    assert not visitor.sees("/for/presenters")


def test_another_network_does_not_end_a_session(app: Flask, visitor: Visitor, presenter: User) -> None:
    visitor.sign_in(presenter.email, PASSWORD)
    elsewhere = Visitor(app, "198.51.100.4")

    elsewhere.plant(visitor.cookie())

    assert elsewhere.sees("/for/presenters")
