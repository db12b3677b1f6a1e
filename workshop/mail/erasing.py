"""Letters to somebody who is to be erased: those that were not sent yet go, with the address in them."""

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.jobs.dead_letters import drop
from workshop.jobs.job import GOING, Job
from workshop.mail.letter import address
from workshop.mail.post import KIND


def drop_letters_to(session: Session, email: str) -> int:
    """Drops what waits for an address or was given up; says how many. What was sent holds nothing of it."""
    try:
        wanted = address(email).casefold()
    except ValueError:
        return 0  # to what is no address no letter was ever posted
    kept = select(Job.id, Job.body).where(Job.kind == KIND, Job.state.in_((*GOING, "failed")))
    found = [job.id for job in session.execute(kept) if _recipient(job.body) == wanted]
    return sum(drop(session, number) for number in found)


def _recipient(body: str) -> str:
    to: str = json.loads(body).get("letter", {}).get("to", "")
    return to.casefold()
