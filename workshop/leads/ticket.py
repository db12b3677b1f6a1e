"""What a form on an open page carries along: which form it is, and when it was opened, signed by us.

It stands in for a session, so that the form works inside other sites and without cookies; and it is the trap
for programs, which send a form in the moment in which they get it.
"""

import time
from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeSerializer

LEAST_SECONDS = 3
"""No person reads, fills in and sends a form within this."""
MOST_SECONDS = 12 * 3600


@dataclass(frozen=True, slots=True)
class Ticket:
    """`id` becomes the submission's, so that a form that is sent twice is counted once."""

    id: str
    workshop_id: int
    card: str
    at: int
    """Seconds since 1970, UTC."""

    @property
    def is_too_quick(self) -> bool:
        """Whether a program sent it."""
        return time.time() - self.at < LEAST_SECONDS

    @property
    def is_old(self) -> bool:
        """Whether the page was open for too long: a stolen ticket is not to last."""
        return time.time() - self.at > MOST_SECONDS


def sign(ticket: Ticket, secret: str) -> str:
    """The ticket as text."""
    return str(_signer(secret).dumps([ticket.id, ticket.workshop_id, ticket.card, ticket.at]))


def read(text: str, secret: str) -> Ticket | None:
    """The ticket that `sign` wrote; None where it is none of ours."""
    try:
        return Ticket(*_signer(secret).loads(text))
    except (BadSignature, TypeError, ValueError):
        return None


def _signer(secret: str) -> URLSafeSerializer:
    return URLSafeSerializer(secret, salt="lead form")
