"""The steps of the funnel: each is put in by the part that knows how to count it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

Count = Callable[[Session, Collection[int]], Mapping[int, int]]
"""How many there are in each of these workshops, by the workshop's id; those without any may be left out.
What simulated phones did is not among them."""
Words = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Among:
    """Some of what a step counts, told apart."""

    words: Words
    """With {n} in it."""
    count: Count


@dataclass(frozen=True, slots=True)
class Step:
    """What is counted, and how it is told."""

    place: int
    """Steps stand in the order of their places, whoever put them in first."""
    words: Words
    count: Count
    of: str = ""
    """The name of the step that it is compared with."""
    share: Words | None = None
    """How the comparison is told, with {share} in it: so many for every hundred of that step."""
    among: Among | None = None
    is_aim: bool = False
    """Whether it is what all of it is for: one step is, and is shown large."""


FUNNEL: dict[str, Step] = {}
"""By name; each part puts its own in when the app is made."""


def steps() -> list[tuple[str, Step]]:
    """All steps, the first one first."""
    return sorted(FUNNEL.items(), key=lambda item: item[1].place)
