"""A choice: people tick."""

from random import Random

import pytest
from flask import Flask

from tests.decks.written import FIRST, FRONT, mistake
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


def test_each_option_is_counted_and_the_most_ticked_stands_out() -> None:
    red, blue, green = SEVERAL.result([[0], [0, 2], [], [0]])

    assert [red.count, blue.count, green.count] == [3, 0, 1]
    assert [red.share, blue.share, green.share] == [0.75, 0, 0.25]
    assert [red.is_most, blue.is_most, green.is_most] == [True, False, False]


def test_before_the_first_answer_nothing_stands_out() -> None:
    assert not any(ticks.count or ticks.share or ticks.is_most for ticks in ONE.result([]))


def test_the_result_is_a_table() -> None:
    table = ONE.table([[0], [0], [2]])

    assert table.header == ("Option", "People")
    assert table.rows == (("rood", "2"), ("blauw", "0"), ("groen", "1"))


@pytest.mark.parametrize("kind", [ONE, SEVERAL])
def test_what_a_rehearsal_pretends_is_taken(kind: Choice) -> None:
    form = {"data-options": "3", "data-several": str(kind.several).lower()}

    for seed in range(100):
        assert kind.check(kind.pretend(form, Random(seed), Random(1)))


def test_a_deck_may_show_the_result_from_the_first_answer() -> None:
    live = read("::: choice {results=live}\n- rood\n- blauw\n- groen\n:::")

    assert isinstance(live, Choice)
    assert live.live
    assert not ONE.live


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


def test_the_projector_shows_the_figures_once_the_room_may_see_them(app: Flask) -> None:
    result = ONE.result([[0], [0], [2]])

    assert "rood 2 blauw 0 groen 1" in draw(app, ONE, "projector", result=result).text
    hidden = draw(app, ONE, "projector").text
    assert "rood blauw groen" in hidden
    assert "The result comes when everybody has answered." in hidden


def test_one_answer_is_told_in_the_words_of_its_options() -> None:
    assert ONE.tell([1]) == "blauw"
    assert SEVERAL.tell([0, 2]) == "rood\ngroen"
    assert SEVERAL.tell([]) == "none of these"


def test_a_mark_before_an_option_says_which_is_right_and_is_not_shown() -> None:
    kind = read("::: choice\n- [ ] twintig\n- [x] honderd\n- [X] duizend\n- [xx] niets\n:::")

    assert isinstance(kind, Choice)
    assert kind.options == ("twintig", "honderd", "duizend", "[xx] niets")
    assert kind.right == (1, 2)
    assert kind.settles
    assert not ONE.settles


def test_a_right_answer_and_a_live_result_do_not_go_together() -> None:
    found = mistake(FRONT + "# Titel\n\n::: choice {results=live}\n- [x] a\n- b\n:::\n")

    assert found.line == FIRST + 2
    assert "right answer" in found.what


@pytest.mark.parametrize("screen", SCREENS)
def test_the_right_one_is_marked_with_a_sign_and_a_word_once_the_room_may_see_it(
    app: Flask, screen: str
) -> None:
    kind = Choice(("rood", "blauw"), right=(1,))

    told = draw(app, kind, screen, result=kind.result([[0]])).text
    before = draw(app, kind, screen).text

    assert told.count("✓ right answer") == 1
    assert "✓" not in before
