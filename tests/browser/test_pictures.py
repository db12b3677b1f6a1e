"""A deck with pictures, on the phone and on the wall."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room
from tests.drawings import CHOICE, DECK, GARDEN, PLACE, RIGHT, TEXTS, illustrated
from tests.server import Server
from workshop.decks.store import load
from workshop.events import Answered, ResultShown, SlideShown
from workshop.journal import Entry, append
from workshop.workshops import by_code

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LONG = "Een lange keuze waarin veel wordt uitgelegd over de school en haar omgeving, en nog wat meer"
MANY = [(n, words) for n in (4, 7, 10, 12, 20) for words in ("Kort", LONG)]
MANY_DECK = "---\ntitle: Veel\nlanguage: nl\n---\n" + "\n---\n".join(
    "# Een lange vraag die twee regels nodig heeft op het scherm: wat zou jij hiervan kiezen?\n\n::: choice\n"
    + "\n".join(f"- {'[x] ' if not option else ''}{option} {words}" for option in range(n))
    + "\n:::\n"
    for n, words in MANY
)
LOADED = "() => [...document.querySelectorAll('img')].every((image) => image.complete && image.naturalWidth)"
# How far anything of a tally sticks out of its slide, and its smallest type, in parts of the screen's height.
TALLY = """
    () => {
      const slide = document.querySelector('.slide').getBoundingClientRect();
      const foot = document.querySelector('.result-foot').getBoundingClientRect();
      const spans = [...document.querySelectorAll('.tally span')];
      const parts = spans.filter((part) => part.getClientRects().length);
      const boxes = parts.map((part) => part.getBoundingClientRect());
      const out = boxes.map((box) => Math.max(box.right - slide.right, box.bottom - foot.bottom));
      const sizes = parts.map((part) => parseFloat(getComputedStyle(part).fontSize));
      return { out: Math.max(...out), smallest: Math.min(...sizes) / innerHeight };
    }
