"""Changing the pipeline: all statuses at once, as they stand in one form."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import cast, get_args

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshop.forms import FieldsRefused
from workshop.kinds.open import tidy
from workshop.language import _, plural
from workshop.leads.lead import LeadRow
from workshop.leads.status import STANDARD_WORDS, Outcome, Status, pipeline
from workshop.leads.view import LeadView, filter_of
from workshop.refused import Refused

OUTCOMES: Sequence[Outcome] = get_args(Outcome)
LONGEST_NAME = 40
MOST = 20
NEW = "new"
"""The key of the row in which one is added."""


class PipelineOvertaken(Refused):
    """Somebody else changed the statuses in the meantime."""

    def __init__(self) -> None:
        super().__init__(
            "overtaken",
            _("Somebody else changed the statuses first. This is how they are now; yours were not kept."),
        )


@dataclass(frozen=True, slots=True)
class Row:
    """A status as it was typed; `key` is its number, or NEW."""

    key: str
    name: str
    outcome: str
    place: str
    removed: bool = False

    @property
    def stays(self) -> bool:
        """Whether it is to be there afterwards; the row for a new one may stay empty."""
        return bool(tidy(self.name)) if self.key == NEW else not self.removed


def locked(session: Session) -> list[Status]:
    """The statuses, which nobody else changes before this transaction ends."""
    # PostgreSQL: leads may still come in meanwhile. SQLite writes one at a time anyhow.
    session.execute(select(Status.id).with_for_update(key_share=True)).all()
    return pipeline(session)


def seen(statuses: Iterable[Status]) -> str:
    """Names how they are: what somebody else changed gives another."""
    text = json.dumps([[each.id, each.place, each.name, each.outcome] for each in statuses])
    return sha256(text.encode()).hexdigest()[:24]


def counts(session: Session) -> dict[int, int]:
    """How many leads have each status, without those that were merged into others."""
    there = select(LeadRow.status_id, func.count()).where(LeadRow.merged_into.is_(None))
    return {row[0]: row[1] for row in session.execute(there.group_by(LeadRow.status_id))}


def rows_of(statuses: Iterable[Status]) -> list[Row]:
    """The rows of the form, and one in which one can be added."""
    rows = [
        Row(str(each.id), each.words, each.outcome, str(place))
        for place, each in enumerate(statuses, start=1)
    ]
    return [*rows, Row(NEW, "", "open", str(len(rows) + 1))]


def change(session: Session, now: Sequence[Status], rows: Sequence[Row]) -> None:
    """Makes the pipeline as the rows say.

    Args:
        session: in which the statuses are locked.
        now: the statuses as they are.
        rows: a row for each of them, and that for a new one.

    Raises:
        FieldsRefused: with a text for each field that is not right, by names such as `name-3`; what is wrong
            with all of it together is under an empty name.
    """
    there = {str(each.id): each for each in now}
    staying = [row for row in rows if row.stays]
    _check(staying, removed={row.key for row in rows if not row.stays}, counted=counts(session))
    places = {key: place for place, key in enumerate(there, start=1)}
    ordered = sorted(staying, key=lambda row: _order(row, places))
    if ordered[0].outcome != "open":
        raise FieldsRefused({"": _("New leads get the first status, so that one must be still open.")})
    kept = []
    for place, row in enumerate(ordered, start=1):
        status = there.get(row.key) or Status()
        status.place, status.name, status.outcome = place, _kept_name(row.name), cast(Outcome, row.outcome)
        session.add(status)
        kept.append(status)
    session.flush()
    for status in now:
        if status not in kept:
            _remove(session, status, kept)


def _check(staying: Sequence[Row], removed: set[str], counted: Mapping[int, int]) -> None:
    wrong: dict[str, str] = {}
    names: set[str] = set()
    for row in staying:
        if text := _wrong_name(row.name, names):
            wrong[f"name-{row.key}"] = text
        if row.outcome not in OUTCOMES:
            wrong[f"outcome-{row.key}"] = _("Choose one of the list.")
        if not (row.place.isascii() and row.place.isdigit() and len(row.place) < 4):
            wrong[f"place-{row.key}"] = _("Fill in a whole number, such as 2.")
        names.add(_kept_name(row.name).casefold())
    for key in removed:
        if key != NEW and counted.get(int(key)):
            wrong[f"remove-{key}"] = _("There are leads with this status: give them another first.")
    outcomes = {row.outcome for row in staying}
    if not wrong and not {"open", "won"} <= outcomes:
        wrong[""] = _("At least one status stays that is still open, and one that worked out.")
    if len(staying) > MOST:
        wrong[""] = _("There can be {n} statuses at most.").format(n=MOST)
    if wrong:
        raise FieldsRefused(wrong)


def _wrong_name(typed: str, names: set[str]) -> str:
    name = _kept_name(typed)
    if not name:
        return _("This cannot stay empty.")
    if len(name) > LONGEST_NAME:
        over = len(name) - LONGEST_NAME
        return plural("{n} character too many.", "{n} characters too many.", over)
    return _("Another status has this name.") if name.casefold() in names else ""


def _kept_name(typed: str) -> str:
    """The name as it is kept: of a standard status its English one, so that each reads it in their own
    language."""
    name = " ".join(tidy(typed).split())
    return next((own for own, words in STANDARD_WORDS.items() if words() == name), name)


def _order(row: Row, places: Mapping[str, int]) -> tuple[int, int]:
    """Two may have the same number: then one that came from behind goes before who was there, one that
    came from the front goes after it."""
    wanted, before = int(row.place), places.get(row.key, MOST + 1)
    return wanted, (wanted > before) - (wanted < before)


def _remove(session: Session, status: Status, kept: Sequence[Status]) -> None:
    """It goes, with the views that show only its leads, of which there are none."""
    instead = next((each for each in kept if each.outcome == status.outcome), kept[0])
    # Those that were merged into others are not in any list: nobody could move them.
    hidden = update(LeadRow).where(LeadRow.status_id == status.id, LeadRow.merged_into.is_not(None))
    session.execute(hidden.values(status_id=instead.id))
    for view in session.scalars(select(LeadView)):
        if filter_of(view).status == status.id:
            session.delete(view)
    try:
        session.execute(delete(Status).where(Status.id == status.id))
    except IntegrityError:  # a lead got it at this very moment
        wrong = _("There are leads with this status: give them another first.")
        raise FieldsRefused({f"remove-{status.id}": wrong}) from None
