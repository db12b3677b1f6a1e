"""Changing what was sent, and what becomes of words that are not taken."""

import pytest
from playwright.sync_api import expect

from tests.browser.room import SLOW, Room, answer, go_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_change_does_not_cost_the_answer_that_is_being_written(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, 12)
    answer(phone, "de eerste versie")
    field = phone.locator("textarea").first
    field.fill("half geschreven")

    phone.get_by_role("button", name="Wijzig").click()
    expect(field).to_have_value("de eerste versie")
    field.fill("de tweede versie")
    phone.get_by_role("button", name="Bewaar").click()

    expect(field).to_have_value("half geschreven")
    expect(phone.locator(".note-text")).to_have_text(["de tweede versie"])
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)


def test_a_change_that_is_not_finished_is_still_a_change_after_the_question_was_closed_and_a_reload(
    room: Room,
) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, 12)
    answer(phone, "de eerste versie")
    phone.get_by_role("button", name="Wijzig").click()
    phone.locator("textarea").first.fill("bijna de tweede")

    presenter.locator("[data-open]").click()
    expect(phone.locator("textarea")).to_have_count(0, timeout=SLOW)
    presenter.locator("[data-open]").click()
    expect(phone.locator("textarea")).to_have_count(6, timeout=SLOW)
    phone.reload()
    expect(phone.locator("textarea").first).to_have_value("bijna de tweede", timeout=SLOW)
    phone.get_by_role("button", name="Bewaar").click()

    expect(phone.locator(".note-text")).to_have_text(["bijna de tweede"], timeout=SLOW)


def test_a_change_that_is_left_keeps_the_answer_as_it_was(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, 12)
    answer(phone, "zo was het")
    phone.get_by_role("button", name="Wijzig").click()
    phone.locator("textarea").first.fill("toch maar niet")

    phone.get_by_role("button", name="Laat zoals het was").click()

    expect(phone.locator("textarea").first).to_have_value("")
    expect(phone.locator(".note-text")).to_have_text(["zo was het"])


def test_words_that_come_too_late_stay_on_the_phone_with_the_reason_and_can_be_sent_again(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, 12)
    expect(phone.locator("textarea")).to_have_count(6, timeout=SLOW)
    phone.context.set_offline(True)
    answer(phone, "net te laat")
    phone.locator("textarea").first.fill("en nog iets")
    presenter.locator("[data-open]").click()
    expect(presenter.locator("[data-open]")).to_have_text("Open voor antwoorden", timeout=SLOW)

    phone.context.set_offline(False)
    refused = phone.locator('.note-state[data-state="refused"]')
    expect(refused).to_have_text("✗ niet verstuurd: Deze vraag is gesloten.", timeout=SLOW)
    phone.reload()
    expect(refused).to_have_count(1, timeout=SLOW)
    presenter.locator("[data-open]").click()
    phone.get_by_role("button", name="Verstuur opnieuw").click()

    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    expect(refused).to_have_count(0)
    expect(phone.locator("textarea").first).to_have_value("en nog iets")


def test_a_phone_that_keeps_neither_cookies_nor_storage_is_the_same_after_a_reload(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, 12)
    answer(phone, "van mij")
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)

    phone.context.clear_cookies()
    phone.evaluate("localStorage.clear()")
    phone.reload()

    expect(phone.locator(".note-text")).to_have_text(["van mij"], timeout=SLOW)
