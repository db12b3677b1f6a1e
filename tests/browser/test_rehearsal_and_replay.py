"""Practising with simulated attendees, erasing what they left, and looking back at a workshop."""

import pytest
from playwright.sync_api import expect

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
    expect(presenter.locator("[data-people]")).to_have_text("1 persoon", timeout=COMES_IN)
    expect(presenter.locator("[data-rehearsal]")).to_be_hidden()
