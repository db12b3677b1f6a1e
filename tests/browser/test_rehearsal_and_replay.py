"""Practising with simulated attendees, erasing what they left, and looking back at a workshop."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests import films
from tests.browser.room import SLOW, Room, answer, go_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]

COMES_IN = 40_000
"""How long simulated attendees may take before the first has answered, in milliseconds."""


def test_a_rehearsal_is_marked_stopped_and_erased_and_what_real_people_said_stays(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, 12)
    answer(phone, "van een echt mens")
    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)

    presenter.get_by_role("button", name="Oefenen met 10 nagebootste deelnemers").click()
    sign = projector.locator("[data-rehearsal]")
    expect(sign).to_have_text("Oefening: 10 nagebootste deelnemers", timeout=SLOW)
    expect(presenter.locator("[data-rehearsal] p")).to_have_text("Oefening: 10 nagebootste deelnemers")
    expect(presenter.get_by_role("button", name="Oefenen met 10 nagebootste deelnemers")).to_be_hidden()
    expect(projector.locator(".wall .card").nth(3)).to_be_visible(timeout=COMES_IN)
    presenter.get_by_role("button", name="Stop de oefening").click()
    expect(presenter.locator("[data-rehearsal] p")).to_contain_text("De oefening is gestopt", timeout=SLOW)
    expect(sign).to_be_visible()
    presenter.get_by_role("button", name="Wis wat ze stuurden").click()

    expect(sign).to_be_hidden(timeout=SLOW)
    expect(projector.locator(".wall .card p")).to_have_text(["van een echt mens"], timeout=SLOW)
    expect(presenter.locator(".moderated")).to_have_count(1)
    expect(presenter.locator("[data-people]")).to_have_text("1 van 1 hebben geantwoord", timeout=COMES_IN)
    expect(presenter.locator("[data-rehearsal]")).to_be_hidden()


@pytest.fixture
def past(room: Room) -> Page:
    """The page on which a long workshop is looked back at."""
    database = room.server.database
    films.write(database, 1, films.long_workshop(10_000, [12, 15, 12]))
    page = room.presenter()
    page.get_by_role("link", name="Terugkijken").click()
    expect(page.locator("[data-scene]")).to_have_text("Wachtruimte", timeout=SLOW)
    return page


def test_a_workshop_of_ten_thousand_events_plays_and_scrubs(past: Page) -> None:
    expect(past.locator(".density rect")).to_have_count(150)
    expect(past.locator(".scene")).to_have_count(4)

    past.keyboard.press("Space")
    expect(past.locator(".playhead")).not_to_have_value("0", timeout=SLOW)
    past.get_by_role("button", name="60×").click()
    expect(past.locator("[data-scene]")).to_have_text("12. Denk mee", timeout=SLOW)
    expect(past.locator(".wall .card").first).to_be_visible(timeout=SLOW)
    past.get_by_role("button", name="Pauze").click()
    past.locator(".playhead").evaluate(
        "range => { range.value = range.max * 0.9; range.dispatchEvent(new Event('input')) }"
    )
    expect(past.locator("[data-answers]")).to_contain_text("6", timeout=SLOW)
    past.keyboard.press("Home")
    expect(past.locator("[data-scene]")).to_have_text("Wachtruimte")
    expect(past.locator(".lobby")).to_be_visible(timeout=SLOW)


def test_the_table_leads_to_a_slide_and_the_keyboard_to_the_next(past: Page) -> None:
    past.get_by_text("De tijdlijn als tabel").click()
    past.locator("tbody tr", has_text="12. Denk mee").first.get_by_role("button").click()
    expect(past.locator("[data-scene]")).to_have_text("12. Denk mee")

    past.locator(".playhead").focus()
    past.keyboard.press("Shift+ArrowRight")

    expect(past.locator("[data-scene]")).to_contain_text("15.")
    expect(past.locator('#stage [data-slide="15"]')).to_be_visible(timeout=SLOW)
    past.keyboard.press("ArrowRight")
    expect(past.locator(".playhead")).to_have_attribute("aria-valuetext", re.compile(r"^\d+:\d\d"))
