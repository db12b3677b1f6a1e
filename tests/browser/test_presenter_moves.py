"""The presenter's page loses its network, or its server, and goes on where it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.browser.room import SLOW, Room, answer, room_with
from tests.browser.test_presenter import at
from workshop.events import SlideShown
from workshop.journal import read_since

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECK = "\n\n---\n\n".join(
    ["# Wat neem je mee?\n\n::: open\n:::", *(f"# Dia {n}\n\nWoorden." for n in range(2, 8))]
)
NOT_DONE = "Zonder verbinding is er niets gedaan."
NO_ANSWER = "De server antwoordt nog niet."


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_with(browser, tmp_path, DECK, SlideShown(1)) as room:
        yield room


def shown(room: Room) -> list[int]:
    """The slides to which somebody went, in their order."""
    with room.server.database.engine.connect() as connection:
        events = [recorded.event for recorded in read_since(connection, 1, 0)]
    return [event.slide for event in events if isinstance(event, SlideShown)]


def line_says(page: Page, text: str) -> None:
    expect(page.locator("[data-line]")).to_have_text(text, timeout=SLOW)


def all_are_at(slide: int, *screens: Page) -> None:
    for screen in screens:
        expect(screen.locator(f'[data-slide="{slide}"]').first).to_be_attached(timeout=SLOW)


def test_a_presenter_without_a_network_hears_that_nothing_was_done_and_goes_on_when_it_is_back(
    room: Room,
) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    at(presenter, "1 van 7")

    presenter.context.set_offline(True)
    line_says(presenter, "Dit apparaat is offline")
    for _press in range(3):
        presenter.keyboard.press("ArrowRight")
    expect(presenter.locator("[data-refusal]")).to_contain_text(NOT_DONE)
    answer(phone, "zonder presentator")
    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)
    presenter.context.set_offline(False)

    line_says(presenter, "Verbonden")
    at(presenter, "1 van 7")
    expect(presenter.locator(".moderated p")).to_have_text("zonder presentator", timeout=SLOW)
    presenter.keyboard.press("ArrowRight")
    at(presenter, "2 van 7")
    all_are_at(2, projector, phone)
    expect(presenter.locator("[data-refusal]")).to_be_hidden()
    assert shown(room) == [1, 2]


def test_a_presenter_whose_server_restarts_goes_on_where_all_were(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    answer(phone, "van voor de storing")
    expect(presenter.locator(".moderated")).to_have_count(1, timeout=SLOW)

    room.server.stop()
    line_says(presenter, "Geen verbinding met de server")
    presenter.keyboard.press("ArrowRight")
    expect(presenter.locator("[data-refusal]")).to_contain_text(NOT_DONE)
    room.server.start()

    for page in (presenter, phone):
        line_says(page, "Verbonden")
    at(presenter, "1 van 7")
    expect(presenter.locator(".moderated p")).to_have_text("van voor de storing")
    presenter.keyboard.press("ArrowRight")
    all_are_at(2, projector, phone)
    assert shown(room) == [1, 2]


class Cable:
    """What lies between a page and the server; pulled out, its line is silent for good."""

    def __init__(self, page: Page) -> None:
        self._lines: list[WebSocketRoute] = []
        self._dead: list[WebSocketRoute] = []
        page.route_web_socket("**/socket.io/**", self._lay)

    def pull(self) -> None:
        """Nobody is told, on neither side."""
        self._dead += self._lines

    def _lay(self, page: WebSocketRoute) -> None:
        server = page.connect_to_server()
        self._lines.append(page)
        page.on_message(lambda message: page in self._dead or server.send(message))
        server.on_message(lambda message: page in self._dead or page.send(message))


def test_a_line_that_only_looks_alive_is_left_for_a_new_one(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    cable = Cable(presenter)
    presenter.reload()
    line_says(presenter, "Verbonden")

    cable.pull()
    presenter.keyboard.press("ArrowRight")

    expect(presenter.locator("[data-refusal]")).to_contain_text(NO_ANSWER, timeout=SLOW)
    line_says(presenter, "Verbonden")
    at(presenter, "1 van 7")
    presenter.keyboard.press("ArrowRight")
    all_are_at(2, projector, phone)
    assert shown(room) == [1, 2]
