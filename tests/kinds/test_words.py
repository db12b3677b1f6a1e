"""A word cloud: what many say stands large."""

from contextlib import suppress
from random import Random

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.decks.written import deck
from tests.kinds.drawn import HOSTILE, draw, read
from workshop.decks.mistakes import DeckError
from workshop.events import Value
from workshop.kinds.words import LONGEST, MOST_SHOWN, Cloud, Words, key
from workshop.language import speaking
from workshop.refused import Refused

THREE = Words()
FORM = {"data-longest": "40", "data-most": "3"}


def refusal(value: Value) -> Refused:
    with pytest.raises(Refused) as refused:
        THREE.check(value)
    return refused.value


def cloud(*values: Value, language: str = "nl") -> Cloud:
    with speaking(language):
        return THREE.result([THREE.check(value) for value in values])


def given_words(*values: Value, language: str = "nl") -> list[tuple[str, int]]:
    return [(word.text, word.times) for word in cloud(*values, language=language).words]


def test_a_phone_gives_three_words_and_the_room_does_not_see_them_yet() -> None:
    kind = read("::: words\n:::")

    assert kind == Words(most=3, live=False)
    assert kind.most_answers == 3


def test_how_many_and_when_they_are_seen_is_said_in_the_deck() -> None:
    assert read("::: words {max=10 results=live}\n:::") == Words(most=10, live=True)


@pytest.mark.parametrize("attributes", ["max=0", "max=11", "max=veel", "results=now", "steps=3"])
def test_what_a_deck_cannot_mean_is_a_mistake(attributes: str) -> None:
    with pytest.raises(DeckError):
        deck(f"# Titel\n\n::: words {{{attributes}}}\n:::\n")


@pytest.mark.parametrize(
    "text",
    [
        "rust",
        "een goed gesprek",
        "日本",
        "👩‍👧",
        "שלום",
        "¿?",
        "5",
        "W" * LONGEST,
        "👍" * LONGEST,
        "<b>&</b>",
    ],
)
def test_a_word_or_a_short_phrase_is_an_answer(text: str) -> None:
    assert THREE.check(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  een \n goed\t gesprek ", "een goed gesprek"), ("e\u0301e\u0301n", "één"), ("a\u202eb\0c", "abc")],
)
def test_it_is_kept_tidy_and_on_one_line(typed: str, kept: str) -> None:
    assert THREE.check(typed) == kept


@pytest.mark.parametrize("value", [[], [0], [1, 2], 5, None])
def test_anything_but_a_text_is_refused(value: Value) -> None:
    assert THREE.check("rust") == "rust"
    assert refusal(value).code == "wrong_kind"


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u200b", "\u3164", "\ud83d", "\u202e", "\u0301"])
def test_what_nobody_would_see_is_empty(text: str) -> None:
    assert refusal(text).code == "empty"


def test_a_text_that_is_too_long_is_told_by_how_much() -> None:
    refused = refusal("a" * (LONGEST + 2))

    assert (refused.code, refused.text) == ("too_long", "2 characters too many.")
    assert THREE.check("e\u0301" * LONGEST) == "é" * LONGEST


@pytest.mark.parametrize(
    "writings",
    [
        ["rust", "Rust", "RUST", "rust.", "‘rust’", "#rust", "rust…"],
        ["één", "een", "Eén"],
        ["kans", "kansen", "Kansen!"],
        ["mens", "mensen"],
        ["huis", "huizen"],
        ["gesprek", "gesprekken"],
        ["collega", "collega's", "collega’s"],
        ["een goed gesprek", "Een goed gesprek.", "«een goed gesprek»"],
        ["straße", "STRASSE"],
        ["❤️", "❤"],
        ["sa\u00admen", "samen"],
        ["\u200fשלום", "שלום"],
    ],
)
def test_writings_of_one_word_count_as_one(writings: list[str]) -> None:
    assert [word.times for word in cloud(*writings).words] == [len(writings)]


@pytest.mark.parametrize(
    "different",
    [
        ["lef", "leven"],
        ["man", "maan"],
        ["gelijk", "lijk"],
        ["geluk", "luk"],
        ["goed", "niet goed"],
        ["?", "!"],
        ["👍", "👎"],
        ["C", "C++", "C#"],
        ["की", "का"],
        ["日", "本"],
    ],
)
def test_different_words_do_not(different: list[str]) -> None:
    assert len(cloud(*different).words) == len(different)


def test_endings_are_those_of_the_decks_language() -> None:
    assert given_words("trusting", "trusted", language="en") == [("trusting", 2)]
    assert len(given_words("trusting", "trusted", language="nl")) == 2


def test_the_most_frequent_writing_is_shown_and_of_equals_the_first() -> None:
    assert given_words("kans", "Kansen", "Kansen") == [("Kansen", 3)]
    assert given_words("Kans", "kansen") == [("Kans", 2)]


