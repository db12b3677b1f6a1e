"""The phone's screen stays on while a question is open, and the hand feels what was sent."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, answer, go_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOTED = """
window.held = 0;
window.ticks = [];
navigator.vibrate = (time) => window.ticks.push(time);
Object.defineProperty(navigator, "wakeLock", { value: { request: async () => {
  window.held += 1;
  const lock = new EventTarget();
  lock.release = async () => {
    window.held -= 1;
    lock.dispatchEvent(new Event("release"));
  };
  return lock;
} } });
"""
"""A phone that notes how many locks it gave, and what it did with the hand."""
HIDE = """(hidden) => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def noting(phone: Page) -> Page:
    phone.add_init_script(NOTED)
    phone.reload()
    return phone


def expect_held(phone: Page, count: int) -> None:
    phone.wait_for_function("(count) => window.held === count", arg=count, timeout=SLOW)


def test_the_screen_stays_on_while_the_question_is_open_and_the_page_is_seen(room: Room) -> None:
    presenter, phone = room.presenter(), noting(room.phone())
    expect_held(phone, 0)

    go_to(presenter, 12)
    expect_held(phone, 1)
    phone.evaluate(HIDE, True)
    expect_held(phone, 0)
    phone.evaluate(HIDE, False)
    expect_held(phone, 1)
    presenter.locator("[data-open]").click()
    expect_held(phone, 0)


def test_the_hand_feels_once_that_something_was_sent(room: Room) -> None:
    presenter, phone = room.presenter(), noting(room.phone())
    go_to(presenter, 12)

    answer(phone, "voelbaar")

    expect(phone.locator(".note")).to_have_count(1, timeout=SLOW)
    assert phone.evaluate("window.ticks") == [10]


def test_who_asked_for_a_still_screen_feels_nothing(room: Room, browser: Browser) -> None:
    presenter, phone = room.presenter(), room.phone()
    phone.emulate_media(reduced_motion="reduce")
    noting(phone)
    go_to(presenter, 12)

    answer(phone, "stil")

    expect(phone.locator(".note")).to_have_count(1, timeout=SLOW)
    assert phone.evaluate("window.ticks") == []
