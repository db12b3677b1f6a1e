"""The kinds of personal data that there are, each known to the part that keeps it.

The privacy pages know only this: a kind can be searched, told, erased, and asked what is older than a time.
A part that keeps data of people puts its kind in when the app is made, and touches no list elsewhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from workshop.config import Settings
from workshop.sought import Sought


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of somebody's data: its key within its kind says nothing about them."""

    key: str
    at: int
    """When it was left (milliseconds since 1970, UTC)."""
    workshop_id: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """What the privacy pages may ask of a kind of personal data."""

    name: str
    called: Callable[[], str]
    whose: Callable[[], str]
    what: Callable[[], str]
    """Which data, in a few words."""
    purpose: Callable[[], str]
    """Why it is kept, in a sentence for the person whose it is."""
    basis: Callable[[], str]
    """What of the GDPR (article 6) allows it."""
    find: Callable[[Session, Sought], Iterable[Piece]]
    """The pieces that are somebody's."""
    tell: Callable[[Session, Sequence[Piece]], list[Mapping[str, Any]]]
    """All that is kept of these pieces, by the names of its fields."""
    erase: Callable[[Session, Sequence[Piece]], int]
    """Erases these pieces in the session's transaction; gives how many were still there."""
    older_than: Callable[[Session, int, int], Iterable[Piece]]
    """What was left before a time and may be erased then, the oldest first: (session, time, at most)."""
    count_older: Callable[[Session, int], int]
    """How many pieces that are."""
    months: int | None = None
    """How long it is kept unless an admin says otherwise; None: until somebody erases it."""
    on_paper: bool = True
    """Whether it gets into files that jobs make."""
    for_admins: bool = False
    """Whether only an admin may erase it."""


PERSONAL: dict[str, Kind] = {}
"""By name; each part puts its own in when the app is made."""


RECIPIENTS: list[Callable[[Settings], str | None]] = []
"""Who else gets people's data, in a sentence; None where an installation is not set up so. Each part that
sends something away puts its own in when the app is made."""


def register(kind: Kind) -> None:
    """Puts a kind in."""
    PERSONAL[kind.name] = kind
