"""The presenter sorts earlier answers into themes, with a mouse or with keys, and phones vote for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room, room_with
from workshop.events import SlideShown

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DECK = """# Wat neem je mee?

::: open
:::

---

# Wat horen we?

::: harvest {votes=1}
:::
"""


@pytest.fixture
def room(browser: Browser, tmp_path: Path) -> Iterator[Room]:
    with room_with(browser, tmp_path, DECK, SlideShown(1)) as room:
        room.say(1, "rust", "tijd", "lef")
        room.record(SlideShown(2))
        yield room


def make_theme(presenter: Page, name: str) -> None:
    field = presenter.locator("[data-new-theme] input")
    field.fill(name)
    field.press("Enter")
    expect(presenter.locator(".pile-head input").last).to_have_value(name, timeout=SLOW)


def pile(page: Page, theme: int) -> list[str]:
    return page.locator(f'.pile[data-pile="{theme}"] .sortable p').all_text_contents()


def test_answers_are_dragged_into_themes_and_the_room_sees_it(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    expect(projector.locator(".sheaf .card")).to_have_count(3, timeout=SLOW)

    make_theme(presenter, "Ruimte")
    presenter.locator(".sortable p", has_text="tijd").drag_to(presenter.locator('.pile[data-pile="1"]'))

    expect(projector.locator(".sheaf h2")).to_have_text(["Ruimte"], timeout=SLOW)
    expect(projector.locator(".sheaf .card")).to_have_text(["tijd"], timeout=SLOW)
    expect(projector.locator(".ranked-others")).to_have_text("2 antwoorden zijn nog niet ingedeeld")
    assert pile(presenter, 1) == ["tijd"]


def test_answers_are_sorted_with_keys_and_the_focus_stays_on_the_answer(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    make_theme(presenter, "Ruimte")
    make_theme(presenter, "Moed")

    presenter.locator(".sortable", has_text="lef").focus()
    presenter.keyboard.press("2")

    expect(presenter.locator('.pile[data-pile="2"] .sortable p')).to_have_text(["lef"], timeout=SLOW)
    expect(presenter.locator(".sortable", has_text="lef")).to_be_focused()
    presenter.keyboard.press("0")
    expect(presenter.locator('.pile[data-pile="2"] .sortable')).to_have_count(0, timeout=SLOW)
    presenter.locator(".sortable", has_text="rust").locator("select").select_option("Ruimte")
    expect(projector.locator(".sheaf .card")).to_have_text(["rust"], timeout=SLOW)


def test_phones_vote_for_themes_and_see_a_new_name(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    make_theme(presenter, "Ruimte")
    make_theme(presenter, "Moed")
    phone.get_by_label("Ruimte").check()
    expect(phone.get_by_label("Moed")).to_be_disabled()
    expect(phone.locator(".note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)

    name = presenter.locator(".pile-head input").first
    name.fill("Ruimte om te leren")
    name.press("Enter")
    presenter.locator("#now").click()
    presenter.keyboard.press("r")

    expect(projector.locator(".sheaf-count strong")).to_have_text(["▲ 1", "▲ 0"], timeout=SLOW)
    expect(phone.get_by_label("Ruimte om te leren")).to_be_checked(timeout=SLOW)
    presenter.get_by_role("button", name="Verwijder het thema Moed").click()
    expect(projector.locator(".sheaf h2")).to_have_text(["Ruimte om te leren"], timeout=SLOW)
    expect(presenter.locator(".pile")).to_have_count(2)


def test_an_answer_that_comes_late_joins_what_is_not_sorted(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    expect(presenter.locator(".sortable")).to_have_count(3, timeout=SLOW)

    room.say(1, "hoop")

    expect(presenter.locator(".sortable")).to_have_count(4, timeout=SLOW)
    expect(projector.locator(".sheaf .card")).to_have_count(4, timeout=SLOW)
