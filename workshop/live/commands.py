"""The `workshop workshops` commands."""

import click
from flask import Flask
from sqlalchemy import select

from workshop import journal
from workshop.accounts.user import by_email
from workshop.decks.store import newest_versions
from workshop.events import WorkshopClosed
from workshop.house import NAME, House
from workshop.journal import Entry
from workshop.live.ended import has_ended
from workshop.workshops import Workshop, by_code, start, tidy_code


@click.group()
def workshops() -> None:
    """Start, list and close workshops.

    Example: workshop workshops list
    """


@workshops.command("list")
@click.pass_obj
def list_workshops(app: Flask) -> None:
    """Show the workshops, the newest first.

    Example: workshop workshops list
    """
    with _house(app).database.read() as session:
        for workshop in session.scalars(select(Workshop).order_by(Workshop.id.desc())):
            state = "ended" if has_ended(session, workshop) else "running"
            click.echo(f"{workshop.id:>4}  {workshop.code}  {state:<7}  {workshop.title}")


@workshops.command("start")
@click.argument("deck")
@click.option("--owner", required=True, help="The e-mail address of its presenter.")
@click.pass_obj
def start_workshop(app: Flask, deck: str, owner: str) -> None:
    """Start a workshop from the deck whose title begins with DECK.

    Example: workshop workshops start Onderwijs --owner els@school.nl
    """
    with _house(app).database.write() as session:
        matching = [v for v in newest_versions(session) if v.title.lower().startswith(deck.lower())]
        if not matching:
            raise click.ClickException(f"no deck begins with {deck!r}; see: workshop decks list")
        user = by_email(session, owner)
        if user is None:
            raise click.ClickException(f"{owner} has no account; add one: workshop users add {owner}")
        version = matching[0]
        workshop = start(session, version, user.id)
        click.echo(f"Started “{workshop.title}” with the code {workshop.code}.")


@workshops.command()
@click.argument("code")
@click.pass_obj
def close(app: Flask, code: str) -> None:
    """Close a workshop: phones may look, and no longer answer.

    Example: workshop workshops close K7PX2M
    """
    with _house(app).database.write() as session:
        workshop = by_code(session, tidy_code(code))
        if workshop is None:
            raise click.ClickException(f"no workshop has the code {code}; see: workshop workshops list")
        if has_ended(session, workshop):
            raise click.ClickException(f"{workshop.code} was closed before")
        journal.append(session.connection(), [Entry(workshop.id, WorkshopClosed())])
    click.echo(f"Closed “{workshop.title}”.")


def _house(app: Flask) -> House:
    house: House = app.extensions[NAME]
    return house
