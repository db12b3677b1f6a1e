"""A person's own copy of what they left: what we have, what they agreed to, and how to take it back.

Only who has the address sees it; it holds a token of 128 bits. Pages that change something do so by POST:
programs that look at links in mails must not withdraw anything.
"""

import json
import time

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workshop import language
from workshop.decks.store import deck_of
from workshop.house import database, settings
from workshop.jobs.personal import take_back_files
from workshop.leads import confirming, consent, erasing, happening, letters
from workshop.leads.consent import Consent
from workshop.leads.field import fields
from workshop.leads.lead import LeadRow
from workshop.leads.telephone import readable
from workshop.privacy.sweep import ask_for_sweep
from workshop.tags import nearest
from workshop.workshops import Workshop

blueprint = Blueprint("receipt", __name__)


class Copy:
    """What we have of a person, in their words."""

    def __init__(self, session: Session, lead: LeadRow) -> None:
        self.lead = lead
        self.workshop = session.get(Workshop, lead.workshop_id) if lead.workshop_id else None
        self.deck = deck_of(session, self.workshop.deck_version_id) if self.workshop else None
        self.consents = consent.of_leads(session, [lead.id])[lead.id]
        usual = [(field.label, getattr(lead, field.name)) for field in fields()]
        more = [*json.loads(lead.extra), *json.loads(lead.answers)]
        known = {lead.telephone: readable(lead.telephone)} if lead.telephone else {}
        self.details = [(label, known.get(text, text)) for label, text in [*usual, *more] if text]


@blueprint.get("/r/<token>")
def page(token: str) -> str:
    """The copy."""
    with database().read() as session:
        lead = _lead(session, token)
        proof = request.args.get("proof", "")
        asks = confirming.is_proof(proof, lead, settings().secret) and lead.email_confirmed_at is None
        return render_template(
            "leads/receipt.html", copy=Copy(session, lead), token=token, proof=proof if asks else ""
        )


@blueprint.post("/r/<token>/withdraw")
def withdraw(token: str) -> ResponseReturnValue:
    """Takes one agreement back."""
    with database().write() as session:
        lead = _lead(session, token)
        this = update(Consent).where(
            Consent.lead_id == lead.id,
            Consent.purpose == request.form.get("purpose", ""),
            Consent.withdrawn_at.is_(None),
        )
        withdrawn = session.scalars(this.values(withdrawn_at=_now()).returning(Consent.purpose)).all()
        for purpose in withdrawn:
            happening.tell(session, lead.id, _now(), None, "withdrawn", purpose)
    return redirect(url_for("receipt.page", token=token), 303)


@blueprint.post("/r/<token>/confirm")
def confirm(token: str) -> ResponseReturnValue:
    """The e-mail address is this person's: only who gets mail there knows the proof."""
    with database().write() as session:
        lead = _lead(session, token)
        if not confirming.is_proof(request.form.get("proof", ""), lead, settings().secret):
            abort(404)
        if lead.email_confirmed_at is None:
            lead.email_confirmed_at = _now()
            happening.tell(session, lead.id, _now(), None, "confirmed")
            session.flush()
            if deck := Copy(session, lead).deck:
                letters.thank(settings(), session.connection(), lead.id, deck)
    return redirect(url_for("receipt.page", token=token), 303)


@blueprint.post("/r/<token>/erase")
def erase(token: str) -> ResponseReturnValue:
    """Everything goes."""
    with database().write() as session:
        lead = _lead(session, token)
        workshops = {lead.workshop_id} if lead.workshop_id else set()
        files = take_back_files(session, workshops)
        erasing.erase(session, [lead.id])
        ask_for_sweep(session, files)
    return render_template("leads/erased.html")


def _lead(session: Session, token: str) -> LeadRow:
    lead = session.scalar(select(LeadRow).where(LeadRow.receipt == token)) or abort(404)
    language.speak(nearest(lead.language, language.LANGUAGES) or language.DEFAULT)
    return lead


def _now() -> int:
    return time.time_ns() // 1_000_000
