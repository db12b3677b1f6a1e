"""What a print shop and a paper knife need, read back from the PDF and from its pixels."""

import re
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

from tests.cards import paper
from workshop.cards.card import Card, Look, Report
from workshop.cards.code import code as code_of
from workshop.cards.design import Area, Design, Shape, built_in, names
from workshop.cards.frame import BLEED, MM
from workshop.cards.imposition import Flip, Order
from workshop.cards.layout import LETTER, SINGLE
from workshop.cards.press import render
from workshop.cards.printing import Printing, print_shop
from workshop.cards.sizes import SIZES

A6 = SIZES["a6"]
LOOK = Look("#b4532a", "#2f5d62", organisation="Stichting Voorbeeld", language="nl", title="Eén dag")
MADE = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FULL = Area(left=0, right=0, top=0, bottom=0)
SOLID = Design({"en": "Solid"}, front=[Shape(FULL, colour="#0000ff")], back=[Shape(FULL, colour="#0000ff")])
PIXEL = 25.4 / 300
SHEETS = {
    "office": Printing(A6),
    "office, short edge": Printing(A6, flip=Flip.SHORT),
    "print shop": Printing(A6, sheet=SIZES["sra4"], bleeds=True),
    "small cards": Printing(SIZES["business"], sheet=SIZES["a4"]),
}


def card(number: int = 1) -> Card:
    return Card(
        message=f"Lieve Sanne, dit is bericht {number}. ☀️",
        heading=f"Voor Sanne {number}",
        link=f"https://workshop.example.org/f/{number:012d}",
        signature="Anna",
        footnote="24 november 2026",
    )


def made(
    printing: Printing, cards: Sequence[Card] = (card(),), design: Design | None = None
) -> tuple[bytes, Report]:
    out = BytesIO()
    report = render(cards, LOOK, out, design=design, layout=LETTER, printing=printing, made=MADE)
    return out.getvalue(), report


def streams(pdf: bytes) -> list[bytes]:
    found = []
    for match in re.finditer(rb"/Length (\d+)>>stream\n", pdf):
        packed = pdf[match.end() : match.end() + int(match[1])]
        found.append(zlib.decompress(packed))
    return found


@pytest.mark.parametrize("size", ["a5", "a6", "a7", "letter", "4x6", "business", "square"])
def test_one_card_a_page_has_its_trim_and_its_bleed(size: str) -> None:
    pdf, _ = made(print_shop(SIZES[size]))

    with paper.opened(pdf) as pages:
        assert len(pages) == 2
        for page in pages:
            left, foot, right, top = page.get_trimbox()
            assert right - left == pytest.approx(SIZES[size].width * MM, abs=0.02)
            assert top - foot == pytest.approx(SIZES[size].height * MM, abs=0.02)
            wider = (left - BLEED * MM, foot - BLEED * MM, right + BLEED * MM, top + BLEED * MM)
            assert page.get_bleedbox() == pytest.approx(wider, abs=0.02)
            assert page.get_mediabox() == pytest.approx(wider, abs=0.02)


def test_for_a_print_shop_everything_is_in_inks_and_words_in_black_alone() -> None:
    contents = streams(made(print_shop(A6))[0])

    drawn = [content for content in contents if b" Td" in content or b" re" in content or b" c\n" in content]
    assert any(b"0 0 0 1 k" in content for content in drawn)
    for content in drawn:
        assert not re.search(rb"(^|\s)(rg|RG|g|G)(\s|$)", content)


def test_a_print_shop_is_told_on_what_the_inks_are_meant_to_go() -> None:
    pdf, _ = made(print_shop(A6))

    assert pdf.startswith(b"%PDF-1.4")
    assert b"/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)" in pdf
    assert b"/GTS_PDFXVersion(PDF/X-1a:2003)/Trapped/False" in pdf
    assert b"/CreationDate(D:20261124120000Z)" in pdf
    assert "Eén dag".encode("utf-16-be").hex().upper().encode() in pdf
    assert b"/Lang" in pdf


def test_every_font_is_in_the_file() -> None:
    pdf, _ = made(print_shop(A6))

    descriptors = re.findall(rb"/Type/FontDescriptor[^>]*", pdf)
    assert descriptors
    assert all(b"/FontFile2" in each for each in descriptors)
    assert b"/Helvetica" not in pdf


