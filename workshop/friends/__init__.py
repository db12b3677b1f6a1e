"""Tell a friend: messages that become cards, and the page that a card leads to."""

from flask import Flask

from workshop.events import FriendMessageWritten
from workshop.forms import ERASERS, FORMS, Submission
from workshop.friends import form, message, pages, personal
from workshop.journal import Entry
from workshop.personal import register


def init_app(app: Flask) -> None:
    """Takes in 'tell a friend' forms, and adds the friend's page."""
    FORMS["friend"] = accept
    ERASERS["friend"] = message.erase_simulated
    register(personal.messages())
    app.register_blueprint(pages.friends)


def accept(submission: Submission) -> Entry:
    """The entry for a filled-in form.

    Raises:
        FieldsRefused: something is missing or too long.
    """
    words = form.read(submission.fields)
    return Entry(
        submission.workshop_id,
        FriendMessageWritten(submission.participant, submission.digest()),
        submission.id,
        rows=lambda connection, seq: message.write(
            connection,
            workshop_id=submission.workshop_id,
            message_id=submission.id,
            seq=seq,
            participant=submission.participant,
            words=words,
        ),
    )
