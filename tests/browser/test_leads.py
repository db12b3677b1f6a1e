"""A lead from the phone to the desk: the declared form, answers that go along, the copy, and withdrawing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, answer, room_with
from workshop.events import SlideShown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLIDES = """# Wat neem je mee?

::: open {answers=3}
:::

---

# Meer weten?

::: lead {to="info@example.org"}
- Je naam {kind=name required=true}
- E-mail {kind=email}
- Soort school {kind=choice options="Basisschool; Middelbare school" required=true}
- De nieuwsbrief, vier keer per jaar {kind=agree purpose=nieuwsbrief}

Wij bewaren dit om contact op te nemen.
:::
"""


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_with(browser, tmp_path, SLIDES, SlideShown(1)) as room:
        yield room


def test_a_lead_goes_from_the_phone_to_the_desk_and_can_be_taken_back(room: Room) -> None:
    phone = room.phone()
    answer(phone, "Rust in de klas")
    answer(phone, "Dit blijft anoniem")
    expect(phone.locator('.note [data-state="saved"]')).to_have_count(2, timeout=SLOW)
    room.record(SlideShown(2))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Meer weten?", timeout=SLOW)

    _fill_in(phone)
    copy = phone.get_by_role("link", name="Bekijk wat je invulde")
    expect(copy).to_be_visible(timeout=SLOW)
    phone.reload()
    expect(copy).to_be_visible(timeout=SLOW)
    copy.click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Jouw gegevens", timeout=SLOW)
    expect(phone.locator(".copy")).to_contain_text("Middelbare school")
    expect(phone.locator(".copy")).to_contain_text("Rust in de klas")
    expect(phone.locator(".copy")).not_to_contain_text("anoniem")
    desk = _desk(room)
    expect(desk.locator(".panel")).to_contain_text("Wat neem je mee?")
    expect(desk.locator(".consents li")).to_have_count(2)
    phone.get_by_role("button", name="Intrekken").first.click()
    expect(phone.locator(".agreed")).to_contain_text("ingetrokken op", timeout=SLOW)
    desk.reload()
    expect(desk.get_by_text("neem geen contact meer op")).to_be_visible()


def test_the_desk_goes_by_keyboard(room: Room) -> None:
    phone = room.phone()
    room.record(SlideShown(2))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Meer weten?", timeout=SLOW)
    _fill_in(phone, along=False)
    desk = _desk(room)

    desk.keyboard.press("a")
    desk.keyboard.type("Bellen")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("status")).to_have_text("Opgeslagen.", timeout=SLOW)
    desk.wait_for_load_state("load")  # before its script has run, no key means anything
    desk.keyboard.press("n")
    desk.keyboard.type("Gebeld")
    desk.get_by_role("button", name="Notitie toevoegen").click()
    expect(desk.locator(".time-line .noted")).to_contain_text("Gebeld", timeout=SLOW)
    desk.wait_for_load_state("load")
    desk.keyboard.press("Escape")
    expect(desk.locator(".panel")).to_have_count(0, timeout=SLOW)
    desk.wait_for_load_state("load")
    desk.keyboard.press("/")
    desk.keyboard.type("nergens")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("Zo’n aanmelding is er niet.")).to_be_visible(timeout=SLOW)


def test_on_the_board_a_lead_is_dragged_to_another_status_or_moved_by_its_choice(room: Room) -> None:
    phone = room.phone()
    room.record(SlideShown(2))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Meer weten?", timeout=SLOW)
    _fill_in(phone, along=False)
    desk = room.presenter()
    desk.goto(f"{room.server.base}/leads/board")
    columns = desk.locator(".column")
    expect(columns.nth(0).locator(".paper")).to_contain_text("Els de Vries")

    desk.locator(".paper").drag_to(columns.nth(2), source_position={"x": 12, "y": 12})

    expect(columns.nth(2).locator(".paper")).to_contain_text("Els de Vries", timeout=SLOW)
    expect(columns.nth(0).locator(".paper")).to_have_count(0)
    desk.wait_for_load_state("load")
    expect(desk.get_by_role("button", name="Verplaats")).to_have_count(0)
    desk.get_by_label("Status").select_option(index=1)
    desk.get_by_role("button", name="Verplaats").click()
    expect(columns.nth(1).locator(".paper")).to_contain_text("Els de Vries", timeout=SLOW)


def _fill_in(phone: Page, *, along: bool = True) -> None:
    phone.fill("#leader_name", "Els de Vries")
    phone.fill("#email", "els@regenboog.example.org")
    phone.get_by_label("Soort school").select_option("Middelbare school")
    if along:
        phone.get_by_text("Mijn antwoorden meesturen").click()
        expect(phone.locator(".along li")).to_have_count(2, timeout=SLOW)
        phone.get_by_label("Rust in de klas").check()
    phone.get_by_label("De nieuwsbrief").check()
    phone.get_by_label("Wij bewaren dit").check()
    phone.get_by_role("button", name="Verstuur mijn gegevens").click()
    expect(phone.locator("[data-done]")).to_be_visible(timeout=SLOW)


def _desk(room: Room) -> Page:
    desk = room.presenter()
    desk.goto(f"{room.server.base}/leads")
    desk.locator(".leads h2 a").first.click()
    desk.wait_for_url(re.compile(r"/leads/\d+"))
    return desk
