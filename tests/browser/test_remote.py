"""A phone as remote control, and a page that looks along."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.room import SLOW, Room
from tests.browser.test_presenter import at
from workshop.events import SlideShown

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def paired(room: Room, presenter: Page) -> Page:
    """A phone that scanned the presenter's code."""
    presenter.get_by_role("button", name="Afstandsbediening").click()
    link = presenter.locator("[data-remote-link]")
    expect(link).to_contain_text("/remote/", timeout=SLOW)
    phone = room.scanner()
    phone.goto(room.server.base + urlsplit(link.text_content() or "").path)
    phone.get_by_role("button", name="Gebruik deze telefoon als afstandsbediening").click()
    expect(phone.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
    return phone


def test_a_scanned_phone_directs_and_the_code_goes_away(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()

    remote = paired(room, presenter)

    expect(presenter.locator("[data-remote-dialog]")).to_be_hidden(timeout=SLOW)
    remote.get_by_role("button", name="Volgende").tap()
    at(presenter, "1 van 18")
    expect(projector.locator(".slide")).to_have_attribute("data-slide", "1", timeout=SLOW)
    room.record(SlideShown(12))
    room.say(12, "van de zaal")
    expect(remote.locator("#notes")).to_contain_text("Vijftien", timeout=SLOW)
    remote.locator(".moderated").get_by_role("button", name="Verberg").tap()
    expect(projector.locator(".wall .card")).to_have_count(0, timeout=SLOW)
    remote.locator("[data-undo]").tap()
    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)


def test_next_is_large_and_low_and_all_targets_fit_a_thumb(room: Room) -> None:
    remote = paired(room, room.presenter())
    room.record(SlideShown(12))
    room.say(12, "een")
    expect(remote.locator(".moderated")).to_have_count(1, timeout=SLOW)

    box = remote.locator('[data-go="1"]').bounding_box()
    small = remote.evaluate(
        """() => [...document.querySelectorAll("button")]
          .filter((button) => button.checkVisibility() && !button.closest("dialog"))
          .filter((button) => button.getBoundingClientRect().height < 43.5)
          .map((button) => button.textContent)"""
    )

    assert box is not None
    assert box["y"] > 844 / 2
    assert box["height"] >= 64
    assert box["width"] > 390 / 2
    assert remote.evaluate("document.documentElement.scrollWidth") <= 390
    assert small == []


def test_uncoupling_ends_what_a_phone_may_do_at_once(room: Room) -> None:
    presenter = room.presenter()
    remote = paired(room, presenter)
    expect(presenter.locator("[data-remote-dialog]")).to_be_hidden(timeout=SLOW)

    presenter.get_by_role("button", name="Afstandsbediening").click()
    expect(presenter.locator("[data-remotes]")).to_contain_text("1 afstandsbediening", timeout=SLOW)
    presenter.get_by_role("button", name="Alle afstandsbedieningen loskoppelen").click()

    expect(remote.locator("[data-line]")).to_contain_text("losgekoppeld", timeout=SLOW)
    expect(presenter.locator("[data-remotes]")).to_contain_text("geen afstandsbediening", timeout=SLOW)
    remote.get_by_role("button", name="Volgende").tap()
    at(presenter, "Wachtruimte")


def test_who_looks_along_sees_which_slide_is_on_and_is_turned_out_when_it_ends(room: Room) -> None:
    presenter = room.presenter()
    presenter.get_by_role("button", name="Laat iemand meekijken").click()
    link = presenter.locator("[data-preview-link]")
    expect(link).not_to_have_value("", timeout=SLOW)
    guest = room.page()
    guest.goto(room.server.base + urlsplit(link.input_value()).path)
    presenter.keyboard.press("Escape")

    presenter.keyboard.press("ArrowRight")
    on = guest.locator("[data-on]")
    expect(on).to_have_attribute("data-slide-of", "1", timeout=SLOW)
    room.record(SlideShown(12))
    room.say(12, "niet voor de gast")
    expect(on).to_have_attribute("data-slide-of", "12", timeout=SLOW)
    expect(guest.get_by_text("niet voor de gast")).to_have_count(0)

    presenter.get_by_role("button", name="Laat iemand meekijken").click()
    presenter.get_by_role("button", name="Stop met meekijken").click()
    expect(guest.locator("[data-now]")).to_have_text("Deze link werkt niet meer.", timeout=SLOW)
