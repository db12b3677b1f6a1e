"""Every text for people is there in each language that we have, and fits the place of the English one."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from workshop.language import LANGUAGES, TRANSLATIONS, WRITTEN_IN, _, around, plural, speaking, spoken

ROOT = Path(__file__).parents[1]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "plural": (1, 2), "either": (1, 2)}
Text = str | tuple[str, ...]
TRANSLATED = sorted({*LANGUAGES} - {WRITTEN_IN})
NO_BREAK = "\N{NO-BREAK SPACE}"


@cache
def marked() -> frozenset[Text]:
    return frozenset(_marked())


def _marked() -> Iterator[Text]:
    for folder, method in (
        ("workshop", ("**.py", "python")),
        ("templates", ("**.html", "jinja2.ext:babel_extract")),
    ):
        for found in extract_from_dir(ROOT / folder, method_map=[method], keywords=KEYWORDS):
            yield found[2] if isinstance(found[2], str) else tuple(found[2])


@cache
def said_in(language: str) -> dict[Text, Text]:
    with (TRANSLATIONS / f"{language}.po").open("rb") as file:
        return {
            message.id if isinstance(message.id, str) else tuple(message.id): message.string
            if isinstance(message.string, str)
            else tuple(message.string)
            for message in read_po(file, locale=language)
            if message.id
        }


def texts(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def places(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|%\(\w+\)s", text))


def prose(text: str) -> str:
    """What people read, without what a deck or a terminal takes literally."""
    return re.sub(r"https?://|smtps://|:::|\{.*?\}|«[^»]*»|workshop \w+.*|\"[^\"]*\"", "", text)


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_there_in_each_language_and_no_other_is(language: str) -> None:
    said = said_in(language)

    assert marked() - {text for text, words in said.items() if all(texts(words))} == set()
    assert said.keys() - marked() == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_there_twice(language: str) -> None:
    source = (TRANSLATIONS / f"{language}.po").read_text()
    ids = re.findall(r'^msgid (".*"(?:\n".*")*)', source, re.MULTILINE)

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("language", "text"), [(each, text) for each in TRANSLATED for text in sorted(said_in(each), key=str)]
)
def test_a_text_leaves_the_same_places_open_and_does_not_shout(language: str, text: Text) -> None:
    said = said_in(language)[text]

    assert places(texts(said)[-1]) == places(texts(text)[-1])
    assert not any("!" in words for words in (*texts(said), *texts(text)))


@pytest.mark.parametrize("text", sorted(said_in("fr"), key=str))
def test_french_marks_stand_apart_and_stay_with_their_word(text: Text) -> None:
    for said in texts(said_in("fr")[text]):
        assert not re.search(rf"[^\W\d{NO_BREAK}]?[ \w)][;:?](?:\s|$)", prose(said)), said
        assert not re.search(rf"«(?!{NO_BREAK})|(?<!{NO_BREAK})»", said), said
        assert "'" not in prose(said)


@pytest.mark.parametrize("text", sorted(said_in("de"), key=str))
def test_german_quotes_open_low_and_close_high(text: Text) -> None:
    for said in texts(said_in("de")[text]):
        assert said.count("„") == said.count("“")
        assert not re.search("[‘”']", prose(said)), said


def test_texts_come_out_in_the_language_that_is_spoken() -> None:
    with speaking("nl"):
        assert _("Sign in") == "Inloggen"
        assert plural("{n} card", "{n} cards", 1) == "1 kaart"
        assert plural("{n} card", "{n} cards", 0) == "0 kaarten"
    with speaking("en"):
        assert _("Sign in") == "Sign in"
        assert plural("{n} card", "{n} cards", 2) == "2 cards"


@pytest.mark.parametrize(
    ("language", "none", "one", "two"),
    [("de", "0 Karten", "1 Karte", "2 Karten"), ("fr", "0 carte", "1 carte", "2 cartes")],
)
def test_each_language_counts_in_its_own_way(language: str, none: str, one: str, two: str) -> None:
    with speaking(language):
        said = [plural("{n} card", "{n} cards", count) for count in (0, 1, 2)]

    assert said == [none, one, two]


@pytest.mark.parametrize(
    ("asked", "got"), [("nl-BE", "nl"), ("de-AT", "de"), ("FR", "fr"), ("ar", "en"), ("xx", "en"), ("", "en")]
)
def test_what_comes_out_is_the_nearest_that_we_have_or_else_english(asked: str, got: str) -> None:
    with speaking(asked):
        assert spoken() == got


def test_the_former_language_comes_back() -> None:
    with speaking("nl"):
        with speaking("xx"):
            assert _("Sign in") == "Sign in"
        assert _("Sign in") == "Inloggen"


def test_among_words_from_right_to_left_ours_keep_their_full_stop_at_the_end() -> None:
    with speaking("ar"):
        among_arabic, language = _("Sign in first."), around()
    with speaking("nl", among="he"):
        among_hebrew = plural("{n} card", "{n} cards", 2)
    with speaking("nl", among="de"):
        among_german = _("Sign in")

    assert (among_arabic, language) == ("\u200eSign in first.\u200e", "ar")
    assert among_hebrew == "\u200e2 kaarten\u200e"
    assert among_german == "Inloggen"
