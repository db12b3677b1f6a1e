"""The next actions of one person as a calendar (RFC 5545), and the key in its address. Pure."""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from workshop.accounts.user import User
from workshop.leads.lead import LeadRow
from workshop.leads.lines import folded, text


def calendar(name: str, leads: Iterable[LeadRow], base: str) -> str:
    """A calendar with a whole day for each next action.

    It goes to other programs, so it says the school and what is to be done, and nobody's name or number; the
    link leads to the desk, which asks who looks.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//workshop-toolkit//leads//EN",
        f"X-WR-CALNAME:{text(name)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]
    for lead in leads:
        lines += _event(lead, base)
    return folded([*lines, "END:VCALENDAR"])


def _event(lead: LeadRow, base: str) -> list[str]:
    assert lead.next_on is not None
    changed = datetime.fromtimestamp(lead.changed_at / 1000, UTC)
    summary = ": ".join(filter(None, (lead.next_action, lead.school)))
    return [
        "BEGIN:VEVENT",
        f"UID:lead-{lead.id}@{base.partition('://')[2]}",
        f"DTSTAMP:{changed:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{lead.version}",
        f"DTSTART;VALUE=DATE:{lead.next_on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{lead.next_on + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{text(summary or '–')}",
        f"URL:{base}/leads/{lead.id}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def key(person: User, secret: str) -> str:
    """What stands in the address of a person's calendar; it ends with their password, as sessions do."""
    named = f"agenda\0{person.id}\0{person.session_key}".encode()
    return hmac.new(secret.encode(), named, hashlib.sha256).hexdigest()[:40]


def is_key(given: str, person: User, secret: str) -> bool:
    """Whether it is this person's."""
    return hmac.compare_digest(given.encode(), key(person, secret).encode())
