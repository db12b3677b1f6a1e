"""`python -m tests.browser.pictures` takes pictures of all screens, to look at, into build/pictures/.

Each name says which screen it is, what is on it and in which state: phone-06-open-sent-dark.png.
With --renew it takes instead the few small ones that test_looks.py holds the screens against.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from tests.browser import chromium, looks
from tests.browser.follow_up import address_of_lead, card_from, fill_desk
from tests.browser.room import CODE, SLOW
from tests.browser.test_remote import paired
from tests.browser.tour import NUMBERS, SLIDES, Tour, settle, tour
from workshop.events import (
    AnswerEnlarged,
    CodeHidden,
    CodeShown,
    PaceBound,
    PaceFreed,
    QuestionOpened,
    SlideShown,
    WallArranged,
    WorkshopClosed,
)
from workshop.kinds import KINDS
from workshop.kinds.kind import Kind
from workshop.kinds.open import WAYS, Open

FOLDER = Path("build", "pictures")
THEMES = ("light", "dark")
UPRIGHT, LYING, ZOOMED = (390, 844), (844, 390), (195, 422)
"""How phones are held, and one on which people made everything twice as large."""
ARRIVES = 1_500
"""How long what people say may take to the screens, in milliseconds; cards land one at a time."""
COMES_IN = 40_000
"""How long simulated attendees may take before some have answered, in milliseconds."""
LEAD = {
    "leader_name": "Fatima el Idrissi",
    "telephone": "06 12345678",
    "email": "fatima@regenboog.example.org",
    "school": "Obs De Regenboog",
}


class Album:
    """Pictures in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.taken = 0
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()

    def take(self, page: Page, name: str, *, whole: bool = False) -> None:
        """One picture of what the page shows, or of all of it."""
        seen = page.viewport_size
        if whole and seen:
            # Rather than Playwright's own 'full_page', which leaves what is sticky halfway down the picture.
            tall = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": seen["width"], "height": max(tall, seen["height"])})
        settle(page)
        page.screenshot(path=self.folder / f"{name}.png")
        if seen:
            page.set_viewport_size(seen)
        self.taken += 1

    def take_both(self, page: Page, name: str, *, whole: bool = True) -> None:
        """A picture in either theme."""
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            self.take(page, f"{name}-{theme}", whole=whole)
        page.emulate_media(color_scheme="light")

    def take_phone(self, phone: Page, name: str) -> None:
        """Pictures of a phone's page in either theme, and of the phone lying down and zoomed."""
        self.take_both(phone, f"phone-{name}")
        for held, (width, height) in (("lying", LYING), ("zoomed", ZOOMED)):
            phone.set_viewport_size({"width": width, "height": height})
            self.take(phone, f"phone-{name}-{held}", whole=True)
        phone.set_viewport_size({"width": UPRIGHT[0], "height": UPRIGHT[1]})


def main() -> None:
    if "--renew" in sys.argv[1:]:
        with _a_tour(**looks.ADDRESS) as way:
            print(f"{looks.renew(way)} screens are kept in {looks.KEPT}/")
        return
    with _a_tour() as way:
        album = Album(FOLDER)
        presenter, projector = way.room.presenter(), way.room.projector()
        for chapter in CHAPTERS:
            chapter(way, album, presenter, projector)
            print(
                f"{chapter.__name__.strip('_').replace('_', ' ')}: {album.taken} pictures so far", flush=True
            )
    print(f"they are in {FOLDER}/")


@contextmanager
def _a_tour(**environment: str) -> Iterator[Tour]:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        with tour(browser, Path(folder), **environment) as way:
            yield way
        browser.close()


