"""A batch of answer sheets: a workshop's questions, printed so many times with a number each."""

import json
from typing import Any

from sqlalchemy.orm import Session

from workshop import days, language
from workshop.cards.answer_sheet import Heading, render_sheets
from workshop.cards.look import look_of
from workshop.decks.questionnaire import questionnaire
from workshop.decks.store import deck_of
from workshop.jobs import product
from workshop.jobs.job import Job, of_workshop
from workshop.jobs.product import whole
from workshop.jobs.worker import Work
from workshop.language import _
from workshop.on_paper import HIGHEST_SHEET
from workshop.refused import Refused
from workshop.workshops import Workshop

JOB = "answer-sheets"
MOST = 300
"""Sheets in one batch: more than a room has people without a phone."""


def print_sheets(work: Work) -> dict[str, Any]:
    """Does a job: makes the PDF of these sheets.

    Raises:
        Refused: the deck asks nothing that can be answered on paper.
    """
    with work.database.read() as session:
        workshop = session.get_one(Workshop, work.claim.workshop_id)
        deck = deck_of(session, workshop.deck_version_id)
    first, count = work.claim.body["first"], work.claim.body["count"]
    with language.speaking(deck.language):
        questions = questionnaire(deck)
        if not questions:
            raise Refused("no_questions", _("This deck asks nothing that can be answered on paper."))
        heading = Heading(deck.title, workshop.code, work.claim.body["place"], days.told(workshop.created_at))
        with whole(work.settings.files / file_name(work.claim.id)) as out:
            pages = render_sheets(
                questions,
                heading,
                look_of(deck),
                range(first, first + count),
                out,
                progress=lambda done: work.progress(done, count),
            )
    return {"pages": pages}


def file_name(job_id: int) -> str:
    """The name of a job's PDF in the folder of files."""
    return product.file_name(JOB, job_id)


def numbers_of(job: Job) -> tuple[int, int]:
    """The first and the last number of a batch."""
    body = json.loads(job.body)
    return body["first"], body["first"] + body["count"] - 1


def next_number(session: Session, workshop_id: int) -> int:
    """The first number that no sheet has yet: each is printed once."""
    last = max((numbers_of(job)[1] for job in of_workshop(session, workshop_id, JOB, 100)), default=0)
    return min(last + 1, HIGHEST_SHEET)
