"""The page of printers, by hand: on a laptop and on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.room import SLOW, Room
from tests.browser.test_accessibility import faults

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1440, 900)])
def test_a_printer_is_added_changed_and_brought_back(room: Room, width: int, height: int, theme: str) -> None:
    page = room.presenter()
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.goto(f"{room.server.base}/printers")
    found = faults(page, "no printer")

    page.get_by_label("Naam").fill("Canon in de lerarenkamer")
    page.get_by_label("Naar rechts (mm)").fill("half")
    page.get_by_label("Omhoog (mm)").fill("−0,3")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("#right-error")).to_contain_text("Typ een getal van −8 tot 8", timeout=SLOW)
    found += faults(page, "a wrong number")
    room.complaints[:] = [complaint for complaint in room.complaints if "422" not in complaint]

    page.get_by_label("Naar rechts (mm)").fill("0,5")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".jobs li")).to_contain_text("naar rechts +0,5 mm, omhoog −0,3 mm", timeout=SLOW)
    found += faults(page, "one printer")
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")

    page.get_by_role("link", name="Wijzig Canon").click()
    page.get_by_label("Omhoog (mm)").fill("0,4")
    found += faults(page, "changing")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".jobs li")).to_contain_text("omhoog +0,4 mm", timeout=SLOW)

    page.get_by_role("button", name="Verwijder Canon").click()
    expect(page.get_by_role("status")).to_contain_text("Was dat een vergissing?", timeout=SLOW)
    expect(page.locator(".jobs li")).to_have_count(0)
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator(".jobs li")).to_contain_text("omhoog +0,4 mm", timeout=SLOW)
    assert wide == 0
    assert found == []
