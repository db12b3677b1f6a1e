"""A room with people in it: presenter, projector and phones, each in a browser of their own."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from secrets import token_urlsafe

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.server import Server
from workshop.decks.store import load
from workshop.events import Answered, Event
from workshop.journal import Entry, append
from workshop.workshops import by_code

SLOW = 20_000
"""How long something may take on a busy machine, in milliseconds."""
CODE = "PRF234"
"""The same each time, so that pictures of it are."""


class Room:
    """Opens the screens of one workshop and notes what their consoles complain of."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self.server = server
        self.complaints: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def presenter(self, width: int = 1440, height: int = 900) -> Page:
        """The presenter's page, entered by the one-time link."""
        page = self._open(width, height)
        page.goto(self.server.base + self.server.ready.sign_in_path)
        page.get_by_role("button", name="Inloggen").click()
        page.wait_for_url(re.compile(r"/workshops/\d+$"))
        expect(page.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
        return page

    def projector(self, width: int = 1920, height: int = 1080) -> Page:
        """The projector's page."""
        page = self._open(width, height)
        page.goto(f"{self.server.base}/projector/{self.server.ready.projector_key}")
        return page

    def phone(self, width: int = 390, height: int = 844, locale: str = "nl-NL") -> Page:
        """A phone that has joined."""
        page = self._open(width, height, locale, is_mobile=True, has_touch=True)
        page.goto(self.server.phone)
        expect(page.locator("[data-line]")).to_have_attribute("data-status", "ok", timeout=SLOW)
        return page

    def page(self) -> Page:
        """A page of somebody who has not signed in."""
        return self._open(1280, 800)

    def scanner(self) -> Page:
        """A phone that has not joined: whatever it scans it has still to open."""
        return self._open(390, 844, is_mobile=True, has_touch=True)

    def record(self, *events: Event) -> None:
        """Writes into the journal as another process would."""
        with self.server.database.write() as session:
            append(session.connection(), [Entry(1, event) for event in events])

    def say(self, slide: int, *texts: str, question: int = 0) -> list[str]:
        """Answers as if other phones had sent them all at once; gives their ids."""
        ids = [token_urlsafe(16) for _text in texts]
        self.record(
            *(
                Answered(f"somebody-{id_}", id_, slide, question, text)
                for id_, text in zip(ids, texts, strict=True)
            )
        )
        return ids

    def close(self) -> None:
        """Closes all of it."""
        for context in self._contexts:
            context.close()

    def _open(self, width: int, height: int, locale: str = "nl-NL", **options: bool) -> Page:
        # Playwright does not see what a page asks for while a service worker looks on.
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, locale=locale, service_workers="block", **options
        )
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(SLOW)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self._listen(message.type, message.text))
        return page

    def _listen(self, kind: str, text: str) -> None:
        # A page that lost its line, or a form that was refused, says so itself; the browser's own notes of
        # it are no fault of ours.
        if kind == "error" and not any(note in text for note in ("WebSocket", "ERR_", "404", "422")):
            self.complaints.append(text)


@contextmanager
def room_with(
    browser: Browser, folder: Path, slides: str, *events: Event, **environment: str
) -> Iterator[Room]:
    """A room in which a deck of these slides runs, and these things have happened."""
    with serving(folder, f"---\ntitle: Proef\nlanguage: nl\n---\n\n{slides}", **environment) as server:
        room = Room(browser, server)
        room.record(*events)
        yield room
        room.close()
    assert not room.complaints


@contextmanager
def serving(folder: Path, source: str, **environment: str) -> Iterator[Server]:
    """A server whose workshop shows the deck that `source` describes."""
    server = Server(folder / "data", **environment)
    path = folder / "deck.md"
    path.write_text(source, encoding="utf-8")
    with server.database.write() as session:
        workshop = by_code(session, server.ready.code)
        assert workshop is not None
        workshop.deck_version_id = load(session, path).id
        workshop.code = CODE
    server.ready = replace(server.ready, code=CODE)
    server.start()
    yield server
    server.stop()


def go_to(presenter: Page, slide: int) -> None:
    """Presses 'next' until a slide is on the screen."""
    place = presenter.locator("[data-place]")
    while place.text_content() != f"{slide} van 18":
        before = place.text_content() or ""
        presenter.locator('[data-go="1"]').click()
        expect(place).not_to_have_text(before, timeout=SLOW)


def answer(phone: Page, text: str, question: int = 0) -> None:
    """Writes an answer and presses 'send'."""
    form = phone.locator(f'form.question[data-question="{question}"]')
    form.locator("textarea").fill(text)
    form.get_by_role("button", name="Verstuur").click()


def cards(projector: Page) -> list[str]:
    """What stands on the wall."""
    return projector.locator(".wall .card p").all_text_contents()
