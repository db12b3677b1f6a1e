"""Names to play under: given in a fixed order, each to one phone, and right in every language."""

from itertools import pairwise

import pytest

from workshop import nicks
from workshop.language import LANGUAGES, speaking
from workshop.nicks import KINDS_OF_EACH, MOST_TAKEN, NAMES, Nicks, name


def given(*participants: str) -> Nicks:
    book = Nicks()
    for participant in participants:
        book.give(participant)
    return book


@pytest.mark.parametrize("language", ["nl", "en", "de", "fr"])
def test_every_language_has_as_many_words_and_a_form_for_each_animal(language: str) -> None:
    adjectives = [forms.split(",") for forms in nicks._ADJECTIVES[language].split()]
    animals = [animal.split(",") for animal in nicks._ANIMALS[language].split()]

    assert len(adjectives) == len(animals) == KINDS_OF_EACH
    assert (
        len({animal for animal, _form in animals}) == len({forms[0] for forms in adjectives}) == KINDS_OF_EACH
    )
    forms = {int(form) for _animal, form in animals}
    assert all(len(each) == max(forms) + 1 for each in adjectives)


def test_an_adjective_takes_the_form_of_its_animal() -> None:
    with speaking("nl"):
        dutch = {name(number) for number in range(NAMES)}
    with speaking("en"):
        english = {name(number) for number in range(NAMES)}

    assert {"Vrolijke Otter", "Vrolijk Konijn", "Wijze Uil", "Tevreden Paard"} <= dutch
    assert {"Cheerful Otter", "Wise Owl"} <= english
    assert len(dutch) == len(english) == NAMES


def test_in_french_the_adjective_follows_and_in_german_it_has_three_forms(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = {}
    for language in ("fr", "de"):
        monkeypatch.setattr(nicks, "spoken", lambda language=language: language)
        found[language] = {name(number) for number in range(NAMES)}

    assert {"Loutre joyeuse", "Renard joyeux"} <= found["fr"]
    assert {"Fröhlicher Otter", "Fröhliche Eule", "Fröhliches Reh"} <= found["de"]


def test_each_participant_has_a_name_of_their_own() -> None:
    book = given(*(f"p{n}" for n in range(NAMES)))

    assert len({book.name(f"p{n}") for n in range(NAMES)}) == NAMES


def test_neighbours_have_no_word_in_common() -> None:
    with speaking("en"):
        names = [name(number).split() for number in range(NAMES)]

    assert all(not set(one) & set(other) for one, other in pairwise(names))


def test_when_all_names_are_in_use_they_get_a_number() -> None:
    book = given(*(f"p{n}" for n in range(NAMES + 2)))

    assert book.name(f"p{NAMES}") == f"{book.name('p0')} 2"
    assert len(set(book.given.values())) == NAMES + 2


def test_another_name_is_a_new_one_and_the_old_one_is_free_again() -> None:
    book = given("p", "q")
    before = book.given["p"]

    book.give("p")

    assert book.given["p"] != before
    assert before not in book.used
    assert len(book.used) == 2


def test_a_name_that_was_given_back_is_not_the_next_one() -> None:
    book = given("p", "p", "q")

    assert book.given == {"p": 1, "q": 2}


def test_a_phone_may_take_a_few_names() -> None:
    book = given(*["p"] * (MOST_TAKEN - 1))

    assert book.may_take("p")
    book.give("p")
    assert not book.may_take("p")
    assert book.may_take("q")


def test_who_has_none_is_called_nothing() -> None:
    assert given("p").name("q") == ""


def test_the_languages_that_we_speak_have_names() -> None:
    assert set(LANGUAGES) <= nicks._ANIMALS.keys()
