"""A quiz question: points for who is right and fast, judged so that a slow line costs nothing."""

from random import Random

import pytest
from flask import Flask

from tests.decks.written import FIRST, FRONT, mistake, mistakes
from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.events import Value
from workshop.kinds.kind import Moment
from workshop.kinds.quiz import ALLOWANCE, SLACK, Quiz, judged
from workshop.refused import Refused

SCHOOLS = Quiz(options=("12", "31", "50"), right=(1,))
TWENTY = 20_000


def refusal(value: Value, moment: Moment | None = None) -> str:
    with pytest.raises(Refused) as refused:
        SCHOOLS.judge(SCHOOLS.check(value), moment or Moment())
    assert refused.value.text
    return refused.value.code


def at(passed: int, ends: int | None = TWENTY) -> Moment:
    return Moment(passed, ends)


# ---- what a deck says


def test_a_ticked_line_of_the_list_is_right() -> None:
    assert read("::: quiz {seconds=20 points=1000}\n- 12\n- [x] 31\n- 50\n:::") == SCHOOLS
    assert read("::: quiz\n- [ ] 12\n- [X]   31\n- 50\n:::") == SCHOOLS


def test_several_may_be_right_and_each_counts() -> None:
    several = read("::: quiz {seconds=5 points=10}\n- [x] a\n- b\n- [x] c\n:::")

    assert several == Quiz(options=("a", "b", "c"), right=(0, 2), seconds=5, points=10)
    assert isinstance(several, Quiz)
    assert [several.is_right([option, 0]) for option in range(3)] == [True, False, True]
    assert several.truth == "a or c"


def test_the_box_is_no_part_of_an_option() -> None:
    kind = read("::: quiz\n- [x] [x] staat voor goed\n- iets met [x] erin\n:::")

    assert isinstance(kind, Quiz)
    assert kind.options == ("[x] staat voor goed", "iets met [x] erin")


@pytest.mark.parametrize(
    ("container", "line", "what", "right"),
    [
        ("::: quiz\n- a\n- b\n:::", 0, "no right option", "'- [x] '"),
        ("::: quiz\n- [x] a\n- [x] b\n:::", 0, "only right options", "what is wrong"),
        ("::: quiz\n- [x] a\n- b\n- a\n:::", 3, "'a' is there twice", "Leave one out"),
        ("::: quiz\n- [x] a\n- [ ]\n- c\n:::", 2, "option is empty", "behind the box"),
        ("::: quiz {seconds=4}\n- [x] a\n- b\n:::", 0, "'seconds' is '4'", "from 5 to 600"),
        ("::: quiz {points=veel}\n- [x] a\n- b\n:::", 0, "'points' is 'veel'", "from 2 to 100000"),
        ("::: quiz {results=live}\n- [x] a\n- b\n:::", 0, "has no 'results'", "Possible: points, seconds."),
        (
            "::: quiz\n- [x] a\n" + "".join(f"- {n}\n" for n in range(8)) + ":::",
            0,
            "more than 8",
            "two slides",
        ),
    ],
)
def test_a_mistake_says_its_line_and_what_would_be_right(
    container: str, line: int, what: str, right: str
) -> None:
    found = mistake(f"{FRONT}# Titel\n{container}\n")

    assert found.line == FIRST + 1 + line
    assert what in found.what
    assert right in found.right


def test_one_option_is_too_few() -> None:
    found = mistakes(f"{FRONT}# Titel\n\n::: quiz\n- [x] a\n:::\n")

    assert any("fewer than 2 options" in each.what for each in found)


# ---- what a phone sends


def test_an_answer_is_an_option_and_the_time_that_it_took() -> None:
    assert SCHOOLS.check([2, 1500]) == [2, 1500]
    assert SCHOOLS.check([2, -5]) == [2, 0]
    assert SCHOOLS.check([2, 10**30])[1] == 3_600_000  # type: ignore[index]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("31", "wrong_kind"),
        (1, "wrong_kind"),
        ([], "wrong_kind"),
        ([1], "wrong_kind"),
        ([1, 2, 3], "wrong_kind"),
        ([3, 0], "unknown_option"),
        ([-1, 0], "unknown_option"),
        ([10**30, 0], "unknown_option"),
    ],
)
def test_anything_else_is_refused(value: Value, code: str) -> None:
    assert refusal(value) == code


def test_it_is_one_press_of_which_the_option_counts_when_it_is_sent_again() -> None:
    assert SCHOOLS.most_answers == 1
    assert SCHOOLS.is_game
    assert SCHOOLS.is_same([1, 9_000], [1, 3_000])
    assert not SCHOOLS.is_same([1, 3_000], [2, 3_000])
    assert not SCHOOLS.is_same([1, 3_000], "another kind's")


def test_an_answer_is_told_as_its_option() -> None:
    assert SCHOOLS.tell([1, 3_000]) == "31"


def test_in_every_language_of_a_deck_the_same_options_are_right() -> None:
    assert SCHOOLS.build == Quiz(options=("twelve", "thirty-one", "fifty"), right=(1,)).build
    assert SCHOOLS.build != Quiz(options=("12", "31", "50"), right=(2,)).build
    assert SCHOOLS.build != Quiz(options=("12", "31"), right=(1,)).build
    assert SCHOOLS.build != Quiz(options=SCHOOLS.options, right=(1,), seconds=30).build


# ---- how its time is judged


def test_a_fast_phone_is_as_fast_as_it_says() -> None:
    assert judged(2_000, at(2_050)) == 2_000


def test_a_slow_line_costs_nothing() -> None:
    assert judged(2_000, at(2_000 + ALLOWANCE)) == 2_000