def test_the_most_given_word_comes_first_and_of_equals_the_one_that_came_first() -> None:
    assert given_words("tijd", "rust", "lef", "rust") == [("rust", 2), ("tijd", 1), ("lef", 1)]


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("rust", ["rust"]),
        ("rust rust tijd", ["rust"]),
        ("rust tijd rust tijd lef", ["rust", "tijd"]),
        ("rust tijd", []),
        ("rust tijd lef moed rust tijd lef moed hoop", []),
    ],
)
def test_a_word_stands_out_that_was_given_most_unless_many_were(said: str, most: list[str]) -> None:
    assert [word.text for word in cloud(*said.split()).words if word.is_most] == most


def test_the_wall_shows_sixty_words_and_says_how_many_there_are_besides() -> None:
    shown = cloud(*(chr(0x4E00 + n) for n in range(75)), "rust", "rust")

    assert len(shown.words) == MOST_SHOWN
    assert shown.words[0].text == "rust"
    assert shown.others == 16


def test_before_the_first_word_the_cloud_is_empty() -> None:
    assert cloud() == Cloud((), 0)


def test_the_result_is_a_table_of_all_words() -> None:
    words = [chr(0x4E00 + n) for n in range(75)]

    table = THREE.table([*words, "tijd", "Tijd"])

    assert table.header == ("Word", "Times")
    assert table.rows[0] == ("tijd", "2")
    assert len(table.rows) == 76


@given(st.lists(st.text(st.characters(exclude_categories=[]), max_size=50), max_size=8))
def test_whatever_is_typed_each_answer_that_is_kept_counts_once(typed: list[str]) -> None:
    kept = []
    for text in typed:
        with suppress(Refused):
            kept.append(THREE.check(text))

    words = THREE.result(kept).words

    assert sum(word.times for word in words) == len(kept)
    assert all(word.text in kept and key(word.text, "en") == word.key for word in words)


def test_what_a_rehearsal_pretends_is_taken_and_much_of_it_more_than_once() -> None:
    said = [THREE.pretend(FORM, Random(seed), Random(1)) for seed in range(100)]

    assert all(THREE.check(text) == text for text in said)
    words = THREE.result(said).words
    assert len(words) > 10
    assert words[0].times > 5


def test_a_rehearsal_does_not_answer_a_form_that_it_does_not_know() -> None:
    with pytest.raises(KeyError):
        THREE.pretend({}, Random(1), Random(1))


def test_a_phone_has_one_field_and_knows_how_many_words_it_may_send(app: Flask) -> None:
    page = draw(app, Words(most=5), "phone")

    (form,) = page.all("form")
    (field,) = page.all("input")
    assert (form["data-kind"], form["data-most"], form["data-longest"]) == ("words", "5", "40")
    assert field["id"] == page.all("label")[0]["for"]


def test_a_closed_question_has_no_field(app: Flask) -> None:
    page = draw(app, THREE, "phone", open=False)

    assert page.all("input") == page.all("button") == []
    assert all("disabled" in fieldset for fieldset in page.all("fieldset"))
    assert "This question is closed." in page.text


def test_the_projector_says_what_will_come_before_anything_has(app: Flask) -> None:
    for result in (None, Cloud((), 0)):
        assert "Your words come here." in draw(app, THREE, "projector", result=result).text
    assert "The result comes when everybody has answered." in draw(app, THREE, "projector").text


def test_the_projector_lists_the_words_for_who_cannot_see_the_picture(app: Flask) -> None:
    page = draw(app, THREE, "projector", result=cloud("rust", "tijd", "rust"))

    assert "rust 2× tijd 1×" in page.text
    assert [(word["data-times"], "data-most" in word) for word in page.all("li")] == [
        ("2", True),
        ("1", False),
    ]
    assert "Your words come here." not in page.text


@pytest.mark.parametrize("text", [HOSTILE[:LONGEST], HOSTILE[20:55], '" onclick="x', "{{ 7*7 }}</ol>"])
def test_what_people_write_is_shown_as_text(app: Flask, text: str) -> None:
    page = draw(app, THREE, "projector", result=cloud(text))

    assert " ".join(text.split()) in page.text
    assert len(page.all("li")) == 1
    assert page.runs_nothing()


def test_one_word_is_told_as_it_was_written_however_it_is_counted() -> None:
    assert THREE.tell("Samenwerken!") == "Samenwerken!"


@pytest.mark.parametrize(
    ("language", "writings"),
    [
        ("de", ["Vertrauen", "vertrauen"]),
        ("de", ["Kind", "Kinder", "Kindern"]),
        ("de", ["Bücher", "Buch"]),
        ("de", ["Straße", "Strasse"]),
        ("fr", ["école", "écoles", "l’école", "l'ecole"]),
        ("fr", ["enseignant", "enseignantes"]),
        ("fr", ["idée", "idées", "Idee"]),
        ("ar", ["ثقة", "ثقة."]),
    ],
)
def test_writings_of_a_word_meet_in_the_language_of_the_deck(language: str, writings: list[str]) -> None:
    assert [times for _text, times in given_words(*writings, language=language)] == [len(writings)]


def test_in_a_language_without_a_stemmer_other_endings_are_other_words() -> None:
    assert len(given_words("kansen", "kans", language="af")) == 2
