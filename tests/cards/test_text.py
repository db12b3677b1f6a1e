"""What people type, before it is set."""

import pytest

from workshop.cards.text import clean, graphemes, pieces


@pytest.mark.parametrize(
    ("typed", "set_as"),
    [
        ("Dag Sanne", "Dag Sanne"),
        ("  Dag \t Sanne  ", "Dag Sanne"),
        ("een\r\ntwee\rdrie\u2028vier\x85vijf", "een\ntwee\ndrie\nvier\nvijf"),
        ("\n\neen \n\n\n twee\n\n", "een\n\n\ntwee"),
        ("cafe\u0301", "café"),
        ("a\0b\x07c\x1b[0m", "abc[0m"),
        ("\ud83d!", "\ufffd!"),
        ("10\u00a0km", "10\u00a0km"),
        ('‘zo’ -- "zo" …', '‘zo’ -- "zo" …'),
    ],
)
def test_text_is_set_as_typed_but_for_what_cannot_be_seen(typed: str, set_as: str) -> None:
    assert clean(typed) == set_as


@pytest.mark.parametrize(
    "clusters",
    [
        ["a", "b"],
        ["x\u0303\u0331", "y"],
        ["👩‍👩‍👧", "!"],
        ["👍🏽", "👍"],
        ["🇳🇱", "🇧🇪"],
        ["❤️", "a"],
        ["\u1112\u1161\u11ab", "\u1100\u1173"],
    ],
)
def test_what_reads_as_one_letter_stays_together(clusters: list[str]) -> None:
    assert graphemes("".join(clusters)) == clusters


@pytest.mark.parametrize(
    "parts",
    [
        ["woord"],
        ["school/", "bestuur"],
        ["Noord-", "Holland"],
        ["2020–", "2025"],
        ["e-mail"],
        ["12/5"],
        ["-vrouw"],
        ["zero\u200b", "width"],
    ],
)
def test_a_line_may_end_inside_a_word_where_a_reader_expects_it(parts: list[str]) -> None:
    assert pieces("".join(parts)) == parts
