"""A card by mail: once, never again, and the address is forgotten after it.

A card's row says how far its mail is: asked, sending, sent. Before the server is spoken to it says
'sending'; who finds that later, after a worker was killed in between, cannot know whether the mail went out
and lets it be: better none than two.
"""

import json
from typing import Any

from email_validator import EmailNotValidError, validate_email
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop import language
from workshop.config import Settings
from workshop.forms import FieldsRefused
from workshop.friends.card import move_mail
from workshop.friends.message import FriendMessage, of_id
from workshop.jobs import job as jobs
from workshop.jobs.job import Job
from workshop.jobs.put import enqueue
from workshop.jobs.retries import Later, retries_of
from workshop.jobs.worker import Work
from workshop.language import _
from workshop.mail.letter import Letter
from workshop.mail.post import DOMAIN
from workshop.mail.sending import InDoubt, hand_over
from workshop.tags import isolated
from workshop.workshops import Workshop

JOB = "friend_mail"
NOT_YET, ASKED, SENDING, SENT = "", "asked", "sending", "sent"


def ask(session: Session, message: FriendMessage, typed: str, base: str) -> bool:
    """Puts in the job that mails a card; False where it was asked for before, and then nothing happens.

    Args:
        session: whose transaction keeps both that it was asked for and the job.
        message: what stands on the card.
        typed: the friend's address, which the job alone keeps, until it ends.
        base: the address of this installation.

    Raises:
        FieldsRefused: it is no address.
    """
    address = _address(typed)
    if not move_mail(session, message.workshop_id, message.id, NOT_YET, ASKED):
        return False
    body = {"card": message.id, "base": base, "language": language.spoken(), "address": address}
    enqueue(session, JOB, body, message.workshop_id)
    return True


def send(work: Work) -> dict[str, Any]:
    """Does the job.

    Raises:
        Refused: the server does not take it.
        Later: the server is away.
    """
    workshop_id, body = work.claim.workshop_id, work.claim.body
    assert workshop_id is not None  # `ask` puts no other jobs in
    place = (workshop_id, str(body["card"]))
    with work.database.write() as session:
        message = of_id(session, *place)
        if message is None or not move_mail(session, *place, ASKED, SENDING):
            return {}  # erased since, or it may be out already
        workshop = session.get_one(Workshop, workshop_id)
    after = NOT_YET
    try:
        _hand_over(work, message, workshop)
        after = SENT
    except InDoubt:
        after = SENT
    except Later:
        is_last = work.claim.attempt >= retries_of(JOB).most_attempts
        after = NOT_YET if is_last else ASKED
        raise
    finally:
        with work.database.write() as session:
            move_mail(session, *place, SENDING, after)
    return {}


def forget(session: Session, _settings: Settings, message: FriendMessage) -> None:
    """What is to happen to the mail of a message that is being erased."""
    take_back(session, message)


def take_back(session: Session, message: FriendMessage) -> None:
    """Takes back the mail of a message that is being erased, with its address, unless it is out."""
    for job in session.scalars(select(Job).where(Job.workshop_id == message.workshop_id, Job.kind == JOB)):
        if json.loads(job.body).get("card") == message.id:
            jobs.cancel(session, job.id)


def _hand_over(work: Work, message: FriendMessage, workshop: Workshop) -> None:
    body = work.claim.body
    with language.speaking(body["language"]):
        letter = letter_of(message, workshop, body["address"], body["base"])
    hand_over(work.settings, letter, f"<{message.id}.friend@{DOMAIN}>", message.created_at, work.outside)


def letter_of(message: FriendMessage, workshop: Workshop, address: str, base: str) -> Letter:
    """The letter, in the spoken language: the message, and where its page is."""
    once = _(
        "{name} wrote this card in the workshop '{title}' and had it mailed to you, once. Your "
        "address is not kept, and no other mail follows."
    )
    return Letter(
        address,
        language.spoken(),
        # What somebody calls themselves stands in no header: it could pass for somebody.
        _("A card for you"),
        (_("For {name}").format(name=isolated(message.friend_name)), message.message, message.sender_name),
        link=f"{base}/f/{message.token}",
        button=_("Open the card"),
        closing=(once.format(name=isolated(message.sender_name), title=isolated(workshop.title)),),
    )


def _address(typed: str) -> str:
    try:
        found = validate_email(typed.strip(), check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        text = _("This is no complete e-mail address. It looks like {example}.")
        raise FieldsRefused({"address": text.format(example="naam@school.nl")}) from None
    return found.ascii_email or found.normalized