@pytest.mark.parametrize("name", SHEETS)
def test_fronts_and_backs_meet_within_a_tenth_of_a_millimetre(name: str) -> None:
    printing = SHEETS[name]
    pdf, _ = made(printing, [card()], SOLID)

    front, back = (paper.picture(pdf, page) for page in (0, 1))

    # Turned around an upright edge a sheet shows its left at the right, else its top at the foot.
    is_sideways = (printing.flip is Flip.LONG) == printing.imposition.sheet.is_upright
    turned = ImageOps.mirror(back) if is_sideways else ImageOps.flip(back)
    for ours, theirs in zip(_edges(front), _edges(turned), strict=True):
        assert abs(ours - theirs) * PIXEL <= 0.1


def test_backs_go_where_the_offset_of_a_printer_says() -> None:
    plain, _ = made(Printing(A6), [card()], SOLID)
    moved, _ = made(Printing(A6, offset=(1.5, -2.0)), [card()], SOLID)

    (left, top, _right, _foot) = _edges(paper.picture(plain, 1))
    (moved_left, moved_top, _, _) = _edges(paper.picture(moved, 1))
    assert (moved_left - left) * PIXEL == pytest.approx(1.5, abs=0.1)
    assert (moved_top - top) * PIXEL == pytest.approx(2.0, abs=0.1)
    fronts = [_edges(paper.picture(pdf, 0)) for pdf in (plain, moved)]
    assert fronts[0] == fronts[1]


def test_nothing_is_drawn_outside_the_bleed() -> None:
    design = Design(
        {"en": "Wild"}, front=[Shape(Area(left=-20, right=-20, top=-20, bottom=-20), colour="#0000ff")]
    )
    pdf, _ = made(Printing(A6, sheet=SIZES["sra4"], bleeds=True), [card()], design)

    left, top, right, foot = (edge * PIXEL for edge in _edges(paper.picture(pdf, 0)))

    assert right - left == pytest.approx(105 + 2 * BLEED, abs=0.2)
    assert foot - top == pytest.approx(148 + 2 * BLEED, abs=0.2)


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("layout", [LETTER, SINGLE])
def test_a_code_is_read_small_and_blurred_in_every_design(name: str, layout: object) -> None:
    out = BytesIO()
    render([card(7)], LOOK, out, design=built_in(name), layout=layout, printing=Printing(A6, sheet=None))  # type: ignore[arg-type]
    picture = paper.picture(out.getvalue(), 0)
    small = picture.resize((picture.width * 8 // 10, picture.height * 8 // 10), Image.Resampling.BILINEAR)

    for seen in (picture, small, picture.filter(ImageFilter.GaussianBlur(1.5))):
        assert [code.text for code in zxingcpp.read_barcodes(seen)] == [card(7).link]


@pytest.mark.parametrize("size", ["a5", "a6", "a7", "letter", "4x6", "business", "square"])
@pytest.mark.parametrize("lies", [False, True])
def test_modules_are_never_smaller_than_a_phone_reads(size: str, lies: bool) -> None:
    shape = SIZES[size].turned if lies else SIZES[size]
    pdf, _ = made(Printing(shape, sheet=None))

    (code,) = zxingcpp.read_barcodes(paper.picture(pdf, 0))

    corners = code.position
    side = (corners.top_right.x - corners.top_left.x) * PIXEL
    assert side / code_of(card().link).modules >= 0.39


def test_a_cut_pile_is_sorted() -> None:
    pdf, report = made(Printing(A6, order=Order.PILES), [card(n) for n in range(8)])

    assert report.sheets == 2
    first, second = (paper.codes(pdf, page) for page in (0, 2))
    numbers = [int(link[-2:]) for pair in zip(first, second, strict=True) for link in pair]
    assert numbers == list(range(8))


def test_a_card_that_folds_has_its_front_outside_and_its_message_inside() -> None:
    pdf, _ = made(Printing(A6, sheet=SIZES["a5"].turned, folds=True))

    assert "VoorSanne" in paper.squeezed(paper.whole_text(pdf, 0))
    assert "bericht1" in paper.squeezed(paper.whole_text(pdf, 1))
    with paper.opened(pdf) as pages:
        assert len(pages) == 2
        assert pages[0].get_size() == pytest.approx((210 * MM, 148 * MM), abs=0.1)
    lefts = [left for left, *_ in paper.rectangles(pdf, 1)]
    assert min(lefts) > 105 * MM


def test_a_card_that_no_sheet_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="smaller"):
        made(Printing(SIZES["a3"]))


def _edges(picture: Image.Image) -> tuple[int, int, int, int]:
    """Left, top, right and foot of what is drawn in blue, in pixels."""
    bluer = ImageChops.subtract(picture.getchannel("B"), picture.getchannel("R"))
    found = bluer.point(lambda value: 255 if value > 100 else 0).getbbox()
    assert found
    return found
