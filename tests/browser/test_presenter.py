"""The presenter's page as a stand: all slides, undo, keys, and several presenters at once."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, answer, go_to, room_with
from workshop.events import Answered, SlideShown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LONG = "\n\n---\n\n".join(f"# Dia {n}\n\nWoorden." for n in range(1, 61))


def second_page(presenter: Page) -> Page:
    """Another presenter's page, of the same person."""
    page = presenter.context.new_page()
    page.goto(presenter.url)
    expect(page.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
    return page


def at(page: Page, place: str) -> None:
    expect(page.locator("[data-place]")).to_have_text(place, timeout=SLOW)


def test_sixty_slides_open_as_pictures_drawn_when_they_are_seen(browser: Browser, tmp_path: Path) -> None:
    with room_with(browser, tmp_path, LONG) as room:
        presenter = room.presenter(1366, 768)

        presenter.keyboard.press("o")
        thumbs = presenter.locator(".thumb")
        expect(thumbs).to_have_count(61, timeout=SLOW)
        expect(thumbs.nth(1).locator("h1")).to_have_text("Dia 1", timeout=SLOW)
        assert presenter.locator(".thumb .slide").count() < 61
        presenter.keyboard.press("End")
        expect(thumbs.nth(60).locator("h1")).to_have_text("Dia 60", timeout=SLOW)
        presenter.keyboard.press("ArrowLeft")
        presenter.keyboard.press("Enter")

        at(presenter, "59 van 60")
        expect(presenter.locator("[data-overview]")).to_be_hidden()


def test_the_overview_marks_what_is_on_counts_answers_and_closes_with_escape(room: Room) -> None:
    presenter = room.presenter()
    go_to(presenter, 2)
    room.record(SlideShown(12))
    room.say(12, "een", "twee")
    expect(presenter.locator("[data-answers]")).to_have_text("2 antwoorden", timeout=SLOW)

    presenter.get_by_role("button", name="Alle dia").first.click()
    marked = presenter.locator(".thumb", has=presenter.locator('[aria-current="true"]'))
    expect(marked).to_contain_text("2 antwoorden", timeout=SLOW)
    presenter.keyboard.press("Escape")
    expect(presenter.locator("[data-overview]")).to_be_hidden()
    at(presenter, "12 van 18")

    presenter.keyboard.press("o")
    presenter.locator(".thumb").nth(3).click()
    at(presenter, "3 van 18")


def test_undo_names_what_it_undoes_and_a_reload_and_a_second_page_know_it(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    room.record(SlideShown(12))
    room.say(12, "weg ermee")
    presenter.locator(".moderated", has_text="weg ermee").get_by_role("button", name="Verberg").click()
    expect(presenter.locator("[data-undo]")).to_contain_text("antwoord verborgen", timeout=SLOW)
    expect(projector.locator(".wall .card")).to_have_count(0, timeout=SLOW)

    presenter.reload()
    expect(presenter.locator("[data-undo]")).to_contain_text("antwoord verborgen", timeout=SLOW)
    other = second_page(presenter)
    other.keyboard.press("u")

    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)
    expect(presenter.locator("[data-undo]")).to_contain_text("dia 12 getoond", timeout=SLOW)
    presenter.keyboard.press("Shift+U")
    expect(projector.locator(".wall .card")).to_have_count(0, timeout=SLOW)
    presenter.keyboard.press("Control+z")
    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)


def test_next_pressed_on_two_pages_at_once_goes_one_slide(room: Room) -> None:
    presenter = room.presenter()
    other = second_page(presenter)
    go_to(presenter, 3)
    at(other, "3 van 18")
    other.wait_for_timeout(500)  # the other has seen the slide, too

    _press_after_the_other_did(presenter, other, "[data-place]", "document.querySelector(\"[data-go='1']\")")

    at(presenter, "4 van 18")
    other.wait_for_timeout(500)
    at(other, "4 van 18")
    other.keyboard.press("ArrowRight")
    at(presenter, "5 van 18")


@pytest.mark.parametrize("name", ["hide", "pin"])
def test_an_answer_that_two_hide_or_pin_at_once_is_hidden_or_pinned(room: Room, name: str) -> None:
    presenter = room.presenter()
    other = second_page(presenter)
    room.record(SlideShown(12))
    room.say(12, "de enige")
    for page in (presenter, other):
        expect(page.locator(".moderated")).to_have_count(1, timeout=SLOW)
    presenter.wait_for_timeout(500)

    button = f"document.querySelector('[data-do={name}]')"
    _press_after_the_other_did(presenter, other, "#answers", button)

    done = ".moderated.hidden-answer" if name == "hide" else '[data-do="pin"][aria-pressed="true"]'
    for page in (presenter, other):
        expect(page.locator(done)).to_have_count(1, timeout=SLOW)
    presenter.wait_for_timeout(500)
    expect(other.locator(done)).to_have_count(1)


def _press_after_the_other_did(presenter: Page, other: Page, watched: str, button: str) -> None:
    """The worst moment: what `presenter` changed is on the page of `other` just before its press."""
    other.evaluate(
        f"""() => {{
          const press = () => {button}.click();
          const watch = new MutationObserver(() => {{ watch.disconnect(); setTimeout(press, 20); }});
          watch.observe(document.querySelector("{watched}"), {{
            childList: true, subtree: true, characterData: true, attributes: true,
          }});
        }}"""
    )
    presenter.evaluate(f"{button}.click()")


