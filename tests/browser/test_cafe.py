"""A world café: tables are chosen, rounds move on, and people see what the table before them wrote."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, room_with
from workshop.events import SeatTaken, SlideShown
from workshop.journal import read_since

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECK = """# Wereldcafé

::: cafe {minutes=5}
- Hoe werven we?
- Hoe begeleiden we?
:::

---

# Eén pen

::: cafe {writes=one}
- Hoe werven we?
- Hoe begeleiden we?
:::

---

# Oogst

::: harvest {from="Wereldcafé"}
:::
"""


NOTE_HIDING = """part => {
  let wasShown = false;
  new MutationObserver(() => {
    wasShown ||= !part.hidden;
    if (wasShown && part.hidden) part.dataset.went = "yes";
  }).observe(part, { attributeFilter: ["hidden"] });
}"""
"""Notes on a part whether it was hidden after it was shown: its keyboard would go too."""


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_with(browser, tmp_path, DECK, SlideShown(1)) as room:
        yield room


def sit(phone: Page, table: int) -> None:
    phone.locator(f'[data-table="{table - 1}"]').click()


def write(phone: Page, text: str) -> None:
    phone.locator("textarea").fill(text)
    phone.get_by_role("button", name="Verstuur").click()
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)


def begin_round(presenter: Page, number: int) -> None:
    presenter.get_by_role("button", name=f"Begin ronde {number} van 2").click()


def test_the_second_round_finds_what_the_first_wrote_and_the_harvest_shows_all_tables(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    first, second = room.phone(), room.phone()
    sit(first, 1)
    sit(second, 2)
    expect(first.locator("[data-where]")).to_have_text("tafel 1")
    expect(first.locator("[data-before]")).to_be_visible()
    expect(projector.locator(".spot-count").first).to_have_text("één persoon", timeout=SLOW)

    begin_round(presenter, 1)
    expect(first.locator("[data-where]")).to_have_text("ronde 1 van 2 · tafel 1", timeout=SLOW)
    expect(projector.locator("#stage .countdown")).to_contain_text("4:", timeout=SLOW)
    write(first, "via ouders")
    write(second, "met koffie")
    expect(first.locator(".said-text")).to_have_count(0)
    begin_round(presenter, 2)

    expect(first.locator("[data-where]")).to_have_text("ronde 2 van 2 · tafel 2", timeout=SLOW)
    expect(first.locator("[data-asked]")).to_have_text("Hoe begeleiden we?")
    expect(first.locator(".said-text")).to_have_text(["met koffie"], timeout=SLOW)
    expect(first.locator(".said-round")).to_have_text(["ronde 1"])
    expect(first.locator(".note")).to_have_count(0)
    room.record(SlideShown(3))
    expect(projector.locator(".sheaf h2")).to_have_text(
        ["Hoe werven we?", "Hoe begeleiden we?"], timeout=SLOW
    )
    expect(projector.locator(".sheaf .card")).to_have_text(["via ouders", "met koffie"])


def test_a_reload_keeps_the_seat_and_the_draft_of_each_table(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    sit(phone, 2)
    begin_round(presenter, 1)
    phone.locator("textarea").fill("nog niet af")

    phone.reload()

    expect(phone.locator("[data-where]")).to_have_text("ronde 1 van 2 · tafel 2", timeout=SLOW)
    expect(phone.locator("textarea")).to_have_value("nog niet af")
    begin_round(presenter, 2)
    expect(phone.locator("[data-where]")).to_have_text("ronde 2 van 2 · tafel 1", timeout=SLOW)
    expect(phone.locator("textarea")).to_have_value("")


def wait_until_seated(room: Room, phone: Page) -> None:
    """Until the server knows of a seat: a phone shows its own at once."""
    for _try in range(SLOW // 100):
        with room.server.database.engine.connect() as connection:
            events = [recorded.event for recorded in read_since(connection, 1, 0)]
        if any(isinstance(event, SeatTaken) for event in events):
            return
        phone.wait_for_timeout(100)
    raise AssertionError("nobody sits")


def test_the_server_finds_a_table_and_one_can_go_to_another(room: Room) -> None:
    first, second = room.phone(), room.phone()
    sit(first, 1)
    expect(first.locator("[data-where]")).to_have_text("tafel 1")
    wait_until_seated(room, first)

    second.get_by_role("button", name="Zoek een tafel voor me").click()

    expect(second.locator("[data-where]")).to_have_text("tafel 2", timeout=SLOW)
    second.get_by_role("button", name="Ik zit aan een andere tafel").click()
    sit(second, 1)
    expect(second.locator("[data-where]")).to_have_text("tafel 1")
    second.reload()
    expect(second.locator("[data-where]")).to_have_text("tafel 1", timeout=SLOW)


def test_where_one_writes_the_pen_goes_round(room: Room) -> None:
    room.record(SlideShown(2))
    presenter, first, second = room.presenter(), room.phone(), room.phone()
    sit(first, 1)
    sit(second, 1)
    begin_round(presenter, 1)
    expect(first.locator("[data-pen-text]")).to_have_text(
        "Eén van jullie schrijft voor de tafel.", timeout=SLOW
    )

    writing = first.locator("[data-writing]")
    writing.evaluate(NOTE_HIDING)
    first.get_by_role("button", name="Ik schrijf nu").click()
    expect(first.locator("textarea")).to_be_focused()
    expect(second.locator("[data-pen-text]")).to_have_text("Iemand aan je tafel schrijft.", timeout=SLOW)
    write(first, "namens ons allen")

    assert writing.get_attribute("data-went") is None, "the field went while the table was told"
    expect(second.locator(".said-text")).to_have_text(["namens ons allen"], timeout=SLOW)
    expect(second.locator("textarea")).to_be_hidden()
    second.get_by_role("button", name="Ik schrijf nu").click()
    expect(second.locator("textarea")).to_be_visible()
    expect(first.locator("textarea")).to_be_hidden(timeout=SLOW)