def test_a_phone_that_lies_gains_no_more_than_the_allowance() -> None:
    assert judged(0, at(15_000)) == 15_000 - ALLOWANCE
    assert judged(-50_000, at(15_000)) == 15_000 - ALLOWANCE


def test_a_phone_that_came_in_late_is_as_fast_as_it_can_have_been() -> None:
    assert judged(1_000, at(12_000)) == 12_000 - ALLOWANCE


def test_a_phone_that_reloaded_says_the_time_since_it_first_saw_the_question() -> None:
    assert judged(14_000, at(14_500)) == 14_000


def test_what_was_pressed_in_time_is_taken_a_few_seconds_late() -> None:
    assert judged(19_500, at(TWENTY + 4_000)) == 19_500
    assert judged(19_500, at(TWENTY + ALLOWANCE)) == TWENTY
    assert judged(19_500, at(TWENTY + ALLOWANCE + 1)) is None


def test_what_was_pressed_after_the_time_is_not_taken() -> None:
    assert judged(TWENTY + SLACK, at(TWENTY + 2_000)) == TWENTY
    assert judged(TWENTY + SLACK + 1, at(TWENTY + 2_000)) is None


def test_a_clock_that_is_off_by_a_day_is_never_faster_than_the_server_saw() -> None:
    day = 86_400_000

    assert judged(-day, at(8_000)) == 8_000 - ALLOWANCE
    assert judged(day, at(8_000)) is None


def test_where_no_time_runs_there_is_none_to_be_late_for() -> None:
    assert judged(90_000, Moment()) == 90_000
    assert judged(90_000, at(91_000, ends=None)) == 90_000


def test_too_late_is_said_plainly() -> None:
    assert SCHOOLS.judge([1, 100], at(200)) == [1, 100]
    assert refusal([1, 100], at(TWENTY + ALLOWANCE + 1)) == "too_late"


# ---- points


@pytest.mark.parametrize(
    ("value", "points"),
    [([1, 0], 1000), ([1, 10_000], 750), ([1, 20_000], 500), ([1, 50_000], 500), ([0, 0], 0), ([2, 100], 0)],
)
def test_half_the_points_are_for_being_right_and_half_for_being_fast(value: Value, points: int) -> None:
    assert SCHOOLS.earned(value) == points


def test_each_option_is_counted_whatever_the_time() -> None:
    parts = SCHOOLS.result([[1, 100], [1, 9_000], [0, 1]])

    assert [(part.count, part.is_right) for part in parts] == [(1, False), (2, True), (0, False)]
    assert parts[1].share == pytest.approx(2 / 3)
    assert SCHOOLS.result([])[0].share == 0


def test_the_result_is_a_table() -> None:
    table = SCHOOLS.table([[1, 100], [0, 1]])

    assert table.header == ("Option", "Answer", "People")
    assert table.rows == (("12", "", "1"), ("31", "right", "1"), ("50", "", "0"))


def test_what_a_rehearsal_pretends_is_taken_and_mostly_in_time() -> None:
    form = {"data-options": "3", "data-seconds": "20"}

    values = [SCHOOLS.check(SCHOOLS.pretend(form, Random(seed), Random(1))) for seed in range(200)]

    assert len({str(value) for value in values}) > 100
    in_time = [value for value in values if judged(value[1], at(value[1])) is not None]  # type: ignore[index, arg-type]
    assert len(in_time) > 180
    assert all((SCHOOLS.pretended_seconds(value) or 0) < 23 for value in values)


# ---- screens


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    kind = Quiz(options=(HOSTILE, "b"), right=(0,))

    for page in (draw(app, kind, screen), draw(app, kind, screen, result=kind.result([]), open=False)):
        assert HOSTILE in page.text
        assert page.runs_nothing()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("open_", [True, False])
def test_nobody_gets_to_know_which_is_right_before_it_is_shown(app: Flask, screen: str, open_: bool) -> None:
    pages = [
        draw(app, Quiz(options=("a", "b", "c"), right=right), screen, open=open_)
        for right in ((0,), (1,), (0, 2))
    ]

    assert len({page.html for page in pages}) == 1
    assert "right" not in pages[0].html


@pytest.mark.parametrize("screen", SCREENS)
def test_the_right_one_is_marked_with_a_word_and_a_sign(app: Flask, screen: str) -> None:
    page = draw(app, SCHOOLS, screen, result=SCHOOLS.result([[1, 5]]), open=False)

    assert page.text.count("✓ right") == 1
    assert "31 ✓ right" in page.text or "31✓ right" in page.text


def test_the_phone_has_a_button_an_option_with_a_letter_and_a_shape(app: Flask) -> None:
    eight = Quiz(options=tuple(f"optie {n}" for n in range(8)), right=(7,))

    page = draw(app, eight, "phone")

    buttons = page.all("button", **{"aria-pressed": "false"})
    assert [button["value"] for button in buttons] == list("01234567")
    assert all(f"{letter}optie" in "".join(page.text.split()) for letter in "ABCDEFGH")
    shapes = page.html.split("<svg")[1:]
    assert len({shape.partition("</svg>")[0] for shape in shapes}) == 8


def test_a_closed_quiz_cannot_be_pressed(app: Flask) -> None:
    assert "disabled" not in draw(app, SCHOOLS, "phone").all("fieldset")[0]
    assert "disabled" in draw(app, SCHOOLS, "phone", open=False).all("fieldset")[0]


def test_the_wall_shows_how_many_only_with_the_result(app: Flask) -> None:
    result = SCHOOLS.result([[0, 1]] * 7)

    assert "7" in draw(app, SCHOOLS, "projector", result=result).text
    assert "7" not in draw(app, SCHOOLS, "projector").text
