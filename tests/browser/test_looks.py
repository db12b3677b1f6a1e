"""The main screens look as they did: nothing is missing, nothing has moved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.apart import difference
from tests.browser.looks import ADDRESS, TOLERANCE, kept, screens, small
from tests.browser.tour import NUMBERS, Tour, tour

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CHANGES = (
    ".send-button { visibility: hidden }",
    ".counter { visibility: hidden }",
    ".place { visibility: hidden }",
    ".line { display: none }",
    ".phone .stack > .questions { margin-block-start: 2rem }",
    ".send { padding-block-start: 0.5rem }",
)
RENEW = "if that is how they are to look: make pictures RENEW=1"


@pytest.fixture
def way(browser: Browser, tmp_path: Path) -> Iterator[Tour]:
    with tour(browser, tmp_path, **ADDRESS) as way:
        yield way


def test_the_main_screens_look_as_they_did(way: Tour, tmp_path: Path) -> None:
    differ = []
    for name, seen in screens(way):
        apart = difference(seen, kept(name))
        if apart > TOLERANCE:
            seen.save(tmp_path / f"{name}.png")
            differ.append(f"{name} by {apart}: {tmp_path}/{name}.png")

    assert differ == [], RENEW


def test_what_is_missing_or_moved_is_noticed(way: Tour) -> None:
    way.show(NUMBERS["Denk mee"])
    before = small(way.phone)

    apart = {change: difference(_changed(way.phone, change), before) for change in CHANGES}

    assert [change for change, by in apart.items() if by <= TOLERANCE] == []


def _changed(phone: Page, change: str) -> Image.Image:
    """What the phone shows with a rule of style more, which goes again."""
    phone.evaluate(
        """(change) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(change);
          document.adoptedStyleSheets = [sheet];
        }""",
        change,
    )
    seen = small(phone)
    phone.evaluate("() => { document.adoptedStyleSheets = []; }")
    return seen
