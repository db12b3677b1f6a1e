"""The main screens, made small and grey, to hold against those that are kept in looks/.

`make pictures RENEW=1` keeps the screens as they are now.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser.room import SLOW
from tests.browser.tour import NUMBERS, TEXTS, Tour, settle
from workshop.assets import fingerprint

KEPT = Path(__file__).parent / "looks"
ADDRESS = {"WORKSHOP_PUBLIC_URL": "https://workshop.example.org"}
"""What the room's server is told, so that addresses and QR codes are the same each time."""
CLOCKS = ".times-so-far, [data-countdown], [data-view$=back] img"
"""Where a time or the day stands."""
SIZE = (208, 208)
"""The longest sides of a small picture: a line of words is two or three pixels high."""
TOLERANCE = 9
"""How far the greys of a tile may be apart, of 255. Measured: 0 or 1 from one time to the
next, 5 when the browser draws letters in another way (full hinting, whole pixels), 13 and more when one small
word is missing."""


def screens(way: Tour) -> Iterator[tuple[str, Image.Image]]:
    """The name and the small picture of each."""
    phone, projector, presenter = way.phone, way.room.projector(), way.room.presenter()
    expect(projector.locator("[data-count=people]")).to_have_text("1", timeout=SLOW)
    yield "projector-lobby", small(projector)
    way.show(NUMBERS["Waar vind je de scholen?"])
    yield "projector-map", small(projector)
    yield from _an_open_question(way, projector, presenter)
    for title, name in (("Wat herken je?", "choice"), ("Hoeveel scholen?", "number")):
        way.show(NUMBERS[title])
        way.answer_myself(NUMBERS[title], name)
        yield f"phone-{name}", small(phone)
        way.answer(NUMBERS[title], name)
        expect(projector.locator("[data-answers-word]")).to_have_text("25 antwoorden", timeout=SLOW)
        yield f"projector-{name}", small(projector)
    phone.goto(f"{way.room.server.phone}/mine")
    yield "my-answers", small(phone)
    presenter.goto(f"{way.room.server.base}/workshops/1/cards")
    last = presenter.locator("[data-view=sheet-back] img")
    expect(last).to_have_attribute("src", re.compile("^data:"), timeout=SLOW)
    presenter.wait_for_load_state("networkidle")
    yield "cards", small(presenter)


def small(page: Page) -> Image.Image:
    """What a page shows, small, in our own faces: those of the system differ."""
    page.add_style_tag(url=f"/static/{fingerprint()}/css/fonts.css")
    settle(page)
    png = page.screenshot(mask=[page.locator(CLOCKS)], mask_color="#808080")
    image = Image.open(io.BytesIO(png)).convert("L")
    image.thumbnail(SIZE, Image.Resampling.LANCZOS)
    return image


def kept(name: str) -> Image.Image:
    """The picture that a screen is held against."""
    return Image.open(KEPT / f"{name}.png").convert("L")


def renew(way: Tour) -> int:
    """Keeps all screens as they are now; gives their number."""
    KEPT.mkdir(exist_ok=True)
    for old in KEPT.glob("*.png"):
        old.unlink()
    for name, image in screens(way):
        image.save(KEPT / f"{name}.png", optimize=True)
    return len(list(KEPT.glob("*.png")))


def _an_open_question(way: Tour, projector: Page, presenter: Page) -> Iterator[tuple[str, Image.Image]]:
    number = NUMBERS["Denk mee"]
    way.show(number)
    yield "phone-open", small(way.phone)
    way.answer(number, "open")
    expect(projector.locator(".wall .card")).to_have_count(len(TEXTS), timeout=SLOW)
    yield "projector-wall", small(projector)
    way.moderate(number)
    expect(presenter.locator(".moderated")).to_have_count(len(TEXTS) + 1, timeout=SLOW)
    yield "presenter", small(presenter)
