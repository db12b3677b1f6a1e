"""A letter as it goes over the line: its headers, its words as plain text, and the same words as HTML."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from workshop.mail.letter import Letter
from workshop.mail.words import as_html, as_text

POLICY = policy.SMTP.clone(cte_type="7bit")
"""Lines end as RFC 5322 asks, and every server can carry it, also one without 8BITMIME."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is the same at each attempt: whoever gets it twice sees that it is one letter."""

    message_id: str
    at: int
    """Milliseconds since 1970 UTC."""
    mail_from: str


def message(letter: Letter, stamp: Stamp) -> EmailMessage:
    """The letter with all its headers."""
    made = EmailMessage(POLICY.clone(utf8=not letter.to.isascii()))
    made["From"] = Address(letter.sender, addr_spec=stamp.mail_from)
    made["To"] = Address(addr_spec=letter.to)
    if letter.reply_to:
        made["Reply-To"] = Address(addr_spec=letter.reply_to)
    made["Subject"] = letter.subject
    made["Date"] = format_datetime(datetime.fromtimestamp(stamp.at // 1000, UTC))
    made["Message-ID"] = stamp.message_id
    made["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's "I am on holiday" comes back
    made.set_content(as_text(letter))
    made.add_alternative(as_html(letter), subtype="html")
    made.set_boundary(stamp.message_id.strip("<>").partition("@")[0])
    return made
