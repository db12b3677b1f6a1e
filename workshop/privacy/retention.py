"""How long each kind of personal data is kept: the periods, and what was erased because of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workshop.database import Base
from workshop.language import _
from workshop.personal import PERSONAL, Kind
from workshop.refused import Refused

MOST_MONTHS = 120
SOON = 30
"""Days beforehand that an admin sees what goes."""
DAY = 24 * 60 * 60 * 1000


class RetentionPeriod(Base):
    """A row a kind whose period somebody changed; others are kept as long as the part says."""

    __tablename__ = "retention_periods"

    kind: Mapped[str] = mapped_column(primary_key=True)
    months: Mapped[int]


class RetentionRun(Base):
    """A row a day on which the worker erased what was kept long enough; `ended_at` is empty until it has."""

    __tablename__ = "retention_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    day: Mapped[str] = mapped_column(unique=True)
    at: Mapped[int]
    ended_at: Mapped[int | None]
    erased: Mapped[str]
    """A JSON object: how many of each kind."""

    @property
    def counts(self) -> dict[str, int]:
        """How many of each kind were erased."""
        found: dict[str, int] = json.loads(self.erased)
        return found


@dataclass(frozen=True, slots=True)
class Outlook:
    """What of a kind goes soon."""

    kind: Kind
    months: int
    due: int
    """How many are to go already; the worker takes them at its next run."""
    soon: int
    """How many more within SOON days."""


def kept_for_a_time() -> list[Kind]:
    """The kinds that are erased by themselves once they are old."""
    return [kind for kind in PERSONAL.values() if kind.months is not None]


def periods(session: Session) -> dict[str, int]:
    """For how many months each of them is kept, as it is set now."""
    changed = {row.kind: row.months for row in session.scalars(select(RetentionPeriod))}
    return {kind.name: changed.get(kind.name, kind.months or 0) for kind in kept_for_a_time()}


def read_periods(given: Mapping[str, str]) -> dict[str, int]:
    """The periods that somebody typed, by kind.

    Raises:
        Refused: one is no number of months.
    """
    typed = {kind.name: given.get(kind.name, "").strip() for kind in kept_for_a_time()}
    if not all(map(_is_period, typed.values())):
        raise Refused("months", _("Fill in whole months, from 1 to {most}.").format(most=MOST_MONTHS))
    return {name: int(text) for name, text in typed.items()}


def set_periods(session: Session, wanted: Mapping[str, int]) -> None:
    """From the next run on these count."""
    for name, months in wanted.items():
        session.merge(RetentionPeriod(kind=name, months=months))


def outlook(session: Session, now: int) -> list[Outlook]:
    """What goes soon, kind by kind."""
    found = []
    for kind in kept_for_a_time():
        months = periods(session)[kind.name]
        due = kind.count_older(session, months_before(now, months))
        then = kind.count_older(session, months_before(now + SOON * DAY, months))
        found.append(Outlook(kind, months, due, then - due))
    return found


def last_runs(session: Session, most: int = 10) -> list[RetentionRun]:
    """The newest runs."""
    return list(session.scalars(select(RetentionRun).order_by(RetentionRun.id.desc()).limit(most)))


def months_before(at: int, months: int) -> int:
    """So many months before a time, by the calendar: what is left on the 31st of a month is kept as long as
    what is left on its 30th, where the other month has no 31st."""
    moment = datetime.fromtimestamp(at / 1000, UTC)
    year, month = divmod(moment.year * 12 + moment.month - 1 - months, 12)
    for day in range(moment.day, 27, -1):
        try:
            return int(moment.replace(year=year, month=month + 1, day=day).timestamp() * 1000)
        except ValueError:
            continue  # there is no such day
    return int(moment.replace(year=year, month=month + 1).timestamp() * 1000)


def _is_period(text: str) -> bool:
    return text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_MONTHS
