"""A harvest: earlier answers in columns, themes, and votes for them."""

from random import Random

import pytest
from flask import Flask

from tests.decks.written import deck, mistake
from tests.kinds.drawn import HOSTILE, draw
from tests.live.test_room import fold
from workshop.events import (
    Answered,
    AnswerHidden,
    AnswerSorted,
    AnyEvent,
    Recorded,
    ResultShown,
    SlideShown,
    ThemeNamed,
    ThemeRemoved,
)
from workshop.kinds.harvest import MOST_THEMES, Harvest, Sheaf
from workshop.live.directions import event_for
from workshop.live.harvesting import sheaves, told
from workshop.live.orders import HarvestCommand, NameTheme, RemoveTheme, Sort
from workshop.live.room import Room
from workshop.refused import Refused

FRONT = "---\ntitle: x\n---\n"
ASKED = (
    "# Twee vragen\n\n::: open\n- Een?\n- Twee?\n:::\n\n---\n\n"
    "# Eén vraag\n\n::: open\n:::\n\n---\n\n# Oogst\n\n"
)
ONE, TWO, THREE = (letter * 16 for letter in "abc")


def harvest(container: str) -> Harvest:
    (figure,) = deck(f"{ASKED}{container}\n:::\n").slides[2].figures
    assert isinstance(figure, Harvest)
    return figure


def room(*more: AnyEvent) -> Room:
    said = [
        Answered("p", ONE, 1, 0, "een"),
        Answered("q", TWO, 1, 1, "twee"),
        Answered("p", THREE, 2, 0, "drie"),
    ]
    return fold([SlideShown(1), SlideShown(2), *said, SlideShown(3), *more])


def columns(container: str, *more: AnyEvent) -> list[tuple[str, int, list[str]]]:
    shown = sheaves(room(*more), deck(f"{ASKED}{container}\n:::\n"), 3)
    return [(each.name, each.theme, [text for _id, text in each.answers]) for each in shown]


def directed(command: HarvestCommand, *more: AnyEvent) -> AnyEvent | None:
    return event_for(command, room(*more), deck(f"{ASKED}::: harvest {{from=1}}\n:::\n"))


def test_it_brings_back_one_slide_or_several_by_their_titles() -> None:
    assert harvest("::: harvest").sources == (2,), "the slide before it"
    assert harvest('::: harvest {from="Twee vragen" votes=3}') == Harvest(sources=(1,), votes=3)
    assert harvest("::: harvest\n- Twee vragen\n- Eén vraag").sources == (1, 2)


def test_a_slide_that_is_not_before_it_is_a_mistake() -> None:
    assert "before this one" in mistake(f"{FRONT}{ASKED}::: harvest\n- Drie vragen\n:::\n").what


def test_several_questions_stand_side_by_side_and_one_question_is_not_sorted_yet() -> None:
    assert columns("::: harvest {from=1}") == [("Een?", 0, ["een"]), ("Twee?", 0, ["twee"])]
    assert columns("::: harvest {from=2}") == [("Not sorted yet", 0, ["drie"])]


def test_answers_go_into_themes_and_come_back_when_a_theme_is_let_go() -> None:
    sorted_ = [ThemeNamed(3, 1, "Rust"), AnswerSorted(3, ONE, 1), AnswerSorted(3, TWO, 1)]

    assert columns("::: harvest {from=1}", *sorted_)[0] == ("Rust", 1, ["een", "twee"])
    assert columns("::: harvest {from=1}", *sorted_, AnswerSorted(3, ONE, 0))[0] == ("Rust", 1, ["twee"])
    assert columns("::: harvest {from=1}", *sorted_, ThemeRemoved(3, 1)) == [
        ("Een?", 0, ["een"]),
        ("Twee?", 0, ["twee"]),
    ]


def test_what_the_presenter_hides_leaves_the_harvest_too() -> None:
    assert columns("::: harvest {from=2}", AnswerHidden(THREE)) == [("Not sorted yet", 0, [])]


def test_votes_are_seen_when_the_presenter_shows_them() -> None:
    voted = [ThemeNamed(3, 1, "Rust"), Answered("p", "v" * 16, 3, 0, [1]), Answered("q", "w" * 16, 3, 0, [1])]
    written = deck(f"{ASKED}::: harvest {{votes=1}}\n:::\n")

    assert sheaves(room(*voted), written, 3)[0].votes is None
    assert sheaves(room(*voted, ResultShown(3)), written, 3)[0].votes == 2


def test_themes_are_numbered_and_a_number_never_comes_back() -> None:
    made = [ThemeNamed(3, 1, "Rust"), ThemeNamed(3, 2, "Ruimte"), ThemeRemoved(3, 2)]

    assert directed(NameTheme(3, 0, "  Rust \n en   ruimte ")) == ThemeNamed(3, 1, "Rust en ruimte")
    assert directed(NameTheme(3, 0, "Anders"), *made) == ThemeNamed(3, 3, "Anders")
    assert directed(NameTheme(3, 1, "Anders"), *made) == ThemeNamed(3, 1, "Anders")


