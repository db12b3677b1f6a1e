"""A number typed and a place tapped on a phone, and what the room sees of them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.room import SLOW, Room, serving
from tests.server import Server

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NUMBER, MAP, FIELD = 1, 2, 3
DECK = """---
title: Schatten
language: nl
---

# Hoeveel procent?

::: number {min=0 max=100 unit="%" decimals=1 right=22.5}
:::

---

# Waar woon je?

::: place {on=map}
:::

---

# Hoe werk je?

::: place {left="zelf" right="samen" bottom="nu" top="later"}
:::
"""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server whose workshop shows DECK."""
    with serving(tmp_path, DECK) as server:
        yield server


def go_to(presenter: Page, slide: int) -> None:
    for number in range(1, slide + 1):
        presenter.locator('[data-go="1"]').click()
        expect(presenter.locator("[data-place]")).to_have_text(f"{number} van 3", timeout=SLOW)


def send(phone: Page) -> None:
    phone.locator(".send-button").click()
    expect(phone.locator(".note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)


def tap(phone: Page, x: float, y: float) -> None:
    """Taps a part (0 to 1) of the picture's width and height."""
    box = phone.locator("[data-picture]").bounding_box()
    assert box
    phone.touchscreen.tap(box["x"] + x * box["width"], box["y"] + y * box["height"])


def dots(projector: Page) -> list[tuple[float, float]]:
    """Where dots are drawn on the wall, as they stand in the picture."""
    places = projector.locator("#stage .place-dot").evaluate_all(
        "dots => dots.map(dot => [dot.getAttribute('cx'), dot.getAttribute('cy')])"
    )
    return [(float(x.rstrip("%")), float(y.rstrip("%"))) for x, y in places]


def show_result(presenter: Page) -> None:
    presenter.locator("[data-reveal]").click()


def test_a_number_is_sent_comes_back_after_a_reload_is_changed_and_is_seen_when_it_is_shown(
    room: Room,
) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, NUMBER)
    field = phone.locator(".guess-field")
    expect(phone.locator(".send-button")).to_be_disabled(timeout=SLOW)

    field.fill("30")
    send(phone)
    phone.reload()
    expect(field).to_have_value("30", timeout=SLOW)
    expect(phone.locator(".send-button")).to_be_disabled()
    field.fill("25,5")
    send(phone)
    expect(projector.locator("[data-answers-word]")).to_have_text("1 antwoord", timeout=SLOW)
    expect(projector.locator(".middle-value")).to_have_count(0)
    expect(projector.locator(".truth-line")).to_have_count(0)
    show_result(presenter)

    expect(projector.locator(".middle-value")).to_have_text(re.compile(r"25,5\s*%"), timeout=SLOW)
    expect(projector.locator(".truth-word")).to_have_text("in werkelijkheid 22,5%")
    expect(projector.locator(".truth-said")).to_have_text("1 van de 1 zat er hoogstens 10% naast")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [("12,5", "12,5"), ("12.5", "12,5"), (" 12,34 %", "12,3"), (",5", "0,5"), ("-0", "0")],
)
def test_a_comma_and_a_point_are_understood(room: Room, typed: str, understood: str) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, NUMBER)

    phone.locator(".guess-field").fill(typed)
    phone.locator(".guess-field").blur()

    expect(phone.locator(".guess-field")).to_have_value(understood)
    expect(phone.locator(".send-button")).to_be_enabled()


@pytest.mark.parametrize("typed", ["101", "-1", "1.000", "12 of 13", "veel", "1e2", "."])
def test_what_is_no_answer_cannot_be_sent_and_is_not_lost(room: Room, typed: str) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, NUMBER)
    field = phone.locator(".guess-field")

    field.fill(typed)
    field.blur()

    expect(field).to_have_attribute("aria-invalid", "true")
    expect(phone.locator(".send-button")).to_be_disabled()
    phone.reload()
    expect(field).to_have_value(typed, timeout=SLOW)


def test_a_place_on_the_map_is_tapped_changed_and_seen_when_it_is_shown(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, MAP)
    expect(phone.locator("[data-dot]")).to_be_hidden(timeout=SLOW)
    expect(phone.locator(".send-button")).to_be_disabled()

    tap(phone, 0.5, 0.5)
    send(phone)
    phone.reload()
    expect(phone.locator("[data-dot]")).to_be_visible(timeout=SLOW)
    tap(phone, 0.25, 0.75)
    send(phone)
    expect(projector.locator("[data-answers-word]")).to_have_text("1 antwoord", timeout=SLOW)
    assert dots(projector) == []
    show_result(presenter)

    expect(projector.locator(".place-dot")).to_have_count(1, timeout=SLOW)
    ((x, y),) = dots(projector)
    width = float(phone.locator("[data-picture]").evaluate("picture => picture.viewBox.baseVal.width"))
    assert x == pytest.approx(width / 4, abs=5)
    assert y == pytest.approx(750, abs=5)


def test_a_place_in_the_field_is_reached_without_a_finger(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, FIELD)
    across = phone.get_by_role("slider", name="Van zelf naar samen")
    down = phone.get_by_role("slider", name="Van later naar nu")

    across.focus()
    for _press in range(5):
        phone.keyboard.press("ArrowRight")
    expect(across).to_have_attribute("aria-valuetext", "20 %, samen")
    down.focus()
    phone.keyboard.press("Home")
    expect(down).to_have_attribute("aria-valuetext", "100 %, later")
    send(phone)
    show_result(presenter)

    expect(projector.locator(".place-dot")).to_have_count(1, timeout=SLOW)
    assert dots(projector) == [(60, 0)]
    assert [text.strip() for text in projector.locator(".quarter").all_text_contents()] == [
        "0%",
        "100%",
        "0%",
        "0%",
    ]


def test_a_closed_question_takes_no_tap(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, FIELD)
    expect(phone.locator("[data-picture]")).to_be_visible(timeout=SLOW)

    presenter.locator("[data-open]").click()
    expect(phone.locator("fieldset:disabled")).to_have_count(1, timeout=SLOW)
    tap(phone, 0.5, 0.5)

    expect(phone.locator("[data-dot]")).to_be_hidden()
