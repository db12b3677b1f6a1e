"""The word filter: what it finds however it is written, and what it leaves alone."""

import pytest

from workshop.coarse_words import COARSE, coarse_words
from workshop.word_filter import WordFilter, word_filter, words_in

FILTER = WordFilter(("kut", "klootzak", "shit", "rot op", "scheiße", "enculé"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("wat een kut dag", "kut"),
        ("KUT", "kut"),
        ("kút!", "kut"),
        ("sh1t", "shit"),
        ("$hit happens", "shit"),
        ("kl00tz@k", "klootzak"),
        ("k u t", "kut"),
        ("echt k.u.t zeg", "kut"),
        ("k-u-t", "kut"),
        ("ku\u00adt", "kut"),
        ("k\u200but", "kut"),
        ("ＫＵＴ", "kut"),
        ("kut-opmerking", "kut"),
        ("rot  op, jij", "rot op"),
        ("SCHEISSE", "scheiße"),
        ("encule", "enculé"),
        ("eerste regel\nkut", "kut"),
        ("_kut_", "kut"),
    ],
)
def test_a_word_is_found_however_it_is_written(text: str, word: str) -> None:
    assert FILTER.found(text) == word


@pytest.mark.parametrize(
    "text",
    ["", "🙂", "een mooie dag", "kuten", "kutmuts", "u en k", "rot fruit op tafel", "100 euro", "a b c d e"],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert FILTER.found(text) is None


def test_an_empty_list_finds_nothing() -> None:
    assert word_filter("").found("kut") is None
    assert word_filter(" \n , ;").found("kut") is None


def test_a_list_has_words_between_commas_or_on_lines_each_once() -> None:
    assert words_in("een, twee\n  rot   op\r\n\neen;drie") == ("een", "twee", "rot op", "drie")


def test_what_looks_like_a_pattern_is_a_word() -> None:
    assert word_filter(".*\n(kut").found("van alles") is None
    assert word_filter(".*\n(kut").found("kut") == "(kut"


@pytest.mark.parametrize("language", sorted(COARSE))
def test_each_word_of_each_list_is_found_and_stands_there_once(language: str) -> None:
    words = coarse_words(language)

    assert len(set(words)) == len(words)
    for word in words:
        assert WordFilter(words).found(f"Wat een {word.upper()}") is not None


def test_a_language_without_a_list_begins_with_none() -> None:
    assert coarse_words("fy") == ()
    assert coarse_words("nl-BE") == coarse_words("nl")


def test_a_novel_is_read_quickly_enough_to_be_pasted() -> None:
    assert FILTER.found("a " * 40_000) is None
