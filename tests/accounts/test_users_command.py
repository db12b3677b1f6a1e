"""The `workshop users` commands."""

import re
from dataclasses import replace

import pytest
from click.testing import CliRunner, Result
from flask import Flask

from tests.accounts.conftest import PASSWORD
from tests.accounts.visitor import Visitor
from workshop import create_app, workshops
from workshop.accounts import user as accounts
from workshop.accounts.commands import users
from workshop.accounts.user import User
from workshop.config import Settings
from workshop.database import Database
from workshop.decks import store


def run(app: Flask, *arguments: str) -> Result:
    return CliRunner().invoke(users, arguments, obj=app, prog_name="workshop users")


def path_in(result: Result) -> str:
    found = re.search(r"^http://localhost:8000(/\S+)$", result.stdout, re.MULTILINE)
    assert found, result.output
    return found[1]


def test_add_prints_a_link_that_sets_a_password(app: Flask, visitor: Visitor) -> None:
    result = run(app, "add", "Els@Example.org", "--name", "Els de Vries", "--role", "staff")

    assert result.exit_code == 0
    assert "Added Els de Vries <els@example.org>, staff." in result.output
    assert visitor.send(path_in(result), password=PASSWORD).location == "/leads"


def test_add_needs_an_address_only(app: Flask, database: Database) -> None:
    result = run(app, "add", "els@example.org")

    with database.read() as session:
        user = accounts.by_email(session, "els@example.org")
    assert result.exit_code == 0
    assert user
    assert (user.name, user.role, user.password_hash) == ("els", "presenter", None)


def test_links_begin_with_the_public_address(settings: Settings) -> None:
    app = create_app(replace(settings, public_url="https://workshop.example.org"))
    database = app.extensions["workshop"].database
    accounts.Base.metadata.create_all(database.engine)

    result = run(app, "add", "els@example.org")

    assert "https://workshop.example.org/password/" in result.output


def test_adding_somebody_twice_is_refused(app: Flask, presenter: User) -> None:
    result = run(app, "add", presenter.email.upper())

    assert_refused(result, "has an account already")


def test_what_is_no_address_is_refused(app: Flask, database: Database) -> None:
    result = run(app, "add", "els")

    with database.read() as session:
        assert accounts.everybody(session) == []
    assert_refused(result, "els is not an e-mail address")


def test_a_role_that_does_not_exist_is_refused(app: Flask) -> None:
    result = run(app, "add", "els@example.org", "--role", "boss")

    assert result.exit_code == 2
    assert "'boss' is not one of 'presenter', 'staff', 'admin'" in result.output


@pytest.mark.usefixtures("presenter", "admin")
def test_list_shows_who_has_an_account(app: Flask) -> None:
    run(app, "add", "zoe@example.org", "--name", "Zoë")

    result = run(app, "list")

    assert [line.split() for line in result.output.splitlines()] == [
        ["ada@example.org", "admin", "Ada"],
        ["els@example.org", "presenter", "Els", "de", "Vries"],
        ["zoe@example.org", "presenter", "Zoë", "(no", "password", "yet)"],
    ]


def test_list_says_how_to_begin(app: Flask) -> None:
    result = run(app, "list")

    assert result.output == ("Nobody has an account yet. Add one with: workshop users add EMAIL\n")


def test_link_prints_a_link_that_sets_a_new_password(app: Flask, visitor: Visitor, presenter: User) -> None:
    result = run(app, "link", presenter.email)

    assert visitor.send(path_in(result), password="four hungry foxes").status_code == 303
    assert Visitor(app).sign_in(presenter.email, PASSWORD).status_code == 422


def test_sign_in_link_prints_a_link_that_signs_in(app: Flask, visitor: Visitor, presenter: User) -> None:
    result = run(app, "sign-in-link", presenter.email)

    assert visitor.send(path_in(result)).status_code == 303
    assert visitor.sees("/for/presenters")


def test_role_gives_another_role(app: Flask, visitor: Visitor, presenter: User) -> None:
    visitor.sign_in(presenter.email, PASSWORD)

    result = run(app, "role", presenter.email, "admin")

    assert result.output == "els@example.org is admin now.\n"
    assert visitor.sees("/for/admins")


def test_remove_takes_the_account_and_its_links(app: Flask, visitor: Visitor, presenter: User) -> None:
    path = path_in(run(app, "sign-in-link", presenter.email))

    result = run(app, "remove", presenter.email)

    assert result.output == "Removed els@example.org.\n"
    assert visitor.open(path).status_code == 410
    assert visitor.sign_in(presenter.email, PASSWORD).status_code == 422


def test_remove_leaves_the_workshops(app: Flask, database: Database, presenter: User) -> None:
    with database.write() as session:
        version = session.get_one(store.DeckVersion, _deck_version(session))
        workshop = workshops.start(session, version, presenter.id)

    result = run(app, "remove", presenter.email)

    with database.read() as session:
        left = session.get_one(workshops.Workshop, workshop.id)
    assert result.exit_code == 0, result.output
    assert left.owner_id is None


@pytest.mark.parametrize("command", ["link", "sign-in-link", "remove", "role"])
def test_somebody_unknown_is_named(app: Flask, command: str) -> None:
    rest = ["staff"] if command == "role" else []

    result = run(app, command, "eva@example.org", *rest)

    assert_refused(result, "eva@example.org has no account")


def test_a_database_without_tables_is_named(settings: Settings) -> None:
    app = create_app(settings)

    result = run(app, "list")

    assert_refused(result, "workshop migrate")


@pytest.mark.parametrize("command", ["add", "list", "link", "sign-in-link", "remove", "role"])
def test_help_has_an_example(app: Flask, command: str) -> None:
    result = run(app, command, "--help")

    assert result.exit_code == 0
    assert f"Example: workshop users {command}" in result.output


def assert_refused(result: Result, text: str) -> None:
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert result.output.startswith("Error: ")
    assert text in result.output


def _deck_version(session: accounts.Session) -> int:
    deck = store.DeckRow(name="a")
    session.add(deck)
    session.flush()
    version = store.DeckVersion(
        deck_id=deck.id, number=1, title="A", language="nl", source="# A", created_at=0
    )
    session.add(version)
    session.flush()
    return version.id
