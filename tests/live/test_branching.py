"""A vote chooses the slide that comes next, and the deck may lead the ways together again."""

import pytest

from tests.decks.written import deck, mistake
from tests.live.test_room import fold
from workshop.events import Answered, AnswerHidden, SlideShown
from workshop.live.branching import following
from workshop.live.room import Room

SLIDES = """# Wat eerst?

::: choice
- [Het werk](#het-werk)
- [Het geld](#3)
- Maakt niet uit
:::

---

# Het werk

::: next {slide="#samen-verder"}
:::

---

# Het geld

---

# Samen verder
"""
DECK = deck(SLIDES)


def voted(*options: int) -> Room:
    votes = [Answered(f"p{n}", f"{n}" * 16, 1, 0, [option]) for n, option in enumerate(options)]
    return fold([SlideShown(1), *votes])


@pytest.mark.parametrize(("options", "number"), [((), 2), ((1,), 3), ((0, 1, 1), 3), ((0, 1), 2), ((2,), 2)])
def test_the_option_with_most_votes_decides_and_of_equals_the_first(
    options: tuple[int, ...], number: int
) -> None:
    assert following(voted(*options), DECK) == number


def test_a_hidden_vote_does_not_decide() -> None:
    assert following(fold([AnswerHidden("0" * 16)], voted(1)), DECK) == 2


def test_the_ways_come_together_where_the_deck_says_so() -> None:
    assert following(fold([SlideShown(2)]), DECK) == 4
    assert following(fold([SlideShown(3)]), DECK) == 4
    assert following(fold([SlideShown(4)]), DECK) is None
    assert following(Room(), DECK) == 1


@pytest.mark.parametrize("link", ["#het-werkje", "#9", "https://example.org"])
def test_a_link_that_leads_to_no_slide_is_a_mistake(link: str) -> None:
    found = mistake(f"---\ntitle: x\n---\n# Wat?\n\n::: choice\n- [a]({link})\n- b\n:::\n")

    assert link in found.what
    assert found.line == 7


def test_where_to_go_on_must_be_a_slide_too() -> None:
    assert "'#weg'" in mistake('---\ntitle: x\n---\n# Wat?\n\n::: next {slide="#weg"}\n:::\n').what
