"""What people see of one another: a brainstorm with a few votes, and questions beside the slides."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, answer, room_with
from workshop.events import SlideShown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECK = """# Wat zou je veranderen?

::: ideas {votes=2}
:::

---

# Jullie vragen

::: questions {always=true}
:::

---

# Waar denk je aan?

::: open
:::
"""


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_with(browser, tmp_path, DECK, SlideShown(1)) as room:
        yield room


def vote(phone: Page, text: str) -> None:
    phone.locator(".said", has_text=text).locator(".vote").click()


def press(page: Page, text: str, state: str) -> None:
    expect(page.locator(".said", has_text=text).locator(".vote")).to_have_attribute("aria-pressed", state)


def test_an_idea_is_seen_by_the_others_and_the_votes_when_the_presenter_shows_them(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    first, second = room.phone(), room.phone()
    room.say(1, "een moestuin")

    answer(first, "later beginnen")
    expect(second.locator(".said-text")).to_have_text(["later beginnen", "een moestuin"], timeout=SLOW)
    expect(first.locator(".said-text")).to_have_text(["een moestuin"])
    vote(second, "later beginnen")

    press(second, "later beginnen", "true")
    expect(second.locator(".vote-count").first).to_have_text("")
    expect(second.locator("[data-votes-left]")).to_have_text("Je hebt nog één stem.")
    expect(projector.locator(".wall .card")).to_have_count(2, timeout=SLOW)
    presenter.keyboard.press("r")
    expect(projector.locator(".ranked-card p:first-child")).to_have_text(
        ["later beginnen", "een moestuin"], timeout=SLOW
    )
    expect(projector.locator(".ranked-votes strong")).to_have_text(["1", "0"])
    expect(second.locator(".vote-count").first).to_have_text("1", timeout=SLOW)


def test_a_phone_has_no_more_votes_than_its_number_and_keeps_them_through_a_reload(room: Room) -> None:
    room.say(1, "een", "twee", "drie")
    phone = room.phone()
    vote(phone, "een")
    vote(phone, "twee")

    expect(phone.locator(".said", has_text="drie").locator(".vote")).to_be_disabled()
    expect(phone.locator("[data-votes-left]")).to_contain_text("al je stemmen gegeven")
    phone.reload()
    press(phone, "een", "true")
    press(phone, "twee", "true")
    press(phone, "drie", "false")
    vote(phone, "twee")
    press(phone, "twee", "false")
    expect(phone.locator(".said", has_text="drie").locator(".vote")).to_be_enabled()


def test_a_vote_without_a_network_counts_once_it_is_back(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    room.say(1, "een moestuin")
    expect(phone.locator(".said")).to_have_count(1, timeout=SLOW)
    presenter.keyboard.press("r")
    expect(projector.locator(".ranked-votes strong")).to_have_text(["0"], timeout=SLOW)

    phone.context.set_offline(True)
    vote(phone, "een moestuin")
    press(phone, "een moestuin", "true")
    phone.context.set_offline(False)

    expect(projector.locator(".ranked-votes strong")).to_have_text(["1"], timeout=SLOW)


def test_what_three_people_report_waits_for_the_presenter(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    room.say(1, "iets lelijks", "iets moois")
    expect(projector.locator(".wall .card")).to_have_count(2, timeout=SLOW)

    for _each in range(3):
        phone = room.phone()
        phone.locator(".said", has_text="lelijks").locator("[data-report]").click()
        expect(phone.get_by_role("button", name="Gemeld")).to_be_disabled()

    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)
    expect(phone.locator(".said-text")).to_have_text(["iets moois"], timeout=SLOW)
    show = presenter.locator(".waiting-answer").get_by_role("button", name="Toon", exact=True)
    expect(show).to_be_visible(timeout=SLOW)
    presenter.wait_for_timeout(
        400
    )  # a press that comes sooner than an eye sees means what stood there before
    show.click()
    expect(projector.locator(".wall .card")).to_have_count(2, timeout=SLOW)


def test_questions_go_on_beside_the_next_slide_and_who_writes_one_goes_on_writing(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    expect(phone.locator(".beside")).to_have_count(0)
    room.record(SlideShown(2), SlideShown(3))
    phone.locator(".beside summary").click()
    beside = phone.locator(".beside")
    beside.locator("textarea").fill("Wat kost het?")

    room.record(SlideShown(1))

    expect(phone.locator("h1")).to_have_text("Wat zou je veranderen?", timeout=SLOW)
    expect(beside.locator("textarea")).to_be_focused()
    expect(beside.locator("textarea")).to_have_value("Wat kost het?")
    beside.get_by_role("button", name="Verstuur").click()
    expect(beside.locator(".note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)
    room.record(SlideShown(2))
    expect(projector.locator(".ranked-card p:first-child")).to_have_text(["Wat kost het?"], timeout=SLOW)
    expect(presenter.locator("#answers p").first).to_have_text("Wat kost het?", timeout=SLOW)


def test_the_question_that_most_people_have_comes_first(room: Room) -> None:
    room.record(SlideShown(2))
    projector, phone, other = room.projector(), room.phone(), room.phone()
    room.say(2, "Wanneer begint het?", "Wat kost het?")

    for page in (phone, other):
        vote(page, "Wat kost het?")

    expect(projector.locator(".ranked-card p:first-child")).to_have_text(
        ["Wat kost het?", "Wanneer begint het?"], timeout=SLOW
    )
    expect(other.locator(".said-text").first).to_have_text("Wat kost het?", timeout=SLOW)
    expect(other.locator(".vote-count").first).to_have_text("2", timeout=SLOW)
