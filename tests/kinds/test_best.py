"""The best ideas, back on a later slide."""

import pytest
from flask import Flask

from tests.decks.written import deck, mistake
from tests.kinds.drawn import HOSTILE, draw
from tests.kinds.test_ideas import said
from workshop.kinds.best import Best

FRONT = "---\ntitle: x\n---\n"
IDEAS = "# Wat zou je doen?\n\n::: ideas\n:::\n\n---\n\n# Tussendoor\n\n---\n\n# Het beste\n\n"


@pytest.mark.parametrize("source", ['from="Wat zou je doen?"', "from=1"])
def test_a_deck_names_the_slide_by_its_title_or_its_number(source: str) -> None:
    (figure,) = deck(f"{IDEAS}::: best {{{source} most=3}}\n:::\n").slides[2].figures

    assert figure == Best(source=1, most=3)


def test_without_a_name_it_is_the_slide_before() -> None:
    (figure,) = deck("# A\n\n::: ideas\n:::\n\n---\n\n# B\n\n::: best\n:::\n").slides[1].figures

    assert figure == Best(source=1)


@pytest.mark.parametrize("source", ['from="Wat zou je doem?"', "from=9", "from=3", 'from="Het beste"'])
def test_a_slide_that_is_not_before_it_is_a_mistake(source: str) -> None:
    found = mistake(f"{FRONT}{IDEAS}::: best {{{source}}}\n:::\n")

    assert "before this one" in found.what
    assert found.line == FRONT.count("\n") + IDEAS.count("\n") + 1


def test_on_the_first_slide_there_is_nothing_to_bring_back() -> None:
    assert "before this one" in mistake(f"{FRONT}# A\n\n::: best\n:::\n").what


def test_what_nobody_voted_for_is_not_among_the_best() -> None:
    best = Best(source=1, most=2)

    assert [each.id for each in best.of([said("a", "een", 0), said("b", "twee", 1)])] == ["b"]
    assert [each.id for each in best.of([said(str(n), "x", n, n) for n in range(9)])] == ["8", "7"]


@pytest.mark.parametrize("screen", ["phone", "projector"])
def test_they_are_shown_with_their_votes_and_as_text(app: Flask, screen: str) -> None:
    page = draw(app, Best(source=1), screen, said=[said("a", HOSTILE, 3), said("b", "twee", 4)])

    assert page.runs_nothing()
    assert page.text.index("twee") < page.text.index("onerror")
    assert len(page.all("li")) == 2


@pytest.mark.parametrize("screen", ["phone", "projector"])
def test_before_any_vote_it_says_so(app: Flask, screen: str) -> None:
    assert "Nothing has votes yet." in draw(app, Best(source=1), screen).text
