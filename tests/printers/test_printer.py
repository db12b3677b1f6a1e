"""What is kept of a printer."""

import math

import pytest
from sqlalchemy.exc import IntegrityError

from workshop.database import Database
from workshop.forms import FieldsRefused
from workshop.printers.measured import LONGEST_NAME, Measured, measured
from workshop.printers.printer import Printer, all_printers, by_name, delete, offset_of, save

CANON = Measured("Canon in de lerarenkamer", 0.5, -0.3)


def kept(database: Database, *wanted: Measured) -> list[int]:
    with database.write() as session:
        return [save(session, each).id for each in wanted]


def test_what_was_kept_is_how_its_backs_move(database: Database) -> None:
    (printer_id,) = kept(database, CANON)

    with database.read() as session:
        assert offset_of(session, printer_id) == (0.5, -0.3)


@pytest.mark.parametrize("printer_id", [None, 99])
def test_without_a_printer_nothing_moves(database: Database, printer_id: int | None) -> None:
    kept(database, CANON)

    with database.read() as session:
        assert offset_of(session, printer_id) == (0.0, 0.0)


def test_they_come_by_name_whatever_their_capitals(database: Database) -> None:
    kept(database, *(Measured(name, 0, 0) for name in ("brother", "Canon", "agfa", "Éénhoorn")))

    with database.read() as session:
        assert [each.name for each in all_printers(session)] == ["agfa", "brother", "Canon", "Éénhoorn"]


def test_other_words_and_numbers_take_the_place_of_the_first(database: Database) -> None:
    (printer_id,) = kept(database, CANON)

    with database.write() as session:
        save(session, Measured("Kelder", -1, 2), session.get_one(Printer, printer_id))

    with database.read() as session:
        (only,) = all_printers(session)
        assert (only.id, only.name, only.offset) == (printer_id, "Kelder", (-1, 2))


def test_a_printer_may_keep_its_own_name(database: Database) -> None:
    (printer_id,) = kept(database, CANON)

    with database.write() as session:
        save(session, Measured(CANON.name.upper(), 1, 1), session.get_one(Printer, printer_id))

    with database.read() as session:
        assert offset_of(session, printer_id) == (1, 1)


@pytest.mark.parametrize("name", [CANON.name, "CANON in de  Lerarenkamer "])
def test_a_name_is_given_once(database: Database, name: str) -> None:
    kept(database, CANON)

    with pytest.raises(FieldsRefused) as refused:
        kept(database, measured(name, "1", "1"))

    assert refused.value.fields == {"name": "There is a printer with this name already."}


def test_another_process_that_was_faster_is_no_mishap(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(database, CANON)
    monkeypatch.setattr("workshop.printers.printer.by_name", lambda _session, _name: None)

    with pytest.raises(FieldsRefused) as refused:
        kept(database, CANON)

    assert isinstance(refused.value.__cause__, IntegrityError)
    with database.read() as session:
        assert len(all_printers(session)) == 1


def test_one_that_is_removed_moves_nothing_any_more(database: Database) -> None:
    printer_id, other = kept(database, CANON, Measured("Kelder", 1, 1))

    with database.write() as session:
        delete(session, printer_id)

    with database.read() as session:
        assert offset_of(session, printer_id) == (0.0, 0.0)
        assert [each.id for each in all_printers(session)] == [other]


def test_it_is_found_by_its_name_as_people_type_it(database: Database) -> None:
    (printer_id,) = kept(database, CANON)

    with database.read() as session:
        found = by_name(session, " canon IN de lerarenkamer")
        assert found
        assert found.id == printer_id
        assert by_name(session, "Canon") is None


@pytest.mark.parametrize("value", [8.01, -8.01, 9999, math.nan, math.inf, -math.inf])
def test_numbers_that_no_printer_has_are_refused(value: float) -> None:
    with pytest.raises(FieldsRefused) as refused:
        Measured("Canon", value, value)

    assert set(refused.value.fields) == {"right", "up"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0,5", 0.5),
        ("0.5", 0.5),
        ("-0,5", -0.5),
        ("−0,5", -0.5),
        ("+1", 1),
        (" − 1,25 mm ", -1.25),
        (",5", 0.5),
        ("-8", -8),
        ("8,0", 8),
        ("0.004", 0),
        ("-0", 0),
        ("1,239", 1.24),
    ],
)
def test_a_number_is_read_as_people_write_it(typed: str, value: float) -> None:
    wanted = measured("Canon", typed, typed)

    assert (wanted.right, wanted.up) == (value, value)
    assert math.copysign(1, wanted.up) == (-1 if value < 0 else 1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "x",
        "nan",
        "inf",
        "9999",
        "1e1",
        "1,2,3",
        "0,5 cm",
        "٣",
        "--1",
        "+-1",
        "0x1",
        "8,1",
        "9" * 400,
    ],
)
def test_what_is_no_such_number_is_refused_beside_its_field(typed: str) -> None:
    with pytest.raises(FieldsRefused) as refused:
        measured("Canon", "0", typed)

    assert refused.value.fields == {"up": "Type a number from −8 to 8, such as 0.5 or −0.5."}


@pytest.mark.parametrize("name", ["", "  ", "\n\t", "\u200b", "\0"])
def test_a_printer_has_a_name(name: str) -> None:
    with pytest.raises(FieldsRefused) as refused:
        measured(name, "0", "0")

    assert set(refused.value.fields) == {"name"}


def test_a_name_has_its_limit() -> None:
    assert measured("x" * LONGEST_NAME, "0", "0").name == "x" * LONGEST_NAME

    with pytest.raises(FieldsRefused) as refused:
        measured("x" * (LONGEST_NAME + 1), "0", "0")

    assert refused.value.fields == {"name": "The name is longer than 60 characters."}
