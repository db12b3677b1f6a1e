"""The front matter: what holds for all slides of a deck."""

from itertools import pairwise

import pytest

from tests.decks.written import mistake, mistakes
from workshop.decks.deck import Deck
from workshop.decks.front_matter import DEFAULTS
from workshop.decks.markdown import parse


def source(front: str) -> str:
    return f"---\n{front}\n---\n\n# Titel\n"


def deck(front: str) -> Deck:
    return parse(source(front))


def test_every_key_is_read() -> None:
    read = deck(
        "title: Proef\nsubtitle: Van alles\nlanguage: en\norganisation: De Club\n"
        "contact: club@example.org\nregion: BE\naccent: '#102030'\nsecond_accent: '#302010'"
    )

    assert (read.title, read.subtitle, read.language) == ("Proef", "Van alles", "en")
    assert (read.organisation, read.contact, read.region) == ("De Club", "club@example.org", "BE")
    assert (read.look.accent, read.look.second_accent) == ("#102030", "#302010")
    assert read.notices == ()


def test_only_the_title_must_be_there() -> None:
    read = deck("title: Proef")

    assert (read.subtitle, read.organisation, read.contact) == ("", "", "")
    assert (read.language, read.region) == ("nl", "NL")
    assert (read.look.accent, read.look.second_accent) == (DEFAULTS["accent"], DEFAULTS["second_accent"])
    assert read.notices == (), "the colours by default can be read"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("2024-13-45", "2024-13-45"),
        ("2024-01-01", "2024-01-01"),
        ("yes", "yes"),
        ("No", "No"),
        ("12:30:45", "12:30:45"),
        ("1e999", "1e999"),
        ("007", "007"),
        ("~", "~"),
        ('"De vraag: wie?"', "De vraag: wie?"),
        ("'Wat # is'", "Wat # is"),
        ("Één – ‘twee’ <b>", "Één – ‘twee’ <b>"),
        ("!!python/object/apply:os.system [x]", None),
    ],
)
def test_a_value_is_the_text_that_stands_there(written: str, title: str | None) -> None:
    if title is None:
        assert mistakes(source(f"title: {written}"))
    else:
        assert deck(f"title: {written}").title == title


def test_a_light_accent_is_made_darker_and_the_presenter_is_told() -> None:
    read = deck("title: Proef\naccent: '#ffd24a'")

    assert read.look.accent != "#ffd24a"
    assert read.notices == (f"accent #ffd24a is too light to read on paper; {read.look.accent} is used.",)


@pytest.mark.parametrize(
    ("front", "line", "what", "right"),
    [
        ("subtitle: x", 1, "has no title", "'title: …'"),
        ("title:", 1, "has no title", "'title: …'"),
        ("title: x\nauthor: ik", 3, "has no 'author'", "accent, contact,"),
        ("title: x\nsubtitel: y", 3, "has no 'subtitel'", "Did you mean 'subtitle'?"),
        ("title: x\n\nlanguage: xx", 4, "no language 'xx'", "such as nl, de or ar."),
        ("title: x\nlanguage: Nederlands", 3, "no language 'Nederlands'", "such as nl"),
        ("title: x\nlanguage: nl_BE", 3, "no language 'nl_BE'", "such as nl"),
        ("title: x\nregion: XX", 3, "no country 'XX'", "two letters, such as NL"),
        ("title: x\naccent: red", 3, "'red' is no colour", 'Write it as "#a8431f", between quotes.'),
        ("title: x\naccent: #a8431f", 3, "'' is no colour", "between quotes"),
        ("title: x\nsecond_accent: '#abc'", 3, "'#abc' is no colour", '"#a8431f"'),
        ("title: x\naccent: '#a8431g'", 3, "'#a8431g' is no colour", '"#a8431f"'),
        ("title: [a, b]", 2, "'title' is not one line of text", "after the colon, between quotes"),
        ("title: x\ncontact:\n  mail: y", 3, "'contact' is not one line", "between quotes"),
        ('title: "a\\nb"', 2, "'title' is not one line of text", "between quotes"),
        ('title: "a\\uD800"', 2, "'title' is not one line of text", "between quotes"),
        ("- title", 2, "no list of keys", "'title: …'"),
        ("zomaar tekst", 2, "no list of keys", "'title: …'"),
        ("title: x\nsubtitle: a: b", 3, "cannot be read: mapping values", "one 'key: value' a line"),
        ("title: x\n\tsubtitle: y", 3, "cannot be read", "one 'key: value' a line"),
        ("title: x\nsubtitle: '", 3, "cannot be read", "between quotes"),
        ("title: x\nsubtitle: a\x07b", 3, "special characters are not allowed", "a line"),
        ('title: "\\UFFFFFFFF"', 2, "cannot be read", "a line"),
        pytest.param("title: " + "[" * 1500, 2, "cannot be read", "a line", id="deeply nested"),
        ("title: x\u2028y\n? [a]\n: b", 3, "cannot be read", "a line"),
        ("title: x\u2028y\nlanguage: nl", 3, "cannot be read", "a line"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_would_be_right(
    front: str, line: int, what: str, right: str
) -> None:
    found = mistake(source(front))

    assert found.line == line
    assert what in found.what
    assert right in found.right


def test_a_small_source_of_a_giant_text_is_refused() -> None:
    front = "title: &a [x, x, x, x, x, x, x, x, x]\n"
    for last, key in pairwise("abcdefghi"):
        front += f"{key}: &{key} [{', '.join([f'*{last}'] * 9)}]\n"

    assert "not one line of text" in mistakes(source(front))[0].what


def test_a_region_may_be_written_small() -> None:
    assert deck("title: x\nregion: nl").region == "nl"


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("de", "de"),
        ("NO", "no"),
        ("ar", "ar"),
        ("en-gb", "en-GB"),
        ("AZ-arab", "az-Arab"),
        ("es-419", "es-419"),
    ],
)
def test_a_deck_may_be_in_any_language(written: str, language: str) -> None:
    assert deck(f"title: x\nlanguage: {written}").language == language
