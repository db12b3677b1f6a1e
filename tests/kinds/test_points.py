"""Points: people divide them over options."""

from random import Random

import pytest
from flask import Flask

from tests.decks.written import mistake
from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.decks.block import Table
from workshop.events import Value
from workshop.kinds.points import Points
from workshop.language import speaking
from workshop.refused import Refused

THREE = Points(("tijd", "geld", "rust"))
FEW = Points(("tijd", "geld"), total=7, step=2)


def refusal(kind: Points, value: Value) -> str:
    with pytest.raises(Refused) as refused:
        kind.check(value)
    return refused.value.code


def in_deck(container: str) -> str:
    return f"---\ntitle: Proef\nlanguage: en\n---\n# Titel\n\n{container}\n"


def test_a_hundred_points_in_fives_unless_the_deck_says_otherwise() -> None:
    assert read("::: points\n- tijd\n- **geld**\n- rust\n:::") == THREE
    assert read("::: points {total=7 step=2}\n- tijd\n- geld\n:::") == FEW


@pytest.mark.parametrize(("total", "step"), [(2, 1), (10, 1), (60, 3), (1000, 50)])
def test_a_step_that_the_deck_leaves_out_suits_the_total(total: int, step: int) -> None:
    kind = read(f"::: points {{total={total}}}\n- tijd\n- geld\n:::")

    assert isinstance(kind, Points)
    assert (kind.total, kind.step) == (total, step)


@pytest.mark.parametrize(
    ("attributes", "name", "right"),
    [
        ("total=1", "total", "Write a whole number from 2 to 1000."),
        ("total=1001", "total", "Write a whole number from 2 to 1000."),
        ("total=veel", "total", "Write a whole number from 2 to 1000."),
        ("step=0", "step", "Write a whole number from 1 to 100."),
        ("total=10 step=11", "step", "Write a whole number from 1 to 10."),
    ],
)
def test_a_total_or_step_that_cannot_be_is_a_mistake(attributes: str, name: str, right: str) -> None:
    wrong = mistake(in_deck(f"::: points {{{attributes}}}\n- tijd\n- geld\n:::"))

    assert (wrong.what.split()[0], wrong.right) == (f"'{name}'", right)


@pytest.mark.parametrize(("options", "what"), [(1, "fewer than 2"), (11, "more than 10")])
def test_there_are_two_to_ten_options(options: int, what: str) -> None:
    assert read("::: points\n" + "- tijd\n" * 10 + ":::")

    assert what in mistake(in_deck("::: points\n" + "- tijd\n" * options + ":::")).what


def test_it_is_one_question_with_the_slides_title() -> None:
    assert THREE.questions == ("",)
    assert THREE.most_answers == 1


@pytest.mark.parametrize("value", [[50, 30, 20], [100, 0, 0], [33, 33, 34]])
def test_an_amount_an_option_is_kept_in_whatever_steps(value: Value) -> None:
    assert THREE.check(value) == value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([], "wrong_kind"),
        ([50, 50], "wrong_kind"),
        ([25, 25, 25, 25], "wrong_kind"),
        ([0] * 100_000, "wrong_kind"),
        ([110, -10, 0], "below_zero"),
        ([-(10**30), 10**30, 100], "below_zero"),
        ([50, 30, 19], "wrong_sum"),
        ([50, 30, 21], "wrong_sum"),
        ([0, 0, 0], "wrong_sum"),
        ([10**30, 0, 0], "wrong_sum"),
        ("100", "wrong_kind"),
        (100, "wrong_kind"),
        (100.0, "wrong_kind"),
    ],
)
def test_anything_else_is_refused(value: Value, code: str) -> None:
    assert THREE.check([100, 0, 0]) == [100, 0, 0]
    assert refusal(THREE, value) == code


def test_who_divides_something_else_reads_how_many_there_are() -> None:
    with speaking("nl"), pytest.raises(Refused) as refused:
        Points(("tijd", "geld"), total=1000).check([1, 2])

    assert str(refused.value) == "Verdeel precies 1.000 punten."


def test_the_mean_and_the_share_are_of_all_people_and_all_points() -> None:
    with speaking("nl"):
        time, money, rest = THREE.result([[50, 50, 0], [25, 70, 5]])

    assert [time.mean, money.mean, rest.mean] == ["37,5", "60,0", "2,5"]
    assert [time.share, money.share, rest.share] == [0.375, 0.6, 0.025]
    assert [time.sum, money.sum, rest.sum] == ["75", "120", "5"]
    assert [time.is_most, money.is_most, rest.is_most] == [False, True, False]


