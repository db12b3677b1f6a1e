"""A fact: one number, set huge."""

import pytest
from flask import Flask

from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.kinds.fact import Fact


def test_a_fact_is_a_value_a_label_and_more_about_it() -> None:
    fact = read('::: fact {value="30 %" label="van allen*"}\nZij **durven** het.\n\n\\* In drie jaar.\n:::')

    assert fact == Fact(
        "30 %", "van allen*", "<p>Zij <strong>durven</strong> het.</p>\n<p>* In drie jaar.</p>"
    )


def test_a_value_alone_is_a_fact() -> None:
    assert read("::: fact {value=1350}\n:::") == Fact("1350", "", "")


def test_nobody_answers_a_fact() -> None:
    assert not Fact.asks
    assert Fact("1", "", "").questions == ()


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    body = "<script>alert(1)</script> <b onclick=x>vet</b> [klik](javascript:x)"
    fact = read(f"::: fact {{value=1}}\n{body}\n:::")
    assert isinstance(fact, Fact)

    page = draw(app, Fact(HOSTILE, HOSTILE, fact.body), screen)

    assert page.text.count(HOSTILE) == 2
    assert "<script>alert(1)</script> <b onclick=x>vet</b>" in page.text
    assert page.runs_nothing()
    assert page.all("a") == []
