"""A number: people guess a value and see how the room's answers lie."""

import math
from random import Random

import pytest
from flask import Flask

from tests.decks.written import FRONT, mistake
from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.events import Value
from workshop.kinds.number import Number
from workshop.language import speaking
from workshop.refused import Refused

PERCENT = Number(unit="%", right=22.5)
HEAT = Number(low=-20, high=50, unit="°C", decimals=1)


def refusal(kind: Number, value: Value) -> str:
    with pytest.raises(Refused) as refused:
        kind.check(value)
    return refused.value.code


def test_a_deck_says_the_bounds_the_unit_and_what_is_right() -> None:
    assert read('::: number {min=0 max=100 unit="%" right=22.5}\n:::') == PERCENT
    assert read('::: number {min=-20 max=50 unit="°C" decimals=1}\n:::') == HEAT


def test_without_bounds_it_goes_from_0_to_100_in_whole_numbers() -> None:
    assert read("::: number\n:::") == Number(low=0, high=100, decimals=0)


def test_a_comma_is_as_good_as_a_point_in_a_deck() -> None:
    assert read("::: number {right=22,5}\n:::") == Number(right=22.5)


@pytest.mark.parametrize(
    ("attributes", "what"),
    [
        ("min=laag", "'min' is 'laag'."),
        ("max=1e5", "'max' is '1e5'."),
        ("max=9999999999999", "'max' is '9999999999999'."),
        ("max=²", "'max' is '²'."),
        ("right=", "The attributes cannot be read: right="),
        ('right=""', "'right' is ''."),
        ("right=nan", "'right' is 'nan'."),
        ("min=0.5", "'min' is '0.5'."),
        ("min=0.25 decimals=1", "'min' is '0.25'."),
        ("decimals=4", "'decimals' is '4'."),
        ("min=5 max=5", "'min' is not below 'max'."),
        ("min=200", "'min' is not below 'max'."),
        ("right=101", "'right' is not between 'min' and 'max'."),
        ("right=5 results=live", "With results=live everybody would see the right answer first."),
        ("most=5", "'number' has no 'most'."),
    ],
)
def test_a_deck_that_makes_no_sense_is_told_so(attributes: str, what: str) -> None:
    assert mistake(f"{FRONT}# Titel\n\n::: number {{{attributes}}}\n:::\n").what == what


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (PERCENT, 0, 0),
        (PERCENT, 100, 100),
        (PERCENT, 22.4, 22),
        (PERCENT, 7.0, 7),
        (HEAT, 21.26, 21.3),
        (HEAT, -20, -20),
    ],
)
def test_a_number_within_the_bounds_is_kept_with_the_decimals_that_are_asked(
    kind: Number, value: Value, kept: Value
) -> None:
    assert kind.check(value) == kept


def test_a_whole_number_is_kept_as_one() -> None:
    assert type(PERCENT.check(7.0)) is int


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (-1, "out_of_range"),
        (100.4, "out_of_range"),
        (10**400, "out_of_range"),
        (-(10**400), "out_of_range"),
        (1e308, "out_of_range"),
        (math.inf, "out_of_range"),
        (-math.inf, "out_of_range"),
        (math.nan, "out_of_range"),
        (True, "wrong_kind"),
        ("50", "wrong_kind"),
        ([50], "wrong_kind"),
        ([], "wrong_kind"),
    ],
)
def test_anything_else_is_refused(value: Value, code: str) -> None:
    assert PERCENT.check(50) == 50
    assert refusal(PERCENT, value) == code


def test_a_refusal_says_what_can_be_given() -> None:
    with speaking("nl"), pytest.raises(Refused) as refused:
        Number(high=25_000, unit="€").check(-3)

    assert (
        refused.value.text == "Geef een getal van €\N{NO-BREAK SPACE}0 tot en met €\N{NO-BREAK SPACE}25.000."
    )


def test_the_result_has_bars_with_counts_and_the_answer_in_the_middle() -> None:
    result = PERCENT.result([5, 12, 18, 60])

    assert [bar.count for bar in result.bars] == [1, 2, 0, 0, 0, 0, 1, 0, 0, 0]
    assert [bar.height for bar in result.bars][:3] == [0.5, 1, 0]
    assert [tick.label for tick in result.ticks] == [str(edge) for edge in range(0, 101, 10)]
    assert result.median == "12"
    assert result.middle_bar == result.bars[1]


def test_the_answer_in_the_middle_is_one_that_somebody_gave_and_is_written_as_it_is_spoken() -> None:
    with speaking("nl"):
        assert HEAT.result([21.3, 21.5]).median == "21,3"
        assert Number(low=1900, high=2025).result([1984]).median == "1984"
        assert Number(high=1_000_000).result([25_000]).median == "25.000"
    with speaking("en"):
        assert HEAT.result([-21.5 + 1.75]).median == "-19.8"


def test_the_right_value_has_its_place_and_counts_who_was_close() -> None:
    with speaking("nl"):
        truth = PERCENT.result([12, 13, 32, 33, 90]).truth

    assert truth is not None
    assert (truth.x, truth.near_x, truth.near_width) == (22.5, 12.5, 20)
    assert truth.label == "in werkelijkheid 22,5%"
    assert truth.close == 2
    assert truth.said == "2 van de 5 zaten er hoogstens 10% naast"


