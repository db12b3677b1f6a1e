"""Answer sheets, read back as a printer would: nothing is lost, nothing too small, no question parted."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image

from tests.cards import paper
from tests.decks.written import deck
from tests.said import PARSED
from workshop.cards.answer_sheet import FOOT, HEIGHT, MARGIN, RIGHT, WIDTH, Heading, render_sheets
from workshop.decks.deck import Deck
from workshop.decks.questionnaire import questionnaire
from workshop.language import speaking

HEADING = Heading("Van alles gevraagd", "KLM4T7", "Utrecht", "1 juli 2026")
MANY = "\n".join(
    f"- mogelijkheid {n}, die lang genoeg is om over meer dan één regel te lopen, en nog wat"
    for n in range(20)
)
STATEMENTS = "\n".join(f"- stelling {n} " + "die lang is " * 12 for n in range(8))
CROWDED = f"""# Een vraag {"met veel woorden " * 8}

::: choice {{several=true}}
{MANY}
:::

---

# Hoe eens?

::: scale {{steps=10 low="helemaal niet mee eens" high="helemaal mee eens"}}
{STATEMENTS}
:::

---

# Waar?

::: place {{on=map}}
:::

---

# Hoeveel?

::: number {{min=0 max=500 unit="€"}}
:::
"""


def printed(of: Deck = PARSED, numbers: range = range(7, 8), heading: Heading = HEADING) -> bytes:
    out = BytesIO()
    with speaking("nl"):
        pages = render_sheets(questionnaire(of), heading, paper.DESIGN, numbers, out)
    with paper.opened(out.getvalue()) as found:
        assert len(found) == pages
    return out.getvalue()


def texts(pdf: bytes) -> list[str]:
    with paper.opened(pdf) as found:
        count = len(found)
    return [paper.whole_text(pdf, page) for page in range(count)]


@pytest.fixture(scope="module")
def sheet() -> bytes:
    return printed()


def test_its_pages_are_a4_and_say_where_it_belongs(sheet: bytes) -> None:
    first, *others = texts(sheet)

    with paper.opened(sheet) as pages:
        sizes = {tuple(round(side) for side in page.get_size()) for page in pages}
    assert sizes == {(round(WIDTH), round(HEIGHT))} == {(595, 842)}
    for words in ("Van alles gevraagd", "Utrecht, 1 juli 2026", "Code KLM4T7", "Blad"):
        assert words in first
    assert others
    assert all("Blad 7" in text and "KLM4T7" in text for text in others)


def test_each_page_says_which_of_how_many_it_is(sheet: bytes) -> None:
    found = texts(sheet)

    for number, text in enumerate(found, start=1):
        assert f"{number}/{len(found)}" in text


def test_every_question_is_there_once_with_its_code_and_its_options(sheet: bytes) -> None:
    whole = paper.squeezed("".join(texts(sheet)))

    for each in questionnaire(PARSED):
        assert len(re.findall(rf"V{each.number}(?!\d)", whole)) == 1
        assert paper.squeezed(each.words) in whole
    for words in ("rood", "blauw", "groen", "lezen", "geld", "Hetkanbeter.", "helemaalmeeeens", "scholen"):
        assert words in whole


def test_each_sheet_has_its_own_number_and_is_the_same_otherwise() -> None:
    found = texts(printed(numbers=range(7, 10)))

    a_sheet = len(found) // 3
    sheets = ["".join(found[n * a_sheet : (n + 1) * a_sheet]) for n in range(3)]
    for number, sheet in enumerate(sheets, start=7):
        assert sheet.count(f"Blad {number}") == a_sheet - 1
    assert len({re.sub(r"Blad\s*\d|\b[789]\b", "", sheet) for sheet in sheets}) == 1


@pytest.mark.parametrize("of", [PARSED, deck(CROWDED)], ids=["plain", "crowded"])
def test_nothing_is_smaller_than_eleven_points_and_nothing_leaves_the_margins(of: Deck) -> None:
    pdf = printed(of)

    with paper.opened(pdf) as pages:
        for page in pages:
            text = page.get_textpage()
            sizes = [size for n in range(text.count_chars()) if (size := _size(text, n)) > 1]
            text.close()
            assert min(sizes) >= 11
    for page in range(len(texts(pdf))):
        for left, bottom, right, top in paper.rectangles(pdf, page):
            assert left >= MARGIN - 1
            assert right <= RIGHT + 1
            assert bottom >= FOOT - 4
            assert top <= HEIGHT - MARGIN + 2


def test_a_question_is_never_parted_however_much_it_has() -> None:
    found = texts(printed(deck(CROWDED)))

    first, second, *_others = found
    assert all(f"mogelijkheid {n}" in first for n in range(20))
    assert all(f"stelling {n}" in second for n in range(8))


def test_rules_are_nine_millimetres_apart() -> None:
    picture = paper.picture(printed(deck("# Wat vind je?\n\n::: open {max=200}\n:::\n")), 0)
    x = round((RIGHT - 20) * paper.PIXELS_A_POINT)
    dark = [y for y in range(picture.height) if max(picture.getpixel((x, y))) < 200]  # type: ignore[type-var]
    starts = [y for before, y in pairwise([-9, *dark]) if y - before > 2]

    *_head, one, two, three = [below - above for above, below in pairwise(starts)]

    assert all(abs(step / paper.PIXELS_A_POINT - 9 * 72 / 25.4) < 0.5 for step in (one, two, three))


def test_a_deck_that_asks_nothing_has_one_page_without_a_question() -> None:
    (only,) = texts(printed(deck("# Welkom\n")))

    assert "V1" not in only


def test_titles_of_any_length_and_script_fit() -> None:
    hostile = Heading(
        "Ω\u202e<b>\n" + "heel lange woorden " * 30 + "x" * 300, "KLM4T7", "م" * 90, "1 juli 2026"
    )

    pdf = printed(heading=hostile)

    for left, _bottom, right, _top in paper.rectangles(pdf, 0):
        assert left >= MARGIN - 1
        assert right <= RIGHT + 1


def test_who_reads_from_the_right_has_it_all_mirrored() -> None:
    arabic = deck("# ما رأيك؟\n\n::: choice\n- أحمر\n- أزرق\n:::\n")
    out = BytesIO()
    with speaking("nl"):
        design = replace(paper.DESIGN, language="ar")
        render_sheets(questionnaire(arabic), HEADING, design, [7], out)

    picture = paper.picture(out.getvalue(), 0, scale=1)
    boxes = [x for x in range(picture.width) if _is_dark_column(picture, x)]

    assert min(boxes) > WIDTH / 2
    for left, _bottom, right, _top in paper.rectangles(out.getvalue(), 0):
        assert left >= MARGIN - 1
        assert right <= RIGHT + 1


def _is_dark_column(picture: Image.Image, x: int) -> bool:
    """Whether the side of a box stands here, below the head."""
    below = range(round(HEIGHT / 4), round(HEIGHT / 2))
    return sum(max(picture.getpixel((x, y))) < 150 for y in below) > 20  # type: ignore[type-var]


def _size(text: object, n: int) -> float:
    from pypdfium2 import raw

    return float(raw.FPDFText_GetFontSize(text, n))
