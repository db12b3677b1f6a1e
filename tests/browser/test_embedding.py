"""The form inside another site: without cookies it is filled in and sent, and becomes a lead."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from tests.browser.room import SLOW, Room, room_with
from workshop.leads.lead import LeadRow

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLIDES = """# Meer weten?

::: lead
- Je naam {kind=name required=true}
- E-mail {kind=email required=true}

Wij bewaren dit om contact op te nemen.
:::
"""
LONG_ENOUGH = 4_000
"""Milliseconds after which nobody is taken for a program."""


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_with(browser, tmp_path, SLIDES) as room:
        yield room


@contextmanager
def other_site(body: str) -> Iterator[str]:
    """Somebody else's site with this in its page; gives its address, which is no site of ours."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            if self.path == "/":
                page = f"<!doctype html><html lang=nl><title>School</title><h1>Onze school</h1>{body}"
                self.wfile.write(page.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def form_page(room: Room) -> Page:
    page = room.presenter()
    page.goto(f"{room.server.base}/workshops/1/results")
    page.get_by_role("link", name="Het formulier voor later").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Het formulier voor later")
    return page


def code_of(page: Page, base: str) -> str:
    """What the page gives to be copied, with the address at which the test's server is."""
    code = page.get_by_label("Kopieer dit in de pagina").input_value()
    return re.sub(r'src="https?://[^/]+', f'src="{base}', code)


def test_inside_another_site_it_is_sent_without_cookies_and_becomes_a_lead(room: Room) -> None:
    code = code_of(form_page(room), room.server.base)
    visitor = room.page()

    with other_site(code) as address:
        visitor.goto(address)
        form = visitor.frame_locator("iframe")
        form.get_by_label("Je naam").fill("An de Vries")
        form.get_by_label("E-mail").fill("an@example.org")
        form.get_by_role("checkbox").check()
        visitor.wait_for_timeout(LONG_ENOUGH)
        form.get_by_role("button", name="Verstuur").click()
        expect(form.get_by_role("status")).to_contain_text("Dank je wel", timeout=SLOW)
        assert visitor.context.cookies() == []
        assert visitor.url == address

    with room.server.database.read() as session:
        [lead] = session.scalars(select(LeadRow)).all()
    assert (lead.came_by, lead.leader_name, lead.email) == ("page", "An de Vries", "an@example.org")


def test_the_page_shows_the_form_as_it_is_and_sends_nothing_from_there(room: Room) -> None:
    page = form_page(room)
    preview = page.frame_locator("iframe")

    preview.get_by_label("Je naam").fill("An")
    preview.get_by_label("E-mail").fill("an@example.org")
    preview.get_by_role("checkbox").check()
    page.wait_for_timeout(LONG_ENOUGH)
    preview.get_by_role("button", name="Verstuur").click()
    page.wait_for_timeout(500)

    expect(preview.get_by_label("Je naam")).to_have_value("An")
    with room.server.database.read() as session:
        assert session.scalars(select(LeadRow)).all() == []
    # Chromium says that it was held back; that is what is meant here.
    room.complaints[:] = [each for each in room.complaints if "sandboxed" not in each]


def test_address_and_code_are_copied_by_a_press(room: Room) -> None:
    page = form_page(room)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Kopieer de code").click()

    expect(page.get_by_role("status")).to_have_text("✓ Gekopieerd", timeout=SLOW)
    pasted = page.evaluate("navigator.clipboard.readText()")
    assert pasted == page.get_by_label("Kopieer dit in de pagina").input_value()
