"""The wall: readable and never overfull, whatever people send and however many."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.room import SLOW, Room
from workshop.events import Answered, SlideShown
from workshop.journal import Entry, append

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIX_QUESTIONS = 12
AWKWARD = (
    "x" * 280,
    "\n".join("1" * 140),
    "Woorden " * 33 + "op",
    "😀 emoji 👩‍👧 " * 19 + "emoji",
    "שלום עולם " * 25 + "שלום",
    "<img src=x onerror=alert(1)> & <b>vet</b>",
)
# What is cut off: a card that reaches below the wall, or text that its card does not show.
CUT = """
    () => {
      const wall = document.querySelector('[data-wall]').getBoundingClientRect();
      return [...document.querySelectorAll('.wall .card')].filter((card) => {
        const box = card.getBoundingClientRect();
        const words = card.querySelector('p');
        const isOutside = box.bottom > wall.bottom + 1 || box.right > wall.right + 1;
        return isOutside || words.scrollWidth > words.clientWidth + 1;
      }).map((card) => card.textContent.slice(0, 20));
    }
"""
FAINT = """
    () => [...document.querySelectorAll('.wall .card')]
      .filter((card) => getComputedStyle(card).opacity < 0.9).length
"""
SMALLEST = """
    () => {
      const hasWords = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
      const sizes = [...document.querySelectorAll('body *')]
        .filter((e) => e.checkVisibility() && hasWords(e))
        .map((e) => parseFloat(getComputedStyle(e).fontSize));
      return Math.min(...sizes) / innerHeight;
    }
"""


def send(room: Room, *texts: str) -> None:
    """Answers as if phones had sent them all at once."""
    with room.server.database.write() as session:
        connection = session.connection()
        entries = [
            Entry(1, Answered(f"p{n}", f"{hash(text):x}-{n}", SIX_QUESTIONS, n % 6, text))
            for n, text in enumerate(texts)
        ]
        append(connection, [Entry(1, SlideShown(SIX_QUESTIONS)), *entries])


def newest(projector: Page) -> str:
    return projector.locator(".wall .column").first.locator(".card p").first.text_content() or ""


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_no_answer_is_cut_off_whatever_it_is(room: Room, width: int, height: int) -> None:
    projector = room.projector(width, height)

    for number, text in enumerate(AWKWARD, start=1):
        send(room, text)
        expect(projector.locator("[data-answers-word]")).to_have_text(
            f"{number} antwoord{'en' * (number > 1)}", timeout=SLOW
        )
        projector.wait_for_timeout(600)
        assert projector.evaluate(CUT) == []
        assert newest(projector) == text


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_two_hundred_answers_are_paged_and_the_newest_stays_in_sight(
    room: Room, width: int, height: int
) -> None:
    projector = room.projector(width, height)
    texts = [f"Antwoord nummer {n}: een gewone zin van iemand in de zaal" for n in range(200)]

    send(room, *texts)

    expect(projector.locator("[data-answers-word]")).to_have_text("200 antwoorden", timeout=SLOW)
    expect(projector.locator(".wall .card").first).to_contain_text("nummer 199", timeout=SLOW)
    projector.wait_for_timeout(600)
    assert projector.evaluate(FAINT) == 0
    assert projector.evaluate(CUT) == []
    assert projector.evaluate(SMALLEST) >= 0.0215
    first_page = projector.locator(".wall .card").all_text_contents()
    projector.keyboard.press("PageDown")
    second_page = projector.locator(".wall .card").all_text_contents()
    assert newest(projector).startswith("Antwoord nummer 199")
    assert len(second_page) > 5
    assert not set(first_page[1:]) & set(second_page[1:]) - {first_page[0]}
