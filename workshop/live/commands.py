"""The `workshop workshops` commands."""

import click
from flask import Flask
from sqlalchemy import select

from workshop import journal
from workshop.accounts.user import by_email
from workshop.decks.store import newest_versions
from workshop.events import WorkshopClosed
from workshop.failure import Failure
from workshop.house import NAME, House
from workshop.journal import Entry
from workshop.language import _
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
    running, ended = _("running"), _("ended")
    width = max(len(running), len(ended))
    with _house(app).database.read() as session:
        for workshop in session.scalars(select(Workshop).order_by(Workshop.id.desc())):
            state = ended if has_ended(session, workshop) else running
            click.echo(f"{workshop.id:>4}  {workshop.code}  {state:<{width}}  {workshop.title}")


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
            text = _("no deck begins with '{start}'; see: workshop decks list")
            raise Failure(text.format(start=deck))
        user = by_email(session, owner)
        if user is None:
            text = _("{email} has no account; add one: workshop users add {email}")
            raise Failure(text.format(email=owner))
        version = matching[0]
        workshop = start(session, version, user.id)
        text = _("Started “{title}” with the code {code}.")
        click.echo(text.format(title=workshop.title, code=workshop.code))


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
            text = _("no workshop has the code {code}; see: workshop workshops list")
            raise Failure(text.format(code=code))
        if has_ended(session, workshop):
            raise Failure(_("{code} was closed before").format(code=workshop.code))
        journal.append(session.connection(), [Entry(workshop.id, WorkshopClosed())])
    click.echo(_("Closed “{title}”.").format(title=workshop.title))


def _house(app: Flask) -> House:
    house: House = app.extensions[NAME]
    return house
