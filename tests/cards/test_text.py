"""What people type, before it is set."""

import pytest

from workshop.cards.text import clean


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
