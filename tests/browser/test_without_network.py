"""The phone's page where there is no network: it opens, shows what it showed, and keeps what is written."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pocket import Pocket, answers, expect_connected, wait_until, wait_until_kept
from tests.browser.room import SLOW, answer
from tests.server import Server, wait_for
from workshop.events import SlideShown
from workshop.journal import Entry, append

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).parents[2]
QUESTIONS, AFTER = 12, 13
NAMES = "async () => (await caches.keys()).sort()"
ADDRESSES = """async () => {
  const names = await caches.keys();
  const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return all.flat().map((request) => new URL(request.url).pathname).sort();
}"""


@pytest.fixture
def pocket(browser: Browser, tmp_path: Path) -> Iterator[Pocket]:
    pocket = Pocket(browser, tmp_path / "profile")
    yield pocket
    pocket.close()


def show(server: Server, slide: int) -> None:
    with server.database.write() as session:
        append(session.connection(), [Entry(1, SlideShown(slide))])


def test_the_page_opens_without_a_network_and_shows_what_it_showed_last(
    server: Server, pocket: Pocket
) -> None:
    phone = pocket.open(server.phone)
    wait_until_kept(phone)
    show(server, QUESTIONS)  # the copy of the page is from before
    answer(phone, "van mij")
    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    phone.locator("textarea").nth(1).fill("nog niet af")
    pocket.close()
    server.stop()

    phone = pocket.open(server.phone)

    expect(phone.locator("textarea").nth(1)).to_have_value("nog niet af")
    expect(phone.locator(".note-text")).to_have_text(["van mij"])
    expect(phone.locator("[data-place]")).to_have_text(f"{QUESTIONS} van 18")
    expect(phone.locator("[data-trouble]")).to_contain_text("kan de workshop niet bereiken", timeout=SLOW)


def test_what_was_written_without_a_network_is_sent_once_though_the_browser_was_closed_in_between(
    server: Server, pocket: Pocket
) -> None:
    show(server, QUESTIONS)
    phone = pocket.open(server.phone)
    wait_until_kept(phone)
    phone.context.set_offline(True)
    answer(phone, "eerst zonder netwerk")
    pocket.close()

    phone = pocket.open(server.phone, offline=True)
    expect(phone.locator(".note-text")).to_have_text(["eerst zonder netwerk"])
    answer(phone, "en nog een", question=1)
    expect(phone.locator(".note-state").last).to_contain_text("wacht op verbinding", timeout=SLOW)
    assert answers(server.database) == []
    phone.context.set_offline(False)

    expect(phone.locator('.note-state[data-state="saved"]')).to_have_count(2, timeout=SLOW)
    (me, first), (also_me, second) = answers(server.database)
    assert (first, second) == ("eerst zonder netwerk", "en nog een")
    assert me == also_me


def test_the_page_goes_on_with_the_screen_as_soon_as_the_network_is_back(
    server: Server, pocket: Pocket
) -> None:
    show(server, QUESTIONS)
    phone = pocket.open(server.phone)
    wait_until_kept(phone)
    pocket.close()
    show(server, AFTER)

    phone = pocket.open(server.phone, offline=True)
    expect(phone.locator("textarea")).to_have_count(6)
    phone.context.set_offline(False)

    expect(phone.locator("h1")).to_have_text("Om bij stil te staan", timeout=SLOW)
    expect_connected(phone)


def test_nothing_is_kept_but_the_phones_page_and_what_it_names(server: Server, pocket: Pocket) -> None:
    phone = pocket.open(server.phone)
    wait_until_kept(phone)
    for address in (server.ready.sign_in_path, f"/projector/{server.ready.projector_key}", "/"):
        phone.goto(server.base + address)
    phone.goto(server.base + server.ready.sign_in_path)
    phone.get_by_role("button", name="Inloggen").click()
    expect(phone.locator("[data-place]")).to_be_visible()
    for address in ("/workshops", "/leads", "/workshops/1/cards"):
        assert phone.goto(server.base + address).ok  # type: ignore[union-attr]

    kept = phone.evaluate(ADDRESSES)

    pages = [address for address in kept if not address.startswith(("/static/", "/decks/", "/icon-"))]
    assert pages == [f"/{server.ready.code}"]
    assert any(address.endswith("/kinds/choice.js") for address in kept), "a slide to come"


def test_caches_of_another_version_go_and_nobody_elses(server: Server, pocket: Pocket) -> None:
    phone = pocket.open(server.base)
    phone.evaluate("caches.open('phone-000000000000/OUDER1')")
    phone.evaluate("caches.open('somebody-else')")

    phone.goto(server.phone)
    wait_until_kept(phone)

    wait_until(phone, "async () => !(await caches.has('phone-000000000000/OUDER1'))")
    assert "somebody-else" in phone.evaluate(NAMES)


def test_a_new_version_comes_whole_and_stays_when_the_network_goes(
    server: Server, pocket: Pocket, tmp_path: Path
) -> None:
    phone = pocket.open(server.phone)
    wait_until_kept(phone)
    before = phone.evaluate(NAMES)
    server.stop()
    run_second_edition(server, tmp_path / "second")

    open_second_edition(phone, server.phone)
    wait_until(
        phone,
        "async (old) => { const names = await caches.keys(); return names.length === 1 && names[0] !== old }",
        before[0],
    )
    wait_until_kept(phone)
    server.stop()
    phone.reload()

    expect_second_edition(phone)


def run_second_edition(server: Server, folder: Path) -> None:
    """The same workshop on the same port, served by a copy whose page and script are newer."""
    for part in ("workshop", "static", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    script, page = folder / "static" / "js" / "phone.js", folder / "templates" / "live" / "phone.html"
    script.write_text(script.read_text() + '\ndocument.body.dataset.script = "two";\n')
    page.write_text(page.read_text().replace(' class="phone"', ' class="phone" data-page="two"'))
    server.process = subprocess.Popen(
        [sys.executable, "-m", "workshop", "serve"],
        cwd=folder,
        env={**os.environ, **server.environment},
        start_new_session=True,
    )
    wait_for(server.base, server.process)


def open_second_edition(phone: Page, address: str) -> None:
    """Visits again while the new server is still slow: then the copy that is here is shown."""
    for _ in range(6):
        phone.goto(address)
        if phone.locator("body").get_attribute("data-page") == "two":
            break
        expect(phone.locator("body")).not_to_have_attribute("data-script", "two")
    expect_second_edition(phone)


def expect_second_edition(phone: Page) -> None:
    expect(phone.locator("body")).to_have_attribute("data-page", "two")
    expect(phone.locator("body")).to_have_attribute("data-script", "two", timeout=SLOW)


def test_over_plain_http_everything_goes_on_without(browser: Browser, server: Server, tmp_path: Path) -> None:
    show(server, QUESTIONS)
    pocket = Pocket(browser, tmp_path / "plain", "--host-resolver-rules=MAP workshop.test 127.0.0.1")
    address = f"http://workshop.test:{server.port}/{server.ready.code}"
    phone = pocket.open(address)
    expect_connected(phone)
    assert phone.evaluate("[isSecureContext, 'serviceWorker' in navigator]") == [False, False]

    phone.context.set_offline(True)
    answer(phone, "zonder beveiligde verbinding")
    expect(phone.locator(".note-state").first).to_contain_text("wacht op verbinding", timeout=SLOW)
    phone.context.set_offline(False)

    expect(phone.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    phone.reload()
    expect(phone.locator(".note-text")).to_have_text(["zonder beveiligde verbinding"], timeout=SLOW)
    assert [said for _who, said in answers(server.database)] == ["zonder beveiligde verbinding"]
    pocket.close()
