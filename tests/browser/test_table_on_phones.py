"""The result on the phone: a table for whoever does not see the screen in front."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.room import SLOW, room_with
from workshop.events import Answered, ResultShown, SlideShown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECK = "# Kies\n\n::: choice\n- rood\n- blauw\n:::\n"


def test_a_result_that_the_room_sees_is_a_table_on_the_phone(browser: Browser, tmp_path: Path) -> None:
    votes = [Answered(f"p{n}", f"{n:016}", 1, 0, [n % 2]) for n in range(3)]
    with room_with(browser, tmp_path, DECK, SlideShown(1), *votes) as room:
        phone = room.phone()
        expect(phone.locator("[data-told]")).to_have_count(0)

        room.record(ResultShown(1))

        phone.get_by_text("De uitslag als tabel").click(timeout=SLOW)
        expect(phone.locator("[data-told] tbody tr")).to_have_text(["rood 2", "blauw 1"])
        phone.get_by_label("blauw").check()
        expect(phone.locator(".note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)
        room.record(SlideShown(0), SlideShown(1))
        expect(phone.locator("[data-told] tbody tr")).to_have_text(["rood 2", "blauw 2"], timeout=SLOW)
