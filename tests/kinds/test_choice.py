"""A choice: people tick."""

import pytest
from flask import Flask

from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.events import Value
from workshop.kinds.choice import Choice
from workshop.refused import Refused

ONE = Choice(("rood", "blauw", "groen"))
SEVERAL = Choice(("rood", "blauw", "groen"), several=True)


def refusal(kind: Choice, value: Value) -> str:
    with pytest.raises(Refused) as refused:
        kind.check(value)
    return refused.value.code


def test_each_line_of_the_list_is_an_option() -> None:
    assert read("::: choice\n- **rood**\n- blauw\n- groen\n:::") == ONE
    assert read("::: choice {several=true}\n1. rood\n2. blauw\n3. groen\n:::") == SEVERAL


def test_it_is_one_question_with_the_slides_title() -> None:
    assert ONE.questions == ("",)
    assert ONE.most_answers == 1


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        (ONE, [2], [2]),
        (ONE, [1, 1], [1]),
        (SEVERAL, [2, 0, 2], [0, 2]),
        (SEVERAL, [0, 1, 2], [0, 1, 2]),
    ],
)
def test_options_are_kept_once_and_in_order(kind: Choice, value: Value, kept: Value) -> None:
    assert kind.check(value) == kept


@pytest.mark.parametrize("kind", [ONE, SEVERAL])
def test_ticking_nothing_any_more_takes_all_back(kind: Choice) -> None:
    assert kind.check([]) == []


@pytest.mark.parametrize("value", ["", "rood", "0"])
def test_a_text_is_no_choice(value: Value) -> None:
    assert refusal(ONE, value) == "wrong_kind"


@pytest.mark.parametrize("value", [[3], [-1], [0, 3], [10**30]])
def test_an_unknown_option_is_refused(value: Value) -> None:
    assert refusal(ONE, value) == "unknown_option"
    assert refusal(SEVERAL, value) == "unknown_option"


def test_several_are_refused_where_one_is_asked() -> None:
    assert SEVERAL.check([0, 1]) == [0, 1]
    assert refusal(ONE, [0, 1]) == "too_many_options"


def test_each_option_is_counted() -> None:
    assert SEVERAL.tally([[0], [0, 2], [], [2]]) == [2, 0, 2]
    assert SEVERAL.tally([]) == [0, 0, 0]


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    page = draw(app, Choice((HOSTILE, "blauw")), screen)

    assert HOSTILE in page.text
    assert page.runs_nothing()


@pytest.mark.parametrize(("kind", "type"), [(ONE, "radio"), (SEVERAL, "checkbox")])
def test_a_phone_ticks_one_or_several(app: Flask, kind: Choice, type: str) -> None:
    page = draw(app, kind, "phone")

    assert [(box["type"], box["value"]) for box in page.all("input")] == [(type, n) for n in "012"]
    assert "disabled" not in page.all("fieldset")[0]


def test_a_closed_choice_cannot_be_ticked(app: Flask) -> None:
    page = draw(app, ONE, "phone", open=False)

    assert "disabled" in page.all("fieldset")[0]
    assert "This question is closed." in page.text


def test_the_projector_shows_the_counts(app: Flask) -> None:
    assert "rood 4 blauw 0 groen 2" in draw(app, ONE, "projector", tally=[4, 0, 2]).text
    assert "rood 0 blauw 0 groen 0" in draw(app, ONE, "projector").text
