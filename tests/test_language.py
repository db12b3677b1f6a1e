"""Every text for people is there in Dutch, and fits the place of the English one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from workshop.language import TRANSLATIONS, _, plural, speaking

ROOT = Path(__file__).parents[1]
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "plural": (1, 2)}
Text = str | tuple[str, ...]


def marked() -> Iterator[Text]:
    for folder, method in (
        ("workshop", ("**.py", "python")),
        ("templates", ("**.html", "jinja2.ext:babel_extract")),
    ):
        for found in extract_from_dir(ROOT / folder, method_map=[method], keywords=KEYWORDS):
            yield found[2] if isinstance(found[2], str) else tuple(found[2])


def dutch() -> dict[Text, Text]:
    with (TRANSLATIONS / "nl.po").open("rb") as file:
        return {
            message.id if isinstance(message.id, str) else tuple(message.id): message.string
            if isinstance(message.string, str)
            else tuple(message.string)
            for message in read_po(file, locale="nl")
            if message.id
        }


def texts(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else text


def places(text: str) -> set[str]:
    return set(re.findall(r"\{\w+\}|%\(\w+\)s", text))


def test_every_text_is_there_in_dutch_and_no_other_is() -> None:
    assert set(marked()) - {text for text, said in dutch().items() if all(texts(said))} == set()
    assert set(dutch()) - set(marked()) == set()


@pytest.mark.parametrize("text", sorted(dutch(), key=str))
def test_the_dutch_leaves_the_same_places_open_and_does_not_shout(text: Text) -> None:
    said = dutch()[text]

    assert places(texts(said)[-1]) == places(texts(text)[-1])
    assert not any("!" in words for words in (*texts(said), *texts(text)))


def test_texts_come_out_in_the_language_that_is_spoken() -> None:
    with speaking("nl"):
        assert _("Sign in") == "Inloggen"
        assert plural("{n} card", "{n} cards", 1) == "1 kaart"
        assert plural("{n} card", "{n} cards", 0) == "0 kaarten"
    with speaking("en"):
        assert _("Sign in") == "Sign in"
        assert plural("{n} card", "{n} cards", 2) == "2 cards"


def test_a_language_that_we_do_not_have_is_dutch_and_the_former_one_comes_back() -> None:
    with speaking("en"):
        with speaking("xx"):
            assert _("Sign in") == "Inloggen"
        assert _("Sign in") == "Sign in"