def test_what_is_so_already_happens_once() -> None:
    made = [ThemeNamed(3, 1, "Rust"), AnswerSorted(3, ONE, 1)]

    assert directed(NameTheme(3, 1, "Rust"), *made) is None
    assert directed(Sort(3, ONE, 1), *made) is None
    assert directed(RemoveTheme(3, 7), *made) is None


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (NameTheme(2, 0, "Rust"), "wrong_kind"),
        (NameTheme(3, 0, " \u200b "), "empty"),
        (NameTheme(3, 9, "Rust"), "unknown_theme"),
        (Sort(3, ONE, 9), "unknown_theme"),
        (Sort(3, THREE, 0), "unknown_answer"),
        (Sort(3, "z" * 16, 0), "unknown_answer"),
    ],
)
def test_what_does_not_exist_is_refused(command: HarvestCommand, code: str) -> None:
    with pytest.raises(Refused) as refused:
        directed(command)

    assert refused.value.code == code


def test_there_is_an_end_to_themes() -> None:
    full = [ThemeNamed(3, number, f"{number}") for number in range(1, MOST_THEMES + 1)]

    with pytest.raises(Refused) as refused:
        directed(NameTheme(3, 0, "nog een"), *full)

    assert refused.value.code == "too_many"


@pytest.mark.parametrize("value", ["Rust", 1, [1, 2, 3], [0], [-1], [10_000]])
def test_a_vote_that_is_none_is_refused(value: str | int | list[int]) -> None:
    with pytest.raises(Refused):
        Harvest(sources=(1,), votes=2).check(value)


def test_without_votes_nothing_can_be_answered() -> None:
    with pytest.raises(Refused):
        Harvest(sources=(1,)).check([1])


def test_as_a_table_each_answer_stands_beside_its_theme() -> None:
    table = Harvest(sources=(1,)).table([Sheaf("Rust", 1, ((ONE, "een"), (TWO, "twee")), 3)])

    assert table.rows == (("Rust", "een", "3"), ("Rust", "twee", "3"))


def test_a_column_shows_what_fits_and_counts_the_rest(app: Flask) -> None:
    sheaf = Sheaf("Rust", 1, tuple((f"{n}", "een antwoord van een regel of twee") for n in range(60)))
    page = draw(app, Harvest(sources=(1,)), "projector", result=[sheaf, sheaf])

    shown = sheaf.fitting(2)
    assert 3 < shown < 12
    assert f"and {60 - shown} more" in page.text


def test_more_than_six_columns_stand_in_two_rows_and_show_less_each() -> None:
    sheaf = Sheaf("Rust", 1, tuple((f"{n}", "een antwoord van twee regels") for n in range(5)))
    named = Sheaf("Een naam die zo lang is als een naam zijn mag", 1, sheaf.answers)

    assert [sheaf.fitting(columns) for columns in (3, 6, 7, 12)] == [5, 5, 2, 2]
    assert named.fitting(6) == 4


def test_one_answer_that_is_a_novel_is_shown_all_the_same() -> None:
    assert Sheaf("Rust", 1, (("a", "x" * 1000), ("b", "y"))).fitting(3) == 1


def test_names_and_answers_are_shown_as_text(app: Flask) -> None:
    page = draw(app, Harvest(sources=(1,)), "projector", result=[Sheaf(HOSTILE, 1, (("a", HOSTILE),))])

    assert page.runs_nothing()
    assert page.text.count("onerror=alert") == 2


def test_a_phone_votes_only_where_there_are_themes_and_votes(app: Flask) -> None:
    themed = room(ThemeNamed(1, 1, HOSTILE), ThemeNamed(1, 2, "Ruimte"))

    assert len(draw(app, Harvest(sources=(1,), votes=1), "phone", room=themed).all("input")) == 2
    assert draw(app, Harvest(sources=(1,), votes=1), "phone", room=themed).runs_nothing()
    assert "Ruimte" in draw(app, Harvest(sources=(1,)), "phone", room=themed).text
    assert "Together you look for themes" in draw(app, Harvest(sources=(1,), votes=1), "phone").text


def test_what_a_rehearsal_pretends_is_taken() -> None:
    form = {"data-themes": "1 3 4", "data-most": "2"}

    for seed in range(50):
        value = Harvest.pretend(form, Random(seed), Random(1))
        assert Harvest(sources=(1,), votes=2).check(value) == value


def test_a_vote_is_told_as_a_number() -> None:
    assert Harvest(sources=(1,), votes=3).tell([1, 4]) == "2 votes"


def test_one_answer_is_told_as_the_themes_that_somebody_voted_for_by_their_names_now() -> None:
    kind = Harvest(sources=(1,), votes=2)
    room = Room()
    events = [ThemeNamed(2, 1, "Rust"), ThemeNamed(2, 2, "Tijd"), Answered("p", "a" * 16, 2, 0, [1, 2])]
    for seq, event in enumerate(events, start=1):
        room.apply(Recorded(seq, 0, event))
    answer = room.answers.by_id["a" * 16]

    before = told(room, kind, answer)
    room.apply(Recorded(4, 0, ThemeRemoved(2, 1)))

    assert before == "Rust\nTijd"
    assert told(room, kind, answer) == "Tijd"
