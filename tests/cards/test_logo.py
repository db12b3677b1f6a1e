"""The organisation's sign on cards: from the deck's file to the paper, in every design."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.cards import paper
from tests.drawings import logo
from tests.workshops import DECK, OPEN, new_workshop
from workshop import journal
from workshop.cards.card import Card
from workshop.cards.design import built_in, names
from workshop.cards.ink import Ink
from workshop.cards.layout import BADGE, LETTER, SINGLE, Layout
from workshop.cards.logo import LARGEST, sign_of
from workshop.cards.press import render
from workshop.cards.printing import Printing, print_shop
from workshop.cards.sizes import SIZES
from workshop.cards.takeaway import render_takeaway
from workshop.config import Settings
from workshop.database import Database
from workshop.events import Answered
from workshop.jobs.put import enqueue
from workshop.jobs.worker import work_once
from workshop.journal import Entry
from workshop.prints.batch import JOB, file_name
from workshop.prints.wish import Wish

CARD = Card(
    message="Lieve Sanne, zullen we er zaterdag over praten? " * 9,
    heading="Voor Sanne van de overkant van de straat",
    kicker="Een dag voor de klas",
    link="https://workshop.example.org/f/AbCdEfGhIjKl",
    link_words="Lees verder op het web",
    signature="Anna",
    footnote="Een dag voor de klas, in het stadhuis van Utrecht, 24 november 2026",
)
NAME = "StichtingVoorbeeld"
SCALE = 2.0


def file(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


PURPLE = file(Image.new("RGB", (300, 100), "#ff00ff"))
NARROW = file(Image.new("RGB", (60, 200), "#ff00ff"))


def printed(
    logo: bytes, design: str, layout: Layout = LETTER, printing: Printing | None = None, card: Card = CARD
) -> bytes:
    out = BytesIO()
    look = replace(paper.DESIGN, logo=logo)
    printing = printing or Printing(SIZES["a6"], sheet=None)
    render([card], look, out, design=built_in(design), layout=layout, printing=printing)
    return out.getvalue()


def place(pdf: bytes, page: int) -> tuple[int, int, int, int] | None:
    """Where the purple sign is on a page, in pixels from the top left."""
    red, green, blue = paper.picture(pdf, page, SCALE).split()
    purple = ImageChops.multiply(ImageChops.multiply(red, blue), ImageChops.invert(green))
    return purple.point(lambda value: 255 if value > 200 else 0).getbbox()


def sides(pdf: bytes) -> list[int]:
    """The pages that show the sign."""
    with paper.opened(pdf) as pages:
        count = len(pages)
    return [page for page in range(count) if place(pdf, page)]


def test_a_decks_logo_is_on_the_cards_of_its_workshops(
    database: Database, settings: Settings, tmp_path: Path
) -> None:
    logo().save(tmp_path / "logo.png")
    with database.write() as session:
        source = DECK.replace("language: nl", "organisation: Wij\nlogo: logo.png\nlanguage: nl")
        workshop = new_workshop(session, tmp_path, source)
        said = Answered("p" * 16, "a" * 16, OPEN, 0, "Meer doen")
        journal.append(session.connection(), [Entry(workshop.id, said)])
        job = enqueue(session, JOB, {"kind": "answers"}, workshop.id).id

    assert work_once(database, settings)

    pdf = (settings.files / file_name(job, Wish("answers"))).read_bytes()
    assert pdf.count(b"/Subtype/Image") == 1


def test_a_deck_without_one_has_the_name_in_words() -> None:
    pdf = printed(b"", "field")

    assert NAME in paper.squeezed(paper.whole_text(pdf, 0))
    assert b"/Subtype/Image" not in pdf


@pytest.mark.parametrize("design", names())
@pytest.mark.parametrize("layout", [LETTER, SINGLE, BADGE])
@pytest.mark.parametrize("size", ["a6", "business"])
def test_the_logo_stands_by_itself_in_the_place_of_the_name(design: str, layout: Layout, size: str) -> None:
    for shape, picture, ratio in ((SIZES[size], PURPLE, 3.0), (SIZES[size].turned, NARROW, 0.3)):
        pdf = printed(picture, design, layout, Printing(shape, sheet=None))

        page, *_others = sides(pdf)
        left, top, right, foot = place(pdf, page) or (0, 0, 0, 0)
        assert max(right - left, foot - top) / SCALE > 12, "points"
        assert (right - left) / (foot - top) == pytest.approx(ratio, rel=0.2)
        assert NAME not in paper.squeezed(paper.whole_text(pdf, page))
        high = paper.picture(pdf, page, SCALE).height
        for x, y, to_x, to_y in paper.rectangles(pdf, page):
            beside = to_x * SCALE <= left or x * SCALE >= right
            assert beside or high - to_y * SCALE >= foot or high - y * SCALE <= top


@pytest.mark.parametrize("design", names())
def test_the_code_is_still_read_beside_a_logo(design: str) -> None:
    pdf = printed(file(logo()), design)

    assert paper.codes(pdf, 0) == [CARD.link]


def test_a_print_shop_gets_it_in_inks_and_without_transparency() -> None:
    pdf = printed(file(logo()), "letter", printing=print_shop(SIZES["a6"]))

    assert pdf.count(b"/ColorSpace/DeviceCMYK/BitsPerComponent 8") == 1
    assert b"/SMask" not in pdf
    assert b"DeviceRGB" not in pdf


def test_a_logo_is_cut_to_what_is_seen_and_no_larger_than_paper_shows() -> None:
    picture = Image.new("RGBA", (4000, 3000))
    picture.paste("#2f5d62", (1000, 1000, 3000, 1500))

    made = sign_of(file(picture), Ink.RGB)

    assert made is not None
    assert (made.width, made.height) == (LARGEST, LARGEST // 4)


def test_a_logo_that_nobody_would_see_on_paper_leaves_the_name() -> None:
    white = Image.new("RGBA", (300, 100))
    white.paste("white", (20, 20, 200, 80))

    pdf = printed(file(white), "field")

    assert NAME in paper.squeezed(paper.whole_text(pdf, 0))
    assert b"/Subtype/Image" not in pdf


def test_what_is_taken_along_has_the_name() -> None:
    out = BytesIO()
    render_takeaway(CARD, [], replace(paper.DESIGN, logo=PURPLE), out)

    assert NAME in paper.squeezed(paper.whole_text(out.getvalue(), 0))
    assert b"/Logo" not in out.getvalue()
