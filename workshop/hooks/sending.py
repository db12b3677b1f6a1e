"""How a worker sends a message: first the row says that it is being sent, afterwards what became of it."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from workshop.hooks import target as targets
from workshop.hooks.delivery import Delivery, forget_old, subject_of
from workshop.hooks.line import Line, NotTaken, Why
from workshop.hooks.place import Place, place_of
from workshop.hooks.signature import headers
from workshop.hooks.subjects import TEST, told
from workshop.hooks.target import Target
from workshop.jobs.job import Claim
from workshop.jobs.retries import Later, retries_of
from workshop.jobs.worker import Work
from workshop.refused import Refused

GONE = 410
HOPELESS: tuple[Why, ...] = ("private", "insecure")
"""What another attempt will not mend."""
REST = 2 * 60 * 1000
"""Milliseconds for which nothing is sent to a target that did not answer in time. Five hundred messages for
one that hangs would keep a worker from printing cards for more than an hour."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent, and where to."""

    place: Place
    headers: dict[str, str]
    body: bytes


def send(work: Work) -> dict[str, Any]:
    """Sends a message to its target.

    An attempt is skipped where the target kept us waiting a moment ago, though never the last one.

    Raises:
        Later: the target did not take it now.
        Refused: it will not take it.
    """
    with work.database.write() as session:
        resting = _rests(session, work.claim)
        message = None if resting else _begin(session, work.claim)
    if resting:
        raise Later("")
    if message is None:
        return {}
    line = Line(inner=work.settings.webhooks_private, found=work.alive)
    try:
        status = line.post(message.place, message.headers, message.body)
    except NotTaken as failure:
        with work.database.write() as session:
            again = _failed(session, work.claim, failure)
        if again:
            raise Later("") from failure
        raise Refused("webhook", "") from failure
    with work.database.write() as session:
        _delivered(session, work.claim, status)
    return {}


def _rests(session: Session, claim: Claim) -> bool:
    """Whether this attempt is skipped, which the row says then."""
    delivery = _delivery(session, claim)
    if delivery is None or delivery.event == TEST or _is_last(claim):
        return False
    target = session.get_one(Target, delivery.target_id)
    if time.time_ns() // 1_000_000 >= target.resting_until or not target.is_on:
        return False
    delivery.state, delivery.outcome, delivery.status = "waiting", "resting", None
    return True


def _begin(session: Session, claim: Claim) -> Message | None:
    """The message, marked as being sent; None where there is nothing to send any more."""
    now = time.time_ns() // 1_000_000
    forget_old(session, now)
    delivery = _delivery(session, claim)
    if delivery is None or delivery.state == "delivered":
        return None  # the worker was killed after it wrote that down, and before the job was done
    target = session.get_one(Target, delivery.target_id)
    if not target.is_on:
        delivery.state = "stopped"
        return None
    data = told(session, delivery.event, subject_of(delivery))
    if data is None:
        delivery.state = "gone"
        return None
    delivery.state, delivery.attempts, delivery.attempted_at = "sending", delivery.attempts + 1, now
    body = _body(delivery, data)
    return Message(place_of(target.url), headers(target.secrets(now), delivery.id, now // 1000, body), body)


def _body(delivery: Delivery, data: object) -> bytes:
    happened = datetime.fromtimestamp(delivery.created_at / 1000, UTC)
    return msgspec.json.encode({"type": delivery.event, "timestamp": happened, "data": data})


def _delivered(session: Session, claim: Claim, status: int) -> None:
    delivery = _delivery(session, claim)
    if delivery is not None:
        delivery.state, delivery.outcome, delivery.status = "delivered", "", status


def _failed(session: Session, claim: Claim, failure: NotTaken) -> bool:
    """Writes down how an attempt failed; says whether there will be another."""
    gone = failure.status == GONE
    again = not (gone or _is_last(claim) or failure.why in HOPELESS)
    delivery = _delivery(session, claim)
    if delivery is not None:
        delivery.state = "waiting" if again else "failed"
        delivery.outcome, delivery.status = failure.why, failure.status
        now = time.time_ns() // 1_000_000
        if gone:
            targets.switch_off(session, delivery.target_id, now, gone=True)
        if failure.why == "slow":
            targets.let_rest(session, delivery.target_id, now + REST)
    return again


def _is_last(claim: Claim) -> bool:
    return retries_of(claim.kind).pause(claim.attempt) is None


def _delivery(session: Session, claim: Claim) -> Delivery | None:
    """The delivery that this job is for; None where it was forgotten, or another job has it."""
    delivery = session.get(Delivery, claim.body["delivery"])
    return delivery if delivery is not None and delivery.job_id == claim.id else None
