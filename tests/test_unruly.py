"""What is pasted to break a screen is made harmless, and no language loses a mark that it needs."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.kinds.open import tidy
from workshop.unruly import MOST_ACCENTS, MOST_MARKS

WRITTEN = {
    "Dutch": "Eén idee: ’s ochtends zó vroeg opstaan, coördineren, één bíj́na",
    "Vietnamese": "Tiếng Việt: những người giáo viên ở trường học đã nghĩ rằng ế ồ ữ ậ",
    "Hindi": "हिन्दी में लिखना: क्‍ष, र्ज़ी, ड़ँ, कर्तृत्वों",
    "Thai": "ที่นี่มีน้ำใจ กำลังเรียนรู้ ผู้ใหญ่ เปี๊ยะ",
    "Lao": "ຂໍ້ມູນ ນ້ຳ ຮຽນຮູ້",
    "Arabic": "بِسْمِ ٱللَّٰهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ، مُعَلِّمَةٌ",
    "Persian": "می‌خواهم یاد بگیرم",
    "Hebrew": "בְּרֵאשִׁ֖ית בָּרָ֣א שָּׁלוֹם הַמּוֹרָה",
    "Burmese": "မြို့တွင် ကြွေးကြော်သည်၊ ကျွန်ုပ်",
    "Khmer": "ស្ត្រី ខ្ញុំ រៀនសូត្រ",
    "Tibetan": "བསྒྲུབས་སོ། རྫོགས",
    "Tamil": "தமிழ் கற்றுக்கொள்",
    "Japanese": "が\u3000ぱ、葛\U000e0100城",
    "Korean": "선생님과 함께",
    "phonetic": "\u0254\u0330\u0303\u0301 \u0259\u031a",
    "French": "Bravo\u202f! C’est l’idée\u00a0: «\u00a0oui\u00a0»",
    "emoji": "👩🏽‍🏫 👨‍👩‍👧‍👦 ❤️‍🔥 1️⃣ 👁️‍🗨️ 🏳️‍🌈 🇳🇱🇸🇷",
    "a region's flag": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "a name that a telephone isolated": "Groet aan \u2068נועה\u2069, ook van mij",
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_no_language_loses_a_mark(text: str) -> None:
    assert tidy(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Z" + "\u0335\u0322" * 100 + "a", "Z" + "\u0335" * MOST_ACCENTS + "a"),
        ("e" + "\u0301" * 200, "é" + "\u0301" * MOST_ACCENTS),
        ("x" + "\u0301\u200d" * 100, "x" + "\u0301\u200d\u0301\u0301"),
        ("ก" + "\u0e47" * 200, "ก\u0e47"),
        ("☺" + "\u20dd\u20df" * 50, "☺\u20dd\u20df\u20dd"),
        ("e\0\u0301", "é"),
        ("e\u2066\u0301", "é"),
    ],
    ids=["zalgo", "one accent", "with joiners between", "Thai", "in circles", "a byte", "an isolate"],
)
def test_a_pile_of_marks_becomes_a_few(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("\u202eoguh", "oguh"),
        ("a\u202cb", "ab"),
        ("\u2067draai", "draai"),
        ("draai\u2069", "draai"),
        ("een\u2067\ntwee\u2069", "een\ntwee"),
        ("\u2067\u2066a\u2069", "\u2066a\u2069"),
        ("\u2067\u2067\u2067", ""),
    ],
)
def test_what_turns_the_text_around_it_ends_where_it_began(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a" + "\u200b" * 200 + "b", "a\u200bb"),
        ("a" + "\u200b\u200d\u2060" * 90 + "b", "a\u200b\u200d\u2060b"),
        ("a" + "\U000e0041" * 200 + "b", "ab"),
        ("🏴" + "\U000e0041" * 200, "🏴"),
        ("a" + "\u3164" * 200 + "b", "a b"),
        ("a" + "\u3000\u00a0" * 100 + "b", "a b"),
        ("a" + "\u200b\u3164\u00a0" * 90 + "b", "a\u200b b"),
        ("a" + "\u2800" * 200, "a"),
        ("a\ufeff\u2063\u206a\ufffbb", "ab"),
        ("een\u2028twee\u2029drie\vvier\fvijf", "een\ntwee\ndrie\nvier\nvijf"),
        ("a" + "\n\u200b" * 200 + "b", "a\n\n\u200bb"),
        ("\u200d" * 280, ""),
        ("\U000e0001" * 280, ""),
    ],
    ids=range(13),
)
def test_what_nobody_sees_takes_no_room(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


# What pranks are made of, so that chance comes to the places where they meet.
SCRAPS = st.sampled_from(
    [
        *(
            "a",
            "e",
            "ก",
            "ש",
            "ا",
            "क",
            "가",
            "\u1100",
            "\u1161",
            "👩",
            "🏴",
            "\n",
            "\r",
            " ",
            "\t",
            "\0",
            "\ud800",
        ),
        *("\u0301", "\u0323", "\u0327", "\u0345", "\u20dd", "\u0e47", "\u05c1", "\u05bc", "\u0651", "\u064e"),
        *("\u094d", "\u093c", "\u093f", "\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\ufe0f", "\u034f"),
        *("\u2066", "\u2067", "\u2068", "\u2069", "\u202e", "\u202c", "\u00a0", "\u3000", "\u3164", "\u2028"),
        *("\U000e0067", "\U000e007f", "\U000e0001", "\ufeff", "\u1160", "\u2800"),
    ]
)


@settings(deadline=None, max_examples=400)
@given(st.lists(SCRAPS | st.characters(exclude_categories=[]), max_size=60).map("".join))
def test_whatever_is_typed_what_is_kept_stays_within_its_bounds(typed: str) -> None:
    kept = tidy(typed)

    assert tidy(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert most_in_a_row(kept) <= MOST_MARKS
    assert "\n\n\n" not in kept
    for line in kept.split("\n"):
        depth = 0
        for character in line:
            depth += (character in "\u2066\u2067\u2068") - (character == "\u2069")
            assert depth >= 0
        assert depth == 0


def most_in_a_row(text: str) -> int:
    """How many marks hang on one letter at the most."""
    most = row = 0
    for character in text:
        row = row + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        most = max(most, row)
    return most
