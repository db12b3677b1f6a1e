"""A card goes from a phone in the workshop to a friend, who looks, writes one in turn, and erases it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, room_with
from tests.browser.test_accessibility import THEMES, faults
from workshop.events import SlideShown
from workshop.friends import visit
from workshop.friends.message import FriendMessage, of_workshop

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLIDES = "# Een kaart\n\n::: friend\nSchrijf iets liefs.\n:::\n"
PICTURES = os.environ.get("WORKSHOP_PICTURES", "")
"""A folder in which to keep pictures of the pages, for whoever wants to look at them."""
A_PERSONS = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36"
"""What a phone says of itself: the tests' browser says that it is a program, and is not counted."""
SHARES = """
    window.shared = [];
    navigator.share = async ({ files, ...what }) => {
      window.shared.push(files ? { files: files.map((file) => file.name) } : what);
    };
    navigator.canShare = () => true;
"""


TOLD = "() => performance.getEntriesByType('resource').some((each) => each.name.endsWith('/visit'))"


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_with(browser, tmp_path, SLIDES, SlideShown(1), WORKSHOP_SMTP_URL="smtp://127.0.0.1:9") as room:
        yield room


@pytest.fixture
def friend(browser: Browser, room: Room) -> Iterator[Page]:
    """The friend's own phone, which was never in the workshop."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="nl-NL", user_agent=A_PERSONS, is_mobile=True
    )
    page = context.new_page()
    page.set_default_timeout(SLOW)
    page.on("pageerror", lambda error: room.complaints.append(str(error)))
    yield page
    context.close()


def write(phone: Page, button: str = "Maak mijn kaart", **fields: str) -> None:
    words = {"friend_name": "Sanne", "message": "Dit is iets voor jou.", "sender_name": "Karin", **fields}
    for name, text in words.items():
        phone.fill(f"#{name}", text)
    phone.get_by_role("button", name=button).click()


def cards(room: Room) -> list[FriendMessage]:
    with room.server.database.read() as session:
        return of_workshop(session, 1)


def visits(room: Room) -> int:
    with room.server.database.read() as session:
        return visit.count(session, 1)


def here(room: Room, link: str) -> str:
    """The link for this machine: a test's server listens to nobody else."""
    return f"{room.server.base}/f/{link.rpartition('/')[2]}"


