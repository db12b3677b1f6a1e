"""Guessing is slow; signing in is not."""

import time

from flask import Flask

from tests.accounts.conftest import PASSWORD
from tests.accounts.visitor import Visitor
from workshop.accounts import attempts, pages
from workshop.accounts.attempts import Attempts, Limit, network
from workshop.accounts.doorkeeper import PER_ACCOUNT, PER_ADDRESS, Doorkeeper
from workshop.accounts.user import User


def test_a_few_wrong_passwords_do_no_harm(visitor: Visitor, presenter: User) -> None:
    for _ in range(PER_ACCOUNT.burst - 1):
        visitor.sign_in(presenter.email, "three blind cats")

    response = visitor.sign_in(presenter.email, PASSWORD)

    assert response.status_code == 303


def test_after_many_wrong_passwords_even_the_right_one_has_to_wait(app: Flask, presenter: User) -> None:
    for number in range(PER_ACCOUNT.burst):
        Visitor(app, f"192.0.2.{number}").sign_in(presenter.email, "three blind cats")

    response = Visitor(app, "192.0.2.99").sign_in(" ELS@example.org", PASSWORD)

    assert response.status_code == 429
    assert "Try again in one minute." in response.text
    assert 0 < int(response.headers["Retry-After"]) <= 60


def test_an_unknown_address_has_to_wait_just_the_same(visitor: Visitor) -> None:
    for _ in range(PER_ACCOUNT.burst):
        visitor.sign_in("eva@example.org", "three blind cats")

    response = visitor.sign_in("eva@example.org", "three blind cats")

    assert response.status_code == 429


def test_others_behind_the_same_address_still_get_in(visitor: Visitor, presenter: User, staff: User) -> None:
    for _ in range(PER_ACCOUNT.burst + 3):
        visitor.sign_in(presenter.email, "three blind cats")

    response = visitor.sign_in(staff.email, PASSWORD)

    assert response.status_code == 303


def test_one_address_cannot_try_account_after_account(app: Flask, presenter: User) -> None:
    doorkeeper: Doorkeeper = app.extensions[pages.NAME]
    for _ in range(PER_ADDRESS.burst):
        doorkeeper._by_address.take("192.0.2.7", time.monotonic())

    refused = Visitor(app, "192.0.2.7").sign_in(presenter.email, PASSWORD)
    elsewhere = Visitor(app, "192.0.2.8").sign_in(presenter.email, PASSWORD)

    assert refused.status_code == 429
    assert elsewhere.status_code == 303


def test_signing_in_clears_what_went_before(app: Flask, presenter: User) -> None:
    for _ in range(PER_ACCOUNT.burst - 1):
        Visitor(app).sign_in(presenter.email, "three blind cats")
    Visitor(app).sign_in(presenter.email, PASSWORD)
    for _ in range(PER_ACCOUNT.burst - 1):
        Visitor(app).sign_in(presenter.email, "three blind cats")

    response = Visitor(app).sign_in(presenter.email, PASSWORD)

    assert response.status_code == 303


def test_one_more_attempt_comes_with_each_interval() -> None:
    counted = Attempts(Limit(burst=3, every=10))
    for _ in range(3):
        counted.take("a", 100.0)

    assert counted.take("a", 100.0) == 10
    assert counted.take("a", 105.0) == 5
    assert counted.take("a", 110.0) == 0
    assert counted.take("a", 110.0) == 10
    assert counted.take("b", 110.0) == 0


def test_being_refused_does_not_lengthen_the_wait() -> None:
    counted = Attempts(Limit(burst=1, every=10))
    counted.take("a", 0.0)

    for _ in range(100):
        counted.take("a", 1.0)

    assert counted.take("a", 10.0) == 0


def test_memory_does_not_grow_with_made_up_names() -> None:
    counted = Attempts(Limit(burst=3, every=10))
    for _ in range(3):
        counted.take("guessed", 0.0)

    for number in range(attempts.MOST_KEYS + 10):
        counted.take(f"made up {number}", 0.0)

    assert len(counted._clear_at) <= attempts.MOST_KEYS
    assert counted.take("guessed", 0.0) > 0


def test_a_household_with_ipv6_is_one_address() -> None:
    assert network("2001:db8:1:2::3") == network("2001:db8:1:2:ffff::4")
    assert network("2001:db8:1:3::3") != network("2001:db8:1:2::3")
    assert network("192.0.2.7") != network("192.0.2.8")
    assert network(None) == ""
