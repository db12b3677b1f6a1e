"""The `workshop users` commands."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

import click
from email_validator import EmailNotValidError, validate_email
from flask import Flask
from sqlalchemy.orm import Session

from workshop.accounts import links
from workshop.accounts import user as accounts
from workshop.accounts.user import ROLES, Role, User
from workshop.failure import Failure
from workshop.house import NAME, House
from workshop.kinds.open import tidy
from workshop.language import _
from workshop.one_line import one_line_errors

ROLE = click.Choice(ROLES)
LONGEST_NAME = 120


@click.group()
def users() -> None:
    """Who may sign in: presenters, staff and admins.

    \b
    presenter  runs workshops
    staff      follows up leads
    admin      both

    Example: workshop users add els@school.nl --name "Els de Vries"
    """


@users.command()
@click.argument("email")
@click.option("--name", help="What the person is called; default: the address before the @.")
@click.option("--role", type=ROLE, default="presenter", show_default=True)
@click.pass_obj
def add(app: Flask, email: str, name: str | None, role: Role) -> None:
    """Add an account and print its password link.

    \b
    Example: workshop users add els@school.nl --name "Els de Vries" --role presenter
    """
    _check(email)
    with _writing(app) as session:
        if accounts.by_email(session, email):
            text = _("{email} has an account already; for a new link: workshop users link {email}")
            raise Failure(text.format(email=email))
        name = _tidy(name) or email.strip().partition("@")[0]
        user = accounts.find_or_add(session, email, name, role)
        address = _new_address(app, session, user, "password")
    text = _("Added {name} <{email}>, {role}.")
    click.echo(text.format(name=user.name, email=user.email, role=user.role))
    _tell_password_link(address)


@users.command("list")
@click.pass_obj
def list_users(app: Flask) -> None:
    """Show who has an account.

    Example: workshop users list
    """
    with _reading(app) as session:
        everybody = accounts.everybody(session)
    if not everybody:
        click.echo(_("Nobody has an account yet. Add one with: workshop users add EMAIL"))
    width = max((len(user.email) for user in everybody), default=0)
    for user in everybody:
        password = "" if user.password_hash else "  " + _("(no password yet)")
        click.echo(f"{user.email:<{width}}  {user.role:<9}  {user.name}{password}")


@users.command()
@click.argument("email")
@click.pass_obj
def link(app: Flask, email: str) -> None:
    """Print a new password link, good for once.

    Example: workshop users link els@school.nl
    """
    with _writing(app) as session:
        address = _new_address(app, session, _known(session, email), "password")
    _tell_password_link(address)


@users.command()
@click.argument("email")
@click.pass_obj
def sign_in_link(app: Flask, email: str) -> None:
    """Print a link that signs in, good for once.

    Example: workshop users sign-in-link els@school.nl
    """
    with _writing(app) as session:
        address = _new_address(app, session, _known(session, email), "sign_in")
    click.echo(_("To sign in, once, within 24 hours:"))
    click.echo(address)


@users.command()
@click.argument("email")
@click.pass_obj
def remove(app: Flask, email: str) -> None:
    """Remove an account; workshops and leads stay.

    Example: workshop users remove els@school.nl
    """
    with _writing(app) as session:
        user = _known(session, email)
        accounts.remove(session, user)
    click.echo(_("Removed {email}.").format(email=user.email))


@users.command()
@click.argument("email")
@click.argument("role", type=ROLE)
@click.pass_obj
def role(app: Flask, email: str, role: Role) -> None:
    """Give an account another role, at once.

    Example: workshop users role els@school.nl admin
    """
    with _writing(app) as session:
        user = _known(session, email)
        user.role = role
    click.echo(_("{email} is {role} now.").format(email=user.email, role=role))


def _tidy(name: str | None) -> str:
    tidied = " ".join(tidy(name or "").split())
    if len(tidied) > LONGEST_NAME:
        raise Failure(_("The name is longer than {n} characters.").format(n=LONGEST_NAME))
    return tidied


def _check(email: str) -> None:
    try:
        validate_email(email.strip(), check_deliverability=False)
    except EmailNotValidError as error:
        text = _("{email} is not an e-mail address such as {example}")
        raise Failure(text.format(email=email, example="els@school.nl")) from error


def _known(session: Session, email: str) -> User:
    user = accounts.by_email(session, email)
    if user is None:
        raise Failure(_("{email} has no account; who has: workshop users list").format(email=email))
    return user


def _new_address(app: Flask, session: Session, user: User, purpose: links.Purpose) -> str:
    token = links.new_link(session, user, purpose, time.time_ns() // 1_000_000)
    settings = _house(app).settings
    base = settings.public_url or f"http://localhost:{settings.port}"
    return base + links.path(purpose, token)


def _tell_password_link(address: str) -> None:
    click.echo(_("To set a password, once, within 7 days:"))
    click.echo(address)


def _house(app: Flask) -> House:
    return cast(House, app.extensions[NAME])


@contextmanager
def _reading(app: Flask) -> Iterator[Session]:
    with one_line_errors(), _house(app).database.read() as session:
        yield session


@contextmanager
def _writing(app: Flask) -> Iterator[Session]:
    with one_line_errors(), _house(app).database.write() as session:
        yield session
