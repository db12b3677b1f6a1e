"""A ranking: people put options in order."""

from random import Random

import pytest
from flask import Flask

from tests.decks.written import mistake
from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.events import Value
from workshop.kinds.ranking import Ranking, Standing
from workshop.language import speaking
from workshop.refused import Refused

ALL = Ranking(("tijd", "geld", "rust"), top=3)
TOP = Ranking(("tijd", "geld", "rust", "ruimte"), top=2)


def refusal(kind: Ranking, value: Value) -> str:
    with pytest.raises(Refused) as refused:
        kind.check(value)
    return refused.value.code


def in_deck(container: str) -> str:
    return f"---\ntitle: Proef\nlanguage: en\n---\n# Titel\n\n{container}\n"


def names(standings: list[Standing]) -> list[str]:
    return [standing.option for standing in standings]


def test_people_order_all_options_or_the_first_of_them() -> None:
    assert read("::: ranking\n- tijd\n- **geld**\n- rust\n:::") == ALL
    assert read("::: ranking {top=2}\n- tijd\n- geld\n- rust\n- ruimte\n:::") == TOP


@pytest.mark.parametrize("top", ["0", "1", "4", "-1", "alle"])
def test_a_top_is_of_what_there_is(top: str) -> None:
    wrong = mistake(in_deck(f"::: ranking {{top={top}}}\n- tijd\n- geld\n- rust\n:::"))

    assert (wrong.what, wrong.right) == (f"'top' is '{top}'.", "Write a whole number from 2 to 3.")


@pytest.mark.parametrize(("options", "what"), [(1, "fewer than 2"), (13, "more than 12")])
def test_there_are_two_to_twelve_options(options: int, what: str) -> None:
    assert read("::: ranking\n" + "- tijd\n" * 12 + ":::")

    assert what in mistake(in_deck("::: ranking\n" + "- tijd\n" * options + ":::")).what


def test_it_is_one_question_with_the_slides_title() -> None:
    assert ALL.questions == ("",)
    assert ALL.most_answers == 1


def test_an_order_is_kept_as_it_is() -> None:
    assert ALL.check([2, 0, 1]) == [2, 0, 1]
    assert TOP.check([3, 0]) == [3, 0]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([], "wrong_number"),
        ([0, 1], "wrong_number"),
        ([0, 1, 2, 0], "wrong_number"),
        ([0] * 100_000, "wrong_number"),
        ([0, 1, 3], "unknown_option"),
        ([0, 1, -1], "unknown_option"),
        ([0, 1, 10**30], "unknown_option"),
        ([0, 1, 1], "twice"),
        ("012", "wrong_kind"),
        (1, "wrong_kind"),
        (1.5, "wrong_kind"),
    ],
)
def test_anything_else_is_refused(value: Value, code: str) -> None:
    assert ALL.check([0, 1, 2]) == [0, 1, 2]
    assert refusal(ALL, value) == code


def test_where_a_top_is_asked_more_is_refused() -> None:
    assert refusal(TOP, [0, 1, 2]) == "wrong_number"


def test_what_stands_higher_on_average_stands_above() -> None:
    with speaking("nl"):
        money, rest, time = ALL.result([[1, 2, 0], [1, 0, 2], [2, 1, 0]])

    assert [money.option, rest.option, time.option] == ["geld", "rust", "tijd"]
    assert [money.number, rest.number, time.number] == [1, 2, 0]
    assert [money.place, rest.place, time.place] == [1, 2, 3]
    assert [money.points, rest.points, time.points] == ["2,7", "2,0", "1,3"]
    assert [money.mean_place, rest.mean_place, time.mean_place] == ["1,3", "2,0", "2,7"]
    assert [money.first, rest.first, time.first] == [2, 1, 0]
    assert money.share == pytest.approx(8 / 9)


def test_of_a_top_what_nobody_named_has_no_points_and_no_mean_place() -> None:
    with speaking("nl"):
        space, time, money, rest = TOP.result([[3, 0], [3, 0], [0, 1], [3, 1]])

    assert names([space, time, money, rest]) == ["ruimte", "tijd", "geld", "rust"]
    assert [space.points, time.points, money.points, rest.points] == ["1,5", "1,0", "0,5", "0,0"]
    assert [space.named, time.named, money.named, rest.named] == [3, 3, 2, 0]
    assert [space.mean_place, rest.mean_place] == ["1,0", ""]
    assert [space.share, rest.share] == [0.75, 0]


def test_options_with_as_many_points_share_a_place_in_the_decks_order() -> None:
    result = ALL.result([[0, 1, 2], [1, 0, 2]])

    assert [(each.option, each.place) for each in result] == [("tijd", 1), ("geld", 1), ("rust", 3)]


def test_before_the_first_answer_the_options_stand_in_the_decks_order_without_a_place() -> None:
    result = ALL.result([])

    assert names(result) == ["tijd", "geld", "rust"]
    assert not any(each.place or each.share or each.points or each.mean_place for each in result)


