"""How far a job is, in words."""

from collections.abc import Callable

from babel.numbers import format_decimal

from workshop.jobs.job import Job
from workshop.language import _, spoken

COUNTED: dict[str, Callable[[int], str]] = {}
"""What each kind of job counts, as a sentence for so many of them with {done} and {n} in it; each part puts
its own in when the app is made."""


def progress(job: Job) -> str:
    """How far a job is that has not ended."""
    if not job.total or job.kind not in COUNTED:
        return _("Being made…")
    done, n = (format_decimal(number, locale=spoken()) for number in (job.done, job.total))
    return COUNTED[job.kind](job.total).format(done=done, n=n)
