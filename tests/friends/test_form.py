"""The 'tell a friend' form: what may be in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.friends.written import words
from workshop.forms import FieldsRefused
from workshop.friends.form import LONGEST_MESSAGE, LONGEST_NAME, Words, read
from workshop.language import speaking

FIELDS = ["friend_name", "message", "sender_name"]
LONGEST = {"friend_name": LONGEST_NAME, "message": LONGEST_MESSAGE, "sender_name": LONGEST_NAME}


def refused(fields: dict[str, str]) -> dict[str, str]:
    with pytest.raises(FieldsRefused) as error:
        read(fields)
    return error.value.fields


def test_a_filled_in_form_is_a_message_and_two_names() -> None:
    assert read(words()) == Words("Sanne", "Kom je een keer kijken?", "Anna")


def test_what_is_typed_is_tidied() -> None:
    typed = words(
        friend_name="  Sanne\tde \n Vries\t",
        message=" Hoi\r\n\r\n\r\n\r\nDag\0 ",
        sender_name="A\u202enna",
    )

    assert read(typed) == Words("Sanne de Vries", "Hoi\n\nDag", "Anna")


@pytest.mark.parametrize("nothing", ["", "  ", "\n\t", "\u200b", "\0", "\u2800"])
@pytest.mark.parametrize("name", FIELDS)
def test_a_field_without_anything_to_see_is_empty(name: str, nothing: str) -> None:
    assert list(refused(words(**{name: nothing}))) == [name]


def test_each_empty_field_has_a_text_of_its_own_beside_it() -> None:
    with speaking("en"):
        texts = refused({})

    assert texts == {
        "friend_name": "Fill in the first name of the person who gets the card.",
        "message": "Write a message: it is what the card is for.",
        "sender_name": "Fill in your name, so that it is clear who it is from.",
    }


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_may_be_as_long_as_this_and_no_longer(name: str) -> None:
    assert read(words(**{name: "é" * LONGEST[name]}))

    with speaking("en"):
        assert refused(words(**{name: "é" * (LONGEST[name] + 1)})) == {name: "1 character too many."}
        assert refused(words(**{name: "👍" * (LONGEST[name] + 30)})) == {name: "30 characters too many."}


@pytest.mark.parametrize("name", FIELDS)
def test_length_counts_composed_characters(name: str) -> None:
    assert read(words(**{name: "e\u0301" * LONGEST[name]}))


def test_several_wrong_fields_are_told_at_once() -> None:
    assert list(refused(words(friend_name="", sender_name="x" * 61))) == ["friend_name", "sender_name"]


def test_fields_that_do_not_belong_to_it_are_left_out() -> None:
    assert read(words(admin="yes", id="x")) == read(words())


def test_the_texts_come_in_the_spoken_language() -> None:
    with speaking("nl"):
        assert refused(words(message="x" * 602))["message"] == "2 tekens te veel."


@given(
    st.fixed_dictionaries(dict.fromkeys(FIELDS, st.text(st.characters(exclude_categories=[]), max_size=80)))
)
def test_whatever_is_typed_is_kept_clean_or_told_beside_its_field(typed: dict[str, str]) -> None:
    try:
        kept = read(typed)
    except FieldsRefused as error:
        wrong = error.fields
    else:
        wrong = {}
        for name in FIELDS:
            text = getattr(kept, name)
            assert text.encode()
            assert 0 < len(text) <= LONGEST[name]
            assert name == "message" or "\n" not in text
    assert wrong.keys() <= set(FIELDS)
