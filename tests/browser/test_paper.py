"""Typing answer sheets with the keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, room_with
from workshop import journal
from workshop.events import Answered, WorkshopClosed

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLIDES = """# Wat vind je?

::: open
:::

---

# Kies er een

::: choice
- rood
- blauw
- groen
:::

---

# Kies alles

::: choice {several=true}
- lezen
- rekenen
- gym
:::

---

# Hoe eens ben je het?

::: scale {low=oneens high=eens}
- Het gaat goed.
- Het kan beter.
:::

---

# Hoeveel?

::: number {min=0 max=100}
:::
"""


def typed_sheet(page: Page) -> None:
    """One sheet, from its first field to its last, without the mouse."""
    keys = page.keyboard
    keys.type("meer tijd")
    keys.press("Shift+Enter")
    keys.type("en rust")
    keys.press("Enter")
    keys.press("3")
    keys.press("2")
    keys.press("Enter")
    for key in ("1", "2", "3", "2"):  # the second is let go again
        keys.press(key)
    keys.press("Enter")
    keys.press("5")
    keys.press("Enter")
    keys.press("4")
    keys.press("Backspace")
    keys.press("Enter")
    keys.type("65")


def test_a_sheet_is_typed_without_the_mouse_and_the_next_one_is_open(
    browser: Browser, tmp_path: Path
) -> None:
    with room_with(browser, tmp_path, SLIDES, WorkshopClosed()) as room:
        presenter = room.presenter()
        presenter.goto(f"{room.server.base}/workshops/1/paper")
        expect(presenter.get_by_label("Nummer van het blad")).to_be_focused()
        presenter.keyboard.type("7")
        presenter.keyboard.press("Enter")
        expect(presenter.locator("h2").first).to_have_text("Blad 7", timeout=SLOW)

        typed_sheet(presenter)
        presenter.keyboard.press("Control+Enter")

        expect(presenter.locator("[role=status]")).to_have_text("Blad 7: 5 antwoorden", timeout=SLOW)
        expect(presenter.locator("h2").first).to_have_text("Blad 8")
        expect(presenter.locator("textarea").first).to_be_focused()
        presenter.keyboard.type("nee")
        presenter.locator("[name='5-0-0']").focus()
        presenter.keyboard.press("Enter")
        expect(presenter.locator("[data-keep]")).to_be_focused()
        presenter.keyboard.press("Enter")
        expect(presenter.locator("h2").first).to_have_text("Blad 9", timeout=SLOW)
        assert values(room) == ["meer tijd\nen rust", [1], [0, 2], [5, 0], 65, "nee"]


def values(room: Room) -> list[object]:
    """What the journal has."""
    with room.server.database.read() as session:
        events = [each.event for each in journal.read_since(session.connection(), 1, 0)]
    return [event.value for event in events if isinstance(event, Answered) and event.sheet]
