"""A printer's name and what was read from its test sheet, as somebody types it. Pure."""

import math
import re
from dataclasses import dataclass

from workshop.cards.calibration import REACH
from workshop.forms import FieldsRefused
from workshop.kinds.open import tidy
from workshop.language import _

LONGEST_NAME = 60
MOST = float(REACH)
"""Millimetres: as far as the test sheet can tell, and further than printers miss."""
_NUMBER = re.compile(r"([+-]?)([0-9]{1,9}(?:[.,][0-9]{0,9})?|[.,][0-9]{1,9})(?:mm)?")
_MINUSES = str.maketrans("−–‐‑", "----")
"""The test sheet prints the first; others come from copying."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How far a printer's backs must move to the right and up, as seen on the back, in millimetres."""

    name: str
    right: float
    up: float

    def __post_init__(self) -> None:
        """Raises FieldsRefused where a part of it cannot be; the texts are by the names of the fields."""
        wrong = {}
        if not self.name:
            wrong["name"] = _("Give the printer a name.")
        elif len(self.name) > LONGEST_NAME:
            wrong["name"] = _("The name is longer than {n} characters.").format(n=LONGEST_NAME)
        for field, value in (("right", self.right), ("up", self.up)):
            if not (math.isfinite(value) and abs(value) <= MOST):
                wrong[field] = _("Type a number from −{most} to {most}, such as 0.5 or −0.5.").format(
                    most=REACH
                )
        if wrong:
            raise FieldsRefused(wrong)


def measured(name: str, right: str, up: str) -> Measured:
    """What was typed, to a hundredth of a millimetre.

    Raises:
        FieldsRefused: some of it cannot be.
    """
    return Measured(tidy_name(name), _millimetres(right), _millimetres(up))


def tidy_name(typed: str) -> str:
    """A name on one line, as it is kept."""
    return " ".join(tidy(typed).split())


def _millimetres(typed: str) -> float:
    """The number; `nan`, which is refused like all that cannot be, where it is none."""
    found = _NUMBER.fullmatch("".join(typed.lower().translate(_MINUSES).split()))
    if found is None:
        return math.nan
    sign, digits = found.groups()
    value = round(float(digits.replace(",", ".")), 2)
    return -value if sign == "-" and value else value
