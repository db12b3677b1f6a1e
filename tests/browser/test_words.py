"""A word cloud: from the phone to the wall, where nothing is cut off and no word jumps about."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, serving
from workshop.events import Answered, ResultShown, SlideShown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECK = "---\ntitle: Woorden\nlanguage: nl\n---\n# Wat heb je nodig?\n\n::: words\n:::\n"
AWKWARD = (
    "W" * 40,
    "a" + "\u0301" * 39,
    "i " * 19 + "i",
    "een twee drie vier vijf zes zeven acht n",
    "שלום עולם",
    "😀 👩‍👧",
    "<b>vet</b> & {{ x }}",
    "goed",
    "Goed",
)
# Of each word in the picture: its box in parts of the stage's height, and its type size.
WORDS = """
    () => {
      const stage = document.querySelector('#stage').getBoundingClientRect();
      const cloud = document.querySelector('#stage word-cloud');
      const outer = cloud.getBoundingClientRect();
      return [...cloud.shadowRoot.querySelectorAll('[part~=word]:not([hidden])')].map((word) => {
        const box = word.getBoundingClientRect();
        return {
          text: word.textContent.replace('\\n', ' '),
          left: box.left / stage.height, right: box.right / stage.height,
          top: box.top / stage.height, bottom: box.bottom / stage.height,
          size: box.height / word.textContent.split('\\n').length / stage.height,
          inside: box.left >= outer.left - 1 && box.right <= outer.right + 1
            && box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1,
          colour: getComputedStyle(word).color,
        };
      });
    }
"""


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with serving(tmp_path, DECK) as server:
        room = Room(browser, server)
        room.record(SlideShown(1))
        yield room
        room.close()
    assert not room.complaints


def say(room: Room, *words: str, begin: int = 0) -> None:
    """Words as if phones had sent them all at once."""
    room.record(
        *(Answered(f"p{n}", f"answer-{n}", 1, 0, word) for n, word in enumerate(words, start=begin)),
    )


def send(phone: Page, word: str) -> None:
    phone.locator(".words input").fill(word)
    phone.locator(".words input").press("Enter")


def drawn(projector: Page, count: int) -> list[dict[str, float]]:
    """The words in the picture, once there are so many and they stand still."""
    expect(projector.locator("#stage word-cloud [part~=word]:not([hidden])")).to_have_count(
        count, timeout=SLOW
    )
    projector.wait_for_timeout(1000)
    words: list[dict[str, float]] = projector.evaluate(WORDS)
    return words


def overlapping(words: list[dict[str, float]]) -> list[tuple[float, float]]:
    return [
        (one["text"], other["text"])
        for number, one in enumerate(words)
        for other in words[number + 1 :]
        if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 0.001
        and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 0.001
    ]


def test_words_go_from_the_phone_to_the_presenter_and_when_shown_to_the_wall(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()

    send(phone, "rust")
    send(phone, "tijd")

    expect(phone.locator(".note-text")).to_have_text(["tijd", "rust"])
    expect(presenter.locator("#result .cloud-list li")).to_have_count(2, timeout=SLOW)
    expect(projector.locator(".cloud-empty")).to_contain_text("Hier komen jullie woorden.")
    expect(projector.locator(".cloud-list")).to_have_count(0)
    presenter.keyboard.press("r")
    expect(projector.locator(".cloud-list li")).to_have_text(["rust 1×", "tijd 1×"], timeout=SLOW)
    assert {word["text"] for word in drawn(projector, 2)} == {"rust", "tijd"}
    expect(presenter.locator("#now word-cloud [part~=word]")).to_have_count(2)


def test_who_has_sent_all_words_can_change_one_and_take_one_back(room: Room) -> None:
    phone = room.phone()
    field, counter = phone.locator(".words input"), phone.locator(".counter")
    expect(counter).to_have_text("nog 3 woorden")

    for word in ("rust", "tijd", "lef"):
        send(phone, word)

    expect(field).to_be_hidden()
    expect(phone.locator("[data-full]")).to_be_visible()
    phone.get_by_role("button", name="Wijzig").first.click()
    expect(field).to_have_value("lef")
    send(phone, "moed")
    expect(phone.locator(".note-text")).to_have_text(["moed", "tijd", "rust"])
    expect(field).to_be_hidden()
    phone.get_by_role("button", name="Neem terug").first.click()
    expect(field).to_be_visible()
    expect(counter).to_have_text("nog één woord")
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)


def test_nobody_makes_a_word_large_by_sending_it_twice(room: Room) -> None:
    phone = room.phone()
    send(phone, "Rust")

    send(phone, "rust ")

    expect(phone.locator(".counter")).to_have_text("Dit woord heb je al gestuurd.")
    expect(phone.get_by_role("button", name="Verstuur")).to_be_disabled()
    expect(phone.locator(".note-text")).to_have_text(["Rust"])


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_no_word_is_cut_off_or_covered_whatever_it_is(room: Room, width: int, height: int) -> None:
    room.record(ResultShown(1))
    projector = room.projector(width, height)

    say(room, *AWKWARD)

    words = drawn(projector, len(AWKWARD) - 1)
    assert all(word["inside"] for word in words)
    assert overlapping(words) == []
    assert min(word["size"] for word in words) >= 0.0249
    assert max(words, key=lambda word: word["size"])["text"] == "goed"


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_a_crowd_of_words_fits_and_what_does_not_is_counted(room: Room, width: int, height: int) -> None:
    room.record(ResultShown(1))
    projector = room.projector(width, height)

    say(room, *["samen"] * 9, *(f"zin nummer {n} van een hele lange lijst" for n in range(100, 190)))

    expect(projector.locator(".cloud-list li")).to_have_count(60, timeout=SLOW)
    projector.wait_for_timeout(1500)
    words = projector.evaluate(WORDS)
    assert all(word["inside"] for word in words)
    assert overlapping(words) == []
    assert min(word["size"] for word in words) >= 0.0249
    assert words[0]["text"] == "samen"
    assert words[0]["size"] > 0.06
    note = projector.locator("#stage word-cloud [part=note]")
    expect(note).to_have_text(f"en nog {91 - len(words)} woorden")


def test_one_word_is_huge_and_in_the_accent(room: Room) -> None:
    room.record(ResultShown(1))
    projector = room.projector()

    say(room, "rust")

    (word,) = drawn(projector, 1)
    assert word["size"] > 0.25
    accent = projector.locator(".corner .code").evaluate("(code) => getComputedStyle(code).color")
    assert word["colour"] == accent


def test_words_that_stand_hardly_move_when_another_comes(room: Room) -> None:
    room.record(ResultShown(1))
    projector = room.projector()
    said = ["rust", "rust", "rust", "tijd", "tijd", "lef", "lef", "moed", "hoop", "ruimte", "humor", "koffie"]
    say(room, *said)
    before = {word["text"]: word for word in drawn(projector, 8)}

    say(room, "plezier", "tijd", begin=len(said))

    after = {word["text"]: word for word in drawn(projector, 9)}
    assert after["tijd"]["size"] > before["tijd"]["size"] * 1.1
    for text, word in before.items():
        middle = [(each["left"] + each["right"]) / 2 for each in (word, after[text])]
        line = [(each["top"] + each["bottom"]) / 2 for each in (word, after[text])]
        assert abs(middle[0] - middle[1]) < 0.15
        assert abs(line[0] - line[1]) < 0.15
