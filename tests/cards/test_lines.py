"""Paragraphs cut into lines, for any text and any width."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.cards.face import HEADING, MESSAGE
from workshop.cards.line import Line
from workshop.cards.lines import Paragraph
from workshop.cards.text import clean
from workshop.cards.typesetter import Typesetter

SETTER = Typesetter()
ANY_TEXT = st.text(st.characters(exclude_categories=[]) | st.sampled_from(" -aé\u0301🎉👩\u200d"))
SENTENCE = "Zullen we er zaterdag over praten als de kinderen naar bed zijn?"


def lines_of(words: str, measure: float, *, balanced: bool = False) -> list[Line]:
    return Paragraph(words, MESSAGE, SETTER).lines(measure, balanced=balanced)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT, st.integers(1_200, 30_000))
def test_no_character_is_lost_and_no_line_is_too_wide(typed: str, measure: int) -> None:
    words = clean(typed).replace("\n", " ")

    lines = lines_of(words, measure)

    assert "".join(line.text for line in lines).replace(" ", "") == words.replace(" ", "")
    assert all(line.width <= measure + 0.001 for line in lines)


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.integers(1_200, 30_000))
def test_lines_are_counted_as_they_are_cut(typed: str, measure: int) -> None:
    paragraph = Paragraph(clean(typed).replace("\n", " "), MESSAGE, SETTER)

    assert paragraph.count(measure) == len(paragraph.lines(measure))


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT)
def test_a_line_is_as_wide_as_its_words(typed: str) -> None:
    words = clean(typed).replace("\n", " ")

    for line in lines_of(words, 9_000):
        assert line.width == pytest.approx(sum(word.width for word in line.words), abs=0.01)


def test_words_stay_whole_where_they_fit() -> None:
    lines = lines_of(SENTENCE, 10_000)

    assert " ".join(line.text for line in lines) == SENTENCE


def test_lines_are_even_without_being_more() -> None:
    paragraph = Paragraph(SENTENCE, MESSAGE, SETTER)
    widths = [line.width for line in paragraph.lines(11_000)]

    assert len(widths) == paragraph.count(11_000)
    assert max(widths[:-1]) - min(widths[:-1]) < 2_500


def test_a_heading_is_balanced_over_its_lines() -> None:
    question = "Hoe kunnen we anders bevoegden effectief inzetten in scholen?"

    widths = [line.width for line in Paragraph(question, HEADING, SETTER).lines(20_000, balanced=True)]

    assert len(widths) == 2
    assert min(widths) > 0.8 * max(widths)


def test_a_word_wider_than_a_line_breaks_between_letters_and_not_inside_one() -> None:
    lines = lines_of("x\u0303" * 40, 3_000)

    assert len(lines) > 1
    assert all(line.text.startswith("x") for line in lines)


def test_a_no_break_space_keeps_its_words_together() -> None:
    lines = lines_of("aaaa aaaa 10\u00a0km", 6_000)

    assert lines[-1].text == "10\u00a0km"


def test_words_of_both_directions_stand_as_they_are_read() -> None:
    (line,) = lines_of("een שלום עולם 12 einde", 60_000)

    assert [word.text for word in line.words if word.text != " "] == ["een", "12", "עולם", "שלום", "einde"]
    assert line.text == "een שלום עולם 12 einde"
    assert not line.from_right


def test_a_paragraph_that_begins_at_the_right_does_so_on_each_line() -> None:
    lines = lines_of("שלום לכולם abc " * 6, 9_000)

    assert len(lines) > 2
    assert all(line.from_right for line in lines)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("school/bestuur", 2),
        ("Noord-Holland", 2),
        ("2020–2025", 2),
        ("e-mail", 1),
        ("12/5", 1),
        ("-vrouw", 1),
    ],
)
def test_a_line_ends_inside_a_word_where_a_reader_expects_it(text: str, parts: int) -> None:
    whole = SETTER.word(text, MESSAGE).width

    assert (Paragraph(text, MESSAGE, SETTER).widest < 0.95 * whole) == (parts > 1)
