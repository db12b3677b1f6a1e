"""Open questions: people write."""

import unicodedata

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from tests.decks.written import FRONT, mistake
from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.events import Value
from workshop.kinds.open import LONGEST, MOST_GROUPS, Open, tidy
from workshop.refused import Refused

ONE = Open(("",))


def refusal(value: Value, kind: Open = ONE) -> Refused:
    with pytest.raises(Refused) as refused:
        kind.check(value)
    return refused.value


def test_each_line_of_the_list_is_a_question() -> None:
    assert read("::: open\n- Wat **vind** je?\n- Hoe `zo`?\n:::") == Open(("Wat vind je?", "Hoe zo?"))


def test_without_a_list_the_slides_title_is_the_question() -> None:
    assert read("::: open\n:::") == Open(("",), longest=LONGEST, most=20)


def test_how_long_and_how_many_answers_may_be_is_said_in_the_deck() -> None:
    kind = read("::: open {max=40 answers=3}\n:::")

    assert (kind.longest, kind.most_answers) == (40, 3)


@pytest.mark.parametrize("text", ["ja", "日本", "¿?", "👩‍👧", "a" * LONGEST, "5", "-", "נכון", "\U0001fae8"])
def test_a_text_is_an_answer(text: str) -> None:
    assert ONE.check(text) == text


@pytest.mark.parametrize("value", [[], [0], [0, 2]])
def test_a_choice_is_none(value: Value) -> None:
    assert refusal(value).code == "wrong_kind"


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\t\r\n",
        "\u00a0\u2003",
        "\u200b",
        "\ufeff",
        "\0\x1b",
        "\ud83d",
        "\u2800",
        "\u3164",
        "\u202e",
    ],
)
def test_what_nobody_would_see_is_empty(text: str) -> None:
    assert refusal(text).code == "empty"


@pytest.mark.parametrize(
    ("over", "said"), [(1, "1 character too many."), (2, "2 characters too many."), (10_000, "10000 ")]
)
def test_a_text_that_is_too_long_is_told_by_how_much(over: int, said: str) -> None:
    refused = refusal("a" * (LONGEST + over))

    assert refused.code == "too_long"
    assert refused.text.startswith(said)


def test_length_counts_characters_and_not_bytes_or_halves_of_them() -> None:
    assert ONE.check("👍" * LONGEST) == "👍" * LONGEST
    assert refusal("👍" * (LONGEST + 1)).code == "too_long"


def test_length_counts_composed_characters() -> None:
    apart = "e\u0301" * LONGEST

    assert ONE.check(apart) == "é" * LONGEST
    assert refusal(apart + "e\u0301").code == "too_long"


def test_blank_space_around_a_text_does_not_count() -> None:
    assert ONE.check("  \n" + "a" * LONGEST + " \n ") == "a" * LONGEST


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  ja  \r\n nee ", "ja\nnee"),
        ("een\r\rtwee\n\n\n\n\ndrie", "een\n\ntwee\n\ndrie"),
        ("a\0b\x07c\x1b[31md\x7fe\x85f", "abc[31mdef"),
        ("a\u202eb\u202dc\u202ad\u202be", "abcde"),
        ("half \ud83d en half \udc4d", "half  en half"),
        ("een\ttwee\t", "een twee"),
        ("u\u0308ber", "über"),
        ("<b>&amp;</b> {{ x }}", "<b>&amp;</b> {{ x }}"),
        ("👩‍👧 ❤️", "👩‍👧 ❤️"),
    ],
)
def test_a_text_is_kept_tidy(typed: str, kept: str) -> None:
    assert ONE.check(typed) == kept


@given(st.text(st.characters(exclude_categories=[]), max_size=400))
def test_whatever_is_typed_is_kept_as_clean_text_or_refused(typed: str) -> None:
    if not 0 < len(tidy(typed)) <= LONGEST:
        assert refusal(typed).code in ("empty", "too_long")
        return

    kept = ONE.check(typed)

    assert isinstance(kept, str)
    assert 0 < len(kept) <= LONGEST
    assert kept == tidy(kept) == kept.strip()
    assert unicodedata.is_normalized("NFC", kept)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in kept.replace("\n", ""))
    kept.encode()


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    page = draw(app, Open((HOSTILE, "Hoe?")), screen)

    assert HOSTILE in page.text
    assert page.runs_nothing()


def test_a_phone_has_a_field_a_question_while_it_is_open(app: Flask) -> None:
    kind = Open(("Wat?", "Hoe?"), longest=40)

    page = draw(app, kind, "phone")

    assert [form["data-question"] for form in page.all("form")] == ["0", "1"]
    assert {form["data-longest"] for form in page.all("form")} == {"40"}
    assert [field["id"] for field in page.all("textarea")] == ["answer-0", "answer-1"]
    assert [label["for"] for label in page.all("label")] == ["answer-0", "answer-1"]


def test_a_phone_shows_the_questions_when_they_are_closed_and_no_fields(app: Flask) -> None:
    page = draw(app, Open(("Wat?", "Hoe?")), "phone", open=False)

    assert "Wat?" in page.text
    assert "This question is closed." in page.text
    assert page.all("textarea") == page.all("button") == []


def test_the_projector_numbers_several_questions_above_the_wall(app: Flask) -> None:
    several, one = draw(app, Open(("Wat?", "Hoe?")), "projector"), draw(app, ONE, "projector")

    assert len(several.all("li")) == 2
    assert "data-numbered" in several.html
    assert one.all("li") == []
    assert "data-numbered" not in one.html


def test_the_projector_says_when_it_is_closed(app: Flask) -> None:
    assert "closed" in draw(app, ONE, "projector", open=False).text
    assert "closed" not in draw(app, ONE, "projector").text


def test_one_answer_is_told_as_it_was_written() -> None:
    assert ONE.tell("meer\ntijd") == "meer\ntijd"


def test_a_deck_says_how_answers_hang_and_whether_questions_come_one_after_the_other() -> None:
    kind = read("::: open {wall=grouped ask=in-turn}\n- Wat?\n- Hoe?\n:::")

    assert kind == Open(("Wat?", "Hoe?"), way="grouped", in_turn=True)


@pytest.mark.parametrize("questions", [1, MOST_GROUPS + 1])
def test_answers_hang_below_their_questions_only_where_columns_fit(questions: int) -> None:
    lines = "\n".join(f"- Vraag {n}" for n in range(questions))

    found = mistake(f"{FRONT}# Titel\n\n::: open {{wall=grouped}}\n{lines}\n:::\n")

    assert "below their questions" in found.what
    assert "grouped" not in Open(("",) * questions).ways


def test_a_phone_has_the_question_of_now_above_those_that_were_asked(app: Flask) -> None:
    page = draw(app, Open(("Wat?", "Hoe?", "Wie?"), in_turn=True), "phone", posed=1)

    assert [form["data-question"] for form in page.all("form")] == ["1", "0"]
    assert "Wie?" not in page.text


def test_the_projector_shows_no_question_that_comes_later(app: Flask) -> None:
    kind = Open(("Wat?", "Hoe?", "Wie?"), in_turn=True)

    assert "Wie?" not in draw(app, kind, "projector", posed=1).text
    heads = draw(app, kind, "projector", posed=1, way="grouped")
    assert [item.get("class") for item in heads.all("li")] == [None, "posed", "coming"]