"""


def opened(browser: Browser, folder: Path, source: str) -> tuple[Server, Room]:
    server = Server(folder / "data")
    path = illustrated(folder, source)
    with server.database.write() as session:
        workshop = by_code(session, server.ready.code)
        assert workshop is not None
        workshop.deck_version_id = load(session, path).id
    server.start()
    return server, Room(browser, server)


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    server, room = opened(browser, tmp_path, DECK)
    yield room
    room.close()
    server.stop()
    assert not room.complaints


def record(server: Server, *events: SlideShown | ResultShown | Answered) -> None:
    with server.database.write() as session:
        append(session.connection(), [Entry(1, event) for event in events])


def show(room: Room, slide: int, *screens: Page) -> None:
    record(room.server, SlideShown(slide))
    for screen in screens:
        screen.wait_for_selector(f'[data-slide="{slide}"]')


def test_the_logo_and_the_face_greet_who_comes_in(room: Room) -> None:
    phone, projector = room.phone(), room.projector()

    for screen in (phone, projector):
        expect(screen.get_by_role("img", name="Stichting Proef", exact=True)).to_be_visible()
        screen.wait_for_function(LOADED)
    faces = [
        screen.locator("h1").first.evaluate("(title) => getComputedStyle(title).fontFamily")
        for screen in (phone, projector)
    ]
    assert "Gabarito" not in faces[0]
    assert faces[1].startswith("Gabarito")
    assert projector.evaluate("() => document.fonts.check('600 40px Gabarito')")


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_a_picture_stands_beside_the_words_whole_and_phones_get_the_small_one(
    room: Room, width: int, height: int
) -> None:
    phone, projector, presenter = room.phone(), room.projector(width, height), room.presenter()

    show(room, GARDEN, phone, projector)

    name = "Een veld met bomen onder de zon"
    large = projector.get_by_role("img", name=name)
    words, picture = projector.locator(".prose").bounding_box(), large.bounding_box()
    assert words
    assert picture
    assert words["x"] + words["width"] <= picture["x"]
    assert picture["x"] + picture["width"] <= width
    assert picture["width"] > width * 0.35
    small = phone.get_by_role("img", name=name)
    phone.wait_for_function(LOADED)
    assert [image.evaluate("(image) => image.naturalWidth") for image in (large, small)] == [1600, 640]
    expect(presenter.locator("#now").get_by_role("img", name=name)).to_be_visible(timeout=SLOW)


def test_a_picture_is_an_option_to_tap_anywhere(room: Room) -> None:
    phone, projector = room.phone(), room.projector()
    show(room, CHOICE, phone, projector)
    option = phone.locator("label.option").nth(2)
    boxes = [label.bounding_box() for label in phone.locator("label.option").all()]
    assert all(box and min(box["width"], box["height"]) >= 44 for box in boxes)
    assert [box["y"] for box in boxes if box][:2] == [boxes[0]["y"]] * 2  # type: ignore[index]

    box = option.bounding_box()
    assert box
    phone.touchscreen.tap(box["x"] + box["width"] - 6, box["y"] + box["height"] - 6)

    expect(phone.get_by_role("radio", name="Een toren")).to_be_checked()
    expect(phone.locator(".note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)
    record(room.server, ResultShown(CHOICE))
    expect(projector.locator(".tally li").nth(2).locator(".tally-count")).to_have_text("1", timeout=SLOW)
    expect(projector.locator(".tally li").nth(2)).to_have_class("highlight")


def test_what_is_right_is_told_when_the_result_is_shown(room: Room) -> None:
    right, wrong, projector = room.phone(), room.phone(), room.projector()
    show(room, RIGHT, right, wrong, projector)
    right.locator("label.option").nth(1).click()
    wrong.locator("label.option").nth(0).click()
    for phone in (right, wrong):
        expect(phone.locator(".note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)
        expect(phone.locator(".right-sign, .verdict")).to_have_count(0)

    record(room.server, ResultShown(RIGHT))

    expect(right.locator("[data-good]")).to_be_visible(timeout=SLOW)
    expect(right.locator(".verdict")).to_contain_text("✓ Goed")
    expect(wrong.locator("[data-right-answer]")).to_have_text(
        "Het goede antwoord: De toren (Een toren)", timeout=SLOW
    )
    expect(wrong.locator("[data-good]")).to_be_hidden()
    expect(wrong.locator("fieldset input").nth(2)).to_be_disabled()
    expect(projector.locator(".tally .right-sign")).to_have_text("✓ goed antwoord", timeout=SLOW)
    wrong.reload()
    expect(wrong.locator("[data-right-answer]")).to_be_visible(timeout=SLOW)


def test_who_did_not_answer_is_told_too(room: Room) -> None:
    phone = room.phone()
    show(room, TEXTS, phone)

    record(room.server, ResultShown(TEXTS))

    expect(phone.locator("[data-right-answer]")).to_have_text("Het goede antwoord: 100 scholen", timeout=SLOW)


def test_a_dot_lands_where_it_was_tapped_and_the_keyboard_moves_it(room: Room) -> None:
    phone, projector = room.phone(), room.projector()
    show(room, PLACE, phone, projector)
    box = phone.locator("[data-picture]").bounding_box()
    assert box

    phone.touchscreen.tap(box["x"] + 0.25 * box["width"], box["y"] + 0.7 * box["height"])
    slider = phone.get_by_role("slider", name="Van links naar rechts")
    slider.focus()
    phone.keyboard.press("ArrowRight")
    phone.locator(".send-button").click()

    expect(phone.locator(".note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)
    expect(phone.get_by_role("img", name="De plattegrond van de school")).to_be_visible()
    record(room.server, ResultShown(PLACE))
    dot = projector.locator("#stage .place-dot")
    expect(dot).to_have_count(1, timeout=SLOW)
    across, down = float(dot.get_attribute("cx") or 0) / 1600, float(dot.get_attribute("cy") or 0) / 1000
    assert across == pytest.approx(0.27, abs=0.025)
    assert down == pytest.approx(0.7, abs=0.02)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_a_choice_fits_on_the_wall_however_many_and_long_its_options(
    browser: Browser, tmp_path: Path, width: int, height: int
) -> None:
    server, room = opened(browser, tmp_path, MANY_DECK)
    projector = room.projector(width, height)

    for slide, _options in enumerate(MANY, start=1):
        record(server, SlideShown(slide), Answered("p", f"answer-{slide}", slide, 0, [0]), ResultShown(slide))
        projector.wait_for_selector(f'[data-slide="{slide}"] .right-sign')
        tally = projector.evaluate(TALLY)
        assert tally["out"] <= 1, MANY[slide - 1]
        assert tally["smallest"] >= 0.0219, MANY[slide - 1]

    room.close()
    server.stop()
