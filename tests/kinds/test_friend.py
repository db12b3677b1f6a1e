"""Tell a friend on the screens; what may be in its form is tested with the friends."""

import pytest
from flask import Flask

from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.friends.form import LONGEST_MESSAGE, LONGEST_NAME
from workshop.kinds.friend import Friend
from workshop.live.room import Room


def test_the_form_has_a_word_of_encouragement() -> None:
    assert read("::: friend\nSchrijf *iets* liefs.\n:::") == Friend("Schrijf iets liefs.")
    assert read("::: friend\n:::") == Friend("")


def test_it_asks_and_takes_no_answers_but_a_form() -> None:
    assert Friend.asks
    assert Friend("x").questions == ()


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    page = draw(app, Friend(HOSTILE), screen)

    assert HOSTILE in page.text
    assert page.runs_nothing()


def test_the_phone_has_a_message_and_two_names_as_long_as_they_may_be(app: Flask) -> None:
    page = draw(app, Friend("x"), "phone")

    names = [field["name"] for field in page.all("input")]
    assert names == ["friend_name", "sender_name"]
    assert {field["maxlength"] for field in page.all("input")} == {str(LONGEST_NAME)}
    (message,) = page.all("textarea")
    assert (message["name"], message["data-longest"]) == ("message", str(LONGEST_MESSAGE))
    assert int(message["maxlength"]) > 2 * LONGEST_MESSAGE, "nothing is cut off before a counter says so"


def test_the_projector_counts_the_cards(app: Flask) -> None:
    page = draw(app, Friend("Doe mee."), "projector", room=Room(friend_messages=12))

    assert page.text.startswith("12 cards written so far Doe mee.")


def test_a_closed_form_has_no_fields(app: Flask) -> None:
    page = draw(app, Friend("x"), "phone", open=False)

    assert page.all("input") == page.all("textarea") == []
    assert "This form is closed." in page.text


def test_without_the_script_what_is_typed_does_not_end_up_in_an_address(app: Flask) -> None:
    (form,) = draw(app, Friend("x"), "phone").all("form")

    assert form["method"] == "post"
