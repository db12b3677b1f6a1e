"""The letters that a lead causes: to who follows up, to the person themself, and the morning's list."""

import time
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Literal, get_args

from sqlalchemy import Connection, insert, select
from sqlalchemy.orm import Session

from workshop import mail
from workshop.accounts.user import User
from workshop.addresses import Addresses
from workshop.config import Settings
from workshop.decks.deck import Deck
from workshop.leads import confirming, listing
from workshop.leads.acceptance import ARRIVALS, Arrived
from workshop.leads.erasing import ERASED
from workshop.leads.happening import Happening
from workshop.leads.lead import LeadRow
from workshop.leads.status import Status
from workshop.mail import wordings
from workshop.mail.letter import address
from workshop.mail.letters import confirm, new_lead, thanks
from workshop.mail.letters.morning import FollowUp
from workshop.mail.mornings import FOLLOW_UPS
from workshop.rehearsal.simulated import is_simulated

Which = Literal["new-lead", "confirm", "thanks"]
"""The letters that a lead causes; there is one of each."""


def init_app(settings: Settings) -> None:
    """Posts letters for each new lead, and tells the morning's letter what is to be done."""
    ARRIVALS["letters"] = partial(post_letters, settings)
    ERASED["letters"] = take_back
    if follow_ups not in FOLLOW_UPS:
        FOLLOW_UPS.append(follow_ups)


def post_letters(settings: Settings, connection: Connection, arrived: Arrived) -> None:
    """Posts what a new lead causes, in its transaction; nothing for a rehearsal, or without a mail server."""
    if not settings.smtp_url or is_simulated(arrived.submission.participant):
        return
    base = Addresses(settings).base
    _to_staff(connection, arrived, base)
    lead = connection.execute(select(LeadRow.__table__).where(LeadRow.id == arrived.id)).one()
    if lead.email and arrived.form.confirm:
        proof = confirming.proof_of(lead.receipt, lead.email, settings.secret)
        link = f"{base}/r/{lead.receipt}?proof={proof}"
        deck = arrived.submission.deck
        letter = confirm.letter(lead.email, lead.language, _organisation(deck), link, confirming.DAYS)
        _post(connection, letter, "confirm", lead.id, lead.workshop_id)
    elif lead.email:
        thank(settings, connection, arrived.id, arrived.submission.deck)


def thank(settings: Settings, connection: Connection, lead_id: int, deck: Deck) -> None:
    """Posts the thank-you to a lead, once, with the way to their copy."""
    lead = connection.execute(select(LeadRow.__table__).where(LeadRow.id == lead_id)).one()
    if not settings.smtp_url or not lead.email:
        return
    letter = thanks.letter(
        lead.email,
        lead.language,
        lead.leader_name,
        lead.school,
        _organisation(deck),
        f"{Addresses(settings).base}/r/{lead.receipt}",
        reply_to=_usable(deck.contact),
        wording=wordings.wording_of(connection, thanks.NAME, lead.language),
    )
    if _post(connection, letter, "thanks", lead.id, lead.workshop_id):
        now = time.time_ns() // 1_000_000
        told = {"lead_id": lead.id, "at": now, "what": "thanked", "text": ""}
        connection.execute(insert(Happening), told)


def take_back(session: Session, lead_ids: Sequence[int]) -> None:
    """Of leads that are being erased no letter goes out any more, and no address of theirs waits in one."""
    mail.take_back(session, [_key(which, lead_id) for lead_id in lead_ids for which in get_args(Which)])


def follow_ups(session: Session, person: User, day: date, base: str) -> Sequence[FollowUp]:
    """What somebody has to do until a day, for leads whose follow-up has not ended."""
    still_open = select(Status.id).where(Status.outcome == "open")
    due = listing.seen_by(person).where(
        LeadRow.owner_id == person.id, LeadRow.next_on <= day, LeadRow.status_id.in_(still_open)
    )
    return [
        FollowUp(lead.school, lead.next_action, lead.next_on, f"{base}/leads/{lead.id}")
        for lead in (found.lead for found in listing.page(session, due, listing.PAGE, by_day=True))
        if lead.next_on
    ]


def _to_staff(connection: Connection, arrived: Arrived, base: str) -> None:
    details, deck = arrived.filled.details, arrived.submission.deck
    if to := _usable(arrived.form.to):
        desk = f"{base}/leads/{arrived.id}"
        letter = new_lead.letter(to, deck.language, details.school, desk, deck.title)
        _post(connection, letter, "new-lead", arrived.id, arrived.submission.workshop_id)


def _post(
    connection: Connection, letter: mail.Letter, which: Which, lead_id: int, workshop_id: int | None
) -> bool:
    key = _key(which, lead_id)
    return mail.post(connection, letter, at_once_key=key, workshop_id=workshop_id) is not None


def _key(which: Which, lead_id: int) -> str:
    return f"{which}-{lead_id}"


def _usable(written: str) -> str:
    """The address that a deck names; empty where it is none: for that no lead is to get lost."""
    try:
        return address(written)
    except ValueError:
        return ""


def _organisation(deck: Deck) -> str:
    return deck.organisation or deck.title
