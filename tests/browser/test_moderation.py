"""What the presenter lets the room see."""

import pytest
from playwright.sync_api import expect

from tests.browser.room import SLOW, Room, answer, cards, go_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_answers_that_are_read_first_come_on_the_wall_when_the_presenter_shows_them(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, 12)
    presenter.get_by_role("button", name="Eerst lezen, dan tonen").click()
    expect(presenter.locator("[data-moderate]")).to_have_attribute("aria-pressed", "true", timeout=SLOW)

    answer(phone, "mag dit op de muur")
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    waiting = presenter.locator(".waiting-answer", has_text="mag dit op de muur")
    expect(waiting).to_be_visible(timeout=SLOW)
    assert cards(projector) == []
    waiting.get_by_role("button", name="Toon", exact=True).click()

    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)
    expect(presenter.locator(".waiting-answer")).to_have_count(0)


def test_a_pinned_answer_stands_in_front_and_a_large_one_alone(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, 12)
    for text in ("de eerste", "de tweede"):
        answer(phone, text)
        expect(projector.locator(".wall .card", has_text=text)).to_be_visible(timeout=SLOW)
    first = presenter.locator(".moderated", has_text="de eerste")

    first.get_by_role("button", name="Vooraan").click()
    expect(projector.locator(".wall .card p").first).to_have_text("de eerste", timeout=SLOW)
    first.get_by_role("button", name="Groot").click()
    expect(projector.locator("[data-enlarged]")).to_have_text("de eerste", timeout=SLOW)
    expect(projector.locator("[data-enlarged]")).to_be_visible()
    projector.reload()
    expect(projector.locator("[data-enlarged]")).to_be_visible(timeout=SLOW)
    first.get_by_role("button", name="Groot").click()
    expect(projector.locator("[data-enlarged]")).to_be_hidden(timeout=SLOW)


def test_what_a_muted_phone_sends_is_seen_by_the_presenter_alone(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, 12)
    answer(phone, "flauw")
    presenter.locator(".moderated", has_text="flauw").get_by_role("button", name="Demp afzender").click()
    pressed = presenter.locator('[data-do="mute"][aria-pressed="true"]')
    expect(pressed).to_have_count(1, timeout=SLOW)

    answer(phone, "nog flauwer")

    expect(presenter.locator(".hidden-answer", has_text="nog flauwer")).to_be_visible(timeout=SLOW)
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    assert cards(projector) == ["flauw"]


def test_a_slides_time_runs_on_every_screen_also_where_a_clock_is_off_by_a_day(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    phone.clock.set_system_time("2020-01-01")
    go_to(presenter, 12)

    presenter.get_by_role("button", name="2 min").click()

    for page in (presenter, projector, phone):
        expect(page.locator("[data-countdown]")).to_contain_text("1:5", timeout=SLOW)
    presenter.get_by_role("button", name="stop").click()
    for page in (presenter, projector, phone):
        expect(page.locator("[data-countdown]")).to_be_hidden(timeout=SLOW)
