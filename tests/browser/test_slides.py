"""Every kind of slide on the projector: its title in sight, and nothing over the edge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW
from tests.browser.tour import NUMBERS, TEXTS, Tour, settle, tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# What of a slide lies over its title or over its edges.
ASTRAY = """
    () => {
      const slide = document.querySelector('#stage > .slide');
      const edge = slide.getBoundingClientRect();
      const title = slide.querySelector('h1').getBoundingClientRect();
      return [...slide.querySelectorAll('.slide-body > *, .slide-body :is(.card, p, li, tr)')]
        .filter((each) => each.checkVisibility() && !each.closest('.for-readers, .cloud-list'))
        .filter((each) => getComputedStyle(each).position !== 'absolute')
        .filter((each) => {
          const box = each.getBoundingClientRect();
          return box.top < title.bottom - 1 || box.right > edge.right + 1 || box.bottom > edge.bottom + 1;
        })
        .map((each) => `${each.tagName}.${each.className} ${each.textContent.trim().slice(0, 30)}`);
    }
"""


@pytest.fixture
def way(browser: Browser, tmp_path: Path) -> Iterator[Tour]:
    with tour(browser, tmp_path) as way:
        yield way


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_the_title_is_in_sight_and_nothing_lies_over_the_edge(way: Tour, width: int, height: int) -> None:
    projector = way.room.projector(width, height)
    found = []

    for number, kind in way.slides():
        found += _astray(projector, number, kind)
        way.answer(number, kind)
        found += _astray(projector, number, f"{kind} answered")

    assert found == []


def test_votes_stand_at_the_end_of_their_card(way: Tour) -> None:
    projector, number = way.room.projector(), NUMBERS["Wat zou je veranderen?"]
    way.show(number)

    way.answer(number, "ideas")

    card = projector.locator(".ranked-card").first
    expect(projector.locator(".ranked-card")).to_have_count(len(TEXTS), timeout=SLOW)
    whole, votes = card.bounding_box(), card.locator(".ranked-votes").bounding_box()
    assert whole
    assert votes
    assert votes["x"] > whole["x"] + whole["width"] * 0.8


def _astray(projector: Page, number: int, state: str) -> list[str]:
    expect(projector.locator("#stage > .slide")).to_have_attribute("data-slide", str(number), timeout=SLOW)
    settle(projector)
    found: list[str] = projector.evaluate(ASTRAY)
    return [f"{number} {state}: {each}" for each in found]
