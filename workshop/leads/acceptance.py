"""From a form that a phone sent to an entry for the journal, with the lead's own row beside it."""

import time
from dataclasses import asdict
from functools import partial

from sqlalchemy import Connection, insert

from workshop.events import LeadLeft
from workshop.forms import Submission
from workshop.hooks import tell
from workshop.journal import Entry
from workshop.kinds.lead import Lead
from workshop.language import _
from workshop.leads.form import Details, check
from workshop.leads.lead import LeadRow
from workshop.refused import Refused
from workshop.rehearsal.simulated import is_simulated


def accept(submission: Submission) -> Entry:
    """Checks the form.

    Raises:
        FieldsRefused: some fields are not right.
        Refused: its slide has no such form.
    """
    consent_text = _consent_text(submission)
    details = check(submission.fields, submission.deck.region)
    return Entry(
        submission.workshop_id,
        LeadLeft(submission.participant, submission.digest()),
        submission.id,
        rows=partial(_write_row, submission, details, consent_text),
    )


def _consent_text(submission: Submission) -> str:
    slide = submission.deck.slide(submission.slide)
    form = slide.asks if slide else None
    if not isinstance(form, Lead):
        raise Refused("wrong_kind", _("There is no form on this slide."))
    return form.consent


def _write_row(
    submission: Submission, details: Details, consent_text: str, connection: Connection, seq: int
) -> None:
    connection.execute(
        insert(LeadRow).values(
            workshop_id=submission.workshop_id,
            id=submission.id,
            seq=seq,
            participant=submission.participant,
            consent_text=consent_text,
            language=submission.deck.language,
            created_at=time.time_ns() // 1_000_000,
            **asdict(details),
        )
    )
    if not is_simulated(submission.participant):
        tell(connection, "lead.left", {"workshop": submission.workshop_id, "seq": seq})
