"""Cards are being made and the presenter cancels them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, room_with
from tests.cards.test_crew import gone_within
from workshop.events import Answered

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLIDES = """# Wat vind je?

::: open
:::
"""
ANSWERS = 1500
"""So many and so long that a worker is busy with them for a while."""


@pytest.fixture
def busy(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    """A room in which a lot was written."""
    long = "Een lang verhaal. " * 220
    answers = (Answered("p" * 16, f"{n:016}", 1, 0, f"Antwoord {n}. {long}") for n in range(ANSWERS))
    with room_with(browser, tmp_path, SLIDES, *answers) as room:
        yield room


def make_cards(page: Page, room: Room) -> None:
    page.goto(f"{room.server.base}/workshops/1/cards")
    page.locator('[name=kind][value="answers"]').check()
    # One core makes them, one by one: however many cores a machine has, it is not done too soon.
    page.locator("[name=paper]").select_option("each")
    page.get_by_role("button", name="Maak de pdf").click()
    expect(page.locator(".job progress")).to_be_visible()


def files(room: Room) -> list[str]:
    return [path.suffix for path in room.server.settings.files.iterdir()]


def test_a_job_in_progress_is_cancelled_and_its_page_says_so(busy: Room) -> None:
    presenter = busy.presenter()
    make_cards(presenter, busy)
    onlooker = presenter.context.new_page()
    onlooker.goto(presenter.url, wait_until="domcontentloaded")  # its pictures take longer than the job
    for page in (presenter, onlooker):
        expect(page.locator("[data-progress]")).to_contain_text(" van 1.500 kaarten", timeout=SLOW)

    assert files(busy) == [".part"]

    # By key: a mouse would wait for the button to stand still, and the progress beside it grows.
    presenter.get_by_role("button", name="Afbreken").press("Enter")

    for page in (presenter, onlooker):
        expect(page.locator(".job")).to_contain_text("Afgebroken", timeout=SLOW)
        expect(page.locator("progress")).to_have_count(0)
        expect(page.get_by_role("button", name="Afbreken")).to_have_count(0)
        expect(page.get_by_role("link", name="Open de PDF")).to_have_count(0)
    assert gone_within(10, lambda: not files(busy))
