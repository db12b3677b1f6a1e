"""A phone on which everything is twice as large, and one that lies down: nothing sticks out at its side."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.tour import Tour, tour
from workshop.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZES = ((195, 422), (422, 195), (844, 390))
# Whose box is wider than the page, not counting what is for screen readers only.
STICKS_OUT = """
    () => [...document.querySelectorAll('body *')]
      .filter((each) => each.checkVisibility() && !each.closest('svg, .for-readers'))
      .filter((each) => {
        const box = each.getBoundingClientRect();
        return box.width > 1 && (box.right > document.documentElement.clientWidth + 1 || box.left < -1);
      })
      .map((each) => `${each.tagName}.${each.className} ${each.textContent.trim().slice(0, 30)}`)
"""


@pytest.fixture
def way(browser: Browser, tmp_path: Path) -> Iterator[Tour]:
    with tour(browser, tmp_path) as way:
        yield way


def sticking_out(phone: Page, where: str) -> list[str]:
    """What sticks out at the side of a phone's page in any of the sizes, a line each."""
    found = []
    for width, height in SIZES:
        phone.set_viewport_size({"width": width, "height": height})
        outside: list[str] = phone.evaluate(STICKS_OUT)
        found += [f"{where} at {width}×{height}: {each}" for each in outside]
    return found


def test_no_slide_sticks_out(way: Tour) -> None:
    found = sticking_out(way.phone, "lobby")

    for number, kind in way.slides():
        found += sticking_out(way.phone, f"{number} {kind}")
        if kind == "quiz":
            way.play(number)
        elif kind and kind not in ("harvest", "cafe") and not KINDS[kind].is_form:
            way.answer_myself(number, kind)
        if kind == "harvest":
            way.theme(number)
        way.answer(number, kind)
        found += sticking_out(way.phone, f"{number} {kind} answered")

    assert found == []
