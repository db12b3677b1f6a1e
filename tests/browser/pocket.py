"""A phone whose browser can be closed and opened again, and keeps what a phone keeps."""

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser import chromium
from tests.browser.room import SLOW
from workshop.database import Database
from workshop.events import Answered
from workshop.journal import read_since

_KEPT = """async () => {
  if (!navigator.serviceWorker.controller) return false;
  await navigator.serviceWorker.ready;
  for (const name of await caches.keys()) {
    if (await (await caches.open(name)).match(location.pathname)) return true;
  }
}"""


class Pocket:
    """A phone with a profile of its own on the disk."""

    def __init__(self, browser: Browser, profile: Path, *switches: str) -> None:
        self._browser, self._profile, self._switches = browser, profile, switches
        self._context: BrowserContext | None = None

    def open(self, address: str, *, offline: bool = False) -> Page:
        """Opens the browser, and in it the page."""
        self._context = next(self._started())
        self._context.set_offline(offline)
        page = self._context.pages[0]
        page.set_default_timeout(SLOW)
        page.goto(address)
        return page

    def close(self) -> None:
        """Closes the browser, as a phone does that needs its memory."""
        if self._context:
            self._context.close()
        self._context = None

    def _started(self) -> Iterator[BrowserContext]:
        for path in chromium.candidates():
            with suppress(Error):
                yield self._browser.browser_type.launch_persistent_context(
                    self._profile,
                    executable_path=path,
                    args=list(self._switches),
                    viewport={"width": 390, "height": 844},
                    locale="nl-NL",
                    is_mobile=True,
                    has_touch=True,
                )


def wait_until_kept(page: Page) -> None:
    """Until the page would open without a network."""
    wait_until(page, _KEPT)


def wait_until(page: Page, script: str, argument: object = None) -> None:
    """Until a script that waits itself says so: for `wait_for_function` any promise is true."""
    until = time.monotonic() + SLOW / 1000
    while not page.evaluate(script, argument):
        assert time.monotonic() < until, f"it never came about: {script}"
        page.wait_for_timeout(100)


def expect_connected(page: Page) -> None:
    """Until the page has its line to the workshop."""
    expect(page.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)


def answers(database: Database) -> list[tuple[str, object]]:
    """Who answered, and what, in the workshop's journal."""
    with database.engine.connect() as connection:
        events = [recorded.event for recorded in read_since(connection, 1, 0)]
    return [(event.participant, event.value) for event in events if isinstance(event, Answered)]
