"""A batch of cards as a PDF, read back as a printer and a reader would."""

import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cards import paper
from workshop.cards.card import Card, NoCards
from workshop.cards.chunk import CARDS
from workshop.cards.frame import MM
from workshop.cards.press import render
from workshop.cards.sizes import SIZES

A4 = SIZES["a4"]

LETTER = (
    "Lieve Sanne, vandaag zag ik iemand van een bouwbedrijf voor groep acht staan, één dag in de"
    " week, een heel jaar. De kinderen hingen aan zijn lippen. ‘Dat kan jij ook,’ dacht ik.\n\n"
    "Zullen we er zaterdag over praten? "
)
HOSTILE = [
    '<img src="/etc/passwd"> <img src="http://127.0.0.1:1/x.png">',
    "<font color=\"[[[getattr(pow, Word('__globals__'))['os']]]]\">rood</font>",
    '<a href="javascript:alert(1)">klik</a> <b>vet zonder einde',
    "</para> &amp; &lt; <br/> <seq/> <script>x</script> (\\) >> endstream endobj",
]


def card(message: str = "Dag", **words: str) -> Card:
    return Card(message, **{"heading": "For Sanne", "signature": "Anna"} | words)


def numbered(count: int) -> list[Card]:
    return [
        card(f"Message {n}.", heading=f"For {n}", link=f"https://example.org/f/{n:08x}") for n in range(count)
    ]


def test_what_is_typed_comes_out_on_its_card_in_the_order_of_reading() -> None:
    messages = [
        LETTER,
        "Zażółć gęślą jaźń. Yağız şoför, İstanbul’da. Þórður, naïef, €5 ‒ ‘ja’ „nee”.",
        "Καλημέρα, θα έρθεις μαζί μου;\nДорогая Анна, приходи в школу. Це чудово, їжак!",
        "een\ntwee\n\n\n\nvijf",
        "a" * 60 + " https://www.example.org/een/heel/lang/adres/dat/nergens/past.html?x=1",
    ]
    cards = [card(message, footnote="Utrecht") for message in messages]

    pdf, _ = paper.printed(cards)

    backs = [paper.squeezed(text) for text in paper.texts(pdf, back=True)]
    assert backs == [paper.squeezed(message + "AnnaUtrecht") for message in messages]


def test_the_front_says_for_whom_from_whom_and_where_its_code_leads() -> None:
    words = {"kicker": "A day in class", "link_words": "Read more", "link": "https://example.org"}

    pdf, _ = paper.printed([card(heading="For Władysław", **words)])

    (front,) = paper.texts(pdf, back=False)
    assert front.split("\r\n") == [
        "A day in class",
        "For",
        "Władysław",
        "Stichting Voorbeeld",
        "Read more",
    ]


@pytest.mark.parametrize("length", [0, 150, 900])
def test_the_code_of_each_card_is_read_from_its_own_front(length: int) -> None:
    links = [f"https://example.org/f/{n}{'x' * length}" for n in range(3)]

    pdf, _ = paper.printed([card(link=link) for link in links])

    assert paper.codes(pdf, page=0) == links
    assert paper.codes(pdf, page=1) == []


def test_a_card_without_a_link_has_no_code() -> None:
    pdf, _ = paper.printed([card()])

    assert paper.codes(pdf, page=0) == []


def test_each_message_lies_behind_the_front_of_its_own_card() -> None:
    cards = numbered(7)

    pdf, report = paper.printed(cards)

    fronts, backs = paper.texts(pdf, back=False), paper.texts(pdf, back=True)
    assert [text.splitlines()[0] for text in fronts] == [card.heading for card in cards]
    assert [text.splitlines()[0] for text in backs] == [card.message for card in cards]
    assert (report.cards, report.cards_printed, report.sheets) == (7, 7, 2)


def test_a_sheet_with_one_card_is_printed_in_one_quarter_and_behind_it() -> None:
    pdf, _ = paper.printed(numbered(1))

    front, back = paper.picture(pdf, 0), paper.picture(pdf, 1)
    right_column = (A4.width * MM / 2 + MM, 0, A4.width * MM, A4.height * MM / 2 - MM)
    left_column = (0, 0, A4.width * MM / 2 - MM, A4.height * MM / 2 - MM)
    assert paper.is_paper(front, *right_column)
    assert not paper.is_paper(front, *left_column)
    assert paper.is_paper(back, *left_column)
    assert not paper.is_paper(back, *right_column)


def test_nothing_is_printed_in_the_outer_six_millimetres() -> None:
    cards = [
        card(
            "Woorden " * 400,
            heading="Hottentottententententoonstelling " * 20,
            kicker="Een lange regel erboven " * 9,
            link="https://example.org/" + "x" * 700,
            link_words="Waar dat heen leidt " * 30,
            signature="Anna-Katharina van der Meulen-Schimmelpenninck " * 9,
            footnote="Een voetnoot die niet ophoudt. " * 90,
        )
        for _ in range(4)
    ]

    pdf, _ = paper.printed(cards)

    edge, width, height = 6 * MM, A4.width * MM, A4.height * MM
    for page in range(4):
        image = paper.picture(pdf, page)
        assert paper.is_paper(image, 0, 0, width, edge)
        assert paper.is_paper(image, 0, height - edge, width, height)
        assert paper.is_paper(image, 0, 0, edge, height)
        assert paper.is_paper(image, width - edge, 0, width, height)