def keep(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def test_from_the_phone_in_the_workshop_to_a_friend_and_on_to_the_next(room: Room, friend: Page) -> None:
    phone = room.phone()
    write(phone)
    expect(phone.locator("[data-done]")).to_be_visible(timeout=SLOW)
    keep(phone, "phone-done")
    phone.get_by_role("button", name="Verstuur deze kaart").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Sanne")
    expect(phone.locator(".card-picture")).to_have_js_property("complete", value=True)
    keep(phone, "sender")
    link = phone.locator("#link").input_value()

    friend.goto(here(room, link))
    expect(friend.get_by_text("Dit is iets voor jou.")).to_be_visible()
    keep(friend, "friend")
    friend.wait_for_function(TOLD)
    assert visits(room) == 1
    friend.get_by_role("link", name="Schrijf zelf ook een kaart").click()
    keep(friend, "write")
    write(friend, friend_name="Bo", sender_name="Sanne", message="En voor jou ook.")

    expect(friend.get_by_role("heading", level=1)).to_contain_text("Bo")
    assert [each.friend_name for each in cards(room)] == ["Sanne", "Bo"]
    assert friend.locator("#link").input_value() != link
    friend.goto(f"{here(room, link)}#own")
    friend.wait_for_function("() => !location.hash")


def test_one_phone_writes_several_cards_and_is_led_to_each(room: Room) -> None:
    phone = room.phone()
    write(phone)
    phone.get_by_role("button", name="Schrijf nog een kaart").click()
    write(phone, friend_name="Bo", message="En jij ook.")
    expect(phone.locator("[data-done]")).to_contain_text("Bo", timeout=SLOW)

    phone.get_by_role("button", name="Verstuur deze kaart").click()

    expect(phone.get_by_role("heading", level=1)).to_contain_text("Bo")
    assert phone.locator("#link").input_value().endswith(cards(room)[1].token)


def test_a_friend_erases_the_card_without_a_script(browser: Browser, room: Room) -> None:
    phone = room.phone()
    write(phone)
    expect(phone.locator("[data-done]")).to_be_visible(timeout=SLOW)
    (card,) = cards(room)
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()

    page.goto(f"{room.server.base}/f/{card.token}")
    page.get_by_text("Nee bedankt, wis dit").click()
    page.get_by_role("button", name="Ja, wis het").click()

    expect(page.get_by_role("heading", name="Deze kaart is gewist.")).to_be_visible()
    keep(page, "erased")
    assert cards(room) == []
    context.close()


def test_the_phone_sends_the_link_and_the_picture_with_what_it_has_for_that(room: Room, friend: Page) -> None:
    phone = room.phone()
    write(phone)
    expect(phone.locator("[data-done]")).to_be_visible(timeout=SLOW)
    phone.evaluate(SHARES)
    phone.add_init_script(SHARES)
    phone.get_by_role("button", name="Verstuur deze kaart").click()
    link = phone.locator("#link").input_value()

    phone.get_by_role("button", name="Verstuur de link").click()
    phone.get_by_role("button", name="Verstuur het plaatje").click()
    keep(phone, "sender-shares")

    assert phone.evaluate("window.shared") == [
        {"title": "Een kaart voor jou", "url": link},
        {"files": ["kaart.png"]},
    ]


def test_a_phone_that_cannot_share_copies_the_link(room: Room) -> None:
    phone = room.phone()
    write(phone)
    expect(phone.locator("[data-done]")).to_be_visible(timeout=SLOW)
    phone.add_init_script("delete Navigator.prototype.share")
    phone.get_by_role("button", name="Verstuur deze kaart").click()
    expect(phone.locator("[data-share]")).to_be_hidden()

    phone.get_by_role("button", name="Kopieer de link").click()

    expect(phone.locator("[data-copy]")).to_have_text("✓ Gekopieerd")


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_wrong_with_the_pages_of_a_card(room: Room, friend: Page, theme: str) -> None:
    phone, presenter = room.phone(), room.presenter(1920, 1080)
    write(phone)
    expect(phone.locator("[data-done]")).to_be_visible(timeout=SLOW)
    for page in (phone, friend, presenter):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    found = faults(phone, "done")
    phone.get_by_role("button", name="Verstuur deze kaart").click()
    expect(phone.locator("#link")).to_be_visible()
    found += faults(phone, "sender")
    (card,) = cards(room)

    for path in ("", "/write"):
        friend.goto(f"{room.server.base}/f/{card.token}{path}")
        found += faults(friend, path or "card")
        keep(friend, f"friend{path.replace('/', '-')}-{theme}")
    write(friend, message="")
    expect(friend.locator("#message-error")).to_be_visible()
    found += faults(friend, "refused")
    keep(friend, f"refused-{theme}")
    write(friend)
    presenter.goto(f"{room.server.base}/workshops/1/chain")
    found += faults(presenter, "chain")
    keep(presenter, f"chain-{theme}")
    presenter.set_viewport_size({"width": 390, "height": 844})
    found += faults(presenter, "chain on a phone")
    keep(presenter, f"chain-phone-{theme}")
    friend.goto(f"{room.server.base}/f/{card.token}")
    friend.get_by_text("Nee bedankt, wis dit").click()
    found += faults(friend, "asked")
    friend.get_by_role("button", name="Ja, wis het").click()
    expect(friend.get_by_role("heading", name="Deze kaart is gewist.")).to_be_visible()
    found += faults(friend, "erased")

    assert found == []