def test_before_the_first_answer_there_is_no_mean_and_nothing_stands_out() -> None:
    assert not any(each.mean or each.share or each.is_most for each in THREE.result([]))


def test_the_result_is_a_table() -> None:
    table = Points(("tijd", "geld"), total=1000).table([[1000, 0], [995, 5]])

    assert table.header == ("Option", "Mean", "Sum")
    assert table.rows == (("tijd", "997.5", "1,995"), ("geld", "2.5", "5"))
    assert THREE.table([]).rows[0] == ("tijd", "–", "0")


@pytest.mark.parametrize("kind", [THREE, FEW])
def test_what_a_rehearsal_pretends_is_taken_and_not_flat(app: Flask, kind: Points) -> None:
    (form,) = draw(app, kind, "phone").all("form")
    attributes = {name: value or "" for name, value in form.items()}

    pretended = [Points.pretend(attributes, Random(seed), Random(1)) for seed in range(100)]

    shares = [each.share for each in kind.result([kind.check(value) for value in pretended])]
    assert max(shares) > 1.2 * min(shares)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"data-options": "2", "data-total": "100"},
        {"data-options": "2", "data-total": "x", "data-step": "5"},
        {"data-options": "0", "data-total": "100", "data-step": "5"},
    ],
)
def test_a_rehearsal_takes_no_other_form_for_this_one(form: dict[str, str]) -> None:
    with pytest.raises((KeyError, ValueError, IndexError)):
        Points.pretend(form, Random(1), Random(1))


def test_a_deck_may_show_the_result_from_the_first_answer() -> None:
    live = read("::: points {results=live}\n- tijd\n- geld\n:::")

    assert isinstance(live, Points)
    assert live.live
    assert not THREE.live


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("answered", [False, True])
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str, answered: bool) -> None:
    kind = Points((HOSTILE, "geld"))

    page = draw(app, kind, screen, result=kind.result([[60, 40]]) if answered else None)

    assert HOSTILE in page.text
    assert page.runs_nothing()


def test_a_phone_has_a_named_number_and_two_named_buttons_for_each_option(app: Flask) -> None:
    page = draw(app, FEW, "phone")

    assert "Divide 7 points" in page.text
    assert [field["inputmode"] for field in page.all("input")] == ["numeric", "numeric"]
    assert [label["for"] for label in page.all("label")] == [field["id"] for field in page.all("input")]
    buttons = [button["aria-label"] for button in page.all("button") if "data-by" in button]
    assert buttons == ["Less: tijd", "More: tijd", "Less: geld", "More: geld"]
    assert "disabled" not in page.all("fieldset")[0]
    assert "disabled" in page.all("button", **{"class": "send-button"})[0]


def test_what_the_buttons_of_a_hostile_option_say_is_what_it_says(app: Flask) -> None:
    page = draw(app, Points((HOSTILE, "geld")), "phone")

    assert page.all("button", **{"aria-label": f"More: {HOSTILE}"})


def test_closed_points_cannot_be_changed_nor_sent(app: Flask) -> None:
    page = draw(app, THREE, "phone", open=False)

    assert "disabled" in page.all("fieldset")[0]
    assert not page.all("button", **{"class": "send-button"})
    assert "This question is closed." in page.text


def test_the_projector_shows_the_means_once_the_room_may_see_them(app: Flask) -> None:
    shown = draw(app, THREE, "projector", result=THREE.result([[50, 50, 0], [25, 70, 5]]))
    hidden = draw(app, THREE, "projector")

    assert "mean of 100 points tijd 37.5 geld 60.0 rust 2.5" in shown.text
    assert len(shown.all("li", **{"class": "highlight"})) == 1
    assert "tijd geld rust The result comes when everybody has answered." in hidden.text
    assert not hidden.all("li", **{"class": "highlight"})


def test_the_bars_are_shares_of_all_points(app: Flask) -> None:
    page = draw(app, THREE, "projector", result=THREE.result([[50, 50, 0], [25, 70, 5]]))

    assert [bar["width"] for bar in page.all("rect")] == ["37.5", "60.0", "2.5"]


def test_a_live_result_without_answers_shows_no_figures(app: Flask) -> None:
    assert draw(app, THREE, "projector", result=THREE.result([])).text == "tijd geld rust"


def test_one_answer_is_told_as_a_table_of_options_and_points() -> None:
    assert THREE.tell([50, 0, 50]) == Table(
        ("Option", "Points"), (("tijd", "50"), ("geld", "0"), ("rust", "50"))
    )
