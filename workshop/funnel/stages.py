"""The funnel of one workshop, or of several together: its steps with their numbers and shares."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal
from sqlalchemy.orm import Session

from workshop import language
from workshop.database import Database
from workshop.funnel import attended
from workshop.funnel.step import Step, steps

AT_ONCE = 500
"""Workshops of which one query asks; SQLite takes some thousands of parameters."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One step with its numbers."""

    name: str
    words: str
    count: int
    share: str
    """How it compares with the step before it; empty where there is nothing to compare with."""
    part: int
    """Of the count, what is told apart."""
    told_apart: str
    is_aim: bool


class Funnel:
    """The counts of some workshops."""

    def __init__(self, counts: Counter[str], parts: Counter[str]) -> None:
        self.counts, self.parts = counts, parts

    @property
    def stages(self) -> list[Stage]:
        """The steps in the spoken language, the first one first."""
        return [self._stage(name, step) for name, step in steps()]

    @property
    def aim(self) -> Stage | None:
        """The number that all of it is for."""
        return next((stage for stage in self.stages if stage.is_aim), None)

    @property
    def most(self) -> int:
        """The longest bar; 0 where nothing has happened yet."""
        return max(self.counts.values(), default=0)

    def _stage(self, name: str, step: Step) -> Stage:
        part = self.parts[name]
        told_apart = step.among.words().format(n=part) if step.among and part else ""
        return Stage(
            name, step.words(), self.counts[name], self._share(name, step), part, told_apart, step.is_aim
        )

    def _share(self, name: str, step: Step) -> str:
        before = self.counts[step.of]
        if step.share is None or not before:
            return ""
        percent = 100 * self.counts[name] / before
        shown = format_decimal(percent, "0.#" if 0 < percent < 1 else "0", locale=language.spoken())
        return step.share().format(share=shown)


def together(funnels: Iterable[Funnel]) -> Funnel:
    """All in all."""
    counts: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    for each in funnels:
        counts.update(each.counts)
        parts.update(each.parts)
    return Funnel(counts, parts)


def funnels_of(database: Database, workshop_ids: Sequence[int]) -> dict[int, Funnel]:
    """The funnel of each of these workshops, by its id."""
    found = {each: Funnel(Counter(), Counter()) for each in workshop_ids}
    for start in range(0, len(workshop_ids), AT_ONCE):
        some = workshop_ids[start : start + AT_ONCE]
        attended.bring_up_to_date(database, some)
        with database.read() as session:
            _count(session, some, found)
    return found


def _count(session: Session, workshop_ids: Sequence[int], found: dict[int, Funnel]) -> None:
    for name, step in steps():
        for workshop_id, count in step.count(session, workshop_ids).items():
            found[workshop_id].counts[name] = count
        if step.among:
            for workshop_id, count in step.among.count(session, workshop_ids).items():
                found[workshop_id].parts[name] = count
