"""Where words are broken: where pyphen breaks them, without its wait."""

import pytest
from pyphen import LANGUAGES, Pyphen  # type: ignore[import-untyped]

from workshop.cards.hyphenation import LEFT, RIGHT, places

WORDS = [
    *("verantwoordelijkheid", "Onderwijsambassadeurs", "kinderopvangtoeslag", "ideeënrijk", "tillsammans"),
    *("zusammengehörigkeit", "Straßenbahnhaltestelle", "responsabilité", "extraordinairement", "desarrollo"),
    *("understanding", "hyphenation", "megszentségteleníthetetlen", "sprawiedliwość", "responsabilidade"),
    *("öğretmenlerimiz", "ansvarsfullhet", "yhteiskunnallinen", "возможностями", "προσπάθεια"),
]


@pytest.mark.parametrize("language", sorted({name.split("_")[0] for name in LANGUAGES}))
def test_words_are_broken_where_pyphen_breaks_them(language: str) -> None:
    pyphen = Pyphen(lang=language, left=LEFT, right=RIGHT)

    for word in WORDS:
        assert places(word, language) == tuple(pyphen.positions(word))


def test_signs_around_a_word_are_no_part_of_it() -> None:
    assert places("(verantwoordelijk),", "nl") == tuple(
        1 + place for place in places("verantwoordelijk", "nl")
    )


def test_short_words_and_what_is_no_word_stay_whole() -> None:
    assert not places("woorden", "nl")
    assert not places("https://example.org", "nl")
    assert not places("verantwoordelijk", "xx")
