"""A room with people in it: presenter, projector and phones, each in a browser of their own."""

import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.server import Server

SLOW = 20_000
"""How long something may take on a busy machine, in milliseconds."""


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

    def phone(self, width: int = 390, height: int = 844) -> Page:
        """A phone that has joined."""
        page = self._open(width, height, is_mobile=True, has_touch=True)
        page.goto(self.server.phone)
        expect(page.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
        return page

    def page(self) -> Page:
        """A page of somebody who has not signed in."""
        return self._open(1280, 800)

    def close(self) -> None:
        """Closes all of it."""
        for context in self._contexts:
            context.close()

    def _open(self, width: int, height: int, **options: bool) -> Page:
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, locale="nl-NL", **options
        )
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(SLOW)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self._listen(message.type, message.text))
        return page

    def _listen(self, kind: str, text: str) -> None:
        # A page that lost its line says so itself; the browser's own notes of it are no fault of ours.
        if kind == "error" and "WebSocket" not in text and "ERR_" not in text and "404" not in text:
            self.complaints.append(text)


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
