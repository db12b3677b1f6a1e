"""Reactions: signs of a slide, or of all of them."""

import pytest
from flask import Flask

from tests.decks.written import FIRST, FRONT, deck, mistake
from tests.kinds.drawn import SCREENS, draw, read
from workshop.decks.deck import Deck
from workshop.decks.markdown import parse
from workshop.decks.signs import _WORDS, MOST_SIGNS, Sign
from workshop.kinds.reactions import Reactions
from workshop.language import LANGUAGES, speaking

FIGURE = '::: reactions {signs="👏 🤔"}\n:::'


def everywhere(signs: str, slides: str) -> Deck:
    return parse(f'---\ntitle: Proef\nreactions: "{signs}"\n---\n{slides}')


def pictures(signs: tuple[Sign, ...]) -> str:
    return " ".join(sign.picture for sign in signs)


def test_a_slide_says_which_signs_phones_have() -> None:
    assert read(FIGURE) == Reactions((Sign("👏"), Sign("🤔")))


def test_a_heart_is_one_whether_or_not_its_colour_is_asked_for() -> None:
    assert read('::: reactions {signs="❤"}\n:::') == read('::: reactions {signs="❤️"}\n:::')
    assert Sign("❤").picture == "❤️"


def test_the_front_matter_gives_signs_to_all_slides_and_a_slide_may_have_its_own() -> None:
    both = everywhere("👏 ❤️ 💡", f"# Een\n\n---\n\n# Twee\n\n{FIGURE}\n")

    assert pictures(both.signs_on(1)) == "👏 ❤️ 💡"
    assert pictures(both.signs_on(2)) == "👏 🤔"
    assert both.signs_on(0) == both.signs_on(3) == ()
    assert both.has_reactions


def test_without_either_there_are_none() -> None:
    assert not deck("# Een\n").has_reactions


@pytest.mark.parametrize(
    ("signs", "what"),
    [
        ("👏 🦄", "'🦄' is no sign"),
        ("applaus", "'applaus' is no sign"),
        ("<b>", "'<b>' is no sign"),
        ("👏👏", "'👏👏' is no sign"),
        ("👏 👏", "the same one twice"),
        ("❤ ❤️", "the same one twice"),
        (" ".join([*_WORDS][: MOST_SIGNS + 1]), "too many signs"),
    ],
)
def test_another_sign_is_a_mistake_on_its_line(signs: str, what: str) -> None:
    on_slide = mistake(f'{FRONT}# Titel\n\n::: reactions {{signs="{signs}"}}\n:::\n')
    in_front = mistake(f'---\ntitle: Proef\nlanguage: nl\nreactions: "{signs}"\n---\n# Titel\n')

    assert (on_slide.line, in_front.line) == (FIRST + 2, 4)
    assert what in on_slide.what
    assert what in in_front.what


def test_a_slide_must_say_which() -> None:
    assert "misses 'signs'" in mistake(f"{FRONT}# Titel\n\n::: reactions\n:::\n").what


def test_every_sign_has_a_word_in_every_language() -> None:
    assert all(words.keys() >= {"nl", "en", "de", "fr", *LANGUAGES} for words in _WORDS.values())
    for language in LANGUAGES:
        with speaking(language):
            words = {Sign(bare).word for bare in _WORDS}
        assert len(words) == len(_WORDS)


def test_it_goes_with_a_question_on_the_same_slide() -> None:
    (slide,) = deck(f"# Titel\n\n::: open\n:::\n\n{FIGURE}\n").slides

    assert slide.asks is not None


@pytest.mark.parametrize("screen", SCREENS)
def test_it_takes_no_room_on_the_slide_itself(app: Flask, screen: str) -> None:
    assert draw(app, read(FIGURE), screen).html.strip() == ""
    assert not Reactions.is_seen
