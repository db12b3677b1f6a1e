"""One deck in several languages: a file each, which must be built alike."""

from pathlib import Path

import pytest

from workshop.decks.deck import Deck
from workshop.decks.mistakes import DeckError
from workshop.decks.store import BUNDLED_DECK, read_files
from workshop.kinds import KINDS

DUTCH = """---
title: Proef
language: nl
organisation: De Club
region: BE
accent: "#102030"
---

# Welkom

---

# Wat vind je?

::: open {max=40 answers=2}
- De eerste?
- De tweede?
:::

---

# Kies

::: choice {several=true}
- rood
- blauw
:::
"""
ENGLISH = (
    DUTCH.replace('language: nl\norganisation: De Club\nregion: BE\naccent: "#102030"', "language: en")
    .replace("Proef", "Trial")
    .replace("Welkom", "Welcome")
    .replace("rood", "red")
    .replace("blauw", "blue")
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "deck.nl.md", tmp_path / "deck.en.md"]
    for path, source in zip(paths, (DUTCH, ENGLISH), strict=True):
        path.write_text(source)
    return paths


def loaded(files: list[Path]) -> Deck:
    return read_files(files)[1]


def told(files: list[Path], old: str, new: str) -> list[str]:
    """What is said of the English file with something else in it, without its folder."""
    assert old in ENGLISH
    files[1].write_text(ENGLISH.replace(old, new))
    with pytest.raises(DeckError) as refused:
        read_files(files)
    return [line.replace(f"{files[0].parent}/", "") for line in str(refused.value).split("\n")]


def test_the_first_file_is_the_main_one_and_the_others_are_read_beside_it(files: list[Path]) -> None:
    deck = loaded(files)

    assert (deck.title, deck.languages) == ("Proef", ("nl", "en"))
    assert deck.in_language("en").title == "Trial"
    assert deck.in_language("en").slides[0].title == "Welcome"
    assert deck.in_language("fr") is deck.in_language("nl") is deck


def test_what_is_no_matter_of_language_is_that_of_the_main_file(files: list[Path]) -> None:
    deck = loaded(files)
    english = deck.in_language("en")

    assert (english.look, english.region) == (deck.look, "BE")
    assert english.organisation == "De Club", "it has no other name in English"


def test_one_file_is_a_deck_in_one_language(files: list[Path]) -> None:
    assert loaded(files[:1]).languages == ("nl",)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("max=40", "max=50", "deck.en.md:12: 'open' has max=50, and in deck.nl.md max=40."),
        ("answers=2", "answers=3", "deck.en.md:12: 'open' has answers=3, and in deck.nl.md answers=2."),
        ("- De tweede?\n", "", "deck.en.md:12: 'open' has 1 lines, and in deck.nl.md 2."),
        ("- blue", "- blue\n- green", "deck.en.md:21: 'choice' has 3 lines, and in deck.nl.md 2."),
        ("{several=true}", "", "deck.en.md:21: 'choice' has several=false, and in deck.nl.md several=true."),
        (
            "::: choice {several=true}",
            "::: scale",
            "deck.en.md:19: Slide 3 has ‘scale’, and in deck.nl.md it has",
        ),
        (
            "# Welcome",
            "# Welcome\n\n::: open\n:::",
            "deck.en.md:6: Slide 1 has ‘open’, and in deck.nl.md it has words",
        ),
        (
            "language: en",
            "language: nl",
            "deck.en.md:3: The language is 'nl', as in deck.nl.md. Give each file",
        ),
    ],
)
def test_a_difference_is_told_with_file_and_line(files: list[Path], old: str, new: str, said: str) -> None:
    (line,) = told(files, old, new)

    assert line.startswith(said)


def test_a_slide_too_many_is_told_where_it_stands(files: list[Path]) -> None:
    files[1].write_text(f"{ENGLISH}\n---\n\n# More\n")

    with pytest.raises(DeckError, match=r"28: There are 4 slides, and 3 in .*deck.nl.md.") as refused:
        read_files(files)
    assert len(refused.value.mistakes) == 1


def test_a_slide_too_few_is_told_at_the_end_of_what_there_is(files: list[Path]) -> None:
    files[1].write_text(ENGLISH.partition("---\n\n# Kies")[0])

    with pytest.raises(DeckError, match=r"There are 2 slides, and 3 in .*deck.nl.md.") as refused:
        read_files(files)
    assert len(refused.value.mistakes) == 1


def test_a_slide_that_is_missing_in_the_middle_is_one_mistake_and_not_one_a_slide(files: list[Path]) -> None:
    before, _, after = ENGLISH.partition("# Wat vind je?")
    files[1].write_text(before + after.partition("---\n\n")[2])

    with pytest.raises(DeckError) as refused:
        read_files(files)
    assert len(refused.value.mistakes) == 1


def test_mistakes_in_both_files_are_told_together(files: list[Path]) -> None:
    for path in files:
        path.write_text(path.read_text().replace("::: open", "::: opne"))

    with pytest.raises(DeckError) as refused:
        read_files(files)
    first, second = str(refused.value).split("\n")
    assert first.startswith(f"{files[0]}:")
    assert second.startswith(f"{files[1]}:")
    assert len(refused.value.mistakes) == 2


def test_other_words_for_the_same_are_no_difference(files: list[Path]) -> None:
    files[0].write_text(DUTCH.replace("::: choice {several=true}", "::: scale {steps=5 low=nee high=ja}"))
    files[1].write_text(ENGLISH.replace("::: choice {several=true}", "::: scale {steps=5 low=no high=yes}"))

    assert loaded(files).languages == ("nl", "en")


def test_a_place_on_a_map_is_another_question_than_one_between_words(files: list[Path]) -> None:
    field = "::: place {left=a right=b bottom=c top=d}"
    files[0].write_text(DUTCH.partition("::: choice")[0] + "::: place {on=map}\n:::\n")
    files[1].write_text(ENGLISH.partition("::: choice")[0] + f"{field}\n:::\n")

    with pytest.raises(DeckError, match=r"'place' has on=, and in .* on=nl"):
        read_files(files)


@pytest.mark.parametrize("name", sorted(name for name, kind in KINDS.items() if name and kind.asks))
def test_every_kind_that_asks_says_its_build_by_names_of_the_deck(name: str) -> None:
    assert all(field in KINDS[name].__dataclass_fields__ for field in KINDS[name].spelled)


def test_the_bundled_deck_is_one_in_two_languages() -> None:
    deck = loaded(list(BUNDLED_DECK))

    assert deck.languages == ("nl", "en")
    assert deck.in_language("en").title == "Education ambassadors"
