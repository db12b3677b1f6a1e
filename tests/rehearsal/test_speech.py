"""The texts of the rehearsal: enough of them, fitting, and harmless."""

import pytest

from workshop.decks.store import BUNDLED
from workshop.friends.form import LONGEST_MESSAGE
from workshop.kinds.open import Open, tidy
from workshop.language import LANGUAGES
from workshop.rehearsal.dutch import DUTCH
from workshop.rehearsal.english import ENGLISH
from workshop.rehearsal.french import FRENCH
from workshop.rehearsal.german import GERMAN
from workshop.rehearsal.speech import Speech, speech_in

EACH = pytest.mark.parametrize("speech", [DUTCH, ENGLISH, GERMAN, FRENCH])


def answers(speech: Speech) -> list[str]:
    return [*speech.anything, *(text for theme in speech.themes for text in theme.answers)]


@EACH
def test_there_are_at_least_forty_answers_and_no_two_alike(speech: Speech) -> None:
    found = answers(speech)

    assert len(found) >= 40
    assert len(set(found)) == len(found)


@EACH
def test_every_text_is_taken_as_it_is(speech: Speech) -> None:
    longest_opener = max(map(len, speech.openers))

    for text in [*answers(speech), *speech.messages, *speech.profiles, *speech.support]:
        assert text == tidy(text)
    assert max(map(len, answers(speech))) + longest_opener <= Open(asked=("",)).longest
    assert max(map(len, speech.messages)) + 40 <= LONGEST_MESSAGE


@EACH
def test_there_are_messages_and_names_for_many_cards(speech: Speech) -> None:
    assert len(set(speech.messages)) >= 15
    assert len(set(speech.first_names)) >= 30


@pytest.mark.parametrize(
    ("deck", "language"), [("onderwijsambassadeurs", "nl"), ("education-ambassadors", "en")]
)
def test_every_question_of_the_bundled_deck_has_fitting_answers(deck: str, language: str) -> None:
    speech = speech_in(language)
    asked = [line[2:] for line in questions(deck)]

    pools = [speech.answers_to(question) for question in asked]

    assert len(asked) == 9
    assert speech.anything not in pools
    # ‘What changes for you’ and ‘what do you take home’ are one theme.
    assert len(set(pools)) == 8


def test_another_question_gets_answers_that_always_fit() -> None:
    assert DUTCH.answers_to("Hoe gaat het?") == DUTCH.anything


def test_people_speak_the_language_of_the_deck_or_else_english() -> None:
    assert speech_in("nl") is speech_in("nl-NL") is DUTCH
    assert (speech_in("de"), speech_in("fr-CA")) == (GERMAN, FRENCH)
    assert speech_in("en") is speech_in("ar") is ENGLISH


def test_every_language_of_ours_is_spoken() -> None:
    assert len({speech_in(language).first_names for language in LANGUAGES}) == len(LANGUAGES)


def questions(deck: str) -> list[str]:
    found, inside = [], False
    for line in (BUNDLED / f"{deck}.md").read_text().splitlines():
        inside = line.startswith("::: open") or (inside and line != ":::")
        if inside and line.startswith("- "):
            found.append(line)
    return found
