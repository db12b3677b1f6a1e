"""The ways in which a question can be answered on paper: what is printed, and what staff type from it. Pure.

What is typed are texts, one for each part of a question (a line, a box, a statement); an empty one is a part
that was left open. A way turns them into values for the question's `check`, and back for corrections.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from workshop.events import Value
from workshop.language import _, plural
from workshop.refused import Refused

HIGHEST_SHEET = 9_999
"""Sheets have numbers from 1 up to this."""
TICKED = "1"
ACROSS = "ABCDEFGHIJ"
"""The columns of a field; it has as many rows."""
_WHOLE = re.compile(r"[0-9]{1,6}")
_FIGURE = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,6})?")
_THOUSANDS = re.compile(r"-?[0-9]{1,3}(?:[.,][0-9]{3})+")
_SQUARE = re.compile(rf"([{ACROSS}])(10|[1-9])")
CELL = 100
"""How much of a place's thousand is one square."""


@dataclass(frozen=True, slots=True)
class Way:
    """One of them; its page is `templates/paper/<name>.html`."""

    name: ClassVar[str] = ""

    @property
    def parts(self) -> int:
        """How many texts are typed."""
        return 1

    @property
    def slots(self) -> int:
        """How many answers there is room for."""
        return 1

    @property
    def hint(self) -> str:
        """What to do, for who has the sheet; may be empty."""
        return ""

    def read(self, typed: Sequence[str]) -> tuple[Value | None, ...]:
        """The answers, each None where nothing is written: as many as there are slots.

        Raises:
            Refused: what is typed is no answer.
        """
        raise NotImplementedError

    def write(self, given: Sequence[Value | None]) -> tuple[str, ...]:
        """What `read` was given, of answers as they are kept."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Lines(Way):
    """Ruled lines: one answer, or several that are numbered, each on so many of them."""

    name: ClassVar[str] = "lines"

    answers: int
    lines: int
    longest: int

    @property
    def parts(self) -> int:
        return self.answers

    @property
    def slots(self) -> int:
        return self.answers

    @property
    def hint(self) -> str:
        if self.answers == 1:
            return ""
        return plural("Up to {n} answer.", "Up to {n} answers.", self.answers)

    def read(self, typed: Sequence[str]) -> tuple[Value | None, ...]:
        return tuple(text if text.strip() else None for text in typed)

    def write(self, given: Sequence[Value | None]) -> tuple[str, ...]:
        return tuple("" if value is None else str(value) for value in given)


@dataclass(frozen=True, slots=True)
class Boxes(Way):
    """Options with a box each, of which one is ticked: its number is typed. Or several: a part each."""

    name: ClassVar[str] = "boxes"

    options: tuple[str, ...]
    several: bool

    @property
    def parts(self) -> int:
        return len(self.options) if self.several else 1

    @property
    def hint(self) -> str:
        return _("Tick all that apply.") if self.several else _("Tick one.")

    def read(self, typed: Sequence[str]) -> tuple[Value | None, ...]:
        if self.several:
            chosen = [number for number, text in enumerate(typed) if text.strip()]
        else:
            chosen = [_whole(text) - 1 for text in typed if text.strip()]
        return (chosen or None,)

    def write(self, given: Sequence[Value | None]) -> tuple[str, ...]:
        (chosen,) = map(_listed, given)
        if self.several:
            return tuple(TICKED if number in chosen else "" for number in range(len(self.options)))
        return (str(chosen[0] + 1) if chosen else "",)


@dataclass(frozen=True, slots=True)
class Circles(Way):
    """Statements with the same steps 1, 2, … to circle."""

    name: ClassVar[str] = "circles"

    statements: tuple[str, ...]
    steps: int
    low: str
    high: str

    @property
    def parts(self) -> int:
        return len(self.statements)

    @property
    def hint(self) -> str:
        return _("Circle one number.") if self.parts == 1 else _("Circle one number for each statement.")

    def read(self, typed: Sequence[str]) -> tuple[Value | None, ...]:
        steps = [_whole(text) if text.strip() else 0 for text in typed]
        return (steps if any(steps) else None,)

    def write(self, given: Sequence[Value | None]) -> tuple[str, ...]:
        (steps,) = map(_listed, given)
        return tuple(str(step) if step else "" for step in steps) or ("",) * self.parts


@dataclass(frozen=True, slots=True)
class Places(Way):
    """Options, before which people write which place they have: 1, 2, …, up to `top`."""

    name: ClassVar[str] = "places"

    options: tuple[str, ...]
    top: int

    @property
    def parts(self) -> int:
        return len(self.options)

    @property
    def hint(self) -> str:
        return _("Write 1 before what comes first, then 2, up to {n}.").format(n=self.top)

    def read(self, typed: Sequence[str]) -> tuple[Value | None, ...]:
        placed = sorted((_whole(text), option) for option, text in enumerate(typed) if text.strip())
        if not placed:
            return (None,)
        if [place for place, _option in placed] != list(range(1, self.top + 1)):
            text = _("Here stand the places 1 to {n}, each of them once.")
            raise Refused("wrong_number", text.format(n=self.top))
        return ([option for _place, option in placed],)

    def write(self, given: Sequence[Value | None]) -> tuple[str, ...]:
        (order,) = map(_listed, given)
        return tuple(str(order.index(n) + 1) if n in order else "" for n in range(len(self.options)))


@dataclass(frozen=True, slots=True)
class Amounts(Way):
    """Options, before which people write how many of `total` points they give."""

    name: ClassVar[str] = "amounts"

    options: tuple[str, ...]
    total: int

    @property
    def parts(self) -> int:
        return len(self.options)

    @property
    def hint(self) -> str:
        return _("Divide {n} points.").format(n=self.total)

    def read(self, typed: Sequence[str]) -> tuple[Value | None, ...]:
        if not any(text.strip() for text in typed):
            return (None,)
        return ([_whole(text) if text.strip() else 0 for text in typed],)

    def write(self, given: Sequence[Value | None]) -> tuple[str, ...]:
        (amounts,) = map(_listed, given)
        return tuple(str(amount) if amount else "" for amount in amounts) or ("",) * self.parts


@dataclass(frozen=True, slots=True)
class Figure(Way):
    """A number; `said` is between which two, with their unit."""

    name: ClassVar[str] = "figure"

    unit: str
    decimals: int
    said: tuple[str, str]

    @property
    def hint(self) -> str:
        low, high = self.said
        return _("A number from {low} to {high}.").format(low=low, high=high)

    def read(self, typed: Sequence[str]) -> tuple[Value | None, ...]:
        text = "".join(typed[0].split())
        if not text:
            return (None,)
        if not self.decimals and _THOUSANDS.fullmatch(text):  # 6.500 schools are not six and a half
            text = re.sub("[.,]", "", text)
        if not _FIGURE.fullmatch(text):
            raise Refused("wrong_kind", _("This question wants a number."))
        number = float(text.replace(",", "."))
        return (int(number) if number.is_integer() else number,)

    def write(self, given: Sequence[Value | None]) -> tuple[str, ...]:
        (value,) = given
        return ("" if value is None else str(value),)


@dataclass(frozen=True, slots=True)
class Field(Way):
    """A square, or an outline, in ten by ten squares: what is typed is one of those, such as C4."""

    name: ClassVar[str] = "field"

    ends: tuple[str, str, str, str]
    """At the left, at the right, at the top and at the bottom."""
    outline: str = ""

    @property
    def hint(self) -> str:
        return _("Put a cross in one square.")

    def read(self, typed: Sequence[str]) -> tuple[Value | None, ...]:
        text = "".join(typed[0].upper().split())
        if not text:
            return (None,)
        found = _SQUARE.fullmatch(text)
        if not found:
            raise Refused("wrong_kind", _("Type a square, such as C4."))
        column, row = ACROSS.index(found[1]), int(found[2]) - 1
        return ([column * CELL + CELL // 2, row * CELL + CELL // 2],)

    def write(self, given: Sequence[Value | None]) -> tuple[str, ...]:
        (place,) = map(_listed, given)
        if not place:
            return ("",)
        column, row = (min(len(ACROSS) - 1, part // CELL) for part in place)
        return (f"{ACROSS[column]}{row + 1}",)


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text.strip()):
        raise Refused("wrong_kind", _("Type a whole number here."))
    return int(text)


def _listed(value: Value | None) -> list[int]:
    return value if isinstance(value, list) else []
