"""Suggestions of schools while somebody types, on the phone's form and on the form outside the room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.room import SLOW, Room, room_with
from tests.browser.test_accessibility import THEMES, faults
from workshop.events import SlideShown
from workshop.leads.schools import school
from workshop.leads.schools.school import School

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLIDES = """# Meer weten?

::: lead
Wij bewaren dit om contact op te nemen.
:::

---

# Tot ziens
"""
SCHOOLS = [
    School("De Regenboog", "Utrecht", "Stichting Samen"),
    School("De Regenboog", "Ede", "Stichting Ede"),
    School("Het Kompas", "Zwolle"),
]


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_with(browser, tmp_path, SLIDES) as room:
        yield room


def bring(room: Room, schools: list[School]) -> None:
    with room.server.database.write() as session:
        school.replace(session, schools)
    room.record(SlideShown(2), SlideShown(1))  # a slide that phones are shown is not drawn twice


def on_phone(room: Room) -> Page:
    phone = room.phone()
    expect(phone.locator("#school")).to_be_visible(timeout=SLOW)
    return phone


def outside(room: Room) -> Page:
    page = room.page()
    page.goto(f"{room.server.base}/form/{room.server.ready.code}")
    return page


def type_in(page: Page, text: str) -> None:
    page.locator("#school").fill("")
    page.locator("#school").press_sequentially(text)


def suggested(page: Page) -> list[str]:
    options = page.locator("datalist#schools option")
    expect(options).not_to_have_count(0, timeout=SLOW)
    return [option.get_attribute("value") or "" for option in options.all()]


@pytest.mark.parametrize("opened", [on_phone, outside])
def test_what_is_typed_is_continued_and_the_board_comes_along(room: Room, opened) -> None:  # type: ignore[no-untyped-def]
    bring(room, SCHOOLS)
    page = opened(room)

    type_in(page, "regen")
    assert sorted(suggested(page)) == ["De Regenboog, Ede", "De Regenboog, Utrecht"]
    expect(page.locator(".schools-like")).to_be_hidden()
    page.locator("#school").fill("De Regenboog, Utrecht")  # as a browser does when it is chosen

    expect(page.locator("#board")).to_have_value("Stichting Samen")
    page.locator("#school").fill("De Regenboog, Ede")
    expect(page.locator("#board")).to_have_value("Stichting Ede")
    page.locator("#board").fill("Onze eigen stichting")
    page.locator("#school").fill("De Regenboog, Utrecht")
    expect(page.locator("#board")).to_have_value("Onze eigen stichting")


@pytest.mark.parametrize("opened", [on_phone, outside])
def test_what_was_typed_wrong_is_asked_about_below_the_field(room: Room, opened) -> None:  # type: ignore[no-untyped-def]
    bring(room, SCHOOLS)
    page = opened(room)

    type_in(page, "utrecht regenbog")
    like = page.locator(".schools-like")
    expect(like).to_contain_text("Bedoel je:", timeout=SLOW)
    like.get_by_role("button", name="De Regenboog, Utrecht").click()

    expect(page.locator("#school")).to_have_value("De Regenboog, Utrecht")
    expect(page.locator("#school")).to_be_focused()
    expect(page.locator("#board")).to_have_value("Stichting Samen")
    expect(like).to_be_hidden()


def test_any_other_name_is_taken_and_what_was_chosen_outlives_a_reload(room: Room) -> None:
    bring(room, SCHOOLS)
    phone = on_phone(room)

    type_in(phone, "kompas zwole")
    phone.get_by_role("button", name="Het Kompas, Zwolle").click()
    phone.reload()
    expect(phone.locator("#school")).to_have_value("Het Kompas, Zwolle", timeout=SLOW)
    type_in(phone, "Een school die niemand kent")
    phone.fill("#leader_name", "Els de Vries")
    phone.fill("#email", "els@example.org")
    phone.locator("#consent").check()
    phone.get_by_role("button", name="Verstuur mijn gegevens").click()

    expect(phone.locator("[data-done]")).to_be_visible(timeout=SLOW)
    desk = room.presenter()
    desk.goto(f"{room.server.base}/leads")
    expect(desk.locator(".leads h2")).to_have_text("Een school die niemand kent")


def test_it_asks_when_somebody_pauses_and_not_at_each_letter(room: Room) -> None:
    bring(room, SCHOOLS)
    page = outside(room)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/schools?" in request.url else None)

    type_in(page, "re")
    page.wait_for_timeout(400)
    assert asked == []
    type_in(page, "regenboog")
    suggested(page)

    assert len(asked) <= 2  # a busy machine may pause by itself
    assert asked[-1].endswith("?q=regenboog")


@pytest.mark.parametrize("how", ["no line", "refused", "broken"])
def test_where_nothing_comes_nothing_is_said(room: Room, how: str) -> None:
    bring(room, SCHOOLS)
    page = outside(room)

    def answer(route: Route) -> None:
        if how == "no line":
            route.abort()
        else:
            route.fulfill(status=404 if how == "refused" else 200, body="{")

    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/schools?" in request.url else None)
    page.route("**/schools?*", answer)
    type_in(page, "regenboog")
    page.wait_for_timeout(600)

    assert asked
    expect(page.locator("#school")).to_have_value("regenboog")
    expect(page.locator(".schools-like")).to_be_hidden()
    expect(page.locator("datalist#schools option")).to_have_count(0)
    page.unroute("**/schools?*")
    type_in(page, "kompas")
    assert suggested(page) == ["Het Kompas, Zwolle"]


@pytest.mark.parametrize("opened", [on_phone, outside])
def test_without_a_list_the_field_is_like_any_other(room: Room, opened) -> None:  # type: ignore[no-untyped-def]
    bring(room, [])
    page = opened(room)
    scripts = "() => performance.getEntriesByType('resource').map((each) => each.name).join(' ')"

    type_in(page, "regenboog")

    expect(page.locator("datalist#schools")).to_have_count(0)
    assert page.locator("#school").get_attribute("list") is None
    assert "open-form.js" not in page.evaluate(scripts)


def test_the_suggestions_fit_on_a_narrow_phone(room: Room, tmp_path: Path) -> None:
    bring(
        room,
        [School("Openbare Daltonbasisschool De Allerlangste Regenboogbrug", "Nieuwerkerk aan den IJssel")],
    )
    phone = room.phone(320, 640)
    expect(phone.locator("#school")).to_be_visible(timeout=SLOW)

    type_in(phone, "alerlangste regenboogbrg")
    expect(phone.locator(".schools-like button")).to_be_visible(timeout=SLOW)
    phone.screenshot(path=tmp_path / "narrow.png")

    assert phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("opened", [on_phone, outside])
def test_everybody_can_use_the_suggestions(room: Room, opened) -> None:  # type: ignore[no-untyped-def]
    bring(room, SCHOOLS)
    page = opened(room)
    found: list[str] = []

    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        type_in(page, "regenbog utrecht")
        expect(page.locator(".schools-like button")).to_have_count(1, timeout=SLOW)
        found += faults(page, theme)

    assert found == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#school")).to_have_value("De Regenboog, Utrecht")
