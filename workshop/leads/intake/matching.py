"""Which column of a file is which field. Pure."""

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from workshop.language import LANGUAGES, speaking
from workshop.leads.field import fields
from workshop.leads.form import DETAILS
from workshop.leads.search import plain

ALIKE = 86
ALSO = {
    "leader_name": ("name", "naam", "contact", "contactpersoon", "contact person", "nom", "ansprechpartner"),
    "telephone": ("phone", "tel", "telefoon", "telefoonnummer", "mobiel", "mobile", "téléphone", "telefon"),
    "email": ("email", "mail", "e-mailadres", "e-mail address", "courriel"),
    "school": ("school", "schoolnaam", "organisation", "organisatie", "école", "schule"),
    "board": ("bestuur", "board", "schoolbestuur", "träger"),
    "question": ("vraag", "question", "opmerking", "remark", "notes", "frage"),
    "profile": ("profiel", "profile", "about"),
}
"""Names that people give to columns besides those of our own files."""


def guessed(heads: Sequence[str]) -> dict[str, int]:
    """The column (0, 1, …) for each field that has one; no column is taken twice, and of two of the same
    name it is the first."""
    return columns(heads, {name: _names(name) for name in DETAILS})


def columns(heads: Sequence[str], names_of: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The same for any fields, each with the names that its column may have."""
    found: dict[str, int] = {}
    for name, names in names_of.items():
        free = [column for column in range(len(heads)) if column not in found.values()]
        best = max(free, key=lambda column: _alike(heads[column], names), default=None)
        if best is not None and _alike(heads[best], names) >= ALIKE:
            found[name] = best
    return found


def _alike(head: str, names: Sequence[str]) -> float:
    return max(fuzz.ratio(plain(head), name) for name in names)


def _names(field: str) -> list[str]:
    names = [field, *ALSO[field]]
    for language in LANGUAGES:
        with speaking(language):
            names += [each.label for each in fields() if each.name == field]
    return [plain(name) for name in names]
