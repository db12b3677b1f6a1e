"""My answers: to read, take back and take along, on a phone with and without cookies, during and after."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, answer, cards, room_with
from tests.cards import paper
from tests.said import CHOICE, DECK, OPEN, VALUES
from workshop.events import (
    Answered,
    AnswerEnlarged,
    ResultShown,
    SlideShown,
    WorkshopClosed,
)
from workshop.live.tokens import Tokens

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLIDES = DECK.partition("---\n\n")[2]
PICTURES = os.environ.get("WORKSHOP_PICTURES", "")
"""A folder in which to keep pictures of the pages, for whoever wants to look at them."""
NO_STORAGE = """
    Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden'); } });
"""


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    shown = [SlideShown(number) for number in (*range(2, 12), OPEN)]
    with room_with(browser, tmp_path, SLIDES, *shown) as room:
        yield room


def participant(room: Room, phone: Page) -> str:
    """Whose phone this is."""
    token = phone.locator("body").get_attribute("data-token") or ""
    return Tokens(room.server.settings.secret).read(token)[1]


def say_everything(room: Room, phone: Page) -> None:
    who = participant(room, phone)
    room.record(
        *(
            Answered(who, f"{slide}-{question}-{'x' * 16}", slide, question, value)
            for slide, question, value in VALUES
        )
    )


def open_mine(phone: Page) -> None:
    phone.get_by_role("link", name="Mijn antwoorden").click()
    expect(phone.get_by_role("heading", level=1, name="Mijn antwoorden")).to_be_visible()


def take_back(phone: Page, text: str) -> None:
    note = phone.locator(".note", has_text=text)
    note.get_by_text("Neem terug", exact=True).click()
    note.get_by_role("button", name="Ja, neem terug").click()
    expect(phone.locator(".note", has_text=text)).to_have_count(0, timeout=SLOW)


def sent(phone: Page, text: str) -> None:
    answer(phone, text)
    expect(phone.locator(".note", has_text=text).locator("[data-state=saved]")).to_be_visible(timeout=SLOW)


def test_what_i_sent_can_be_read_and_taken_back_and_leaves_the_wall(room: Room) -> None:
    projector, phone = room.projector(), room.phone()
    sent(phone, "Dit neem ik terug")
    sent(phone, "Dit blijft staan")
    expect(projector.locator(".wall .card")).to_have_count(2, timeout=SLOW)

    open_mine(phone)
    take_back(phone, "Dit neem ik terug")

    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)
    assert cards(projector) == ["Dit blijft staan"]
    assert phone.evaluate("document.activeElement.tagName") == "H1"
    phone.get_by_role("link", name="Terug naar de workshop").click()
    expect(phone.locator(".note .note-text")).to_have_text(["Dit blijft staan"], timeout=SLOW)


def test_after_the_end_they_are_still_there_to_read_take_back_and_take_along(
    room: Room, tmp_path: Path
) -> None:
    phone = room.phone()
    sent(phone, "Bewaar dit")
    sent(phone, "Weg hiermee")
    room.record(WorkshopClosed())

    phone.get_by_role("link", name="Je antwoorden lezen en bewaren").click(timeout=SLOW)
    take_back(phone, "Weg hiermee")
    with phone.expect_download() as download:
        phone.get_by_role("button", name="Neem ze mee als pdf").click()

    path = tmp_path / "mijn.pdf"
    download.value.save_as(path)
    text = paper.squeezed(paper.whole_text(path.read_bytes(), 1))
    assert "Watvindje?Bewaardit" in text
    assert "Weghiermee" not in text


def test_a_phone_that_keeps_no_cookies_comes_in_by_its_storage(room: Room) -> None:
    phone = room.phone()
    sent(phone, "Zonder koekje")
    sent(phone, "Dit mag weg")
    phone.context.clear_cookies()

    phone.goto(f"{room.server.phone}/mine")

    expect(phone.locator(".note", has_text="Zonder koekje")).to_be_visible(timeout=SLOW)
    take_back(phone, "Dit mag weg")
    expect(phone.locator(".note")).to_have_count(1)


def test_the_storage_counts_more_than_the_cookie_of_another_identity(room: Room) -> None:
    phone = room.phone()
    sent(phone, "Van voor de verhuizing")
    phone.context.clear_cookies()
    phone.request.get(room.server.phone)  # the new address gave this browser an identity of its own

    phone.goto(f"{room.server.phone}/mine")

    expect(phone.locator(".note", has_text="Van voor de verhuizing")).to_be_visible(timeout=SLOW)


def test_a_phone_that_keeps_nothing_at_all_is_led_there_and_back(room: Room) -> None:
    phone = room.page()
    phone.add_init_script(NO_STORAGE)
    phone.goto(room.server.phone)
    expect(phone.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
    sent(phone, "Privévenster")
    phone.context.clear_cookies()

    open_mine(phone)

    expect(phone.locator(".note", has_text="Privévenster")).to_be_visible(timeout=SLOW)
    assert phone.url == f"{room.server.phone}/mine"
    phone.get_by_role("link", name="Terug naar de workshop").click()
    expect(phone.locator(".note .note-text")).to_have_text(["Privévenster"], timeout=SLOW)
    assert phone.url == room.server.phone


def test_without_a_script_it_is_a_page_like_any_other(room: Room, browser: Browser) -> None:
    phone = room.phone()
    sent(phone, "Zonder script")
    sent(phone, "Dit mag weg")
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    context.add_cookies(phone.context.cookies())
    page = context.new_page()

    page.goto(f"{room.server.phone}/mine")
    take_back(page, "Dit mag weg")

    expect(page.locator(".note")).to_have_count(1)
    assert page.url == f"{room.server.phone}/mine"
    context.close()


def test_a_stranger_reads_how_to_come_in(room: Room) -> None:
    stranger = room.page()

    stranger.goto(f"{room.server.phone}/mine")

    expect(stranger.locator("[data-nobody]")).to_be_visible()
    expect(stranger.locator(".note")).to_have_count(0)


def test_without_a_connection_nothing_is_lost_and_it_says_so(room: Room) -> None:
    phone = room.phone()
    sent(phone, "Nog niet weg")
    open_mine(phone)
    note = phone.locator(".note", has_text="Nog niet weg")
    note.get_by_text("Neem terug", exact=True).click()
    phone.context.set_offline(True)

    note.get_by_role("button", name="Ja, neem terug").click()

    expect(phone.get_by_role("alert")).to_contain_text("geen verbinding", timeout=SLOW)
    phone.context.set_offline(False)
    note.get_by_role("button", name="Ja, neem terug").click()
    expect(phone.locator(".note")).to_have_count(0, timeout=SLOW)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_and_a_thumb(room: Room, scheme: str) -> None:
    phone = room.phone()
    phone.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    say_everything(room, phone)

    open_mine(phone)
    phone.get_by_text("Neem terug", exact=True).first.click()

    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    heights = phone.locator("button:visible, summary, a.back").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44
    expect(phone.locator(".note")).to_have_count(len(VALUES))
    if PICTURES:
        phone.screenshot(path=f"{PICTURES}/mine-{scheme}.png", full_page=True)


def test_each_result_has_its_table_for_who_cannot_see_the_picture(room: Room) -> None:
    projector, presenter = room.projector(), room.presenter()
    room.record(
        SlideShown(CHOICE),
        Answered("p" * 16, "a" * 16, CHOICE, 0, [0, 2]),
        ResultShown(CHOICE),
    )

    tables = [page.get_by_role("table", name="De uitslag als tabel") for page in (projector, presenter)]
    for table in tables:
        expect(table.get_by_role("row")).to_contain_text(
            ["Mensen", "rood 1", "blauw 0", "groen 1"], timeout=SLOW
        )
    room.record(Answered("q" * 16, "b" * 16, CHOICE, 0, [1, 2]))

    for table in tables:
        expect(table.get_by_role("row")).to_contain_text(
            ["Mensen", "rood 1", "blauw 1", "groen 2"], timeout=SLOW
        )
        assert table.evaluate("(it) => it.closest('[aria-live], [role=status], [role=alert]')") is None
        box = table.locator("xpath=..").bounding_box()
        assert box is not None
        assert max(box["width"], box["height"]) <= 1


def test_an_answer_that_is_large_on_the_screen_leaves_it_when_it_is_taken_back(room: Room) -> None:
    projector, phone = room.projector(), room.phone()
    sent(phone, "Groot in beeld")
    (found,) = [each["id"] for each in mine(phone, room)]
    room.record(AnswerEnlarged(found))
    expect(projector.locator("[data-enlarged]")).to_be_visible(timeout=SLOW)

    open_mine(phone)
    take_back(phone, "Groot in beeld")

    expect(projector.locator("[data-enlarged]")).to_be_hidden(timeout=SLOW)


def mine(phone: Page, room: Room) -> list[dict[str, str]]:
    token = phone.locator("body").get_attribute("data-token")
    state = phone.request.get(
        f"{room.server.base}/live/state", headers={"Authorization": f"Bearer {token}"}
    ).json()
    found: list[dict[str, str]] = state["mine"]
    return found


def test_the_results_fit_a_laptop_and_a_phone(room: Room) -> None:
    phone, presenter = room.phone(), room.presenter()
    say_everything(room, phone)
    who = [f"iemand-{n:010}" for n in range(12)]
    room.record(
        *(
            Answered(each, f"{each}-{slide}-{question}", slide, question, value)
            for n, each in enumerate(who)
            for slide, question, value in VALUES
            if n % 3 or slide != OPEN
        )
    )
    presenter.get_by_role("link", name="Resultaten").click()
    presenter.wait_for_url(re.compile(r"/results$"))

    for width, height in ((1440, 900), (390, 844)):
        presenter.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            presenter.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert presenter.evaluate("document.documentElement.scrollWidth") <= width
            if PICTURES:
                presenter.screenshot(path=f"{PICTURES}/results-{width}-{scheme}.png", full_page=True)
    with presenter.expect_download() as download:
        presenter.get_by_role("link", name="Excel, een blad per dia").click()
    assert download.value.suggested_filename.endswith(".xlsx")
