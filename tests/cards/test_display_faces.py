"""The face of a deck's titles, on everything that is printed of it."""

import re
from dataclasses import replace
from io import BytesIO

import pytest

from tests.cards import paper
from tests.said import PARSED
from workshop.assets import VENDOR
from workshop.cards.answer_sheet import Heading, render_sheets
from workshop.cards.card import Card, Look
from workshop.cards.face import HEADINGS
from workshop.cards.takeaway import Passage, render_takeaway
from workshop.decks.faces import FACES, USUAL
from workshop.decks.questionnaire import questionnaire

OWN = {
    "fraunces": "Frauncessemibold",
    "source-serif": "Sourceserifsemibold",
    "bricolage": "Bricolagesemibold",
    "gabarito": "Gabaritosemibold",
}
PLAIN = Card(message="Dag", heading="Voor Sanne", kicker="Een dag", signature="Anna")
FOREIGN = ["Дорога́я Анна, їжак", "Για τη Μαρία", "Gửi chị Nguyễn Thị Hữu", "Voor Władysław ₺5 ĳ", "👍🏽"]


def look(display: str) -> Look:
    return replace(paper.DESIGN, display=display)


def fonts(pdf: bytes) -> set[str]:
    """The names of the fonts in a file."""
    return {name.decode().rpartition("+")[2] for name in re.findall(rb"/BaseFont/([^\s/\[<>]+)", pdf)}


def test_each_face_that_a_deck_may_name_can_be_printed() -> None:
    assert set(HEADINGS) == set(FACES) == set(OWN)
    assert all((VENDOR / style.files[0]).exists() for style in HEADINGS.values())
    assert look(USUAL) == paper.DESIGN


@pytest.mark.parametrize("display", FACES)
def test_a_heading_is_in_the_face_of_the_deck_and_in_no_other(display: str) -> None:
    pdf, _ = paper.printed([PLAIN], look(display))

    assert fonts(pdf) & set(OWN.values()) == {OWN[display]}


@pytest.mark.parametrize("display", FACES)
@pytest.mark.parametrize("heading", FOREIGN)
def test_a_heading_in_letters_that_the_face_lacks_comes_out(display: str, heading: str) -> None:
    pdf, report = paper.printed([Card(message="Dag", heading=heading)], look(display))

    assert not report.boxes
    (front,) = paper.texts(pdf, back=False)
    assert paper.squeezed(front).startswith(paper.squeezed(heading))


@pytest.mark.parametrize("display", FACES)
def test_what_is_taken_along_is_in_the_face_of_the_deck(display: str) -> None:
    out = BytesIO()
    render_takeaway(PLAIN, [Passage("Wat vind je?", ("Meer tijd.",))], look(display), out)

    assert fonts(out.getvalue()) & set(OWN.values()) == {OWN[display]}


@pytest.mark.parametrize("display", FACES)
def test_answer_sheets_are_in_the_face_of_the_deck(display: str) -> None:
    out = BytesIO()
    render_sheets(questionnaire(PARSED), Heading("Van alles", "KLM4T7"), look(display), [1], out)

    assert fonts(out.getvalue()) & set(OWN.values()) == {OWN[display]}
