"""A brainstorm: what the others say, and a few votes."""

import pytest
from flask import Flask

from tests.decks.written import mistake
from tests.kinds.drawn import HOSTILE, draw, read
from workshop.kinds.ideas import Ideas
from workshop.kinds.shared import Said


def said(id_: str, text: str, votes: int, seq: int = 1, *, is_settled: bool = False) -> Said:
    return Said(id_, 0, text, votes, is_settled, seq)


IDEAS = Ideas(asked=("",))


def test_it_takes_what_a_deck_says() -> None:
    ideas = read("::: ideas {votes=5 max=100 answers=4 think=60}\n:::")

    assert ideas == Ideas(asked=("",), longest=100, most=4, think=60, votes=5)


@pytest.mark.parametrize("votes", ["-1", "21", "veel"])
def test_a_number_of_votes_that_makes_no_sense_is_a_mistake(votes: str) -> None:
    assert "'votes'" in mistake(f"---\ntitle: x\n---\n# T\n\n::: ideas {{votes={votes}}}\n:::\n").what


def test_words_in_the_container_are_a_mistake_rather_than_lost() -> None:
    assert "Wat nog" in mistake("---\ntitle: x\n---\n# T\n\n::: ideas\nWat nog meer?\n:::\n").what


def test_the_most_wanted_come_first_and_of_equals_the_older_one() -> None:
    result = IDEAS.result([said("a", "een", 1, 1), said("b", "twee", 3, 2), said("c", "drie", 1, 3)])

    assert [each.id for each in result] == ["b", "a", "c"]


def test_as_a_table_it_has_ideas_and_votes() -> None:
    assert IDEAS.table([said("a", "een", 1), said("b", "twee", 3)]).rows == (("twee", "3"), ("een", "1"))


def test_the_projector_has_a_wall_until_the_votes_are_shown(app: Flask) -> None:
    before = draw(app, IDEAS, "projector")
    after = draw(app, IDEAS, "projector", result=[said("a", "een", 2)])

    assert before.all("div", **{"class": "wall"})
    assert not after.all("div", **{"class": "wall"})
    assert "een ▲ 2" in after.text


def test_more_than_eight_are_counted(app: Flask) -> None:
    page = draw(app, IDEAS, "projector", result=[said(f"{n}", f"idee {n}", 20 - n) for n in range(10)])

    assert len(page.all("li")) == 8
    assert "and 2 more on your phone" in page.text


def test_what_people_write_is_shown_as_text(app: Flask) -> None:
    page = draw(app, IDEAS, "projector", result=[said("a", HOSTILE, 2)])

    assert page.runs_nothing()
    assert " ".join(HOSTILE.split()) in page.text


def test_a_closed_one_has_no_field_and_no_vote_to_give(app: Flask) -> None:
    page = draw(app, IDEAS, "phone", open=False)

    assert page.all("textarea") == []
    assert "This question is closed." in page.text


def test_one_idea_is_told_as_it_was_written() -> None:
    assert IDEAS.tell("meer\ntijd") == "meer\ntijd"
