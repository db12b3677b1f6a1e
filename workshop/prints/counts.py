"""How many of a workshop's cards to friends were printed: for the funnel."""

import json
from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.friends import counts
from workshop.jobs.job import Job
from workshop.prints.batch import JOB

MADE = ("done", "expired", "erased")
"""Batches that were printed, whether their files are still there or not."""


def printed(session: Session, workshop_ids: Collection[int]) -> Mapping[int, int]:
    """The cards in the largest batch of each workshop.

    A batch holds all cards that there are by then, so that printing them again prints no others; and it may
    hold those of a rehearsal that goes on, so that it may be larger than what people wrote.
    """
    batches = select(Job.workshop_id, Job.body, Job.result).where(
        Job.workshop_id.in_(workshop_ids), Job.kind == JOB, Job.state.in_(MADE)
    )
    largest: dict[int, int] = {}
    for workshop_id, body, result in session.execute(batches):
        if workshop_id is not None and json.loads(body).get("kind") == "friends":
            largest[workshop_id] = max(largest.get(workshop_id, 0), json.loads(result).get("cards", 0))
    written = counts.cards(session, largest)
    return {workshop_id: min(count, written.get(workshop_id, 0)) for workshop_id, count in largest.items()}
