"""A file with schools: CSV or Excel, with the names of the columns in its first row."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from workshop.language import _
from workshop.leads.intake.matching import columns
from workshop.leads.intake.table import Row, rows_of
from workshop.leads.schools.school import School
from workshop.leads.search import plain
from workshop.refused import Refused

HEADS: Mapping[str, str] = {
    "name": "name, naam, school, schoolnaam, naam school, vestigingsnaam, instellingsnaam, school name, "
    "name of the school, schulname, schule, nom, nom de l'école, école",
    "place": "place, plaats, plaatsnaam, vestigingsplaats, woonplaats, gemeente, city, town, ort, stadt, "
    "ville, commune",
    "board": "board, bestuur, schoolbestuur, bestuursnaam, naam bestuur, bevoegd gezag, naam bevoegd gezag, "
    "bevoegd gezag naam, school board, träger, schulträger",
}
"""What the columns are called, with commas between them."""
LONGEST = 120
"""As many letters as the form's own field takes."""
MOST = 100_000


def schools_in(path: Path) -> list[School]:
    """The schools in a file, each once: what has the same name in the same place is one school.

    Raises:
        Refused: it is no list of schools; says which row is wrong.
    """
    rows = rows_of(path)
    _number, heads = next(rows, (0, []))
    if not heads:
        raise Refused("empty", _("This file is empty."))
    where = columns(
        heads, {field: [plain(name) for name in names.split(",")] for field, names in HEADS.items()}
    )
    if "name" not in where:
        wrong = _("No column has the names of the schools: call it name or naam. There are: {heads}.")
        raise Refused("no_names", wrong.format(heads=", ".join(filter(None, heads))[:200]))
    found: dict[tuple[str, str], School] = {}
    for school in _read(rows, where):
        found.setdefault((school.name.casefold(), school.place.casefold()), school)
        if len(found) > MOST:
            raise Refused("too_long", _("These are more than {n} schools.").format(n=MOST))
    if not found:
        raise Refused("empty", _("There is no school in this file."))
    return list(found.values())


def _read(rows: Iterator[Row], where: Mapping[str, int]) -> Iterator[School]:
    """The schools row by row; a row without a name is none."""
    for number, cells in rows:
        texts = {field: _cell(cells, column) for field, column in where.items()}
        if any(len(text) > LONGEST for text in texts.values()):
            wrong = _("Row {row}: something in it is longer than {n} characters.")
            raise Refused("too_long", wrong.format(row=number, n=LONGEST))
        if texts["name"]:
            yield School(**texts)


def _cell(cells: Sequence[str], column: int) -> str:
    return " ".join(cells[column].split()) if column < len(cells) else ""
