"""Whatever people write, in whatever script, is on its cards: whole, inside them, and each line by itself."""

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfPage
from pypdfium2 import raw as pdfium

from tests.cards import paper
from workshop.assets import VENDOR
from workshop.cards import fit
from workshop.cards.added import fonts_in
from workshop.cards.card import Card, Look, Report
from workshop.cards.codes import PAIRS_FROM
from workshop.cards.design import Area, Design, Part, Words, built_in, names
from workshop.cards.frame import MM
from workshop.cards.layout import BADGE, LETTER, POSTER, Layout
from workshop.cards.press import render
from workshop.cards.printing import Printing
from workshop.cards.sizes import SIZES, Size
from workshop.cards.text import UNSEEN, clean

LATIN = "Zullen we er zaterdag over praten als de kinderen naar bed zijn? Zażółć gęślą jaźń, İstanbul’da!"
SAID = {
    "latin": LATIN,
    "hyphenated": "onderwijsinnovatiemedewerkersoverleg Donaudampfschifffahrtsgesellschaft e-mail 10-12",
    "vietnamese": "Chị Nguyễn ơi, thứ bảy này mình gặp nhau ở trường nhé, được không?",
    "greek": "Καλημέρα, θα έρθεις μαζί μου στο σχολείο το Σάββατο;",
    "cyrillic": "Дорогая Анна, приходи в школу. Це чудово, їжаче! Ђорђе",
    "arabic": "مرحبا يا سارة، هل تأتين معي إلى المدرسة يوم السبت؟ لا بأس ١٢٣",
    "hebrew": "שלום שרה, תבואי איתי לבית הספר בשבת? כן (אולי) 12",
    "devanagari": "नमस्ते सारा, क्या तुम शनिवार को मेरे साथ विद्यालय आओगी? ज्ञान ट्रेन",
    "bengali": "নমস্কার সারা, তুমি কি শনিবারে আমার সঙ্গে বিদ্যালয়ে আসবে? স্ত্রী ক্ষমা",
    "tamil": "வணக்கம் சாரா, சனிக்கிழமை என்னுடன் பள்ளிக்கு வருவாயா? ஸ்ரீ க்ஷ",
    "thai": "สวัสดีซาร่า วันเสาร์นี้ไปโรงเรียนกับฉันไหม ที่นี่น้ำใจดีเสมอ",
    "japanese": "日本語の文章、「引用」です。カタカナー",
    "chinese": "今天的天气很好，我们去学校吧！",
    "korean": "안녕하세요, 오늘 와 주셔서 감사합니다.",
    "emoji": "🎉 👍🏽 👩‍👩‍👧 🇳🇱🇧🇪 🇮🇳 ❤️ 🏳️‍🌈 1️⃣ 👨🏿‍🚀",
    "signs": "€5 – 50% & <b>#1</b> @anna… «ja» „nee” “oui” (a) [b] {c} \\ / 1/2 ½",
}
WORDS = [word for said in SAID.values() for word in said.split()]
LONG = [
    "a" * 70,
    "https://www.example.org/een/heel/lang/adres/dat/nergens/past.html?x=1",
    "шко" * 30,
    "漢字" * 30,
]
CONTROLS = [
    "\0",
    "\x1b[31m",
    "\u202e",
    "\u200f",
    "\ufeff",
    "\u200b",
    "\xad",
    "\ud83d",
    "\x85",
    "\t\t",
    "\u2028",
]
GAPS = [" "] * 12 + ["\n", "\n\n", "\r\n", "  ", "\n" * 9, ""]
VOWELLED = "اللُّغَةُ العَرَبِيَّةُ جَمِيلَةٌ جِدًّا إِنَّ "
FOOTNOTE = "24 november 2026"
CODE = f"(?s)[{chr(PAIRS_FROM)}-\xff].|."
"""One byte, or two where the first says so."""

