"""What protects people's data here, and who else gets it: for the privacy page and the record."""

from urllib.parse import urlsplit

from workshop.config import Settings
from workshop.jobs.keeping import KEPT_DAYS
from workshop.language import _
from workshop.personal import RECIPIENTS


def recipients(settings: Settings) -> list[str]:
    """Who else gets it; empty where nobody does."""
    return [said for each in RECIPIENTS if (said := each(settings))]


def of_mail(settings: Settings) -> str | None:
    """The mail server, where there is one."""
    if not settings.smtp_url:
        return None
    host = urlsplit(settings.smtp_url).hostname or ""
    return _("The mail server {host}: it passes on the mails that we send.").format(host=host)


def measures(settings: Settings) -> list[str]:
    """What is done, as far as it is done by this installation."""
    every = [
        _("Roles decide who sees what; every look at and export of people's data is in an audit log."),
        _("Phones have a random number for each workshop; no internet address is kept with an answer."),
        _("Names and ways to reach people stand in rows of their own, never in the list of what happened."),
        _("What has been kept long enough is erased by itself, each day."),
        _("Files that were made are thrown away after {n} days.").format(n=KEPT_DAYS),
        _("Passwords are kept as hashes only; one-time links too."),
        _("Pages load nothing from elsewhere, and nobody is followed from site to site."),
    ]
    encrypted = _("All that goes over the line is encrypted (https).")
    return [*every, encrypted] if settings.secure else every
