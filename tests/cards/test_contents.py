"""The contents sheet of a batch, and cards apart as postcard services take them."""

from io import BytesIO

import pytest
from pypdfium2 import PdfDocument

from tests.cards import paper
from workshop.cards.apart import apart
from workshop.cards.card import Card, Entry
from workshop.cards.chunk import Setup
from workshop.cards.contents import FOOT, LEFT, ON_FIRST, RIGHT, TOP, Contents, render_contents
from workshop.cards.design import built_in
from workshop.cards.layout import POSTCARD
from workshop.cards.printing import print_shop
from workshop.cards.sizes import SIZES

HEAD = Contents("Eén dag, een jaar lang", ("24 november 2026", "12 cards", "3 sheets"))


def sheet(*entries: Entry) -> bytes:
    out = BytesIO()
    render_contents(HEAD, entries, paper.DESIGN, out)
    return out.getvalue()


def test_it_lists_whose_cards_they_are_and_which_go_on() -> None:
    text = paper.whole_text(sheet(Entry("Sanne, van Anna", 1), Entry("Bo, van Jet", 3)), 0)

    assert "Eén dag, een jaar lang" in text
    assert "24 november 2026 · 12 cards · 3 sheets" in text
    assert "Sanne, van Anna" in text
    assert "3 cards" in text
    assert "1 card" not in text.replace("12 cards", ""), "the usual is not said"


@pytest.mark.parametrize("count", [1, ON_FIRST, ON_FIRST + 1, 500])
def test_every_entry_is_on_some_page_once_and_nothing_is_outside(count: int) -> None:
    pdf = sheet(*(Entry(f"naam{n:04} van iemand", 1 + n % 2) for n in range(count)))

    with paper.opened(pdf) as pages:
        texts = [page.get_textpage().get_text_bounded() for page in pages]
        for page in pages:
            for item in page.get_objects():
                left, foot, right, top = item.get_bounds()
                assert LEFT - 2 <= left <= right <= RIGHT + 2
                assert FOOT - 2 <= foot <= top <= TOP + 2
    together = " ".join(texts)
    assert all(together.count(f"naam{n:04}") == 1 for n in range(count))
    assert len(pages) == 1 if count <= ON_FIRST else len(pages) > 1


def test_a_name_of_any_script_and_length_stays_in_its_column() -> None:
    pdf = sheet(Entry("Ω" * 200, 2), Entry("فاطمة", 1), Entry("x" * 61, 1), Entry("", 1))

    text = paper.whole_text(pdf, 0)

    assert "فاطمة" in text
    assert "…" in text
    with paper.opened(pdf) as (page,):
        assert all(item.get_bounds()[2] <= RIGHT + 2 for item in page.get_objects())


def test_each_card_is_a_pdf_of_its_own_with_a_front_and_a_back() -> None:
    setup = Setup(built_in("letter"), POSTCARD, paper.DESIGN, print_shop(SIZES["a6"]))
    cards = [Card("Hoi", "Voor Bo", link="https://x.example/f/1"), Card("Lang. " * 400, "Voor Jo")]

    short, long = apart(cards, setup)

    assert len(short.pdfs) == 1
    assert len(long.pdfs) == long.report.cards_printed > 1
    assert (long.report.continued, short.report.continued) == (1, 0)
    for pdf in (*short.pdfs, *long.pdfs):
        document = PdfDocument(pdf)
        assert len(document) == 2
        assert [round(edge) for edge in document[0].get_trimbox()] == [0, 0, 298, 420]
        document.close()
    assert paper.codes(short.pdfs[0], page=0) == ["https://x.example/f/1"]
    assert "Hoi" in paper.whole_text(short.pdfs[0], 1)
    together = "".join(paper.whole_text(pdf, 1) for pdf in long.pdfs)
    assert together.count("Lang.") == 400
