"""The page on which cards are chosen: the preview follows, and what was chosen is what is printed."""

import re
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from tests.browser.room import SLOW, Room


def opened(room: Room) -> Page:
    presenter = room.presenter()
    presenter.goto(f"{room.server.base}/workshops/1/cards")
    settled(presenter)
    return presenter


def settled(page: Page) -> None:
    """The preview shows what is chosen."""
    expect(page.locator(".card-preview.is-stale")).to_have_count(0, timeout=SLOW)
    expect(page.locator("[data-view=front] img")).to_have_attribute(
        "src", re.compile("^data:image/png"), timeout=SLOW
    )


def shown(page: Page, view: str) -> str:
    return page.locator(f"[data-view={view}] img").get_attribute("src") or ""


def test_the_preview_follows_each_choice(room: Room) -> None:
    page = opened(room)
    seen = {shown(page, "front")}

    for choose in (
        lambda: page.get_by_role("radio", name="Stippen").check(),
        lambda: page.locator("[name=lies]").select_option("true"),
        lambda: page.get_by_role("radio", name="Tafelkaarten").check(),
        lambda: page.get_by_role("radio", name="Naambadges").check(),
        lambda: page.locator("[name=names]").fill("Noor Bakker, De Regenboog"),
    ):
        choose()
        expect(page.locator(".card-preview.is-stale")).to_have_count(1)
        settled(page)
        seen.add(shown(page, "front"))

    assert len(seen) == 6
    expect(page.locator("[name=back]")).to_be_hidden()
    expect(page.locator("[data-view=back]")).to_be_hidden()


def test_what_does_not_fit_is_said_at_once_and_when_it_is_made(room: Room) -> None:
    page = opened(room)

    page.get_by_role("radio", name="Posters").check()
    page.locator("[name=size]").select_option("a3")

    expect(page.locator("[data-refused]")).to_contain_text("past niet op dit papier", timeout=SLOW)
    page.get_by_role("button", name="Maak de pdf").click()
    expect(page.get_by_role("alert")).to_contain_text("past niet op dit papier")
    expect(page.locator("[name=size]")).to_have_value("a3")

    page.locator("[name=paper]").select_option("a3")
    page.get_by_role("button", name="Maak de pdf").click()
    expect(page.locator(".job").first.get_by_role("link", name="Open de pdf")).to_be_visible(timeout=SLOW)


def test_badges_are_printed_from_a_pasted_list(room: Room) -> None:
    page = opened(room)
    page.get_by_role("radio", name="Naambadges").check()
    page.locator("[name=names]").fill("Noor Bakker, De Regenboog\nSam\n\nمريم")
    page.get_by_role("button", name="Maak de pdf").click()
    done = page.locator(".job").first
    expect(done.get_by_role("link", name="Inhoudslijst")).to_be_visible(timeout=SLOW)

    for name, wanted in (("Open de pdf", "De Regenboog"), ("Inhoudslijst", "Naambadges")):
        href = done.get_by_role("link", name=name).get_attribute("href")
        pdf = page.request.get(room.server.base + (href or "")).body()
        text = PdfDocument(BytesIO(pdf))[0].get_textpage().get_text_bounded()
        assert wanted in text
        assert all(each in text.replace("\r\n", " ") for each in ("Noor Bakker", "Sam", "مريم"))


def test_without_scripts_a_button_shows_what_it_will_be(room: Room) -> None:
    page = opened(room)
    cookies = page.context.cookies()
    plain = page.context.browser.new_context(java_script_enabled=False, locale="nl-NL")  # type: ignore[union-attr]
    plain.add_cookies(cookies)  # type: ignore[arg-type]
    still = plain.new_page()
    still.goto(f"{room.server.base}/workshops/1/cards")

    still.get_by_role("radio", name="Posters").check()
    still.get_by_role("button", name="Laat zien hoe het wordt").click()

    front = still.locator("[data-view=front] img")
    expect(front).to_have_attribute("src", re.compile("front.png.*kind=posters"))
    assert front.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
    plain.close()
