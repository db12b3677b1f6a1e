"""The test sheet itself: what stands on it, in each language, and that it all has room."""

from io import BytesIO

import pytest

from tests.cards import paper
from tests.kinds.drawn import HOSTILE
from tests.printers.light import DAY, sheet_of
from workshop.cards.calibration import Calibration, render_test_sheet
from workshop.cards.frame import MM
from workshop.cards.imposition import Flip
from workshop.language import speaking

EDGE = 6.5 * MM
"""What office printers do not reach."""
LONG_NAME = "Kopieerapparaat naast de lerarenkamer op de eerste verdieping"[:60]


def whole(pdf: bytes, page: int) -> str:
    return " ".join(paper.whole_text(pdf, page).split())


def test_it_is_an_a4_with_two_sides_that_say_the_day_and_the_flip() -> None:
    pdf = sheet_of(Flip.LONG)

    with paper.opened(pdf) as pages:
        assert [tuple(round(side) for side in page.get_size()) for page in pages] == [(595, 842)] * 2
    assert "Front, flipped on the long edge" in whole(pdf, 0)
    assert "Back, flipped on the long edge" in whole(pdf, 1)
    assert DAY in whole(pdf, 0)
    assert DAY in whole(pdf, 1)


def test_one_for_the_short_edge_says_so() -> None:
    pdf = sheet_of(Flip.SHORT)

    assert "Front, flipped on the short edge" in whole(pdf, 0)
    assert "Back, flipped on the short edge" in whole(pdf, 1)


@pytest.mark.parametrize(("flip", "back"), [(Flip.LONG, (176, 54)), (Flip.SHORT, (34, 243))])
def test_a_place_has_another_behind_it_for_each_flip(flip: Flip, back: tuple[float, float]) -> None:
    assert Calibration(flip, DAY).behind(34, 54) == back


def test_its_ruler_is_a_hundred_millimetres_long() -> None:
    pdf = sheet_of(Flip.LONG)
    picture = paper.picture(pdf, 0).convert("L")
    pixels_a_mm = paper.PIXELS_A_POINT * MM

    row = round((297 - 66) * pixels_a_mm)
    inks = [
        [x for x in range(picture.width) if picture.getpixel((x, row + n)) < 200]  # type: ignore[operator]
        for n in (-1, 0, 1)
    ]
    line = max(inks, key=len)

    inside = [x for x in line if 50 * pixels_a_mm < x < 156 * pixels_a_mm]
    assert (max(inside) - min(inside)) / pixels_a_mm == pytest.approx(100, abs=0.2)
    assert "exactly 100 mm" in whole(pdf, 0)


@pytest.mark.parametrize("flip", [Flip.LONG, Flip.SHORT])
@pytest.mark.parametrize(
    ("language", "right", "up"),
    [
        ("nl", "Naar rechts", "Omhoog"),
        ("de", "Nach rechts", "Nach oben"),
        ("fr", "Vers la droite", "Vers le haut"),
    ],
)
def test_it_speaks_each_language_and_everything_has_room(
    flip: Flip, language: str, right: str, up: str
) -> None:
    out = BytesIO()
    with speaking(language):
        render_test_sheet(Calibration(flip, DAY, LONG_NAME, (0.5, 0)), language, out)
    pdf = out.getvalue()

    assert whole(pdf, 0).count(right) == 6
    assert whole(pdf, 0).count(up) == 6
    assert LONG_NAME.split()[0] in whole(pdf, 0)
    for page in (0, 1):
        boxes = paper.rectangles(pdf, page)
        assert all(left > EDGE and bottom > EDGE for left, bottom, _right, _top in boxes)
        assert all(right < 595 - EDGE and top < 842 - EDGE for _left, _bottom, right, top in boxes)
        assert overlapping(boxes) == []


@pytest.mark.parametrize("name", [HOSTILE[:60], "x" * 60, "W" * 60, "طابعة الطابق الثاني", "🖨️ 打印机"])
def test_any_name_is_printed_and_stays_on_the_sheet(name: str) -> None:
    out = BytesIO()

    render_test_sheet(Calibration(Flip.LONG, DAY, name, (0.5, 0)), "en", out)

    for left, _bottom, right, _top in paper.rectangles(out.getvalue(), 0):
        assert left > EDGE
        assert right < 595 - EDGE


def overlapping(boxes: list[tuple[float, float, float, float]]) -> list[object]:
    return [
        (one, other)
        for n, one in enumerate(boxes)
        for other in boxes[:n]
        if min(one[2], other[2]) - max(one[0], other[0]) > 1
        and min(one[3], other[3]) - max(one[1], other[1]) > 1
    ]


@pytest.mark.parametrize(("flip", "edge"), [(Flip.LONG, b"Long"), (Flip.SHORT, b"Short")])
def test_the_print_window_is_set_for_both_sides_at_actual_size(flip: Flip, edge: bytes) -> None:
    pdf = sheet_of(flip)

    assert b"/PrintScaling/None" in pdf
    assert b"/Duplex/DuplexFlip" + edge + b"Edge" in pdf
