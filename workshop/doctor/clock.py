"""The clock: signed links and certificates go by it."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from babel.dates import get_timezone

from workshop.doctor.finding import Finding, bad, good, warning
from workshop.language import _

BUILT = 2025
"""No year before it can be right."""
TOO_FAR = timedelta(minutes=5)
FAR = timedelta(seconds=30)
HERE = "Europe/Amsterdam"
"""The time zone in which pages tell times."""


def judge(now: datetime, elsewhere: str = "") -> Finding:
    """What to think of the clock.

    Args:
        now: this computer's time, in its own zone.
        elsewhere: the Date header of another server, if there is one.
    """
    about = _("Clock")
    text = f"{now:%Y-%m-%d %H:%M} {now.tzname() or ''}".rstrip()
    if not BUILT <= now.year < BUILT + 50:
        return bad(about, text, _("set the clock: links and certificates go by it"))
    apart = _apart(now, elsewhere)
    if apart > FAR:
        seconds = round(apart.total_seconds())
        text += _("; {n} seconds off from the public address").format(n=seconds)
        remedy = _("let the computer set its clock by the network")
        return bad(about, text, remedy) if apart > TOO_FAR else warning(about, text, remedy)
    if now.utcoffset() not in (timedelta(0), now.astimezone(get_timezone(HERE)).utcoffset()):
        text += _("; pages tell the time in {zone}").format(zone=HERE)
        return warning(about, text, _("look whether the time zone is right"))
    return good(about, text)


def _apart(now: datetime, elsewhere: str) -> timedelta:
    try:
        other = parsedate_to_datetime(elsewhere)
    except ValueError:
        return timedelta(0)
    if other.tzinfo is None:
        other = other.replace(tzinfo=UTC)
    return abs(now - other)
