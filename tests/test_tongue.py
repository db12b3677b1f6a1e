"""What one reader gets: by what the deck has, what the browser asks for and what was chosen by hand."""

import pytest

from workshop.tongue import Tongue, plain, told, tongue


@pytest.mark.parametrize(
    ("languages", "wishes", "reads"),
    [
        (["nl"], [], ("nl", "nl")),
        (["nl"], ["pt-BR", "ja"], ("nl", "nl")),
        (["nl"], ["de-AT", "de"], ("nl", "de")),
        (["en"], ["nl-NL", "nl", "en"], ("en", "nl")),
        (["nl", "en"], ["en-GB", "nl"], ("en", "en")),
        (["nl", "en"], ["de", "en"], ("en", "de")),
        (["ar"], ["ar-MA"], ("ar", "en")),
        (["ar"], ["ar-MA", "fr"], ("ar", "fr")),
        (["nl", "ar"], ["ar", "nl"], ("ar", "nl")),
        (["tr", "nl"], [], ("tr", "en")),
    ],
)
def test_a_browser_gets_what_it_asks_for_as_far_as_it_is_there(
    languages: list[str], wishes: list[str], reads: tuple[str, str]
) -> None:
    assert tongue(languages, "", wishes) == Tongue(*reads)


@pytest.mark.parametrize(
    ("chosen", "reads"),
    [
        ("en", ("en", "en")),
        ("ar", ("ar", "nl")),
        ("nl", ("nl", "nl")),
        ("xx", ("nl", "nl")),
        ("EN", ("nl", "nl")),
    ],
)
def test_what_was_chosen_by_hand_goes_first(chosen: str, reads: tuple[str, str]) -> None:
    assert tongue(["nl", "en", "ar"], chosen, ["nl-NL"]) == Tongue(*reads)


@pytest.mark.parametrize(
    ("words", "interface", "reads"),
    [
        ("en", "de", ("en", "de")),
        ("", "", ("nl", "nl")),
        ("en", None, ("en", "en")),
        ("<script>", "../etc", ("nl", "nl")),
        ("ar", "fr-CA", ("nl", "fr")),
    ],
)
def test_what_a_phone_says_is_taken_as_far_as_it_can_be_had(
    words: str, interface: str | None, reads: tuple[str, str]
) -> None:
    assert told(["nl", "en"], words, interface) == Tongue(*reads)


def test_who_asks_for_nothing_reads_the_deck_and_the_nearest_of_ours() -> None:
    assert plain("nl-BE") == Tongue("nl-BE", "nl")
    assert plain("ar") == Tongue("ar", "en")
