"""From a form that somebody sent to a lead: its row, what they agreed to, and the start of its time line."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial

from sqlalchemy import Connection, insert

from workshop.events import LeadLeft
from workshop.forms import Submission
from workshop.journal import Entry
from workshop.kinds.lead import Lead
from workshop.language import _
from workshop.leads import search, status
from workshop.leads.consent import Consent, version_of
from workshop.leads.form import Details, Filled, check
from workshop.leads.happening import Happening
from workshop.leads.lead import CameBy, LeadRow, new_receipt
from workshop.leads.sent_along import answers_of
from workshop.refused import Refused
from workshop.rehearsal.simulated import is_simulated


@dataclass(frozen=True, slots=True)
class Source:
    """By which way a form came."""

    came_by: CameBy = "room"
    card: str | None = None
    """The id of the friend card whose page it stood on."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A lead that was just kept."""

    id: int
    form: Lead
    submission: Submission
    filled: Filled
    receipt: str


ARRIVALS: dict[str, Callable[[Connection, Arrived], None]] = {}
"""What is to happen with each new lead, in its transaction, by the name of the part that does it: mails and
webhooks put their jobs. Each part puts its own in when the app is made."""


def accept(submission: Submission, source: Source = Source()) -> Entry:
    """Checks the form.

    Raises:
        FieldsRefused: some fields are not right.
        Refused: its slide has no such form.
    """
    form = form_of(submission)
    filled = check(submission.fields, submission.deck.region, form)
    return Entry(
        submission.workshop_id,
        LeadLeft(submission.digest(), is_simulated(submission.participant)),
        submission.id,
        rows=partial(_write_rows, submission, source, form, filled),
        told={"copy": f"/r/{receipt_of(submission)}"},
    )


def receipt_of(submission: Submission) -> str:
    """What stands in the address of the person's own copy."""
    return submission.token("receipt")


def form_of(submission: Submission) -> Lead:
    """The form on the slide from which something was sent.

    Raises:
        Refused: there is none.
    """
    slide = submission.deck.slide(submission.slide)
    form = slide.asks if slide else None
    if not isinstance(form, Lead):
        raise Refused("wrong_kind", _("There is no form on this slide."))
    return form


def new_lead(
    connection: Connection,
    details: Details,
    at: int,
    *,
    submission: str,
    came_by: CameBy,
    language: str,
    **more: object,
) -> int:
    """Writes the row of a lead; gives its number."""
    row = {
        "submission": submission,
        "came_by": came_by,
        "language": language,
        "status_id": status.first_id(connection),
        "search": search_text(details),
        "receipt": new_receipt(),
        "created_at": at,
        "changed_at": at,
        **asdict(details),
        **more,
    }
    return int(connection.execute(insert(LeadRow).returning(LeadRow.id), row).scalar_one())


def search_text(details: Details) -> str:
    """What the search finds a lead by."""
    texts = (
        details.leader_name,
        details.school,
        details.board,
        details.email,
        details.question,
        details.profile,
    )
    return search.of_details(*texts, telephone=details.telephone)


def _write_rows(
    submission: Submission, source: Source, form: Lead, filled: Filled, connection: Connection, _seq: int
) -> None:
    at = time.time_ns() // 1_000_000
    language, receipt = submission.deck.language, receipt_of(submission)
    lead_id = new_lead(
        connection,
        filled.details,
        at,
        submission=submission.id,
        came_by=source.came_by,
        card=source.card,
        language=language,
        workshop_id=submission.workshop_id,
        simulated=is_simulated(submission.participant),
        extra=json.dumps(filled.extra, ensure_ascii=False),
        answers=json.dumps(answers_of(submission.fields), ensure_ascii=False),
        receipt=receipt,
    )
    consents = [
        {
            "lead_id": lead_id,
            "purpose": each.purpose,
            "wording": each.wording,
            "version": version_of(each.wording),
            "language": language,
            "given_at": at,
        }
        for each in filled.agreed
    ]
    connection.execute(insert(Consent), consents)
    connection.execute(insert(Happening), {"lead_id": lead_id, "at": at, "what": "left", "text": ""})
    for arrive in ARRIVALS.values():
        arrive(connection, Arrived(lead_id, form, submission, filled, receipt))
