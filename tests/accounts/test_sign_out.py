"""The button 'Sign out'."""

from flask import Flask

from tests.accounts.conftest import PASSWORD
from tests.accounts.visitor import Visitor
from workshop.accounts.user import User


def test_signing_out_ends_the_session(visitor: Visitor, presenter: User) -> None:
    visitor.sign_in(presenter.email, PASSWORD)

    response = visitor.sign_out()

    assert response.location == "/sign-in"
    assert not visitor.sees("/for/presenters")
    assert "You are signed out." in visitor.open("/sign-in").text


def test_looking_at_the_address_does_not_sign_out(visitor: Visitor, presenter: User) -> None:
    visitor.sign_in(presenter.email, PASSWORD)

    response = visitor.open("/sign-out")

    assert response.status_code == 405
    assert visitor.sees("/for/presenters")


def test_another_site_cannot_sign_people_out(visitor: Visitor, presenter: User) -> None:
    visitor.sign_in(presenter.email, PASSWORD)

    response = visitor.send_without_token("/sign-out")

    assert response.status_code == 400
    assert visitor.sees("/for/presenters")


def test_another_browser_stays_signed_in(app: Flask, presenter: User) -> None:
    laptop, phone = Visitor(app), Visitor(app)
    laptop.sign_in(presenter.email, PASSWORD)
    phone.sign_in(presenter.email, PASSWORD)

    phone.sign_out()

    assert laptop.sees("/for/presenters")
