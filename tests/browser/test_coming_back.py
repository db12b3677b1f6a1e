"""Pages that were away or stayed open for long: they come back to what they showed, and go on."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.room import SLOW, Room, answer, cards, go_to
from tests.server import Server, wait_for
from workshop.events import Answered, SlideShown
from workshop.journal import Entry, append, read_since

pytestmark = [pytest.mark.browser, pytest.mark.slow]

QUESTION, OTHER_QUESTION = 12, 14
ANOTHER_VERSION = (
    "import workshop.assets; workshop.assets.fingerprint = lambda: 'another';"
    "from workshop.cli import main; main()"
)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "data", "web")
    server.start()
    yield server
    server.stop()


def seconds(page: Page) -> int:
    """What is left of the time, as the page says it."""
    minutes, left = (page.locator("[data-countdown]").text_content() or "0:00").split(":")
    return int(minutes) * 60 + int(left)


def test_a_projector_that_is_reloaded_comes_back_to_slide_answers_large_answer_and_time(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, QUESTION)
    for text in ("een", "twee", "drie"):
        answer(phone, text)
        expect(projector.locator(".wall .card", has_text=text)).to_be_visible(timeout=SLOW)
    presenter.get_by_role("button", name="5 min").click()
    item = presenter.locator(".moderated", has_text="twee")
    item.get_by_role("button", name="Groot").click()
    expect(projector.locator("[data-enlarged]")).to_have_text("twee", timeout=SLOW)
    expect(projector.locator("[data-countdown]")).to_contain_text(":", timeout=SLOW)

    projector.reload()

    expect(projector.locator(f'[data-slide="{QUESTION}"]')).to_be_attached(timeout=SLOW)
    expect(projector.locator("[data-enlarged]")).to_be_visible(timeout=SLOW)
    expect(projector.locator("[data-enlarged]")).to_have_text("twee")
    assert set(cards(projector)) == {"een", "twee", "drie"}
    assert 0 <= abs(seconds(projector) - seconds(phone)) <= 1
    answer(phone, "vier")
    expect(projector.locator(".wall .card")).to_have_count(4, timeout=SLOW)
    presenter.locator('[data-go="1"]').click()
    expect(projector.locator(f'[data-slide="{QUESTION + 1}"]')).to_be_attached(timeout=SLOW)
    expect(projector.locator("[data-enlarged]")).to_be_hidden()


def test_a_page_that_stayed_open_while_another_version_came_goes_on(room: Room) -> None:
    server = room.server
    _show(server, QUESTION)
    phone, projector = room.phone(), room.projector()
    script = phone.locator("script[src]").first.get_attribute("src") or ""
    phone.locator("textarea").first.fill("gisteren begonnen")

    server.stop()
    expect(phone.locator("[data-trouble]")).to_be_visible(timeout=SLOW)
    _start_another_version(server)

    expect(phone.locator("[data-line]")).to_contain_text("Verbonden", timeout=2 * SLOW)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(server.base + script)
    expect(phone.locator("textarea").first).to_have_value("gisteren begonnen")
    phone.get_by_role("button", name="Verstuur").first.click()
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    expect(projector.locator(".wall .card p")).to_have_text("gisteren begonnen", timeout=2 * SLOW)
    _show(server, OTHER_QUESTION)
    for page in (phone, projector):
        expect(page.locator(f'[data-slide="{OTHER_QUESTION}"]')).to_be_attached(timeout=SLOW)
    phone.reload()
    assert "/another/" in (phone.locator("script[src]").first.get_attribute("src") or "")
    assert _answers(server) == ["gisteren begonnen"]


def _start_another_version(server: Server) -> None:
    server.process = subprocess.Popen(
        [sys.executable, "-c", ANOTHER_VERSION, server.command],
        env={**os.environ, **server.environment},
        start_new_session=True,
    )
    wait_for(server.base, server.process)


def _show(server: Server, slide: int) -> None:
    with server.database.write() as session:
        append(session.connection(), [Entry(1, SlideShown(slide))])


def _answers(server: Server) -> list[object]:
    with server.database.engine.connect() as connection:
        events = [recorded.event for recorded in read_since(connection, 1, 0)]
    return [event.value for event in events if isinstance(event, Answered)]