def test_keys_choose_an_answer_and_hide_pin_and_enlarge_it(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    room.record(SlideShown(12))
    room.say(12, "de eerste", "de tweede")
    expect(presenter.locator(".moderated")).to_have_count(2, timeout=SLOW)

    presenter.keyboard.press("j")
    presenter.keyboard.press("ArrowDown")
    chosen = presenter.locator('.moderated[aria-current="true"]')
    expect(chosen).to_contain_text("de eerste")
    presenter.keyboard.press("p")
    expect(projector.locator(".wall .card p").first).to_have_text("de eerste", timeout=SLOW)
    presenter.keyboard.press("g")
    expect(projector.locator("[data-enlarged]")).to_have_text("de eerste", timeout=SLOW)
    presenter.keyboard.press("g")
    presenter.keyboard.press("k")
    presenter.keyboard.press("v")
    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)
    presenter.keyboard.press("v")
    expect(projector.locator(".wall .card")).to_have_count(2, timeout=SLOW)


def test_a_queue_is_gone_through_with_one_key_an_answer(room: Room) -> None:
    presenter = room.presenter()
    room.record(SlideShown(12))
    presenter.get_by_role("button", name="Eerst lezen, dan tonen").click()
    expect(presenter.locator("[data-moderate]")).to_have_attribute("aria-pressed", "true", timeout=SLOW)
    room.say(12, "een", "twee", "drie")
    expect(presenter.locator(".waiting-answer")).to_have_count(3, timeout=SLOW)

    presenter.keyboard.press("j")
    presenter.keyboard.press("v")
    expect(presenter.locator(".waiting-answer")).to_have_count(2, timeout=SLOW)
    presenter.keyboard.press("x")
    expect(presenter.locator(".hidden-answer p")).to_have_text("twee", timeout=SLOW)
    presenter.keyboard.press("u")

    expect(presenter.locator(".waiting-answer")).to_have_count(2, timeout=SLOW)


def test_of_many_answers_two_hundred_are_drawn_and_a_change_leaves_the_others_alone(
    browser: Browser, tmp_path: Path
) -> None:
    answers = [Answered(f"p{n}", f"answer-{n:012}", 1, 0, f"antwoord {n}") for n in range(1_000)]
    with room_with(browser, tmp_path, "# Vraag\n\n::: open\n:::", SlideShown(1), *answers) as room:
        presenter = room.presenter()
        items = presenter.locator(".moderated")
        expect(items).to_have_count(200, timeout=SLOW)

        presenter.evaluate(
            """() => {
              window.changes = 0;
              new MutationObserver((all) => (window.changes += all.length)).observe(
                document.querySelector("#answers"), { childList: true, subtree: true, attributes: true });
            }"""
        )
        items.first.get_by_role("button", name="Verberg").click()
        expect(presenter.locator(".hidden-answer")).to_have_count(1, timeout=SLOW)

        assert presenter.evaluate("window.changes") < 20
        presenter.get_by_role("button", name="Toon er nog 800").click()
        expect(items).to_have_count(400)


def test_the_page_says_how_many_have_answered_and_how_long_it_has_been_going_on(room: Room) -> None:
    presenter, phones = room.presenter(), [room.phone(), room.phone()]
    go_to(presenter, 12)
    people = presenter.locator("[data-people]")
    expect(people).to_have_text("0 van 2 hebben geantwoord", timeout=SLOW)

    answer(phones[0], "een")
    answer(phones[0], "nog een", question=1)
    expect(presenter.locator("[data-answers]")).to_have_text("2 antwoorden", timeout=SLOW)

    expect(people).to_have_text("1 van 2 hebben geantwoord", timeout=SLOW)
    expect(presenter.locator("[data-elapsed]")).to_contain_text("bezig")
    expect(presenter.locator("[data-on-slide]")).to_contain_text("op deze dia")


def test_the_notes_on_a_second_screen_follow(room: Room) -> None:
    presenter = room.presenter()
    notes = presenter.context.new_page()
    notes.goto(presenter.url + "/notes")

    go_to(presenter, 12)

    expect(notes.locator("#notes")).to_contain_text("Vijftien tot twintig minuten", timeout=SLOW)


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1440, 900)])
def test_all_of_it_stands_on_one_page_and_no_card_of_the_picture_is_cut_off(
    room: Room, width: int, height: int
) -> None:
    presenter = room.presenter(width, height)
    room.record(SlideShown(12))
    room.say(12, *[f"Antwoord {n}: " + "lange woorden " * (5 + n % 9) for n in range(40)])
    expect(presenter.locator(".moderated")).to_have_count(40, timeout=SLOW)

    scrolls = "() => document.documentElement.scrollHeight > innerHeight"
    cut = """() => {
      const wall = document.querySelector("#now [data-columns]").getBoundingClientRect();
      const cards = [...document.querySelectorAll("#now .card")];
      return cards.filter((card) => card.getBoundingClientRect().bottom > wall.bottom + 1).length;
    }"""
    assert presenter.locator("#now .card").count() > 3
    assert presenter.evaluate(cut) == 0
    assert not presenter.evaluate(scrolls)


def test_the_keys_are_listed_on_a_question_mark(room: Room) -> None:
    presenter = room.presenter()

    presenter.keyboard.press("?")
    expect(presenter.locator("[data-help]")).to_contain_text("Verberg of toon het gekozen antwoord")
    presenter.keyboard.press("ArrowRight")
    presenter.keyboard.press("Escape")

    expect(presenter.locator("[data-help]")).to_be_hidden()
    at(presenter, "Wachtruimte")
