"""A deck in several languages, each phone in its own; and words that are read from right to left."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room
from tests.server import Server
from workshop.decks.store import load
from workshop.events import SlideShown
from workshop.workshops import by_code

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DUTCH = """---
title: Proef
language: nl
---

# Wat vind je?

::: open {max=80}
:::

---

# Kies

::: choice {results=live}
- rood
- blauw
:::
"""
ENGLISH = (
    DUTCH.replace("language: nl", "language: en")
    .replace("Wat vind je?", "What do you think?")
    .replace("Kies", "Choose")
    .replace("rood", "red")
    .replace("blauw", "blue")
)
ARABIC = """---
title: ورشة عمل حول التعاون في المدرسة
language: ar
---

# ما الذي تود أن تجربه أولاً مع زملائك؟

::: open {max=80}
:::

---

# اختر

::: choice {results=live}
- العمل معاً كل أسبوع في مجموعات صغيرة
- التعلم في الخارج
:::
"""


@contextmanager
def room_of(browser: Browser, folder: Path, *sources: str) -> Iterator[Room]:
    """A room in which this deck runs, and its first slide is on the screen."""
    server = Server(folder / "data")
    paths = [folder / f"deck{number}.md" for number in range(len(sources))]
    for path, source in zip(paths, sources, strict=True):
        path.write_text(source)
    with server.database.write() as session:
        workshop = by_code(session, server.ready.code)
        assert workshop is not None
        workshop.deck_version_id = load(session, *paths).id
    server.start()
    room = Room(browser, server)
    room.record(SlideShown(1))
    yield room
    room.close()
    server.stop()
    assert not room.complaints


@pytest.fixture
def two(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_of(browser, tmp_path, DUTCH, ENGLISH) as room:
        yield room


@pytest.fixture
def arabic(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_of(browser, tmp_path, ARABIC) as room:
        yield room


@pytest.fixture
def dutch(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_of(browser, tmp_path, DUTCH) as room:
        yield room


def write(phone: Page, text: str) -> None:
    phone.locator("textarea").first.fill(text)
    phone.locator(".send-button").first.click()
    expect(phone.locator(".note-state").first).to_have_attribute("data-state", "saved", timeout=SLOW)


def overflow(page: Page) -> int:
    wide: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return wide


def side(page: Page, selector: str) -> str:
    """At which side of its element the text stands."""
    found: str = page.locator(selector).first.evaluate(
        """(element) => {
          const range = document.createRange();
          range.selectNodeContents(element);
          const words = range.getBoundingClientRect();
          const box = element.getBoundingClientRect();
          return words.left - box.left > box.right - words.right ? "right" : "left";
        }"""
    )
    return found


def test_each_phone_reads_its_own_language_and_the_wall_shows_what_was_typed(two: Room) -> None:
    projector, dutch, english = two.projector(), two.phone(), two.phone(locale="en-GB")

    expect(dutch.locator("h1")).to_have_text("Wat vind je?")
    expect(english.locator("h1")).to_have_text("What do you think?")
    expect(english.get_by_role("button", name="Send", exact=True)).to_be_visible()
    write(dutch, "Mooi")
    write(english, "Lovely")

    expect(projector.locator(".wall .card")).to_have_count(2, timeout=SLOW)
    expect(projector.locator("h1")).to_have_text("Wat vind je?")
    assert set(projector.locator(".wall .card p").all_text_contents()) == {"Mooi", "Lovely"}


def test_choices_in_two_languages_are_counted_together_on_the_next_slide_too(two: Room) -> None:
    projector, dutch, english = two.projector(), two.phone(), two.phone(locale="en-GB")
    two.record(SlideShown(2))

    dutch.get_by_text("blauw").click(timeout=SLOW)
    english.get_by_text("blue").click(timeout=SLOW)

    row = projector.locator(".tally li", has_text="blauw")
    expect(row.locator(".tally-count")).to_have_text("2", timeout=SLOW)


def test_the_language_is_changed_by_hand_keeps_a_draft_and_survives_a_reload(two: Room) -> None:
    phone = two.phone()
    phone.locator("textarea").fill("half")

    phone.locator(".tongues summary").click()
    box = phone.get_by_role("link", name="English").bounding_box()
    phone.get_by_role("link", name="English").click()

    assert box is not None
    assert box["height"] >= 44
    expect(phone.locator("h1")).to_have_text("What do you think?", timeout=SLOW)
    expect(phone.locator("html")).to_have_attribute("lang", "en")
    expect(phone.locator("textarea")).to_have_value("half")
    phone.goto(two.server.phone)
    expect(phone.locator("h1")).to_have_text("What do you think?")
    expect(phone.locator("[data-line] span")).to_have_text("Connected", timeout=SLOW)


def test_a_deck_in_one_language_has_no_switch_and_a_german_phone_german_buttons(dutch: Room) -> None:
    phone = dutch.phone(locale="de-DE")

    expect(phone.locator("h1")).to_have_text("Wat vind je?")
    expect(phone.locator(".tongues")).to_have_count(0)
    expect(phone.get_by_role("button", name="Senden", exact=True)).to_be_visible()
    expect(phone.locator("[data-line] span")).to_have_text("Verbunden", timeout=SLOW)


def test_an_arabic_deck_is_read_from_right_to_left_and_fits_a_narrow_phone(arabic: Room) -> None:
    phone, projector = arabic.phone(width=360, height=740, locale="ar-MA"), arabic.projector()

    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    expect(phone.locator("html")).to_have_attribute("lang", "ar")
    expect(projector.locator("html")).to_have_attribute("dir", "rtl")
    assert side(phone, "h1") == "right"
    assert overflow(phone) <= 0
    write(phone, "العمل معاً")
    assert side(phone, ".note-text") == "right"
    arabic.record(SlideShown(2))
    expect(phone.locator(".option")).to_have_count(2, timeout=SLOW)
    assert overflow(phone) <= 0
    assert overflow(projector) <= 0


def test_an_arabic_answer_stands_right_on_a_dutch_wall_and_a_mixed_one_does_not_turn_around(
    dutch: Room,
) -> None:
    projector, presenter, phone = dutch.projector(), dutch.presenter(), dutch.phone()

    write(phone, "السلام عليكم!")
    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)
    assert side(projector, ".wall .card p") == "right"
    assert side(presenter, "#answers .moderated p") == "right"
    assert side(phone, ".note-text") == "right"
    write(phone, "Ik zeg سلام, elke dag.")

    expect(projector.locator(".wall .card")).to_have_count(2, timeout=SLOW)
    mixed = projector.locator(".wall .card p", has_text="Ik zeg")
    assert mixed.evaluate("(p) => getComputedStyle(p).direction") == "ltr"
    assert side(projector, ".wall .card:has-text('Ik zeg') p") == "left"
