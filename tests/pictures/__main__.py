"""`python -m tests.pictures` makes the picture in the README: projector, phone and card, from a real room."""

import io
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter
from playwright.sync_api import expect, sync_playwright

from tests.browser import chromium
from tests.browser.room import SLOW, Room, answer, go_to
from tests.server import Server
from workshop.cards.card import Card
from workshop.cards.look import look_of
from workshop.cards.press import render
from workshop.decks.store import BUNDLED, read_file

PICTURE = Path(__file__).parent / "room.png"
ANSWERS = (
    (0, "Begin klein: één dagdeel per week, met één groep."),
    (1, "Koken, timmeren, programmeren"),
    (2, "Tijd om elkaar te leren kennen"),
    (3, "Ik sta er niet meer alleen voor"),
    (4, "Twee banen die elkaar voeden"),
    (5, "Samen voorbereiden, samen nakijken, samen lachen"),
    (1, "Een leerling een uur lang echt aandacht geven"),
    (0, "Laat het team zelf kiezen waar iemand helpt"),
)
MESSAGE = """Lieve Sanne,

Vandaag hoorde ik over onderwijsambassadeurs, en ik dacht meteen aan jou: één dag in de week voor de klas,
naast je werk op het lab.

Zullen we er zaterdag over praten?"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data", WORKSHOP_PUBLIC_URL="https://workshop.example.org")
        server.start()
        browser = chromium.launch(playwright)
        room = Room(browser, server)
        try:
            projector, phone = _a_room_that_answers(room)
            card = _a_card(server)
        finally:
            room.close()
            browser.close()
            server.stop()
    _compose(projector, phone, card).save(PICTURE, optimize=True)


def _a_room_that_answers(room: Room) -> tuple[Image.Image, Image.Image]:
    presenter, projector = room.presenter(), room.projector(1600, 900)
    phones = [room.phone() for _ in range(3)]
    go_to(presenter, 12)
    for number, (question, text) in enumerate(ANSWERS):
        answer(phones[number % 3], text, question)
        expect(projector.locator(".wall .card")).to_have_count(number + 1, timeout=SLOW)
    first = phones[0].locator("form.question").first
    expect(first.locator(".note-state").first).to_have_text("✓ opgeslagen", timeout=SLOW)
    phones[0].evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    projector.wait_for_timeout(500)
    return _image(projector.screenshot()), _image(phones[0].screenshot())


def _a_card(server: Server) -> Image.Image:
    deck = read_file(BUNDLED / "onderwijsambassadeurs.md")[1]
    out = io.BytesIO()
    card = Card(
        message=MESSAGE,
        heading="Voor Sanne",
        kicker=deck.title,
        link=f"{server.settings.public_url}/f/AbCdEfGhIjKl",
        link_words="Lees verder",
        signature="Karin",
    )
    render([card], look_of(deck), out, progress=lambda _done: None)
    sheet = pypdfium2.PdfDocument(out.getvalue())[0].render(scale=200 / 72).to_pil()
    return sheet.crop((0, 0, sheet.width // 2, sheet.height // 2)).convert("RGB")


def _compose(projector: Image.Image, phone: Image.Image, card: Image.Image) -> Image.Image:
    canvas = Image.new("RGB", (1800, 720), "#e9e0d1")
    for image, left, top, height in (
        (projector, 50, 60, 600),
        (phone, 1165, 60, 600),
        (card, 1491, 170, 380),
    ):
        width = round(image.width * height / image.height)
        _drop(canvas, image.resize((width, height), Image.Resampling.LANCZOS), left, top)
    return canvas


def _drop(canvas: Image.Image, image: Image.Image, left: int, top: int) -> None:
    shadow = Image.new("L", (image.width + 80, image.height + 80), 0)
    shadow.paste(90, (40, 48, 40 + image.width, 48 + image.height))
    blurred = shadow.filter(ImageFilter.GaussianBlur(14))
    canvas.paste("#3a2c1c", (left - 40, top - 40), blurred)
    canvas.paste(image, (left, top))


def _image(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


if __name__ == "__main__":
    main()
