"""Walls in their other ways, questions one after the other, and phones at their own pace."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, answer, cards, room_with
from tests.browser.test_wall import CUT
from workshop.events import SlideShown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECK = """# Drie vragen

::: open {ask=in-turn}
- Wat gaat goed?
- Wat kan beter?
- Wat ga je morgen doen?
:::

---

# Waar denk je aan?

::: open
:::

---

# Vragen

::: questions {always=true}
:::

---

# Eén woord

::: words {results=live}
:::
"""
TEXTS = [f"Antwoord {n}: " + "we zouden elkaar vaker moeten spreken. " * (n % 4 + 1) for n in range(14)]
SIZE = "(card) => parseFloat(getComputedStyle(card).fontSize)"


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_with(browser, tmp_path, DECK, SlideShown(1)) as room:
        yield room


def choose(presenter: Page, way: str) -> None:
    presenter.locator("[data-arrange] select").select_option(way)


def write(phone: Page, text: str) -> None:
    """Answers the slide's own question, not that which is asked beside it."""
    form = phone.locator("form.question", has=phone.locator("#answer-0"))
    form.locator("textarea").fill(text)
    form.locator(".send-button").click()


def questions(phone: Page) -> list[str]:
    return phone.locator("form.question h2").all_text_contents()


def test_questions_come_one_after_the_other_and_those_before_may_still_be_answered(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    assert questions(phone) == ["Wat gaat goed?"]
    answer(phone, "de sfeer")
    expect(projector.locator(".wall .card p")).to_have_text(["de sfeer"], timeout=SLOW)
    phone.locator("textarea").fill("nog niet a")

    presenter.get_by_role("button", name="Vraag 2").click()

    expect(phone.locator("form.question h2")).to_have_text(["Wat kan beter?", "Wat gaat goed?"], timeout=SLOW)
    expect(phone.locator("#answer-0")).to_have_value("nog niet a")
    expect(projector.locator(".asked .posed")).to_contain_text("Wat kan beter?")
    expect(projector.locator(".wall .card")).to_have_count(0)
    answer(phone, "de rust", question=1)
    answer(phone, "de koffie", question=0)
    expect(projector.locator(".wall .card p")).to_have_text(["de rust"], timeout=SLOW)
    expect(presenter.locator("#answers .moderated p")).to_have_text(
        ["de koffie", "de rust", "de sfeer"], timeout=SLOW
    )
    presenter.keyboard.press("u")
    expect(projector.locator(".wall .card")).to_have_count(2, timeout=SLOW)


def test_below_their_questions_answers_of_all_of_them_hang(room: Room) -> None:
    for question, texts in enumerate((TEXTS[:2], TEXTS[2:6], [])):
        room.say(1, *texts, question=question)
    presenter, projector = room.presenter(), room.projector()

    choose(presenter, "grouped")

    columns = projector.locator(".wall .column")
    expect(columns).to_have_count(3, timeout=SLOW)
    assert [columns.nth(n).locator(".card").count() for n in range(3)] == [2, 4, 0]
    assert projector.evaluate(CUT) == []
    heads = [head["x"] for n in range(3) if (head := projector.locator(".heads li").nth(n).bounding_box())]
    left = [box["x"] for n in range(3) if (box := columns.nth(n).bounding_box())]
    assert heads == pytest.approx(left, abs=2)


def test_in_rows_answers_stand_in_the_order_in_which_they_came(room: Room) -> None:
    room.record(SlideShown(2))
    room.say(2, *TEXTS[:8])
    presenter, projector = room.presenter(), room.projector()

    choose(presenter, "grid")

    expect(projector.locator(".columns > .card")).to_have_count(8, timeout=SLOW)
    assert cards(projector) == TEXTS[:8]
    assert projector.evaluate(CUT) == []
    room.say(2, *(f"later {n}: " + TEXTS[3] for n in range(40)))
    expect(projector.locator(".wall .page")).to_be_visible(timeout=SLOW)
    expect(projector.locator(".columns > .card").last).to_contain_text("later 39", timeout=SLOW)


def test_one_at_a_time_each_is_large_and_arrows_turn_to_the_others(room: Room) -> None:
    room.record(SlideShown(2))
    room.say(2, "kort", TEXTS[3], "woord " * 46)
    presenter, projector = room.presenter(), room.projector()
    small = projector.locator(".wall .card").first.evaluate(SIZE)

    choose(presenter, "single")

    card = projector.locator(".wall .card")
    expect(card).to_have_count(1, timeout=SLOW)
    assert card.evaluate(SIZE) > 1.2 * small
    expect(projector.locator(".wall .page")).to_have_text("1 van 3")
    projector.keyboard.press("PageDown")
    expect(card).to_contain_text("Antwoord 3")
    projector.keyboard.press("PageDown")
    expect(card).to_have_text("kort")
    assert projector.evaluate(CUT) == []
    expect(presenter.locator("#now .wall .card")).to_have_count(1)
    room.say(2, "net binnen")
    expect(card).to_have_text("net binnen", timeout=SLOW)


def test_a_phone_goes_its_own_way_when_it_may_and_comes_back_to_the_screen(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    expect(phone.locator("[data-pace]")).to_be_hidden()

    presenter.get_by_role("button", name="Eigen tempo").click()
    phone.get_by_role("button", name="Verder").click()

    expect(phone.locator("h1")).to_have_text("Waar denk je aan?", timeout=SLOW)
    write(phone, "vooruit")
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    phone.locator("#answer-0").fill("half af")
    presenter.locator('[data-go="1"]').click()
    presenter.locator('[data-go="1"]').click()
    phone.reload()
    expect(phone.locator("h1")).to_have_text("Waar denk je aan?", timeout=SLOW)
    expect(phone.locator("#answer-0")).to_have_value("half af", timeout=SLOW)
    phone.get_by_role("button", name="Naar het scherm").click()
    expect(phone.locator("h1")).to_have_text("Vragen", timeout=SLOW)
    expect(phone.get_by_role("button", name="Naar het scherm")).to_be_hidden()
    phone.get_by_role("button", name="Terug").click()
    expect(phone.locator("h1")).to_have_text("Waar denk je aan?", timeout=SLOW)
    presenter.get_by_role("button", name="Eigen tempo").click()
    expect(phone.locator("h1")).to_have_text("Vragen", timeout=SLOW)
    expect(phone.locator("[data-pace]")).to_be_hidden()


def test_after_the_workshop_phones_go_on_until_the_day_that_was_set(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    presenter.get_by_text("Na de workshop").click()
    presenter.get_by_label("Tot en met").fill("2099-12-31")
    presenter.locator("[data-afterwards] button").click()
    expect(presenter.locator("[data-afterwards-kept]")).to_contain_text("31 december 2099", timeout=SLOW)

    presenter.get_by_role("button", name="Beëindig de workshop").click()

    expect(phone.locator("#slide")).to_contain_text("tot en met 31 december 2099", timeout=SLOW)
    phone.get_by_role("button", name="Verder").click()
    write(phone, "thuis bedacht")
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    presenter.get_by_label("Tot en met").fill("")
    presenter.locator("[data-afterwards] button").click()
    expect(phone.locator("[data-pace]")).to_be_hidden(timeout=SLOW)
    expect(phone.locator("textarea")).to_have_count(0)


def test_without_a_websocket_a_phone_goes_its_own_way_too(room: Room) -> None:
    presenter = room.presenter()
    presenter.get_by_role("button", name="Eigen tempo").click()
    phone = room.page()
    phone.route_web_socket("**/socket.io/**", lambda socket: socket.close())
    phone.goto(room.server.phone)
    expect(phone.locator("[data-line]")).to_contain_text("iets trager", timeout=SLOW)

    phone.get_by_role("button", name="Verder").click()

    expect(phone.locator("h1")).to_have_text("Waar denk je aan?", timeout=SLOW)
    write(phone, "over http")
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)


def test_what_people_ask_beside_the_slides_comes_to_the_presenter_on_every_slide(room: Room) -> None:
    room.record(SlideShown(3), SlideShown(2))
    presenter, phone = room.presenter(), room.phone()
    expect(presenter.locator("[data-beside]")).to_be_hidden()

    phone.get_by_text("Stel een vraag").click()
    phone.locator(".beside textarea").fill("mag dit ook thuis?")
    phone.locator(".beside .send-button").click()

    asked = presenter.locator("#beside-answers .moderated")
    expect(asked.locator("p")).to_have_text(["mag dit ook thuis?"], timeout=SLOW)
    asked.focus()
    presenter.keyboard.press("b")
    expect(asked.locator('[data-do="settle"]')).to_have_attribute("aria-pressed", "true", timeout=SLOW)


def test_the_presenter_merges_words_and_takes_one_away_and_back(room: Room) -> None:
    room.record(SlideShown(4))
    room.say(4, "vertrouwen", "Vertrouwen", "trust", "lunch")
    presenter, projector = room.presenter(), room.projector()
    said = presenter.locator("[data-words] .said-word")
    expect(said).to_have_count(3)

    presenter.get_by_label("trust telt als …").select_option("vertrouwen")
    expect(said).to_have_count(2, timeout=SLOW)
    expect(projector.locator(".cloud-list li").first).to_contain_text("3×", timeout=SLOW)
    said.filter(has=presenter.locator("bdi", has_text="lunch")).get_by_role("button", name="Verberg").click()
    expect(projector.locator(".cloud-list li")).to_have_count(1, timeout=SLOW)

    presenter.locator("[data-reworded] .said-word", has_text="lunch").get_by_role("button").click()
    expect(projector.locator(".cloud-list li")).to_have_count(2, timeout=SLOW)
    presenter.locator("[data-reworded] .said-word", has_text="trust").get_by_role("button").click()
    expect(projector.locator(".cloud-list li")).to_have_count(3, timeout=SLOW)
