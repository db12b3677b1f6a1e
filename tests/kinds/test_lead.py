"""The call to action on the screens; what may be in its form is tested with the leads."""

import pytest
from flask import Flask

from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.kinds.lead import Lead
from workshop.live.room import Room


def test_the_form_says_what_people_agree_to_and_where_else_they_can_write() -> None:
    lead = read('::: lead {to="a@example.org"}\nWij bewaren **dit**\nvoor later.\n:::')

    assert lead == Lead("Wij bewaren dit\nvoor later.", to="a@example.org")


def test_it_asks_and_takes_no_answers_but_a_form() -> None:
    assert Lead.asks
    assert Lead("x").questions == ()


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("open", [True, False])
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str, open: bool) -> None:
    page = draw(app, Lead(HOSTILE, to=HOSTILE), screen, open=open)

    assert page.runs_nothing()
    assert (HOSTILE in page.text) is (screen == "projector" or open)


def test_the_projector_counts_the_reactions(app: Flask) -> None:
    page = draw(app, Lead("x", to="a@example.org"), "projector", room=Room(leads=7))

    assert "7 reactions so far" in page.text
    assert "a@example.org" in page.text


def test_a_closed_form_has_no_fields(app: Flask) -> None:
    page = draw(app, Lead("x"), "phone", open=False)

    assert page.all("input") == page.all("textarea") == []
    assert "This form is closed." in page.text


def test_without_the_script_what_is_typed_does_not_end_up_in_an_address(app: Flask) -> None:
    (form,) = draw(app, Lead("x"), "phone").all("form")

    assert form["method"] == "post"
