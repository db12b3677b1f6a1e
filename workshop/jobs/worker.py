"""The worker: takes jobs one by one and does them. The web process never does slow work."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workshop.config import Settings
from workshop.database import Database
from workshop.jobs import job as jobs
from workshop.jobs import product
from workshop.jobs.chores import Chores
from workshop.jobs.job import Claim
from workshop.jobs.retries import Later, retries_of
from workshop.refused import Refused

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 0.3
"""How often to look for work when there is none."""
TELL_EVERY_SECONDS = 0.5
"""How often a running job writes down how far it is."""


class Lost(Exception):
    """The job is not this worker's any more: it was thought dead and another has it, or it was cancelled."""


@dataclass(slots=True)
class Work:
    """A job as the part that does it sees it."""

    claim: Claim
    database: Database
    settings: Settings
    _done: int = 0
    _total: int = 0
    _told: float = 0.0

    def progress(self, done: int, total: int) -> None:
        """Says how far it is; may be called as often as one likes.

        Raises:
            Lost: stop, and leave nothing half done.
        """
        self._done, self._total = done, total
        if done < total:
            self.alive()
        else:
            self._tell()

    def alive(self) -> None:
        """Says that it goes on, where it is no further yet; may be called as often as one likes.

        Raises:
            Lost: stop, and leave nothing half done.
        """
        if time.monotonic() - self._told >= TELL_EVERY_SECONDS:
            self._tell()

    def outside(self, seconds: float) -> None:
        """Says that somebody else's machine is told next: who finds this job without an outcome knows that it
        may have been.

        Args:
            seconds: how long that takes at most; no other worker takes the job before.

        Raises:
            Lost: stop, and tell nobody.
        """
        with self.database.write() as session:
            if not jobs.outside(session, self.claim, int(seconds * 1000)):
                raise Lost

    def _tell(self) -> None:
        self._told = time.monotonic()
        with self.database.write() as session:
            if not jobs.hold(session, self.claim, self._done, self._total):
                raise Lost


Do = Callable[[Work], dict[str, Any]]
"""Does a job and gives its result. Raises Refused for what trying again will not mend, or Later."""

JOBS: dict[str, Do] = {}
"""How each kind of job is done; each part puts its own in when the app is made."""


def work(database: Database, settings: Settings, stop: threading.Event) -> None:
    """Does jobs, and the chores between them, until `stop` is set."""
    chores = Chores()
    while not stop.is_set():
        chores.do_due(database, settings)
        if not work_once(database, settings):
            clear_left_behind(database, settings)
            stop.wait(LOOK_EVERY_SECONDS)


def work_once(database: Database, settings: Settings) -> bool:
    """Does one job; says whether there was one."""
    with database.write() as session:
        claim = jobs.claim(session)
    if claim is None:
        return False
    if claim.attempt > retries_of(claim.kind).most_attempts:
        _give_up_on(claim, database)
        return True
    try:
        result = JOBS[claim.kind](Work(claim, database, settings))
    except Lost:
        ours = False
    except Refused as refused:
        with database.write() as session:
            ours = jobs.give_up(session, claim, refused.text)
    except Later as later:
        log.warning("job %s waits for another attempt", claim.id)
        with database.write() as session:
            ours = jobs.try_later(session, claim, later.text)
    except Exception:  # what went wrong is for the log; the person gets a plain sentence
        log.exception("job %s failed", claim.id)
        with database.write() as session:
            ours = jobs.try_later(session, claim, "")
    else:
        with database.write() as session:
            ours = jobs.finish(session, claim, result)
    if not ours:
        _let_go(claim, database, settings)
    return True


def clear_left_behind(database: Database, settings: Settings) -> None:
    """Throws away the work on cancelled jobs whose worker was killed before it could do so itself."""
    with database.read() as session:
        left = jobs.left_behind(session)
    for job_id, kind in left:
        _clear(job_id, kind, database, settings)


def _let_go(claim: Claim, database: Database, settings: Settings) -> None:
    """Leaves a job that is not this worker's any more. What it made stays only where another goes on."""
    with database.read() as session:
        state = jobs.state_of(session, claim.id)
    if state == "cancelled":
        log.info("job %s was cancelled", claim.id)
    elif state is None:
        log.info("job %s was thrown away", claim.id)
    else:
        log.warning("job %s went on with another worker", claim.id)
        return
    _clear(claim.id, claim.kind, database, settings)


def _clear(job_id: int, kind: str, database: Database, settings: Settings) -> None:
    product.throw_away(settings.files, kind, job_id)
    with database.write() as session:
        jobs.cleared(session, job_id)


def _give_up_on(claim: Claim, database: Database) -> None:
    """Ends a job that took each of its workers down before they could say what is wrong."""
    log.error("job %s: its workers died", claim.id)
    with database.write() as session:
        jobs.give_up(session, claim, "")
