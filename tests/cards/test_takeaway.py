"""What one person takes along, read back as a reader would: nothing is lost, and nothing parted badly."""

import unicodedata
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from tests.cards import paper
from workshop.cards.card import Card
from workshop.cards.frame import MM
from workshop.cards.takeaway import FOOT, RIGHT, SIDE, Passage, render_takeaway
from workshop.decks.block import Table

COVER = Card(message="", heading="Van alles gevraagd", kicker="Mijn antwoorden", link_words="1 juli 2026")
LONG = "Vandaag zag ik iemand van een bouwbedrijf voor groep acht staan, een heel jaar lang. "


def printed(*passages: Passage) -> bytes:
    out = BytesIO()
    pages = render_takeaway(COVER, passages, paper.DESIGN, out)
    with paper.opened(out.getvalue()) as found:
        assert len(found) == pages
    return out.getvalue()


def pages(pdf: bytes) -> list[str]:
    """The text of each page behind the cover, with its page's number."""
    with paper.opened(pdf) as found:
        count = len(found)
    return [paper.whole_text(pdf, page) for page in range(1, count)]


def words(pdf: bytes) -> str:
    """All that stands behind the cover, without the numbers of the pages and without blanks."""
    texts, found = pages(pdf), []
    for number, text in enumerate(texts, start=1):
        squeezed = paper.squeezed(text.replace("\ufffe", "-"))
        mark = f"{number}/{len(texts)}"
        assert squeezed.endswith(mark)
        found.append(squeezed.removesuffix(mark))
    return "".join(found)


def test_the_cover_says_what_it_is_and_each_page_is_as_large_as_a_card() -> None:
    pdf = printed(Passage("Wat vind je?", ("Meer tijd.",)))

    cover = paper.squeezed(paper.whole_text(pdf, 0))
    with paper.opened(pdf) as found:
        sizes = {tuple(round(side) for side in page.get_size()) for page in found}
    assert cover == "MijnantwoordenVanallesgevraagdStichtingVoorbeeld1juli2026"
    assert sizes == {(round(105 * MM), round(148 * MM))}
    assert b"Duplex" not in pdf


def test_questions_and_answers_come_out_in_the_order_of_reading() -> None:
    pdf = printed(
        Passage("Wat vind je?", ("Meer tijd,\n\nen minder regels.", "Rust")),
        Passage("Verdeel", (Table(("Optie", "Punten"), (("tijd", "60"), ("geld", "40"))),)),
        Passage("Hoe eens?", (Table(("Stelling", "Stap"), (("Goed zo", "5 van 5 (helemaal mee eens)"),)),)),
    )

    assert words(pdf) == paper.squeezed(
        "Wat vind je? Meer tijd, en minder regels. Rust Verdeel tijd 60 geld 40"
        " Hoe eens? Goed zo 5 van 5 (helemaal mee eens)"
    )


def test_a_long_answer_goes_on_on_the_next_pages_and_nothing_leaves_the_paper() -> None:
    pdf = printed(Passage(LONG, (LONG * 40, "a" * 300)), Passage("Daarna", ("nog iets",)))

    assert len(pages(pdf)) > 3
    assert words(pdf) == paper.squeezed(LONG * 41 + "a" * 300 + "Daarna nog iets")
    for page in range(1, len(pages(pdf)) + 1):
        for left, bottom, right, _top in paper.rectangles(pdf, page):
            assert left > SIDE - 2
            assert right < RIGHT + 2
            assert bottom > FOOT - 4


def test_no_question_stands_alone_at_the_foot_of_a_page() -> None:
    for lines in range(1, 40):
        passages = [Passage("Eerst", ("\n".join("x" * lines),)), Passage("Daarna?", ("antwoord", "nog een"))]

        texts = [paper.squeezed(page) for page in pages(printed(*passages))]

        (where,) = [text for text in texts if "Daarna?" in text]
        assert "Daarna?antwoord" in where


def test_emoji_and_scripts_that_no_font_has_become_boxes_and_can_still_be_copied() -> None:
    text = "😀 👩‍👧 en مرحبا بالعالم en 漢字"

    pdf = printed(Passage("شو؟", (text, Table(("a", "b"), (("👍🏽", "漢"),)))))

    copied = unicodedata.normalize("NFC", words(pdf))
    for character in paper.squeezed("😀مرحبا漢字👍"):
        assert character in copied


def test_nobody_who_said_nothing_gets_an_empty_page() -> None:
    pdf = printed()

    assert pages(pdf) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.text(max_size=80), st.lists(st.text(max_size=400), max_size=3)),
        max_size=4,
    )
)
def test_whatever_people_typed_makes_a_pdf_that_opens(said: list[tuple[str, list[str]]]) -> None:
    out = BytesIO()

    count = render_takeaway(COVER, [Passage(q, tuple(a)) for q, a in said], paper.DESIGN, out)

    document = PdfDocument(out.getvalue())
    assert len(document) == count
    document.close()
