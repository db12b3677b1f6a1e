"""Which faces set a word."""

from workshop.cards.face import HEADING, MESSAGE, load
from workshop.cards.typesetter import Typesetter


def fonts_of(characters: str) -> list[str]:
    word = Typesetter().word(characters, HEADING)
    return [run.font for run in word.runs]


def test_a_word_is_set_in_one_face_where_one_has_all_of_it() -> None:
    assert fonts_of("Ğüneş") == ["F0"]
    assert fonts_of("aβ") == ["F0"]


def test_what_a_face_lacks_comes_from_the_next_and_else_is_a_box() -> None:
    word = Typesetter().word("Jaβ🎉!", HEADING)

    assert [run.font[0] for run in word.runs] == ["F", "F", "B", "F"]
    assert word.boxes == (0x1F389,)


def test_a_letter_with_a_mark_comes_from_a_face_that_puts_the_mark_in_its_place() -> None:
    plain, marked = "Ọ", "Ọ\u0300"

    assert load("fraunces/semibold.ttf").has(plain)
    assert not load("fraunces/semibold.ttf").has(marked)
    assert load("noto-sans/bold.ttf").has(marked)


def test_each_of_many_letters_without_a_font_has_a_box_of_its_own() -> None:
    characters = "".join(map(chr, range(0x4E00, 0x4E00 + 600)))

    word = Typesetter().word(characters, MESSAGE)

    assert len({(run.font, run.codes) for run in word.runs}) == 600
    assert len(word.boxes) == 600


def test_what_is_never_seen_takes_no_room_and_is_no_box() -> None:
    setter = Typesetter()

    assert setter.word("a\u200d\ufe0f", MESSAGE).width == setter.word("a", MESSAGE).width
    assert setter.word("a\u200d\ufe0f", MESSAGE).boxes == ()


def test_letters_are_kerned() -> None:
    display, text = load("fraunces/semibold.ttf"), load("noto-sans/regular.ttf")

    assert display.kern("Vo") < -20
    assert text.kern("To") < -20
    assert text.kern("nn") == 0
    assert text.kern("Т,") < -20
