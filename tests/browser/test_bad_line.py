"""Bad Wi-Fi: what was typed is sent once, whatever happens to the line."""

import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.browser.room import SLOW, Room, answer, cards, go_to
from workshop.events import Answered
from workshop.journal import read_since

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_phone_that_goes_offline_while_answering_comes_back_with_its_answer_once(room: Room) -> None:
    presenter, projector, phone = room.presenter(), room.projector(), room.phone()
    go_to(presenter, 12)
    expect(phone.locator("form.question")).to_have_count(6, timeout=SLOW)

    phone.context.set_offline(True)
    answer(phone, "geschreven zonder netwerk")
    expect(phone.locator(".note-state").first).to_contain_text("wacht op verbinding", timeout=SLOW)
    expect(phone.locator("[data-trouble]")).to_contain_text("geen netwerk")
    phone.context.set_offline(False)

    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)
    assert _answers(room) == ["geschreven zonder netwerk"]


def test_what_was_sent_while_the_server_was_gone_is_there_once_after_its_restart(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, 12)
    expect(phone.locator("form.question")).to_have_count(6, timeout=SLOW)

    assert room.server.process is not None
    os.kill(_web_of(room.server.process.pid), signal.SIGKILL)
    answer(phone, "midden in de storing")

    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=2 * SLOW)
    assert _answers(room) == ["midden in de storing"]


def test_a_reload_in_the_middle_keeps_the_draft_the_answers_and_the_identity(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, 12)
    answer(phone, "al verstuurd")
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    phone.locator("textarea").nth(1).fill("nog niet af")

    phone.reload()

    expect(phone.locator("textarea").nth(1)).to_have_value("nog niet af", timeout=SLOW)
    expect(phone.locator(".note-text")).to_have_text(["al verstuurd"], timeout=SLOW)
    phone.get_by_role("button", name="Neem terug").click()
    expect(phone.locator(".note")).to_have_count(0)


@pytest.mark.parametrize("slide", [12, 14])
def test_what_was_written_or_ticked_before_the_script_came_counts(room: Room, slide: int) -> None:
    presenter, phone = room.presenter(), room.page()
    go_to(presenter, slide)
    held: list[Route] = []
    phone.route("**/js/phone.js*", lambda route: held.append(route))
    phone.goto(room.server.phone, wait_until="commit")
    field = phone.locator("textarea, .option input").first

    if slide == 12:
        field.fill("al getypt")
    else:
        field.check()
    phone.wait_for_timeout(200)
    held[0].continue_()

    if slide == 12:
        phone.get_by_role("button", name="Verstuur").first.click()
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    expect(presenter.locator("[data-answers]")).to_have_text("1 antwoord", timeout=SLOW)


def test_a_phone_behind_a_proxy_without_websockets_answers_over_http(room: Room) -> None:
    presenter, projector = room.presenter(), room.projector()
    go_to(presenter, 12)
    phone = room.page()
    phone.route_web_socket("**/socket.io/**", lambda socket: socket.close())
    phone.goto(room.server.phone)

    expect(phone.locator("[data-line]")).to_contain_text("iets trager", timeout=SLOW)
    answer(phone, "zonder websocket")

    expect(projector.locator(".wall .card")).to_have_count(1, timeout=SLOW)
    assert cards(projector) == ["zonder websocket"]
    presenter.locator('[data-go="1"]').click()
    expect(phone.locator("h1")).to_have_text("Om bij stil te staan", timeout=SLOW)


def test_the_newest_tab_of_a_phone_wins_and_the_older_one_says_so(room: Room) -> None:
    phone = room.phone()

    second = phone.context.new_page()
    second.goto(room.server.phone)

    expect(second.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)
    expect(phone.locator("[data-trouble]")).to_contain_text("ander tabblad", timeout=SLOW)
    phone.get_by_role("button", name="Ga hier verder").click()
    expect(phone.locator("[data-line]")).to_have_text("Verbonden", timeout=SLOW)


def test_a_form_that_is_being_filled_in_stays_when_the_screen_goes_on(room: Room) -> None:
    presenter, phone = room.presenter(), room.phone()
    go_to(presenter, 17)
    phone.fill("#message", "Ik ben nog bezig")

    go_to(presenter, 18)
    expect(phone.locator("[data-hold]")).to_be_visible(timeout=SLOW)
    phone.get_by_role("button", name="Maak mijn kaart").click()
    expect(phone.locator("#friend_name-error")).to_be_visible(timeout=SLOW)
    phone.fill("#friend_name", "Sanne")
    phone.fill("#sender_name", "Karin")
    phone.get_by_role("button", name="Maak mijn kaart").click()

    expect(phone.locator("h1")).to_have_text("Dank jullie wel", timeout=SLOW)
    expect(phone.locator("[data-hold]")).to_be_hidden()


def _answers(room: Room) -> list[object]:
    with room.server.database.engine.connect() as connection:
        return [
            recorded.event.value
            for recorded in read_since(connection, 1, 0)
            if isinstance(recorded.event, Answered)
        ]


def _web_of(parent: int) -> int:
    """The web process among the children of `workshop serve`."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            child_of = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if child_of == parent and (process / "cmdline").read_text().endswith("web\0"):
                return int(process.name)
        except OSError:
            continue  # it ended while we looked
    raise AssertionError("no web process")
