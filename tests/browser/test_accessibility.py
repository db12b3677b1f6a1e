"""axe finds nothing wrong with any page, in any state, in either theme (WCAG 2.2 AA)."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.room import SLOW, Room
from tests.browser.tour import NUMBERS, Tour, settle, tour
from workshop.accounts.user import everybody
from workshop.api import token
from workshop.assets import STATIC
from workshop.events import PaceFreed, SlideShown, WallArranged, WorkshopClosed
from workshop.hooks import target as targets
from workshop.hooks.delivery import put_in
from workshop.kinds.open import WAYS

# axe looks at more than a hundred pages: on a busy machine that takes its time.
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

AXE = Path(STATIC, "vendor", "axe", "axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
THEMES = ("light", "dark")


@pytest.fixture
def way(browser: Browser, tmp_path: Path) -> Iterator[Tour]:
    with tour(browser, tmp_path) as way:
        yield way


def faults(page: Page, where: str) -> list[str]:
    """What axe finds wrong, a line each."""
    settle(page)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(
        "(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
    )
    return [
        f"{where}: {violation['id']}: {node['html'][:160]} {json.dumps(node['any'][:1])[:200]}"
        for violation in found["violations"]
        for node in violation["nodes"][:2]
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_the_phone_on_every_slide_empty_answered_and_closed(way: Tour, theme: str) -> None:
    way.phone.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    found = faults(way.phone, "lobby")

    for number, kind in way.slides():
        found += faults(way.phone, f"{number} {kind}")
        if kind == "harvest":
            way.theme(number)
            found += faults(way.phone, f"{number} {kind} with themes")
        if kind == "quiz":
            way.play(number)
            found += faults(way.phone, f"{number} {kind} while its time runs")
        way.answer(number, kind)
        if kind:
            way.close(number)
            found += faults(way.phone, f"{number} {kind} closed")

    assert found == []


def test_the_projector_on_every_slide_empty_and_full(way: Tour) -> None:
    projector = way.room.projector(1280, 720)
    found = faults(projector, "lobby")

    for number, kind in way.slides():
        found += faults(projector, f"{number} {kind}")
        if kind == "quiz":
            way.play(number)
            found += faults(projector, f"{number} {kind} while its time runs")
        way.answer(number, kind)
        if kind == "harvest":
            way.theme(number)
        if kind:
            way.close(number)
        found += faults(projector, f"{number} {kind} full")

    assert found == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_presenter_on_every_slide(way: Tour, theme: str) -> None:
    presenter = way.room.presenter(1366, 768)
    presenter.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    found = faults(presenter, "lobby")

    for number, kind in way.slides():
        if kind == "quiz":
            way.play(number)
            found += faults(presenter, f"{number} {kind} while its time runs")
        way.answer(number, kind)
        if kind == "harvest":
            way.theme(number)
        if kind == "open":
            way.moderate(number)
        found += faults(presenter, f"{number} {kind}")

    assert found == []


@pytest.mark.parametrize("theme", THEMES)
def test_walls_in_every_way_words_that_count_as_others_and_phones_at_their_own_pace(
    way: Tour, theme: str
) -> None:
    presenter, projector = way.room.presenter(1366, 768), way.room.projector(1280, 720)
    for page in (presenter, way.phone):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    found: list[str] = []
    wall, cloud = NUMBERS["Denk mee"], NUMBERS["Wat heb je nodig?"]

    way.show(wall)
    way.answer(wall, "open")
    for name in WAYS:
        way.room.record(WallArranged(wall, name))
        expect(projector.locator(f'[data-way="{name}"]')).to_be_attached(timeout=SLOW)
        found += faults(projector, f"wall {name}") + faults(presenter, f"presenter, wall {name}")
    way.show(cloud)
    way.answer(cloud, "words")
    way.room.record(PaceFreed(), SlideShown(NUMBERS["Jullie vragen"]), SlideShown(cloud))
    way.room.say(NUMBERS["Jullie vragen"], "Mag dit ook thuis?")
    presenter.locator("[data-hide]").first.click()
    expect(presenter.locator("[data-restore]")).to_be_visible(timeout=SLOW)
    expect(presenter.locator("[data-beside]")).to_be_visible(timeout=SLOW)
    found += faults(presenter, "words and questions beside them")
    way.phone.get_by_role("button", name="Terug").click()
    expect(way.phone.locator("[data-along]")).to_be_visible(timeout=SLOW)
    found += faults(way.phone, "at its own pace")

    assert found == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_pages_around_the_workshop(room: Room, theme: str) -> None:
    presenter, phone, stranger = room.presenter(), room.phone(), room.page()
    for page in (presenter, phone, stranger):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    room.record(SlideShown(12))
    room.say(12, "een antwoord", "nog een")
    room.record(WorkshopClosed())
    base, found = room.server.base, faults(phone, "ended")
    told(room)

    own = ("cards", "sheets", "paper", "results", "chain", "funnel", "form", "replay")
    around = (
        *("/leads", "/leads/board", "/leads/import", "/leads/pipeline", "/printers", "/funnel"),
        *("/mail", "/mail/thanks/nl", "/jobs", "/hooks", "/hooks/1", "/account"),
        *("/privacy/person", "/privacy/retention", "/audit"),
    )
    for path in ("/workshops", *(f"/workshops/1/{page}" for page in own), *around):
        answer = presenter.goto(base + path)
        assert answer is not None
        assert answer.status == 200, path
        found += faults(presenter, path)
    phone.goto(f"{room.server.phone}/mine")
    found += faults(phone, "mine")
    for path in ("/", "/?code=NIETS1", "/sign-in", "/privacy", "/nergens"):
        stranger.goto(base + path)
        found += faults(stranger, path)

    assert found == []


def told(room: Room) -> None:
    """A webhook that was told something, in each state, and a token."""
    with room.server.database.write() as session:
        target = targets.add(session, "https://crm.invalid/in", ["lead.left"], 1)
        for state in ("waiting", "delivered", "failed", "stopped", "gone"):
            delivery = put_in(session, target, "lead.left", {"lead": 1}, 1)
            delivery.state, delivery.outcome = state, "away" if state == "failed" else ""
        admin = next(user for user in everybody(session) if user.is_admin)
        token.make(session, admin, "CRM", writes=True, now=1, expires_at=2)