def test_the_result_is_a_table() -> None:
    table = TOP.table([[1, 3], [1, 0]])

    assert table.header == ("Option", "Mean points", "Mean place", "Times first", "Times placed")
    assert table.rows == (
        ("geld", "2.0", "1.0", "2", "2"),
        ("tijd", "0.5", "2.0", "0", "1"),
        ("ruimte", "0.5", "2.0", "0", "1"),
        ("rust", "0.0", "–", "0", "0"),
    )
    assert ALL.table([]).rows[0] == ("tijd", "–", "–", "0", "0")


@pytest.mark.parametrize("kind", [ALL, TOP])
def test_what_a_rehearsal_pretends_is_taken_and_not_flat(app: Flask, kind: Ranking) -> None:
    (form,) = draw(app, kind, "phone").all("form")
    attributes = {name: value or "" for name, value in form.items()}

    pretended = [Ranking.pretend(attributes, Random(seed), Random(1)) for seed in range(100)]

    result = kind.result([kind.check(value) for value in pretended])
    assert result[0].share > 1.2 * result[-1].share


@pytest.mark.parametrize("form", [{}, {"data-options": "3"}, {"data-options": "x", "data-top": "2"}])
def test_a_rehearsal_takes_no_other_form_for_this_one(form: dict[str, str]) -> None:
    with pytest.raises((KeyError, ValueError, IndexError)):
        Ranking.pretend(form, Random(1), Random(1))


def test_a_deck_may_show_the_result_from_the_first_answer() -> None:
    live = read("::: ranking {results=live}\n- tijd\n- geld\n- rust\n:::")

    assert isinstance(live, Ranking)
    assert live.live
    assert not ALL.live


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("answered", [False, True])
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str, answered: bool) -> None:
    kind = Ranking((HOSTILE, "geld"), top=2)

    page = draw(app, kind, screen, result=kind.result([[0, 1]]) if answered else None)

    assert HOSTILE in page.text
    assert page.runs_nothing()


def test_a_phone_says_what_to_do_and_gives_each_option_its_buttons(app: Flask) -> None:
    page = draw(app, ALL, "phone")

    assert "Tap them in your order, starting with number 1." in page.text
    assert len(page.all("button", **{"class": "rank-option", "aria-pressed": "false"})) == 3
    moves = [button["aria-label"] for button in page.all("button") if "data-move" in button]
    assert moves[:2] == ["Move up: tijd", "Move down: tijd"]
    assert "disabled" not in page.all("fieldset")[0]
    assert "Tap your top 2, starting with number 1." in draw(app, TOP, "phone").text


def test_what_the_buttons_of_a_hostile_option_say_is_what_it_says(app: Flask) -> None:
    page = draw(app, Ranking((HOSTILE, "geld"), top=2), "phone")

    assert page.all("button", **{"aria-label": f"Move up: {HOSTILE}"})


def test_a_closed_ranking_cannot_be_tapped_nor_sent(app: Flask) -> None:
    page = draw(app, ALL, "phone", open=False)

    assert "disabled" in page.all("fieldset")[0]
    assert not page.all("button", **{"class": "send-button"})
    assert "This question is closed." in page.text


def test_the_projector_shows_the_places_once_the_room_may_see_them(app: Flask) -> None:
    result = ALL.result([[1, 2, 0], [1, 0, 2]])

    shown = draw(app, ALL, "projector", result=result)
    hidden = draw(app, ALL, "projector")

    assert "mean place times first 1 geld 1.0 2 2 tijd 2.5 0 2 rust 2.5 0" in shown.text
    assert "tijd geld rust The result comes when everybody has answered." in hidden.text
    assert "mean place" not in hidden.text


def test_the_projector_says_how_often_an_option_came_into_the_top(app: Flask) -> None:
    page = draw(app, TOP, "projector", result=TOP.result([[1, 2], [1, 0]]))

    assert "times in top 2 times first 1 geld 2 2" in page.text


def test_each_line_keeps_its_own_key_so_that_a_picture_that_changes_keeps_them_apart(app: Flask) -> None:
    page = draw(app, ALL, "projector", result=ALL.result([[1, 2, 0]]))

    assert [item["data-key"] for item in page.all("li")] == ["1", "2", "0"]
    assert len(page.all("li", **{"class": "highlight"})) == 1


def test_a_live_result_without_answers_shows_no_places(app: Flask) -> None:
    assert draw(app, ALL, "projector", result=ALL.result([])).text == "tijd geld rust"


def test_one_answer_is_told_as_the_options_in_their_order() -> None:
    assert ALL.tell([2, 0, 1]) == "1. rust\n2. tijd\n3. geld"
    assert TOP.tell([3, 1]) == "1. ruimte\n2. geld"
