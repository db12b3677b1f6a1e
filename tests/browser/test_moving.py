"""The laptop that serves changes networks in the middle."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import gevent
import pytest
from playwright.sync_api import Browser, Page, Route, WebSocketRoute, expect

from tests.browser.room import SLOW
from tests.server import free_port
from workshop import config, create_app
from workshop.config import Settings
from workshop.database import Database
from workshop.demo import Ready, prepare
from workshop.events import Answered, SlideShown
from workshop.journal import Entry, append, read_since
from workshop.live import stage_of
from workshop.serve.web import make_server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OLD, NEW = "127.0.0.1", "127.0.0.2"
"""Both reach the same server: only what it believes to be its address changes."""


class Laptop:
    """A server in a thread of this process, whose address the test chooses."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.ready: Ready = prepare(settings)
        self.address = OLD
        self._up = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        assert self._up.wait(20)

    def at(self, host: str) -> str:
        return f"http://{host}:{self.settings.port}"

    def show(self, slide: int) -> None:
        with Database(self.settings.database_url).write() as session:
            append(session.connection(), [Entry(1, SlideShown(slide))])

    def answers(self) -> list[object]:
        with Database(self.settings.database_url).engine.connect() as connection:
            events = [recorded.event for recorded in read_since(connection, 1, 0)]
        return [(event.participant, event.value) for event in events if isinstance(event, Answered)]

    def stop(self) -> None:
        self._hub.loop.run_callback_threadsafe(self._ended.set)
        self._thread.join(20)

    def _serve(self) -> None:
        app = create_app(self.settings)
        stage = stage_of(app)
        stage.addresses.find = lambda: [self.address]
        stage.addresses.look()
        server = make_server(app, self.settings)
        server.start()
        self._hub, self._ended = gevent.get_hub(), gevent.event.Event()
        self._up.set()
        self._ended.wait()
        server.stop(timeout=1)
        stage.writer.stop()


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    port = str(free_port())
    laptop = Laptop(config.load({"WORKSHOP_DATA": str(tmp_path / "data"), "WORKSHOP_PORT": port}))
    yield laptop
    laptop.stop()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="nl-NL", service_workers="block"
    )
    yield context.new_page()
    context.close()


def test_the_projector_follows_the_laptop_to_its_new_address(laptop: Laptop, page: Page) -> None:
    page.goto(f"{laptop.at(OLD)}/projector/{laptop.ready.projector_key}")
    expect(page.locator(".lobby-address")).to_have_text(f"{OLD}:{laptop.settings.port}", timeout=SLOW)
    before = page.locator(".lobby-qr").inner_html()

    laptop.address = NEW

    expect(page.locator(".lobby-address")).to_have_text(f"{NEW}:{laptop.settings.port}", timeout=SLOW)
    assert page.locator(".lobby-qr").inner_html() != before


def test_a_phone_on_the_old_address_is_told_and_takes_its_words_and_itself_along(
    laptop: Laptop, page: Page
) -> None:
    laptop.show(12)
    wire = Wire(page, OLD)
    page.goto(f"{laptop.at(OLD)}/{laptop.ready.code}")
    _answer(page, "nog op het oude adres")
    expect(page.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)

    wire.cut()
    _answer(page, "geschreven tijdens de verhuizing")
    expect(page.locator("[data-trouble]")).to_contain_text("kan de workshop niet bereiken", timeout=SLOW)
    page.locator("textarea").nth(1).fill("nog niet af")
    page.get_by_text("Staat er een ander adres op het scherm?").click()
    page.fill("#new-address", f"{NEW}:{laptop.settings.port}")
    page.get_by_role("button", name="Ga erheen").click()

    expect(page.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    assert page.url.partition("?")[0] == f"{laptop.at(NEW)}/{laptop.ready.code}"
    (me, first), (also_me, second) = laptop.answers()  # type: ignore[misc]
    assert (first, second) == ("nog op het oude adres", "geschreven tijdens de verhuizing")
    assert me == also_me, "the same participant, with the same right to change both"
    expect(page.locator(".note")).to_have_count(2)
    expect(page.locator("textarea").nth(1)).to_have_value("nog niet af")


def _answer(page: Page, text: str) -> None:
    form = page.locator("form.question").first
    form.locator("textarea").fill(text)
    form.get_by_role("button", name="Verstuur").click()


class Wire:
    """The way to one address, which can be cut while the phone keeps its network."""

    def __init__(self, page: Page, host: str) -> None:
        self._cut = False
        self._open: list[WebSocketRoute] = []
        page.context.route_web_socket(re.compile(f"//{host}:"), self._connect)
        page.context.route(re.compile(f"//{host}:"), self._fetch)

    def cut(self) -> None:
        self._cut = True
        for socket in self._open:
            socket.close()

    def _connect(self, socket: WebSocketRoute) -> None:
        if self._cut:
            socket.close()
        else:
            self._open.append(socket)
            socket.connect_to_server()

    def _fetch(self, route: Route) -> None:
        if self._cut:
            route.abort()
        else:
            route.continue_()
