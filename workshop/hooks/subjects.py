"""What happens that other programs may be told, and what each is told of it.

From the cause to the sending only the numbers of what it is about are kept. What is told is read when it is
sent, so that of a person who was erased meanwhile nothing goes out, and no table keeps a copy.
"""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

EVENTS = ("lead.left", "lead.changed", "lead.erased")
"""In the order in which people read them."""
TEST = "test"
"""What a target is told when somebody presses the button; no target has to ask for it."""

Subject = Mapping[str, int | str]
"""What it is about: numbers and keys only, such as {"lead": 12}."""
Read = Callable[[Session, Subject], object | None]
"""What a target is told, as something that becomes JSON; None where there is nothing left to tell."""

SUBJECTS: dict[str, Read] = {}
"""By event; each part puts its own in when the app is made. Of an event without one the numbers are told."""


def told(session: Session, event: str, subject: Subject) -> object | None:
    """What a target is told now."""
    read = SUBJECTS.get(event)
    return subject if read is None else read(session, subject)
