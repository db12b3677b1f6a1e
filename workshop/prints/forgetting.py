"""What was printed with a message that is being erased: the files go, and a batch begins anew."""

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.config import Settings
from workshop.friends.message import FriendMessage
from workshop.jobs import job as jobs
from workshop.jobs import product
from workshop.jobs.job import Job
from workshop.jobs.put import enqueue
from workshop.prints.batch import JOB


def forget_printed(session: Session, settings: Settings, message: FriendMessage) -> None:
    """Throws away the files of the batches that the message is in. One that is being made, or will be, is
    cancelled, so that its worker clears away what it has, and put in again: without the message.
    """
    of_workshop = (
        Job.workshop_id == message.workshop_id,
        Job.kind == JOB,
        Job.created_at >= message.created_at,
    )
    for job in list(session.scalars(select(Job).where(*of_workshop))):
        body = json.loads(job.body)
        if body.get("kind") != "friends":
            continue
        if jobs.cancel(session, job.id):
            enqueue(session, JOB, body, message.workshop_id)
        elif job.state in ("done", "failed"):  # also a failed one has parts that waited for another attempt
            product.throw_away(settings.files, JOB, job.id)
            job.state = "erased" if job.state == "done" else job.state
