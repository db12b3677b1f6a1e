"""A quiz in a room: its time, one press, names, what was right, and the podium."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.room import SLOW, Room, serving
from tests.server import Server
from workshop import journal
from workshop.events import Answered
from workshop.workshops import by_code

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCHOOLS, SHORT, PODIUM, LAST = 1, 2, 3, 4
DECK = """---
title: Quiz
language: nl
---

# Hoeveel scholen doen mee?

::: quiz {seconds=300}
- 12
- [x] 31
- 50
:::

---

# Welke stad was de eerste?

::: quiz {seconds=5}
- [x] Utrecht
- Almere
:::

---

# De stand

::: podium
:::

---

# Einde

Tot ziens.
"""
A_DAY = 86_400_000


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server whose workshop shows DECK."""
    with serving(tmp_path, DECK) as server:
        yield server


def go_to(presenter: Page, slide: int) -> None:
    place = presenter.locator("[data-place]")
    while place.text_content() != f"{slide} van 4":
        before = place.text_content() or ""
        presenter.locator('[data-go="1"]').click()
        expect(place).not_to_have_text(before, timeout=SLOW)


def show_result(presenter: Page) -> None:
    presenter.locator("[data-reveal]").click()


def press(phone: Page, option: str) -> None:
    phone.locator(".quiz-option", has_text=option).click()


def expect_saved(phone: Page) -> None:
    expect(phone.locator(".note-state")).to_have_text("✓ opgeslagen", timeout=SLOW)


def answers(server: Server) -> list[Answered]:
    """What the journal holds."""
    with server.database.write() as session:
        workshop = by_code(session, server.ready.code)
        assert workshop is not None
        events = journal.read_since(session.connection(), workshop.id, 0)
    return [recorded.event for recorded in events if isinstance(recorded.event, Answered)]


def milliseconds(answer: Answered) -> int:
    assert isinstance(answer.value, list)
    return answer.value[1]


def test_one_press_counts_the_result_tells_who_was_right_and_the_podium_who_leads(room: Room) -> None:
    presenter, projector, anna, bob = room.presenter(), room.projector(), room.phone(), room.phone()
    go_to(presenter, SCHOOLS)
    expect(projector.locator(".quiz-time")).to_have_text(re.compile(r"[45]:\d\d"), timeout=SLOW)
    expect(anna.locator("[data-countdown]")).to_have_text(re.compile(r"[45]:\d\d"), timeout=SLOW)
    expect(anna.locator("[data-nick]")).to_contain_text("Je speelt als ", timeout=SLOW)
    expect(bob.locator("[data-nick]")).to_contain_text("Je speelt als ", timeout=SLOW)
    name = (anna.locator('[data-own="nick"]').text_content() or "").removeprefix("Je speelt als ")
    assert name != (bob.locator('[data-own="nick"]').text_content() or "").removeprefix("Je speelt als ")

    press(anna, "31")
    press(bob, "50")
    expect_saved(anna)
    expect_saved(bob)
    expect(anna.locator(".quiz-option").first).to_be_disabled()
    expect(projector.locator("[data-answers-word]")).to_have_text("2 antwoorden", timeout=SLOW)
    for page in (anna, bob, projector):
        expect(page.locator(".is-right, .is-wrong")).to_have_count(0)
    show_result(presenter)

    for page in (anna, bob, projector):
        expect(page.locator("main .is-right")).to_contain_text("31", timeout=SLOW)
        expect(page.locator("main .is-right")).to_contain_text("✓ goed")
    expect(anna.locator('[data-own="outcome"]')).to_have_text(
        re.compile(r"Goed: [\d.]+ punten"), timeout=SLOW
    )
    expect(anna.locator('[data-own="place"]')).to_have_text(re.compile(r"Je bent 1e van 2, [\d.]+ punten"))
    expect(bob.locator('[data-own="outcome"]')).to_have_text("Niet goed. Het was: 31", timeout=SLOW)
    expect(bob.locator('[data-own="place"]')).to_have_text("Je bent 2e van 2, 0 punten")
    expect(projector.locator(".quiz-time")).to_be_hidden()
    go_to(presenter, PODIUM)

    expect(projector.locator(".step-1")).to_contain_text(name, timeout=SLOW)
    expect(anna.locator('[data-own="place"]')).to_have_text(re.compile("Je bent 1e van 2"), timeout=SLOW)
    expect(bob.locator('[data-own="place"]')).to_have_text(re.compile("Je bent 2e van 2"), timeout=SLOW)
    expect(bob.locator(".podium-list")).to_contain_text(name)


def test_a_press_is_sent_once_and_stays_after_a_reload(room: Room, server: Server) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, SCHOOLS)
    expect(phone.locator(".quiz-option")).to_have_count(3, timeout=SLOW)

    phone.evaluate(
        "() => { for (const b of document.querySelectorAll('.quiz-option')) { b.click(); b.click(); } }"
    )
    expect_saved(phone)
    phone.reload()

    expect(phone.locator('.quiz-option[aria-pressed="true"]')).to_contain_text("12", timeout=SLOW)
    expect(phone.locator(".quiz-option").last).to_be_disabled()
    assert [answer.value[0] for answer in answers(server) if isinstance(answer.value, list)] == [0]


