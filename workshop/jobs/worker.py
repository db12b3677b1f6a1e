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
from workshop.jobs.job import Claim
from workshop.refused import Refused

log = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 0.3
"""How often to look for work when there is none."""
TELL_EVERY_SECONDS = 0.5
"""How often a running job writes down how far it is."""


class Lost(Exception):
    """Another worker has the job by now: this one was thought dead."""


@dataclass(slots=True)
class Work:
    """A job as the part that does it sees it."""

    claim: Claim
    database: Database
    settings: Settings
    _told: float = 0.0

    def progress(self, done: int, total: int) -> None:
        """Says how far it is; may be called as often as one likes.

        Raises:
            Lost: stop, somebody else does it now.
        """
        if time.monotonic() - self._told < TELL_EVERY_SECONDS and done < total:
            return
        self._told = time.monotonic()
        with self.database.write() as session:
            if not jobs.hold(session, self.claim, done, total):
                raise Lost


Do = Callable[[Work], dict[str, Any]]
"""Does a job and gives its result. Raises Refused for what trying again will not mend."""

JOBS: dict[str, Do] = {}
"""How each kind of job is done; each part puts its own in when the app is made."""


def work(database: Database, settings: Settings, stop: threading.Event) -> None:
    """Does jobs until `stop` is set."""
    while not stop.is_set():
        if not work_once(database, settings):
            stop.wait(LOOK_EVERY_SECONDS)


def work_once(database: Database, settings: Settings) -> bool:
    """Does one job; says whether there was one."""
    with database.write() as session:
        claim = jobs.claim(session)
    if claim is None:
        return False
    if claim.attempt > jobs.MOST_ATTEMPTS:
        _give_up_on(claim, database)
        return True
    try:
        result = JOBS[claim.kind](Work(claim, database, settings))
    except Lost:
        log.warning("job %s went on with another worker", claim.id)
    except Refused as refused:
        with database.write() as session:
            jobs.give_up(session, claim, refused.text)
    except Exception:  # what went wrong is for the log; the person gets a plain sentence
        log.exception("job %s failed", claim.id)
        with database.write() as session:
            jobs.try_later(session, claim, "")
    else:
        with database.write() as session:
            jobs.finish(session, claim, result)
    return True


def _give_up_on(claim: Claim, database: Database) -> None:
    """Ends a job that took each of its workers down before they could say what is wrong."""
    log.error("job %s: its workers died", claim.id)
    with database.write() as session:
        jobs.give_up(session, claim, "")
