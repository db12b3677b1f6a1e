"""Questions of the room, the most wanted first."""

from flask import Flask

from tests.kinds.drawn import HOSTILE, draw, read
from tests.kinds.test_ideas import said
from workshop.kinds.questions import ALL_OF_THEM, Questions

QUESTIONS = Questions(asked=("",))


def test_it_takes_what_a_deck_says() -> None:
    questions = read("::: questions {always=true max=200}\n:::")

    assert questions == Questions(asked=("",), longest=200, always=True, votes=ALL_OF_THEM, live=True)


def test_what_was_answered_goes_below_what_was_not(app: Flask) -> None:
    result = QUESTIONS.result([said("a", "oud", 9, is_settled=True), said("b", "nieuw", 0)])
    page = draw(app, QUESTIONS, "projector", result=result)

    assert [each.id for each in result] == ["b", "a"]
    assert page.text.index("nieuw") < page.text.index("oud ✓ answered")


def test_before_the_first_question_the_projector_says_how_to_ask(app: Flask) -> None:
    assert "Ask on your phone" in draw(app, QUESTIONS, "projector", result=[]).text


def test_what_people_ask_is_shown_as_text(app: Flask) -> None:
    page = draw(app, QUESTIONS, "projector", result=[said("a", HOSTILE, 0)])

    assert page.runs_nothing()


def test_one_question_is_told_as_it_was_written() -> None:
    assert QUESTIONS.tell("Hoe laat?") == "Hoe laat?"
