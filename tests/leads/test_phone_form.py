import re

import pytest
from flask import Flask

from workshop.decks.deck import Deck
from workshop.kinds.lead import Lead
from workshop.language import speaking
from workshop.leads.field import fields
from workshop.leads.form import CONSENT

NAMES = [*(field.name for field in fields()), CONSENT]


@pytest.fixture
def figure() -> Lead:
    return Lead(consent="Wij bewaren <b>dit</b> om contact op te nemen.")


def draw(app: Flask, deck: Deck, figure: Lead, *, open: bool = True, language: str = "en") -> str:
    template = app.jinja_env.get_template("kinds/lead/phone.html")
    with app.app_context(), speaking(language):
        return template.render(figure=figure, slide=deck.slides[0], deck=deck, open=open)


def test_the_phone_sends_exactly_the_fields_that_are_checked(app: Flask, deck: Deck, figure: Lead) -> None:
    html = draw(app, deck, figure)

    assert re.findall(r' name="(\w+)"', html) == NAMES
    for name in NAMES:
        assert f'id="{name}"' in html
        assert f'id="{name}-error"' in html
        assert f'for="{name}"' in html


def test_each_field_brings_its_keyboard_and_what_the_phone_knows(
    app: Flask, deck: Deck, figure: Lead
) -> None:
    html = draw(app, deck, figure)

    def field(name: str) -> str:
        found: list[str] = re.findall(rf'<[^>]* name="{name}"[^>]*>', html)
        return found[0]

    assert 'autocomplete="name"' in field("leader_name")
    assert 'type="tel"' in field("telephone")
    assert 'autocomplete="tel" inputmode="tel"' in field("telephone")
    assert 'type="email"' in field("email")
    assert 'autocomplete="email" inputmode="email" autocapitalize="none"' in field("email")
    assert 'autocomplete="organization"' in field("school")
    assert field("profile").startswith("<textarea")
    assert [name for name in NAMES if " required" in field(name)] == [
        "leader_name",
        "school",
        "consent",
    ]


def test_the_consent_of_the_deck_stands_beside_its_box_as_text(app: Flask, deck: Deck, figure: Lead) -> None:
    assert "Wij bewaren &lt;b&gt;dit&lt;/b&gt; om contact" in draw(app, deck, figure)


def test_nothing_that_is_typed_can_end_up_in_an_address(app: Flask, deck: Deck, figure: Lead) -> None:
    assert 'method="post"' in draw(app, deck, figure)


def test_a_closed_form_asks_nothing_and_still_thanks(app: Flask, deck: Deck, figure: Lead) -> None:
    html = draw(app, deck, figure, open=False)

    assert "<form" not in html
    assert "This form is closed." in html
    assert "data-done" in html
    assert "data-another" not in html
