"""The job that reads a file of leads, tells what is wrong in it, and brings in what is right.

A row's lead has an id made of the file's name and the row's number, so that a worker that takes over brings
in none twice.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert, or_, select
from sqlalchemy.orm import Session

from workshop.forms import FieldsRefused
from workshop.jobs.worker import Work
from workshop.language import _, speaking
from workshop.leads import happening
from workshop.leads.acceptance import new_lead
from workshop.leads.consent import Consent, version_of
from workshop.leads.field import optional_fields
from workshop.leads.form import CONTACT, Details, read_details
from workshop.leads.intake import incoming
from workshop.leads.intake.table import rows_of
from workshop.leads.lead import LeadRow
from workshop.refused import Refused

KIND = "lead_import"
AT_ONCE = 500
MOST_TOLD = 200
"""So many wrong rows are told one by one; of the others there is the count."""


@dataclass(slots=True)
class Report:
    """What became of the rows. A wrong row is told by its number and field, never by what stands there."""

    rows: int = 0
    good: int = 0
    doubles: int = 0
    wrong: int = 0
    told: list[tuple[int, str, str]] = field(default_factory=list)

    def note_wrong(self, number: int, fields: Mapping[str, str]) -> None:
        """Counts a row that cannot be brought in."""
        self.wrong += 1
        if len(self.told) < MOST_TOLD:
            name, text = next(iter(fields.items()))
            self.told.append((number, name, text))

    def result(self) -> dict[str, Any]:
        """The report as a job keeps it."""
        counts = {name: getattr(self, name) for name in ("rows", "good", "doubles", "wrong")}
        return {**counts, "told": self.told}


def bring_in(work: Work) -> dict[str, Any]:
    """Does the job; with `try` in its body nothing is kept.

    Raises:
        Refused: the file is not there any more, or it is no table.
    """
    body = work.claim.body
    path = incoming.path_of(work.settings, body["file"])
    if path is None:
        raise Refused("gone", _("The file is not there any more. Bring it once more."))
    report = Report()
    with speaking(body["language"]):
        total = sum(1 for _row in rows_of(path)) - 1
        rows = _details(path, body, report)
        while batch := list(islice(rows, AT_ONCE)):
            _bring_in(work, batch, report)
            work.progress(min(report.rows, total), max(total, 1))
    if not body["try"]:
        incoming.forget(work.settings, body["file"])
    return report.result()


def _details(path: Path, body: Mapping[str, Any], report: Report) -> Iterator[tuple[int, Details]]:
    rows, asked = rows_of(path), optional_fields()
    next(rows, None)  # the heads
    for number, cells in rows:
        report.rows += 1
        given = {name: cells[column] for name, column in body["columns"].items() if column < len(cells)}
        try:
            yield number, read_details(given, body["region"], asked)
        except FieldsRefused as refused:
            report.note_wrong(number, refused.fields)


def _bring_in(work: Work, batch: list[tuple[int, Details]], report: Report) -> None:
    body = work.claim.body
    with work.database.write() as session:
        ids = {f"{body['file']}-{number}" for number, _row in batch}
        done = set(session.scalars(select(LeadRow.submission).where(LeadRow.submission.in_(ids))))
        there = _reached(session, batch)
        for number, details in batch:
            submission = f"{body['file']}-{number}"
            ways = {way for way in (details.email, details.telephone) if way}
            if submission in done:
                report.good += 1
            elif ways & there and body["skip_doubles"]:
                report.doubles += 1
            else:
                report.good += 1
                there |= ways
                if not body["try"]:
                    _keep(session, body, submission, details)


def _reached(session: Session, batch: list[tuple[int, Details]]) -> set[str]:
    """Which of the addresses and numbers belong to leads that are there."""
    emails = {row.email for _number, row in batch if row.email}
    telephones = {row.telephone for _number, row in batch if row.telephone}
    same = or_(LeadRow.email.in_(emails), LeadRow.telephone.in_(telephones))
    found = session.execute(select(LeadRow.email, LeadRow.telephone).where(same))
    return {way for row in found for way in row if way}


def _keep(session: Session, body: Mapping[str, Any], submission: str, details: Details) -> None:
    at = time.time_ns() // 1_000_000
    lead_id = new_lead(
        session.connection(), details, at, submission=submission, came_by="import", language=body["language"]
    )
    happening.tell(session, lead_id, at, None, "imported")
    if body["agreed"]:
        session.execute(
            insert(Consent).values(
                lead_id=lead_id,
                purpose=CONTACT,
                wording=body["agreed"],
                version=version_of(body["agreed"]),
                language=body["language"],
                given_at=at,
            )
        )