def test_one_who_was_close_is_spoken_of_as_one() -> None:
    truth = PERCENT.result([20]).truth

    assert truth is not None
    assert truth.said == "1 of 1 was at most 10% off"


def test_rounding_leaves_nobody_out_who_is_exactly_at_the_margin() -> None:
    truth = Number(high=1, decimals=1, right=0.3).result([0.2, 0.4, 0.5]).truth

    assert truth is not None
    assert truth.close == 2


@pytest.mark.parametrize("right", [0, 100])
def test_the_word_at_the_line_stays_in_the_picture(right: float) -> None:
    truth = Number(right=right).result([5]).truth

    assert truth is not None
    assert truth.anchor == ("end" if right else "start")


def test_before_the_first_answer_there_is_no_middle_and_nobody_was_close() -> None:
    result = PERCENT.result([])

    assert (result.median, result.middle_bar) == ("", None)
    assert not any(bar.count or bar.height for bar in result.bars)
    assert result.truth is not None
    assert result.truth.said == ""


@pytest.mark.parametrize(
    ("kind", "value", "size"),
    [
        (PERCENT, 46, "huge"),
        (HEAT, 14.5, "large"),
        (HEAT, -14.5, "medium"),
        (Number(high=9999, unit="vrijwilligers"), 1234, "large"),
        (Number(high=999_999, unit="€"), 353_154, "medium"),
        (Number(high=10**11), 10**11 - 1, "small"),
    ],
)
def test_a_longer_median_is_set_smaller(kind: Number, value: int, size: str) -> None:
    assert kind.result([value]).size == size


def test_labels_that_do_not_fit_side_by_side_are_thinned_out() -> None:
    with speaking("nl"):
        ticks = Number(high=1_000_000).result([]).ticks

    assert [tick.label for tick in ticks] == [
        "0",
        "200.000",
        "400.000",
        "600.000",
        "800.000",
        "1\N{NO-BREAK SPACE}mln.",
    ]


def test_the_result_is_a_table() -> None:
    table = PERCENT.table([20, 30])

    assert table.header == ("Answer", "People")
    assert table.rows[0] == ("0–9", "0")
    assert table.rows[2] == ("20–29", "1")
    assert table.rows[9:] == (
        ("90–100", "0"),
        ("Median", "20%"),
        ("Right answer", "22.5%"),
        ("At most 10% off", "2"),
    )


def test_a_table_without_answers_has_no_median() -> None:
    table = Number(low=1, high=5).table([])

    assert table.rows == (("1", "0"), ("2", "0"), ("3", "0"), ("4", "0"), ("5", "0"), ("Median", "–"))


def test_a_table_of_decimals_names_what_belongs_in_each_row() -> None:
    assert Number(high=1, decimals=1).table([0.1]).rows[1] == ("0.1", "1")
    assert Number(high=10, decimals=1).table([1.9]).rows[1] == ("1–1.9", "1")


@pytest.mark.parametrize("kind", [PERCENT, HEAT, Number(low=-3, high=-2, decimals=3)])
def test_what_a_rehearsal_pretends_is_taken(app: Flask, kind: Number) -> None:
    (form,) = draw(app, kind, "phone").all("form")
    attributes = {name: value or "" for name, value in form.items()}

    for seed in range(100):
        value = kind.pretend(attributes, Random(seed), Random(1))
        assert kind.check(value) == value


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    kind = Number(unit=HOSTILE)

    page = draw(app, kind, screen, result=kind.result([5]))

    assert HOSTILE in page.text
    assert page.runs_nothing()


def test_a_phone_has_one_field_with_the_bounds_and_the_unit(app: Flask) -> None:
    page = draw(app, PERCENT, "phone")

    (field,) = page.all("input")
    assert field["inputmode"] == "decimal"
    assert page.all("label", **{"for": field["id"]})
    assert "A whole number from 0% to 100%" in page.text
    assert "22.5" not in page.html, "a phone must not know what is right"


def test_where_numbers_can_be_below_zero_the_phone_offers_the_minus(app: Flask) -> None:
    (field,) = draw(app, HEAT, "phone").all("input")

    assert "inputmode" not in field


def test_a_closed_number_cannot_be_typed_or_sent(app: Flask) -> None:
    page = draw(app, PERCENT, "phone", open=False)

    assert all("disabled" in fieldset for fieldset in page.all("fieldset"))
    assert not page.all("button")
    assert "This question is closed." in page.text


def test_the_projector_shows_figures_once_the_room_may_see_them(app: Flask) -> None:
    seen = draw(app, PERCENT, "projector", result=PERCENT.result([34, 34, 36]))
    unseen = draw(app, PERCENT, "projector")

    assert "34%" in seen.text
    assert "in fact 22.5%" in seen.text
    assert len(seen.all("rect")) == len(unseen.all("rect")), "the same picture"
    assert "22.5" not in unseen.html
    assert {rect["height"] for rect in unseen.all("rect")} == {"100%", "0.00%"}


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [(PERCENT, 22, "22%"), (HEAT, -3.5, "-3,5\N{NO-BREAK SPACE}°C"), (Number(high=90_000), 25_000, "25.000")],
)
def test_one_answer_is_told_with_its_unit_as_people_write_it(kind: Number, value: Value, told: str) -> None:
    with speaking("nl"):
        assert kind.tell(value) == told
