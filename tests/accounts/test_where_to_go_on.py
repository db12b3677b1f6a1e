"""The page after signing in: the one that was asked for, if it is ours."""

import pytest

from tests.accounts.conftest import PASSWORD, new_link
from tests.accounts.visitor import Visitor
from workshop.accounts.local_path import local_path
from workshop.accounts.user import User
from workshop.database import Database

FOREIGN = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "/\t/evil.example/",
    "/\n/evil.example/",
    " //evil.example/",
    "/ /evil.example",
    "javascript:alert(1)",
    "evil.example",
    "//[evil",
    "",
]


def test_signing_in_leads_back_to_the_page_that_was_asked_for(visitor: Visitor, presenter: User) -> None:
    asked = visitor.open("/for/presenters?day=2&day=3")

    response = visitor.sign_in(presenter.email, PASSWORD, next="/for/presenters?day=2&day=3")

    assert asked.location == "/sign-in?next=/for/presenters?day%3D2%26day%3D3"
    assert response.location == "/for/presenters?day=2&day=3"


def test_the_form_carries_the_page_that_was_asked_for(visitor: Visitor) -> None:
    response = visitor.open("/sign-in?next=/for/presenters?day%3D2%26day%3D3")

    assert 'name="next" value="/for/presenters?day=2&amp;day=3"' in response.text


def test_a_wrong_password_does_not_lose_the_page_that_was_asked_for(
    visitor: Visitor, presenter: User
) -> None:
    response = visitor.sign_in(presenter.email, "three blind cats", next="/for/presenters")

    assert 'name="next" value="/for/presenters"' in response.text


def test_a_sign_in_link_leads_on_too(visitor: Visitor, database: Database, presenter: User) -> None:
    path = new_link(database, presenter, "sign_in", next="/for/presenters")

    response = visitor.send(path)

    assert response.location == "/for/presenters"


@pytest.mark.parametrize("wished", FOREIGN)
def test_a_foreign_page_is_never_gone_to(visitor: Visitor, presenter: User, wished: str) -> None:
    response = visitor.sign_in(presenter.email, PASSWORD, next=wished)

    assert response.location == "/workshops"


@pytest.mark.parametrize("wished", ["/", "/leads", "/present/7?at=3#notes", "/caf\u00e9"])
def test_paths_of_ours_are_local(wished: str) -> None:
    assert local_path(wished) == wished
