"""Words that are set pair by pair of letters: as if they had been shaped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.cards.face import HEADING, LABEL, MESSAGE, SIGNATURE, Style
from workshop.cards.letters import Letters, NotPlain
from workshop.cards.typesetter import Typesetter

LETTERS = "ABEFKLPRTVWYZabcdefghijklmnopqrstuvwxyzéëïöüçñĳőžğş0127.,:;'()!?-"
STYLES = [HEADING, LABEL, MESSAGE, SIGNATURE]


@given(
    st.text(LETTERS, min_size=1, max_size=12), st.sampled_from(STYLES), st.sampled_from(["nl", "tr", "de"])
)
def test_a_word_is_as_wide_and_has_the_codes_that_it_has_when_it_is_shaped(
    word: str, style: Style, language: str
) -> None:
    setter = Typesetter(language)

    made = setter.word(word, style)

    setter._set_plain = lambda *_: None  # type: ignore[method-assign]
    shaped = setter.set(word, style)
    assert made.width == pytest.approx(shaped.width)
    assert made.runs == shaped.runs


def test_letters_that_are_one_glyph_together_are_left_to_shaping() -> None:
    setter = Typesetter()
    setter.word("office", HEADING)
    letters: Letters = setter._letters[HEADING]

    assert letters.word("home")
    with pytest.raises(NotPlain):
        letters.word("office")
