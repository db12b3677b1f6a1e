"""Which faces set a word, and what they make of it."""

import pytest

from workshop.cards.face import HEADING, MESSAGE
from workshop.cards.typesetter import Typesetter, Word


def word(characters: str, *, from_right: bool = False) -> Word:
    return Typesetter().word(characters, MESSAGE, from_right=from_right)


def fonts_of(characters: str) -> list[str]:
    return [run.font for run in Typesetter().word(characters, HEADING).runs]


def test_a_word_is_set_in_one_face_where_one_has_all_of_it() -> None:
    assert fonts_of("Ğüneş") == ["F0"]
    assert fonts_of("aβ") == ["F0"]


def test_what_a_face_lacks_comes_from_the_next_is_drawn_or_is_a_box() -> None:
    made = Typesetter().word("Jaβ🎉\ue000!", HEADING)

    assert [run.font[0] for run in made.runs] == ["F", "F", "D", "F"]
    assert made.boxes == (0xE000,)


@pytest.mark.parametrize("text", ["नमस्ते", "வணக்கம்", "বাংলা", "สวัสดี", "Ọ̀", "x\u0303\u0331"])
def test_every_script_that_people_write_has_its_letters(text: str) -> None:
    assert word(text).boxes == ()


@pytest.mark.parametrize("text", ["مرحبا", "שלום", "پژوهش", "שָׁלוֹם"])
def test_scripts_from_the_right_have_theirs(text: str) -> None:
    assert word(text, from_right=True).boxes == ()


def test_letters_of_arabic_are_joined() -> None:
    apart = sum(word(letter, from_right=True).width for letter in "بببب")

    assert word("بببب", from_right=True).width < 0.9 * apart


def test_a_mark_moves_no_pen() -> None:
    assert word("x\u0303").width == pytest.approx(word("x").width)


@pytest.mark.parametrize("emoji", ["👩\u200d👩\u200d👧", "👍🏽", "🇳🇱", "❤️", "5️⃣", "🏳️\u200d🌈", "🎉"])
def test_an_emoji_is_one_drawing(emoji: str) -> None:
    made = word(emoji)

    assert [run.font for run in made.runs] == ["D0"]
    assert made.boxes == ()


@pytest.mark.parametrize("text", ["5", "#", "©", "a*"])
def test_what_is_a_character_first_stays_one(text: str) -> None:
    assert {run.font[0] for run in word(text).runs} == {"F"}


def test_each_of_many_letters_without_a_font_has_a_box_of_its_own() -> None:
    characters = "".join(map(chr, range(0xE000, 0xE000 + 600)))

    made = word(characters)

    assert {run.font for run in made.runs} == {"D0", "D1", "D2", "D3"}
    assert len(made.boxes) == 600


def test_what_is_never_seen_takes_no_room_and_is_no_box() -> None:
    assert word("a\u200d\ufe0f").width == word("a").width
    assert word("a\u200d\ufe0f").boxes == ()


def test_letters_are_kerned() -> None:
    def pair(letters: str) -> float:
        return word(letters).width - sum(word(letter).width for letter in letters)

    assert pair("To") < -20
    assert pair("nn") == pytest.approx(0)
    assert pair("Та") < -5


@pytest.mark.parametrize("unseen", ["\u2068{}\u2069", "{}\u200b", "\u200e{}", "{}\ufeff", "\xad{}"])
def test_what_nobody_sees_changes_no_letter(unseen: str) -> None:
    setter = Typesetter("nl")

    word, plain = setter.word(unseen.format("Fatima"), MESSAGE), setter.word("Fatima", MESSAGE)

    assert word.width == plain.width
    assert plain.runs[0] in word.runs
    assert not word.boxes