WORD = st.sampled_from(WORDS) | st.sampled_from(WORDS) | st.sampled_from([*LONG, *CONTROLS])
PARTS = st.lists(st.tuples(WORD, st.sampled_from(GAPS)).map("".join), max_size=80).map("".join)
MESSAGE = st.tuples(PARTS, st.sampled_from([1, 1, 1, 5, 12])).map(lambda part: part[0] * part[1])
WILD = st.text(st.sampled_from("".join(SAID.values())) | st.characters(exclude_categories=[]), max_size=150)
DESIGNS = st.sampled_from(names())
SHAPES = st.sampled_from(
    [SIZES[name] for name in ("a7", "business", "4x6", "a5", "square")] + [SIZES["a7"].turned]
)
BRACKETS = str.maketrans(dict.fromkeys("()[]{}<>«»‹›", "|"))
TOUCHING = {"jİ"}
"""Accents of capitals reach into the line above, where large type is set as close as it usually is."""
LOOK = Look("#b4532a", "#2f5d62", "Stichting Voorbeeld", "nl")


@pytest.fixture(scope="module", autouse=True)
def _added() -> Iterator[None]:
    with fonts_in(VENDOR / "east"):
        yield


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter as a reader finds it: its ink in points, and the line on which it stands."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    baseline: float


def printed(card: Card, design: str | Design, shape: Size, layout: Layout = LETTER) -> tuple[bytes, Report]:
    out = BytesIO()
    drawn = built_in(design) if isinstance(design, str) else design
    report = render([card], LOOK, out, design=drawn, layout=layout, printing=Printing(shape, sheet=None))
    return out.getvalue(), report


def pages(pdf: bytes) -> list[list[Glyph]]:
    """All that is read on each page, also what is never seen."""
    with paper.opened(pdf) as opened:
        return [list(_glyphs(page)) for page in opened]