@pytest.mark.parametrize("length", [1, 60, 300, 600, 1200, 4000])
def test_no_text_lies_over_other_text(length: int) -> None:
    message = (LETTER * 20)[:length]
    cards = [card(message, signature="Anna van der Meulen " * 3, footnote="Voetnoot. " * 40)]

    pdf, _ = paper.printed(cards)

    boxes = paper.rectangles(pdf, page=1)
    for n, (left, bottom, right, top) in enumerate(boxes):
        for other_left, other_bottom, other_right, other_top in boxes[n + 1 :]:
            beside = right <= other_left + 0.5 or other_right <= left + 0.5
            # Boxes hold the letters' ink: a comma may reach a little into the line below.
            above = bottom >= other_top - 1 or other_bottom >= top - 1
            assert beside or above


def test_a_message_too_long_for_its_card_goes_on_and_loses_nothing() -> None:
    message = " ".join(f"woord{n}" for n in range(700))

    pdf, report = paper.printed([card(message), card("kort")])

    *parts, short = paper.texts(pdf, back=True)
    marks = [part.split()[-1] for part in parts]
    assert marks == [f"{n}/{len(parts)}" for n in range(1, len(parts) + 1)]
    words = [word for part in parts for word in part.split()[:-1]]
    assert " ".join(words) == f"{message} Anna"
    assert short.split() == ["kort", "Anna"]
    assert (report.cards, report.cards_printed, report.continued) == (2, len(parts) + 1, 1)


def test_the_second_card_says_on_its_front_that_it_is_one() -> None:
    pdf, _ = paper.printed([card("woord " * 500)])

    first, second, *_ = [text.replace("\r\n", " ") for text in paper.texts(pdf, back=False)]
    assert first.startswith("For Sanne Stichting")
    assert second.startswith("For Sanne (continued) Stichting")


def test_markup_is_only_text() -> None:
    cards = [card(text, heading=text, signature=text) for text in HOSTILE]

    pdf, _ = paper.printed(cards)

    backs = [paper.squeezed(text) for text in paper.texts(pdf, back=True)]
    assert backs == [paper.squeezed(text + text) for text in HOSTILE]
    assert not re.search(rb"/(URI|Annots|Image|JavaScript|OpenAction)\b", pdf)


def test_a_character_that_no_font_has_is_a_box_and_is_counted() -> None:
    cards = [card("Top 🎉 \ue000\ue000 中", signature="Bo \ue000"), card("ja")]

    pdf, report = paper.printed(cards)

    assert report.boxes == {0xE000: 3, 0x4E2D: 1}
    words = " ".join(paper.whole_text(pdf, page=1).split())
    assert words == "Top 🎉 \ue000\ue000 中 Bo \ue000 ja Anna"


def test_control_characters_and_half_characters_do_no_harm() -> None:
    pdf, report = paper.printed([card("a\0b\x1b[31mc\ud83dd\ufeff\x85e", heading="\ud83d")])

    assert paper.squeezed(paper.texts(pdf, back=True)[0]).replace("\ufeff", "") == "ab[31mc�deAnna"
    assert report.cards == 1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=[]), max_size=300), min_size=6, max_size=6))
def test_whatever_people_type_is_printed(words: list[str]) -> None:
    message, heading, kicker, link_words, signature, footnote = words

    _, report = paper.printed([Card(message, heading, kicker, "", link_words, signature, footnote)])

    assert report.cards == 1


def test_no_cards_are_refused_before_anything_is_written() -> None:
    out = BytesIO()

    with pytest.raises(NoCards):
        render([], paper.DESIGN, out)

    assert out.getvalue() == b""


def test_after_each_chunk_it_says_how_many_cards_are_done() -> None:
    heard: list[int] = []

    render(numbered(CARDS + 9), paper.DESIGN, BytesIO(), progress=heard.append)

    assert heard == [CARDS, CARDS + 9]


def test_every_font_is_embedded() -> None:
    pdf, _ = paper.printed([card("Dag, Καλημέρα 🎉", kicker="Titel", footnote="Utrecht")])

    used = re.findall(rb"/Subtype/Type0/BaseFont/(\S+?)/", pdf)
    assert len(used) >= 5
    assert len(re.findall(rb"/FontFile2 \d+ 0 R", pdf)) == len(used)
    assert b"Helvetica" not in pdf
    assert b"/Type1" not in pdf


def test_the_file_says_its_title_and_its_language() -> None:
    pdf, _ = paper.printed([card()])

    with paper.opened(pdf) as pages:
        assert pages[0].pdf.get_metadata_value("Title") == "Stichting Voorbeeld"
    assert f"/Lang<FEFF{'en'.encode('utf-16-be').hex().upper()}>".encode() in pdf


def test_the_printer_is_asked_for_both_sides_at_full_size() -> None:
    pdf, _ = paper.printed([card()])

    assert b"/Duplex/DuplexFlipLongEdge" in pdf
    assert b"/PrintScaling/None" in pdf


def test_the_same_cards_make_the_same_file() -> None:
    assert paper.printed(numbered(3)) == paper.printed(numbered(3))
