"""A bar chart from one column of a table."""

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.decks.block import Table
from workshop.kinds.chart import Bar, Chart, number

ROWS = """| Jaar | Aantal | Scholen |
| --- | ---: | ---: |
| 22 | 10 | 2 |
| 23 | 22,5 | 3 |
| 24 | 45 | 5 |
"""


def test_the_bars_are_as_long_as_their_share_of_the_longest() -> None:
    chart = read(f'::: chart {{value=Aantal highlight="24" big=150 big_label=samen note="Meer"}}\n{ROWS}:::')

    assert isinstance(chart, Chart)
    assert chart.bars == (
        Bar("22", "10", 10 / 45, False, (("Scholen", "2"),)),
        Bar("23", "22,5", 0.5, False, (("Scholen", "3"),)),
        Bar("24", "45", 1.0, True, (("Scholen", "5"),)),
    )
    assert (chart.value, chart.big, chart.big_label, chart.note) == ("Aantal", "150", "samen", "Meer")


def test_the_last_column_is_the_value_where_none_is_named() -> None:
    chart = read(f"::: chart\n{ROWS}:::")

    assert isinstance(chart, Chart)
    assert [bar.value for bar in chart.bars] == ["2", "3", "5"]


def test_bars_of_nothing_have_no_length() -> None:
    chart = read("::: chart\n| a | b |\n| --- | --- |\n| x | 0 |\n| y | 0,0 |\n:::")

    assert isinstance(chart, Chart)
    assert [bar.share for bar in chart.bars] == [0, 0]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0", 0),
        ("007", 7),
        ("22,5", 22.5),
        ("22.5", 22.5),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("1350", 1350),
        ("1.350", 1350),
        ("1,350", 1350),
        ("1 350", 1350),
        ("1\u00a0350", 1350),
        ("1\u202f350", 1350),
        ("12.345.678", 12_345_678),
        ("1.350,5", 1350.5),
        ("1,350.5", 1350.5),
        ("1234,567", 1234.567),
    ],
)
def test_a_figure_is_read_the_dutch_and_the_english_way(cell: str, value: float) -> None:
    assert number(cell) == value


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "-",
        "–",
        "veel",
        "30%",
        "-5",
        "+5",
        "1e5",
        "nan",
        "inf",
        "1_000",
        "1.2.3",
        "1,2,3",
        "1.350.5",
        "12,34.5",
        ",5",
    ],
)
def test_what_is_no_figure_is_none(cell: str) -> None:
    assert number(cell) is None


@given(st.text(max_size=20))
def test_any_cell_is_a_finite_figure_or_none(cell: str) -> None:
    value = number(cell)

    assert value is None or 0 <= value < 1e18


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    rows = Table((HOSTILE, "Aantal", HOSTILE), (("x", "1", "y"),))
    bar = Bar(HOSTILE, HOSTILE, 1.0, True, ((HOSTILE, HOSTILE),))

    page = draw(app, Chart(rows, (bar,), HOSTILE, HOSTILE, HOSTILE, HOSTILE), screen)

    assert page.text.count(HOSTILE) >= 6
    assert page.runs_nothing()


@pytest.mark.parametrize("screen", SCREENS)
def test_each_bar_stands_beside_its_name_and_its_figure(app: Flask, screen: str) -> None:
    page = draw(app, read(f"::: chart {{value=Aantal highlight=24}}\n{ROWS}:::"), screen)

    assert [bar["width"] for bar in page.all("rect")] == ["22.22", "50.00", "100.00"]
    assert [bar["class"] for bar in page.all("li")] == ["bar", "bar", "bar highlight"]
    assert "23 22,5 scholen: 3" in page.text
