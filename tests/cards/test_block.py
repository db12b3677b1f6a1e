"""Headings and small lines in their places."""

import pytest

from workshop.cards.block import Area, Block, Labels
from workshop.cards.face import HEADING
from workshop.cards.typesetter import Typesetter

AREA = Area(HEADING, width=220, height=180, sizes=(40.0, 30.0, 20.0, 10.0), leading=1.1)


def labelled(words: str) -> Block:
    return Labels(Typesetter()).fit(words, AREA)


def test_a_heading_has_the_largest_size_that_fits() -> None:
    assert labelled("Voor Sanne").size == 40
    assert labelled("Voor Wilhelmina Johanna van den Wijngaerden").size == 30


def test_no_word_of_a_heading_is_broken_if_a_smaller_size_avoids_it() -> None:
    block = labelled("Onderwijsambassadeurs")

    assert [line.text for line in block.lines] == ["Onderwijsambassadeurs"]
    assert block.width <= AREA.width


@pytest.mark.parametrize("words", ["woord " * 400, "w" * 4_000, "👩\u200d👧" * 900])
def test_what_no_size_makes_fit_ends_in_an_ellipsis(words: str) -> None:
    block = labelled(words)

    assert block.lines[-1].text.endswith("…")
    assert block.height <= AREA.height
    assert block.width <= AREA.width


@pytest.mark.parametrize(
    ("words", "leading"), [("Voor Sanne", 1.1), ("Voor Sanne 🎉", 1.2), ("إلى سارة", 1.4), ("नमस्ते 🎉", 1.4)]
)
def test_lines_of_tall_letters_have_more_between_them(words: str, leading: float) -> None:
    assert labelled(words).leading == leading


def test_without_words_there_is_nothing() -> None:
    block = labelled("")

    assert block.lines == ()
    assert block.height == block.width == 0
