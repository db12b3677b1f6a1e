"""A table on a slide."""

import pytest
from flask import Flask

from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.decks.block import Table as Rows
from workshop.kinds.table import Table

WIDE = Rows(("a", "b", "c", "d"), (("1", "–", "3", "vier"),))


def test_a_table_is_read_with_what_belongs_to_it() -> None:
    table = read(
        '::: table {caption="Per jaar" note="Samen 3" highlight=23}\n'
        "| Jaar | **Aantal** |\n| --- | ---: |\n| 22 | 1 |\n| 23 | `2` |\n:::"
    )

    assert table == Table(
        Rows(("Jaar", "Aantal"), (("22", "1"), ("23", "2"))),
        caption="Per jaar",
        note="Samen 3",
        highlight="23",
    )


def test_a_row_that_is_too_short_gets_empty_cells() -> None:
    table = read("::: table\n| a | b |\n| --- | --- |\n| 1 |\n:::")

    assert isinstance(table, Table)
    assert table.rows.rows == (("1", ""),)


def test_a_bar_in_a_cell_is_written_with_a_backslash() -> None:
    table = read("::: table\n| a | b |\n| --- | --- |\n| x \\| y | 2 |\n:::")

    assert isinstance(table, Table)
    assert table.rows.rows == (("x | y", "2"),)


@pytest.mark.parametrize(
    ("cell", "is_number"),
    [
        ("12", True),
        ("1.350", True),
        ("22,5", True),
        ("1 350", True),
        ("", False),
        ("–", False),
        ("20–21", False),
    ],
)
def test_figures_are_set_in_a_column_of_figures(cell: str, is_number: bool) -> None:
    assert Table(WIDE).is_number(cell) is is_number


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("columns", [2, 5])
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str, columns: int) -> None:
    rows = Rows((HOSTILE,) * columns, ((HOSTILE,) * columns,))

    page = draw(app, Table(rows, caption=HOSTILE, note=HOSTILE, highlight=HOSTILE), screen)

    assert page.text.count(HOSTILE) == 2 * columns + 2
    assert page.runs_nothing()


def test_a_row_that_matters_stands_out(app: Flask) -> None:
    page = draw(app, Table(Rows(("a", "b"), (("x", "1"), ("y", "2"))), highlight="y"), "projector")

    assert len(page.all("tr")) == 3
    assert len(page.all("tr", **{"class": "highlight"})) == 1


def test_a_wide_table_is_a_list_a_column_on_a_phone(app: Flask) -> None:
    wide, narrow = (draw(app, Table(rows), "phone") for rows in (WIDE, Rows(("a", "b"), (("1", "2"),))))

    assert wide.all("table") == []
    assert wide.text == "a 1 b c 3 d vier", "an empty cell is left out"
    assert len(narrow.all("table")) == 1
