"""A scale: how much people agree."""

from random import Random

import pytest
from flask import Flask

from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.decks.block import Table
from workshop.events import Value
from workshop.kinds.scale import Scale
from workshop.language import speaking
from workshop.refused import Refused

TWO = Scale(("Ik durf", "Ik kan"), steps=5, low="oneens", high="eens")
ONE = Scale(("",), steps=3)


def refusal(kind: Scale, value: Value) -> str:
    with pytest.raises(Refused) as refused:
        kind.check(value)
    return refused.value.code


def test_each_line_of_the_list_is_a_statement() -> None:
    assert read("::: scale {low=oneens high=eens}\n- Ik durf\n- Ik kan\n:::") == TWO


def test_without_a_list_the_slides_title_is_the_statement() -> None:
    assert read("::: scale {steps=3}\n:::") == ONE


@pytest.mark.parametrize("value", [[5, 1], [0, 3]])
def test_a_step_a_statement_is_kept_and_one_may_be_left_out(value: Value) -> None:
    assert TWO.check(value) == value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([0, 0], "empty"),
        ([6, 1], "unknown_option"),
        ([-1, 1], "unknown_option"),
        ([10**30, 1], "unknown_option"),
        ([1], "wrong_kind"),
        ([1, 2, 3], "wrong_kind"),
        ("5", "wrong_kind"),
        (5, "wrong_kind"),
    ],
)
def test_anything_else_is_refused(value: Value, code: str) -> None:
    assert TWO.check([1, 1]) == [1, 1]
    assert refusal(TWO, value) == code


def test_counts_and_the_mean_are_of_those_who_judged_the_statement() -> None:
    with speaking("nl"):
        dare, can = TWO.result([[5, 1], [4, 0], [0, 2]])

    assert dare.counts == (0, 0, 0, 1, 1)
    assert dare.heights == (0, 0, 0, 1, 1)
    assert dare.mean == "4,5"
    assert (can.counts[:2], can.mean) == ((1, 1), "1,5")


def test_before_the_first_answer_there_is_no_mean() -> None:
    (only,) = ONE.result([])

    assert (only.counts, only.mean) == ((0, 0, 0), "")


def test_the_result_is_a_table() -> None:
    table = TWO.table([[5, 1]])

    assert table.header == ("Statement", "1", "2", "3", "4", "5", "Mean")
    assert table.rows == (
        ("Ik durf", "0", "0", "0", "0", "1", "5.0"),
        ("Ik kan", "1", "0", "0", "0", "0", "1.0"),
    )


def test_what_a_rehearsal_pretends_is_taken() -> None:
    form = {"data-options": "2", "data-steps": "5"}

    for seed in range(100):
        assert TWO.check(TWO.pretend(form, Random(seed), Random(1)))


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    page = draw(app, Scale((HOSTILE,), low=HOSTILE), screen)

    assert HOSTILE in page.text
    assert page.runs_nothing()


def test_a_phone_ticks_a_step_for_each_statement(app: Flask) -> None:
    page = draw(app, TWO, "phone")

    assert [(box["name"], box["value"]) for box in page.all("input")] == [
        (f"statement-{row}", str(step)) for row in range(2) for step in range(1, 6)
    ]


def test_a_closed_scale_cannot_be_ticked(app: Flask) -> None:
    page = draw(app, TWO, "phone", open=False)

    assert all("disabled" in fieldset for fieldset in page.all("fieldset"))
    assert "This question is closed." in page.text


def test_the_projector_shows_the_means_once_the_room_may_see_them(app: Flask) -> None:
    assert "4.5" in draw(app, TWO, "projector", result=TWO.result([[5, 1], [4, 1]])).text
    assert "4.5" not in draw(app, TWO, "projector").text


def test_one_answer_is_told_with_the_words_at_the_ends_and_what_was_left_out_is_empty() -> None:
    assert TWO.tell([5, 0]) == Table(("Statement", "Step"), (("Ik durf", "5 of 5 (eens)"), ("Ik kan", "–")))
    assert ONE.tell([2]) == "2 of 3"