def test_a_reload_does_not_make_a_phone_faster_also_with_a_clock_that_jumps(
    room: Room, server: Server
) -> None:
    presenter, plain, jumping = room.presenter(), room.phone(), room.phone()
    go_to(presenter, SCHOOLS)
    for page in (plain, jumping):
        expect(page.locator(".quiz-option")).to_have_count(3, timeout=SLOW)
    seen = "() => Object.keys(localStorage).find((key) => key.startsWith('seen-'))"
    first_sight = jumping.wait_for_function(seen, timeout=SLOW).json_value()
    plain.wait_for_function(seen, timeout=SLOW)
    # The clock of one phone is set forward by a day: what it kept lies a day back.
    jumping.evaluate(
        "([key, day]) => localStorage.setItem(key, JSON.stringify({ at: Date.now() - day }))",
        [first_sight, A_DAY],
    )
    plain.wait_for_timeout(1_500)

    for page in (plain, jumping):
        page.reload()
        expect(page.locator(".quiz-option").first).to_be_enabled(timeout=SLOW)
        press(page, "31")
        expect_saved(page)

    took = [milliseconds(answer) for answer in answers(server)]
    assert len(took) == 2
    assert all(1_500 <= each < 300_000 for each in took), took


def test_a_press_without_a_connection_counts_when_it_comes_back(room: Room, server: Server) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, SCHOOLS)
    expect(phone.locator(".quiz-option")).to_have_count(3, timeout=SLOW)
    phone.context.set_offline(True)

    press(phone, "31")
    expect(phone.locator(".quiz-option").first).to_be_disabled()
    phone.context.set_offline(False)

    expect_saved(phone)
    assert len(answers(server)) == 1


def test_when_the_time_is_over_the_phone_closes_by_itself_and_more_time_opens_it(
    room: Room, server: Server
) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, SHORT)
    expect(phone.locator(".quiz-option")).to_have_count(2, timeout=SLOW)

    expect(phone.locator(".quiz-option").first).to_be_disabled(timeout=SLOW)
    expect(projector.locator(".closed-sign")).to_be_visible(timeout=SLOW)
    expect(phone.locator("form.quiz")).to_contain_text("De tijd is om.")
    presenter.locator('[data-seconds="60"]').click()
    expect(phone.locator(".quiz-option").first).to_be_enabled(timeout=SLOW)
    press(phone, "Utrecht")
    expect_saved(phone)

    assert milliseconds(answers(server)[0]) >= 5_000


def test_a_phone_that_is_offline_knows_when_the_time_is_over(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, SCHOOLS)
    expect(phone.locator(".quiz-option").first).to_be_enabled(timeout=SLOW)
    phone.context.set_offline(True)

    # A clock that runs a thousand times as fast, and no jump: what was still under way begins the time again.
    phone.evaluate(
        "() => { const now = performance.now.bind(performance), start = now();"
        " performance.now = () => start + (now() - start) * 1000; }"
    )

    expect(phone.locator("[data-over]")).to_be_visible(timeout=SLOW)
    expect(phone.locator(".quiz-option").first).to_be_disabled()


def test_going_back_to_a_question_does_not_begin_its_time_again(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    go_to(presenter, SHORT)
    expect(projector.locator(".closed-sign")).to_be_visible(timeout=SLOW)

    presenter.locator('[data-go="-1"]').click()
    expect(presenter.locator("[data-place]")).to_have_text("1 van 4", timeout=SLOW)
    presenter.locator('[data-go="1"]').click()

    expect(projector.locator("h1")).to_have_text("Welke stad was de eerste?", timeout=SLOW)
    expect(projector.locator(".quiz-time")).to_be_hidden()
    expect(projector.locator(".closed-sign")).to_be_visible()


def test_another_name_may_be_had_a_few_times(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, SCHOOLS)
    nick = phone.locator('[data-own="nick"]')
    expect(nick).to_contain_text("Je speelt als", timeout=SLOW)
    had = {nick.text_content()}

    for _name in range(5):
        phone.get_by_role("button", name="Andere naam").click()
        expect(phone.locator("[data-another-name]")).to_be_enabled(timeout=SLOW)
        had.add(nick.text_content())

    assert len(had) == 6
    expect(phone.locator("[data-another-name]")).to_be_hidden()
    phone.reload()
    expect(nick).to_have_text(re.compile("Je speelt als"), timeout=SLOW)
    assert nick.text_content() in had


def test_the_room_sees_no_places_while_nobody_has_points(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, PODIUM)

    expect(projector.locator(".podium-empty")).to_be_visible(timeout=SLOW)
    expect(phone.locator(".calm")).to_contain_text("Hier komen de namen", timeout=SLOW)
    expect(phone.locator('[data-own="place"]')).to_be_hidden()


def test_it_is_played_with_the_keyboard(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, SCHOOLS)
    expect(phone.locator(".quiz-option").first).to_be_enabled(timeout=SLOW)

    phone.locator(".quiz-option").first.focus()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")

    expect(phone.locator('.quiz-option[aria-pressed="true"]')).to_contain_text("31")
    expect_saved(phone)


def test_with_reduced_motion_the_podium_stands_at_once(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    projector.emulate_media(reduced_motion="reduce")
    go_to(presenter, SCHOOLS)
    expect(phone.locator(".quiz-option").first).to_be_enabled(timeout=SLOW)
    press(phone, "31")
    expect_saved(phone)
    show_result(presenter)
    go_to(presenter, PODIUM)

    expect(projector.locator(".step-1")).to_be_visible(timeout=SLOW)
    assert projector.locator(".step-1").evaluate("step => getComputedStyle(step).opacity") == "1"
    assert projector.locator(".step-1").evaluate("step => step.getAnimations().length") == 0
