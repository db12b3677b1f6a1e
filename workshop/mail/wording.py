"""The words of a letter as staff write them, with places such as {school} that are filled in. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workshop.forms import FieldsRefused
from workshop.kinds.open import tidy
from workshop.language import _
from workshop.mail.letter import LONGEST_SUBJECT, one_line

LONGEST_TEXT = 4000
_PLACE = re.compile(r"\{(\w*)\}")
_PLACE_AND_SPACE = re.compile(r"( ?)\{(\w*)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """Subject and text; an empty line begins another paragraph."""

    subject: str
    text: str

    def filled(self, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
        """Subject and paragraphs with the values in their places; a value is never looked at again."""
        subject = _filled(self.subject, values)
        paragraphs = (_filled(part, values).strip() for part in re.split(r"\n\s*\n", self.text))
        return subject, tuple(filter(None, paragraphs))


def wording(subject: str, text: str, *, allowed: frozenset[str], needed: frozenset[str]) -> Wording:
    """What somebody typed.

    Args:
        subject: of the letter.
        text: its paragraphs.
        allowed: the places that it may have.
        needed: those without which its text makes no sense.

    Raises:
        FieldsRefused: some of it cannot be; the texts are by the names of the fields.
    """
    made = Wording(one_line(tidy(subject)), tidy(text))
    wrong = {
        field: words
        for field, words in (
            ("subject", _wrong(made.subject, LONGEST_SUBJECT, allowed, frozenset())),
            ("text", _wrong(made.text, LONGEST_TEXT, allowed, needed)),
        )
        if words
    }
    if wrong:
        raise FieldsRefused(wrong)
    return made


def _wrong(text: str, longest: int, allowed: frozenset[str], needed: frozenset[str]) -> str:
    if not text:
        return _("Write something here.")
    if len(text) > longest:
        return _("This is longer than {n} characters.").format(n=longest)
    there = set(_PLACE.findall(text))
    if unknown := sorted(there - allowed):
        return _("There is no place {place}.").format(place=f"{{{unknown[0]}}}")
    if re.search(r"[{}]", _PLACE.sub("", text)):
        return _("A brace stands alone; a place is written like {place}.").format(place="{school}")
    if missing := sorted(needed - there):
        return _("The text needs the place {place}.").format(place=f"{{{missing[0]}}}")
    return ""


def _filled(text: str, values: Mapping[str, str]) -> str:
    def fill(place: re.Match[str]) -> str:
        value = values.get(place[2], "")
        return f"{place[1]}{value}" if value else ""  # "Hello," where there is no name

    return _PLACE_AND_SPACE.sub(fill, text)
