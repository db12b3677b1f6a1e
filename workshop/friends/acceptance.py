"""From a filled-in form to an entry for the journal, with the message's own row beside it."""

from dataclasses import replace

from workshop.events import FriendMessageWritten
from workshop.forms import Submission
from workshop.friends import form, message
from workshop.friends.card import IN_THE_WORKSHOP, FriendCard, Place
from workshop.friends.message import FriendMessage
from workshop.journal import Entry
from workshop.rehearsal.simulated import is_simulated


def accept(submission: Submission) -> Entry:
    """The entry for a form that was filled in in the workshop.

    Raises:
        FieldsRefused: something is missing or too long.
    """
    return _entry(submission, IN_THE_WORKSHOP)


def accept_in_turn(submission: Submission, card: FriendCard, written: FriendMessage) -> Entry:
    """The entry for a form that was filled in on a card's page.

    Args:
        submission: with a participant of no meaning: who writes in turn is in no workshop.
        card: the card on whose page it was.
        written: what stands on that card.

    Raises:
        FieldsRefused: something is missing or too long.
    """
    # What comes of a rehearsal's card goes with the rehearsal.
    author = written.participant if is_simulated(written.participant) else f"friend-{submission.id}"
    return _entry(replace(submission, participant=author), Place(card.id, card.generation + 1))


def _entry(submission: Submission, place: Place) -> Entry:
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
            place=place,
        ),
    )
