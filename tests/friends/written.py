"""What phones send when somebody writes a card to a friend."""

import secrets
from collections.abc import Mapping

from tests.workshops import FRIEND
from workshop import friends, journal
from workshop.config import Settings
from workshop.database import Database
from workshop.decks.store import deck_of
from workshop.forms import Submission
from workshop.friends.message import FriendMessage, of_workshop
from workshop.journal import Appended
from workshop.workshops import Workshop

ME = "p" * 22


def words(**changed: str) -> dict[str, str]:
    """A filled-in form."""
    return {"friend_name": "Sanne", "message": "Kom je een keer kijken?", "sender_name": "Anna", **changed}


def submission(
    database: Database, settings: Settings, workshop: Workshop, fields: Mapping[str, str]
) -> Submission:
    """A form as the live part hands it over."""
    with database.read() as session:
        deck = deck_of(session, workshop.deck_version_id)
    return Submission(secrets.token_urlsafe(16), workshop.id, ME, deck, FRIEND, fields, settings.secret)


def take(database: Database, *sent: Submission) -> list[Appended]:
    """Takes the forms in, in one transaction."""
    entries = [friends.accept(each) for each in sent]
    with database.write() as session:
        return journal.append(session.connection(), entries)


def write(
    database: Database, settings: Settings, workshop: Workshop, *forms: Mapping[str, str]
) -> list[FriendMessage]:
    """The messages that these forms became."""
    take(database, *(submission(database, settings, workshop, fields) for fields in forms))
    with database.read() as session:
        return of_workshop(session, workshop.id)