def _the_lobby(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    album.take_phone(way.phone, "00-lobby")
    album.take(projector, "projector-00-lobby")


def _every_slide(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    for number, asks in way.slides():
        name = _name(number)
        album.take_phone(way.phone, f"{name}-empty" if asks else name)
        if asks:
            album.take(projector, f"projector-{name}-empty")
            _its_states(way, album, number, asks, projector)
        else:
            way.answer(number, asks)
            projector.wait_for_timeout(ARRIVES)
            album.take(projector, f"projector-{name}")
        album.take_both(presenter, f"presenter-{name}", whole=False)


def _its_states(way: Tour, album: Album, number: int, asks: str, projector: Page) -> None:
    name, kind = _name(number), KINDS[asks]
    _let_the_phone_answer(way, album, number, kind)
    if asks == "harvest":
        way.theme(number)
    way.answer(number, asks)
    if issubclass(kind, Open):
        album.take_phone(way.phone, f"{name}-full")
    projector.wait_for_timeout(ARRIVES)
    album.take(projector, f"projector-{name}-full")
    if issubclass(kind, Open):
        way.overfill(number)
        projector.wait_for_timeout(3 * ARRIVES)
        album.take(projector, f"projector-{name}-overfull")
    way.close(number)
    album.take_phone(way.phone, f"{name}-closed")


def _let_the_phone_answer(way: Tour, album: Album, number: int, kind: type[Kind]) -> None:
    if kind.is_form or kind.name in ("harvest", "cafe"):
        return
    if kind.is_game:
        way.play(number)
    else:
        way.answer_myself(number, kind.name)
    album.take_phone(way.phone, f"{_name(number)}-sent")


def _the_presenters_other_pages(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    number = NUMBERS["Denk mee"]
    way.show(number)
    way.room.record(QuestionOpened(number))
    way.moderate(number)
    album.take_both(presenter, "presenter-moderation", whole=False)
    for opens, name in (("[data-show-overview]", "overview"), ("[data-show-help]", "keys")):
        presenter.locator(opens).click()
        album.take_both(presenter, f"presenter-{name}", whole=False)
        presenter.locator("dialog[open] [data-close]").click()
    presenter.locator(".word-filter summary").click()
    album.take_both(presenter, "presenter-word-filter", whole=False)
    presenter.locator(".word-filter summary").click()
    remote = paired(way.room, presenter)
    album.take_both(remote, "remote")


def _what_else_the_projector_shows(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    number = NUMBERS["Denk mee"]
    way.room.record(CodeShown())
    projector.wait_for_timeout(ARRIVES)
    album.take(projector, "projector-code")
    way.room.record(CodeHidden(), AnswerEnlarged(f"{number}-4" + "x" * 16))
    projector.wait_for_timeout(ARRIVES)
    album.take(projector, "projector-enlarged")


def _walls_in_other_ways(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    number = NUMBERS["Denk mee"]
    way.show(number)
    way.room.record(QuestionOpened(number), PaceFreed())
    for name in WAYS[1:]:
        way.room.record(WallArranged(number, name))
        projector.wait_for_timeout(ARRIVES)
        album.take(projector, f"projector-wall-{name}")
        album.take_both(presenter, f"presenter-wall-{name}", whole=False)
    album.take_phone(way.phone, "own-pace")
    way.room.record(WallArranged(number, ""), PaceBound())


def _a_rehearsal(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    number = NUMBERS["Verdeel honderd punten"]
    way.show(number)
    way.room.record(QuestionOpened(number))
    presenter.get_by_role("button", name="Oefenen met 10 nagebootste deelnemers").click()
    expect(projector.locator("[data-rehearsal]")).to_be_visible(timeout=SLOW)
    presenter.wait_for_timeout(5_000)
    album.take_both(presenter, "presenter-rehearsal", whole=False)
    album.take(projector, "projector-rehearsal")
    presenter.get_by_role("button", name="Stop de oefening").click()
    presenter.get_by_role("button", name="Wis wat ze stuurden").click(timeout=COMES_IN)


def _the_forms_when_sent(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    number = NUMBERS["Doet jouw school mee?"]
    way.show(number)
    way.room.record(QuestionOpened(number))
    for field, text in LEAD.items():
        way.phone.fill(f"#{field}", text)
    way.phone.get_by_role("checkbox").check()
    album.take_phone(way.phone, f"{_name(number)}-filled-in")
    way.phone.locator("form[data-form] button:not([type])").click()
    expect(way.phone.locator("[data-done]")).to_be_visible(timeout=SLOW)
    album.take_phone(way.phone, f"{_name(number)}-sent")


def _after_the_workshop(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    way.room.record(SlideShown(len(SLIDES)), WorkshopClosed())
    expect(way.phone.get_by_text("De workshop is afgelopen")).to_be_visible(timeout=SLOW)
    album.take_phone(way.phone, "ended")
    way.phone.goto(f"{way.room.server.phone}/mine")
    album.take_phone(way.phone, "my-answers")
    newcomer = way.room.phone()
    newcomer.goto(f"{way.room.server.phone}/mine")
    album.take_phone(newcomer, "my-answers-empty")
    album.take_both(presenter, "presenter-ended", whole=False)
    for path, name in (
        ("/workshops", "workshops"),
        ("/workshops/1/results", "results"),
        ("/workshops/1/cards", "cards"),
        ("/workshops/1/sheets", "sheets"),
        ("/workshops/1/paper?sheet=1", "paper"),
        ("/workshops/1/replay", "replay"),
        ("/workshops/1/notes", "notes"),
        ("/leads", "leads"),
        ("/printers", "printers"),
    ):
        _take_page(way, album, presenter, path, name)


def _following_up(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    fill_desk(way.room)
    for path, name in (
        ("/leads", "leads-full"),
        ("/leads/1", "lead"),
        ("/leads/board", "board"),
        ("/leads/pipeline", "pipeline"),
        ("/leads/import", "import"),
        ("/workshops/1/form", "form-afterwards"),
        ("/workshops/1/funnel", "funnel"),
        ("/workshops/1/chain", "chain"),
        ("/funnel", "funnel-of-all"),
        ("/hooks", "hooks"),
        ("/mail", "mail"),
        ("/jobs", "jobs"),
        ("/audit", "audit"),
        ("/privacy/person", "person"),
        ("/privacy/retention", "retention"),
        ("/account", "account"),
    ):
        _take_page(way, album, presenter, path, name)
    friend, card = way.room.scanner(), card_from(way.room)
    for address, name in (
        (card, "card"),
        (f"{card}/write", "card-in-turn"),
        (address_of_lead(way.room), "own-copy"),
        (f"{way.room.server.base}/form/{CODE}", "public-form"),
        (f"{way.room.server.base}/privacy", "privacy"),
    ):
        friend.goto(address)
        album.take_phone(friend, name)


def _at_the_door(way: Tour, album: Album, presenter: Page, projector: Page) -> None:
    stranger, scanner = way.room.page(), way.room.scanner()
    for path, name in (
        ("/", "start"),
        ("/?code=NIETS1", "wrong-code"),
        ("/sign-in", "sign-in"),
        ("/x", "lost"),
    ):
        _take_page(way, album, stranger, path, name)
        scanner.goto(way.room.server.base + path)
        album.take_phone(scanner, name)


def _take_page(way: Tour, album: Album, page: Page, path: str, name: str) -> None:
    page.goto(way.room.server.base + path)
    album.take_both(page, f"desk-{name}")


def _name(number: int) -> str:
    """A slide's number, and what it asks or shows."""
    figures = [figure.name for figure in SLIDES[number - 1].figures]
    return f"{number:02}-{figures[0] if figures else 'words'}"


CHAPTERS = (
    _the_lobby,
    _every_slide,
    _the_presenters_other_pages,
    _what_else_the_projector_shows,
    _walls_in_other_ways,
    _a_rehearsal,
    _the_forms_when_sent,
    _after_the_workshop,
    _following_up,
    _at_the_door,
)

if __name__ == "__main__":
    main()