def _glyphs(page: PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    x, y = c_double(), c_double()
    try:
        for n in range(text.count_chars()):
            if pdfium.FPDFText_IsGenerated(text, n) == 1:
                continue
            pdfium.FPDFText_GetCharOrigin(text, n, byref(x), byref(y))
            character = chr(pdfium.FPDFText_GetUnicode(text, n))
            yield Glyph(character, *text.get_charbox(n), y.value)
    finally:
        text.close()


def seen(text: str) -> Counter[str]:
    """The letters of a text, in any order: lines from the right are in the file as they are seen.

    Left out are what nobody sees, and hyphens: a word gets one where a line ends.
    """
    text = UNSEEN.sub("", unicodedata.normalize("NFKD", text)).translate(BRACKETS)
    return Counter(each for each in text if not each.isspace() and each != "-")


def texts(pdf: bytes) -> list[str]:
    """The text on each side of each leaf, from the file itself: readers leave some letters out."""
    objects = dict(re.findall(rb"(?s)(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", pdf))
    fonts = {
        name.decode(): _unicodes(objects, objects[number])
        for entries in re.findall(rb"/Font<<(.*?)>>", pdf)
        for name, number in re.findall(rb"/(\w+) (\d+) 0 R", entries)
    }
    contents = (_stream(body).decode("latin-1") for body in objects.values() if b"/Subtype/Form" in body)
    return ["".join(_shown(content, fonts)) for content in contents if "BT " in content]


def _stream(body: bytes) -> bytes:
    head, _, packed = body.partition(b">>stream\n")
    length = re.search(rb"/Length (\d+)", head)
    return zlib.decompress(packed[: int(length[1])]) if length else b""


def _unicodes(objects: dict[bytes, bytes], font: bytes) -> dict[str, str]:
    number = re.search(rb"/ToUnicode (\d+)", font)
    rows = re.findall(r"(?m)^<(\w+)> <(\w+)>$", _stream(objects[number[1]]).decode() if number else "")
    return {
        bytes.fromhex(code).decode("latin-1"): bytes.fromhex(text).decode("utf-16-be") for code, text in rows
    }


def _shown(content: str, fonts: dict[str, dict[str, str]]) -> Iterator[str]:
    font = ""
    for name, codes in re.findall(r"(?s)/(\w+) \S+ Tf|\[((?:\([^)]*\)|[^]])*)\]TJ", content):
        font = name or font
        for run in re.findall(r"(?s)\(([^)]*)\)", codes):
            yield from (fonts[font][code] for code in re.findall(CODE, run))


def outside(glyphs: Sequence[Glyph], shape: Size) -> list[Glyph]:
    """Those that are not whole on their side."""
    width, height = shape.width * MM, shape.height * MM
    return [
        glyph
        for glyph in glyphs
        if glyph.left < 0 or glyph.bottom < 0 or glyph.right > width or glyph.top > height
    ]


def overlapping(glyphs: Sequence[Glyph]) -> list[tuple[Glyph, Glyph]]:
    """Letters of two lines that lie over each other."""
    inked = [glyph for glyph in glyphs if glyph.right - glyph.left > 0.2 and glyph.top - glyph.bottom > 0.2]
    inked.sort(key=lambda glyph: -glyph.top)
    found = []
    for n, one in enumerate(inked):
        for other in inked[n + 1 :]:
            if other.top < one.bottom + 1:
                break
            on_one_line = abs(one.baseline - other.baseline) < 1
            beside = one.right < other.left + 1 or other.right < one.left + 1
            if not on_one_line and not beside:
                found.append((one, other))
    return found


def check(message: str, design: str, shape: Size) -> list[list[Glyph]]:
    """That a message is all there, inside its card, and the same once more; gives what is on the pages."""
    card = Card(message, "Voor Sanne", "Een dag", "https://example.org/a", "Lees verder", footnote=FOOTNOTE)

    pdf, report = printed(card, design, shape)

    backs = [text for text in texts(pdf) if FOOTNOTE[-4:] in text]
    marks = [f"{n}/{len(backs)}" for n in range(1, len(backs) + 1)] if len(backs) > 1 else []
    sign = "“" if design == "quote" else ""
    assert seen("".join(backs)) == seen(clean(message) + "".join(marks) + (FOOTNOTE + sign) * len(backs))
    assert report.cards_printed == len(backs)
    found = pages(pdf)
    assert [outside(page, shape) for page in found] == [[]] * len(found)
    assert printed(card, design, shape) == (pdf, report)
    return found


@settings(max_examples=100, deadline=None)
@given(MESSAGE, DESIGNS, SHAPES)
def test_what_people_write_is_whole_on_its_cards_and_no_line_lies_over_another(
    message: str, design: str, shape: Size
) -> None:
    found = check(message, design, shape)

    assert [overlapping(page) for page in found] == [[]] * len(found)


@settings(max_examples=120, deadline=None)
@given(WILD, DESIGNS, SHAPES)
def test_what_nobody_would_write_is_whole_on_its_cards_too(message: str, design: str, shape: Size) -> None:
    check(message, design, shape)


@pytest.mark.parametrize("script", SAID)
def test_a_heading_of_several_lines_is_read_in_every_script(script: str) -> None:
    heading = SAID[script] * 2
    for layout in (LETTER, BADGE, POSTER):
        for design in names() if layout == LETTER else ("field",):
            pdf, _ = printed(Card(heading=heading), design, SIZES["a6"], layout)

            first = pages(pdf)[0]
            assert outside(first, SIZES["a6"]) == []
            assert {a.text + b.text for a, b in overlapping(first)} <= TOUCHING


def test_letters_that_lie_over_others_or_outside_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    card = Card(LATIN * 4)
    wide = Words(Area(left=60, width=105, top=10, bottom=10), [Part(size=(16, 9), show="message")])

    _front, aside = pages(printed(card, Design({"en": "Wide"}, back=[wide]), SIZES["a6"])[0])
    monkeypatch.setattr(fit, "LEADINGS", (0.8, 0.8))
    _front, narrow = pages(printed(card, "letter", SIZES["a6"])[0])

    assert outside(aside, SIZES["a6"])
    assert overlapping(narrow)


def test_a_letter_that_is_missing_is_found() -> None:
    (_front, back) = texts(printed(Card(LATIN, "Voor Sanne"), "letter", SIZES["a6"])[0])

    assert seen(back) == seen(LATIN)
    assert seen(back) != seen(LATIN[:-1])


def test_arabic_with_all_its_vowels_has_room_between_its_lines() -> None:
    pdf, _ = printed(Card(VOWELLED * 6), "letter", SIZES["a7"])

    assert overlapping(pages(pdf)[1]) == []
