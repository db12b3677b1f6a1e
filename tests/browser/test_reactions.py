"""Reactions in a room: a press on the phone rises on the wall and is counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.room import SLOW, Room, serving
from tests.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECK = """---
title: Reageren
language: nl
reactions: "👏 ❤️ 💡"
---

# Een verhaal

Er was eens een school.

---

# Nog een verhaal

::: reactions {signs="🤔"}
:::
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server whose workshop shows DECK."""
    with serving(tmp_path, DECK) as server:
        yield server


def go_on(presenter: Page, slide: int) -> None:
    presenter.locator('[data-go="1"]').click()
    expect(presenter.locator("[data-place]")).to_have_text(f"{slide} van 2", timeout=SLOW)


def watch_rising(projector: Page) -> None:
    """Counts what rises, however short it is there."""
    projector.evaluate(
        """() => {
          window.risen = 0;
          new MutationObserver((changes) => {
            for (const change of changes) window.risen += change.addedNodes.length;
          }).observe(document.querySelector("[data-rising]"), { childList: true });
        }"""
    )


def test_a_press_rises_on_the_wall_and_is_counted_beside_it(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_on(presenter, 1)
    expect(projector.locator("#stage h1")).to_have_text("Een verhaal", timeout=SLOW)
    watch_rising(projector)

    phone.get_by_role("button", name="applaus").click()
    phone.get_by_role("button", name="applaus").click()
    phone.get_by_role("button", name="hart").click()

    for page in (projector, presenter):
        expect(page.locator("[data-reaction-counts] span")).to_have_text(["👏 2", "❤️ 1"], timeout=SLOW)
    projector.wait_for_function("() => window.risen === 3")
    expect(projector.locator(".rising-sign")).to_have_count(0, timeout=SLOW)


def test_each_slide_has_its_own_signs_and_counts(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    expect(phone.locator("[data-sign]")).to_have_count(0)
    go_on(presenter, 1)
    expect(phone.locator("[data-sign]")).to_have_count(3, timeout=SLOW)
    phone.locator("[data-sign]").first.click()
    expect(projector.locator("[data-reaction-counts] span")).to_have_count(1, timeout=SLOW)

    go_on(presenter, 2)

    expect(phone.locator("[data-sign]")).to_have_count(1, timeout=SLOW)
    expect(projector.locator("[data-reaction-counts] span")).to_have_count(0, timeout=SLOW)


def test_with_reduced_motion_nothing_rises_and_all_is_counted(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    projector.emulate_media(reduced_motion="reduce")
    go_on(presenter, 1)
    expect(projector.locator("#stage h1")).to_have_text("Een verhaal", timeout=SLOW)
    watch_rising(projector)

    phone.locator("[data-sign]").first.click()

    expect(projector.locator("[data-reaction-counts] span")).to_have_text(["👏 1"], timeout=SLOW)
    assert projector.evaluate("() => window.risen") == 0


def test_who_presses_on_and_on_waits_a_moment_and_nothing_is_refused(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_on(presenter, 1)
    expect(phone.locator("[data-sign]")).to_have_count(3, timeout=SLOW)

    phone.evaluate("() => { for (let n = 0; n < 40; n += 1) document.querySelector('[data-sign]').click(); }")

    expect(phone.locator("[data-sign]").first).to_have_attribute("aria-disabled", "true")
    expect(projector.locator("[data-reaction-counts] span")).to_have_text(["👏 5"], timeout=SLOW)
    expect(phone.locator("[data-sign]").first).to_have_attribute("aria-disabled", "false", timeout=SLOW)
    phone.locator("[data-sign]").first.click()
    expect(projector.locator("[data-reaction-counts] span")).to_have_text(["👏 6"], timeout=SLOW)


def test_the_buttons_are_as_wide_as_a_thumb_and_hide_nothing(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone(320, 568)
    go_on(presenter, 1)
    expect(phone.locator("[data-sign]")).to_have_count(3, timeout=SLOW)

    for box in (phone.locator("[data-sign]").nth(n).bounding_box() for n in range(3)):
        assert box
        assert min(box["width"], box["height"]) >= 44
    bar = phone.locator("[data-reactions]").bounding_box()
    phone.evaluate("() => scrollTo(0, document.body.scrollHeight)")
    words = phone.locator(".prose").bounding_box()
    assert bar
    assert words
    assert words["y"] + words["height"] <= bar["y"]


def test_a_press_without_a_connection_is_not_kept_for_later(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_on(presenter, 1)
    expect(phone.locator("[data-sign]")).to_have_count(3, timeout=SLOW)
    phone.context.set_offline(True)
    expect(phone.locator("[data-trouble]")).to_be_visible(timeout=SLOW)

    phone.locator("[data-sign]").nth(2).evaluate("button => button.click()")
    phone.context.set_offline(False)
    expect(phone.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
    phone.locator("[data-sign]").first.click()

    expect(projector.locator("[data-reaction-counts] span")).to_have_text(["👏 1"], timeout=SLOW)
