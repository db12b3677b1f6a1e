"""Options put in order and points divided on a phone, and what the room sees of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.room import SLOW, Room, serving
from tests.server import Server
from workshop.events import QuestionClosed, QuestionOpened, SlideShown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

RANKING, TOP, POINTS = 1, 2, 3
DECK = """---
title: Afwegen
language: nl
---

# Wat eerst?

::: ranking
- Tijd
- Geld
- Vertrouwen
:::

---

# Jouw top 2?

::: ranking {top=2}
- Tijd
- Geld
- Vertrouwen
- Een directeur die de deur openzet en er zelf ook doorheen durft te gaan, elke dag
:::

---

# Verdeel de punten

::: points {total=20 step=5}
- Tijd
- Geld
- Een directeur die de deur openzet en er zelf ook doorheen durft te gaan, elke dag
:::
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server whose workshop shows DECK."""
    with serving(tmp_path, DECK) as server:
        yield server


@pytest.fixture
def room(browser: Browser, server: Server) -> Iterator[Room]:
    room = Room(browser, server)
    yield room
    room.close()
    assert not room.complaints


def phone_on(room: Room, slide: int, width: int = 390) -> Page:
    room.record(SlideShown(slide))
    phone = room.phone(width)
    expect(phone.locator("form[data-kind]")).to_be_visible(timeout=SLOW)
    return phone


def tap(phone: Page, *options: str) -> None:
    for option in options:
        phone.locator(".rank-option", has_text=option).click()


def order(phone: Page) -> list[str]:
    """The options on the phone from above, those with a place with it."""
    return [" ".join(text.split()) for text in phone.locator(".rank-option").all_inner_texts()]


def send_button(phone: Page) -> Locator:
    return phone.locator(".send-button")


def saved(phone: Page) -> None:
    expect(phone.locator(".note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)


def wall(page: Page) -> list[str]:
    """The lines of the result."""
    return [" ".join(text.split()) for text in page.locator(".weighed li").all_inner_texts()]


def test_an_order_is_tapped_sent_reloaded_changed_and_seen_when_the_presenter_shows_it(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    phone = phone_on(room, RANKING)
    tap(phone, "Geld", "Vertrouwen")
    expect(send_button(phone)).to_be_disabled()
    tap(phone, "Tijd")
    assert order(phone) == ["1 Geld", "2 Vertrouwen", "3 Tijd"]
    send_button(phone).click()
    saved(phone)
    expect(send_button(phone)).to_be_disabled()

    phone.reload()
    saved(phone)
    assert order(phone) == ["1 Geld", "2 Vertrouwen", "3 Tijd"]
    phone.get_by_role("button", name="Omhoog: Tijd").click()
    assert order(phone) == ["1 Geld", "2 Tijd", "3 Vertrouwen"]
    expect(phone.locator(".note-state")).to_have_text("")
    phone.get_by_role("button", name="Bewaar").click()
    saved(phone)

    expect(projector.locator("[data-answers-word]")).to_have_text("1 antwoord", timeout=SLOW)
    assert wall(projector) == ["Tijd", "Geld", "Vertrouwen"]
    presenter.locator("[data-reveal]").click()
    expect(projector.locator(".weighed-place").first).to_have_text("1", timeout=SLOW)
    assert wall(projector) == ["1 Geld 1,0 1", "2 Tijd 2,0 0", "3 Vertrouwen 3,0 0"]


def test_an_order_that_is_not_finished_is_there_after_a_reload(room: Room) -> None:
    phone = phone_on(room, RANKING)
    tap(phone, "Vertrouwen", "Tijd")

    phone.reload()

    expect(phone.locator(".rank-place").first).to_have_text("1", timeout=SLOW)
    assert order(phone) == ["1 Vertrouwen", "2 Tijd", "Geld"]
    expect(phone.locator(".send > span")).to_have_text("nog 1")


def test_a_second_tap_frees_the_place_and_a_full_top_says_so(room: Room) -> None:
    phone = phone_on(room, TOP)
    said = phone.locator(".rank-said")
    tap(phone, "Geld", "Vertrouwen")
    expect(said).to_have_text("Vertrouwen: plek 2")

    # It says that it is disabled, for which Playwright would wait; a thumb does not.
    phone.locator(".rank-option", has_text="Tijd").click(force=True)
    expect(said).to_have_text("Alle 2 plekken zijn bezet: tik er een aan om die vrij te maken.")
    expect(phone.locator(".send > span")).to_have_text(re.compile("Alle 2 plekken"))
    tap(phone, "Geld")
    expect(said).to_have_text("Geld: geen plek meer")
    tap(phone, "Tijd")

    assert order(phone)[:2] == ["1 Vertrouwen", "2 Tijd"]
    expect(send_button(phone)).to_be_enabled()


def test_an_order_can_be_made_with_the_keyboard_alone_and_the_focus_goes_along(room: Room) -> None:
    phone = phone_on(room, RANKING)
    phone.locator(".rank-option", has_text="Vertrouwen").focus()
    phone.keyboard.press("Enter")
    expect(phone.locator(":focus")).to_contain_text("Vertrouwen")
    assert order(phone)[0] == "1 Vertrouwen"

    tap(phone, "Geld")
    phone.get_by_role("button", name="Omlaag: Vertrouwen").focus()
    phone.keyboard.press("Space")

    expect(phone.locator(":focus")).to_have_attribute("aria-label", "Omlaag: Vertrouwen")
    assert order(phone) == ["1 Geld", "2 Vertrouwen", "Tijd"]
    phone.keyboard.press("Space")
    assert order(phone) == ["1 Geld", "2 Vertrouwen", "Tijd"], "the last with a place goes no further"


def test_an_order_that_came_too_late_is_still_on_the_phone(room: Room) -> None:
    phone = phone_on(room, RANKING)
    tap(phone, "Geld", "Tijd", "Vertrouwen")
    phone.context.set_offline(True)
    send_button(phone).click()
    room.record(QuestionClosed(RANKING))

    phone.context.set_offline(False)
    expect(phone.locator(".calm")).to_have_text("Deze vraag is gesloten.", timeout=2 * SLOW)
    expect(phone.locator(".error")).to_have_text("Deze vraag is gesloten.", timeout=SLOW)
    expect(phone.locator(".note-state")).to_have_text("✗ niet verstuurd")
    assert order(phone) == ["1 Geld", "2 Tijd", "3 Vertrouwen"]
    expect(phone.locator(".rank-option").first).to_be_disabled()
    expect(phone.locator(".rank-moves").first).to_be_hidden()

    room.record(QuestionOpened(RANKING))
    expect(send_button(phone)).to_be_enabled(timeout=SLOW)
    send_button(phone).click()
    saved(phone)


def test_points_are_divided_sent_reloaded_changed_and_seen_when_the_presenter_shows_them(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    phone = phone_on(room, POINTS)
    left = phone.locator(".send > span")
    expect(left).to_have_text("nog 20")
    phone.get_by_role("button", name="Meer: Tijd").click()
    phone.get_by_label("Geld", exact=True).fill("13")
    expect(left).to_have_text("nog 2")
    expect(send_button(phone)).to_be_disabled()
    phone.get_by_role("button", name="Meer: Tijd").click()
    expect(phone.get_by_label("Tijd", exact=True)).to_have_value("7")
    send_button(phone).click()
    saved(phone)

    phone.reload()
    saved(phone)
    expect(phone.get_by_label("Geld", exact=True)).to_have_value("13")
    phone.get_by_role("button", name="Minder: Geld").click()
    phone.get_by_role("button", name="Meer: Een directeur").click()
    phone.get_by_role("button", name="Bewaar").click()
    saved(phone)

    expect(projector.locator("[data-answers-word]")).to_have_text("1 antwoord", timeout=SLOW)
    assert wall(projector)[:2] == ["Tijd", "Geld"]
    presenter.locator("[data-reveal]").click()
    expect(projector.locator(".weighed-figure").first).to_have_text("7,0", timeout=SLOW)
    assert wall(projector)[1] == "Geld 8,0"
    expect(projector.locator(".weighed .highlight")).to_have_count(1)


def test_too_many_points_cannot_be_sent_and_letters_are_none(room: Room) -> None:
    phone = phone_on(room, POINTS)
    field = phone.get_by_label("Geld", exact=True)

    field.fill("25")
    expect(phone.locator(".send > span")).to_have_text("5 te veel")
    expect(send_button(phone)).to_be_disabled()
    field.fill("")
    field.press_sequentially("1,5 punt")
    expect(field).to_have_value(re.compile(r"^\d+$"))
    field.fill("")
    phone.get_by_label("Tijd", exact=True).focus()

    expect(field).to_have_value("0")
    expect(phone.locator(".send > span")).to_have_text("nog 20")


@pytest.mark.parametrize("slide", [TOP, POINTS])
def test_on_a_narrow_phone_everything_to_press_is_large_enough_and_nothing_sticks_out(
    room: Room, slide: int
) -> None:
    phone = phone_on(room, slide, 320)
    if slide == TOP:
        tap(phone, "Een directeur", "Geld")

    for box in [each.bounding_box() for each in phone.locator("form :is(button, input):visible").all()]:
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    assert phone.evaluate("document.documentElement.scrollWidth") == 320
