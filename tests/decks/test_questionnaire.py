"""The questions of a deck as they stand on an answer sheet."""

from tests.decks.written import deck
from tests.said import PARSED, VALUES
from workshop.decks.questionnaire import questionnaire
from workshop.language import speaking
from workshop.on_paper import Boxes, Lines

PHONES_ONLY = """# Quiz

::: quiz
- [x] ja
- [ ] nee
:::

---

# Wat?

::: open
:::

---

# Thema's

::: harvest {from=2}
:::

---

# Meedoen

::: lead
Wij bewaren dit.
:::
"""


def test_every_question_of_every_slide_has_a_number_of_its_own() -> None:
    with speaking("nl"):
        asked = questionnaire(PARSED)

    assert [(each.slide, each.question) for each in asked] == [(slide, n) for slide, n, _value in VALUES]
    assert [each.number for each in asked] == list(range(1, len(asked) + 1))
    assert len({each.key for each in asked}) == len(asked)
    assert [each.code for each in asked][:3] == ["V1", "V2", "V3"]


def test_it_has_the_question_in_words_and_the_title_around_it() -> None:
    first, second, *_others = questionnaire(PARSED)

    assert (first.words, first.context) == ("Wat vind je?", "")
    assert (second.words, second.context) == ("De eerste?", "Twee vragen")


def test_every_value_can_be_written_and_read_back() -> None:
    for each, (_slide, _question, value) in zip(questionnaire(PARSED), VALUES, strict=True):
        kept = each.kind.check(value)
        empty = (None,) * (each.way.slots - 1)

        typed = each.way.write((kept, *empty))

        first, *_none = each.way.read(typed)
        assert first is not None
        assert each.way.write((each.kind.check(first), *empty)) == typed


def test_games_forms_and_what_comes_of_other_answers_are_left_to_phones() -> None:
    asked = questionnaire(deck(PHONES_ONLY))

    assert [(each.number, each.slide) for each in asked] == [(1, 2)]


def test_there_is_room_for_as_many_answers_as_people_may_give() -> None:
    few, ideas, words, several = (
        questionnaire(deck(f"# Titel\n\n{container}\n"))[0].way
        for container in (
            "::: open {max=60}\n:::",
            "::: ideas {answers=2}\n:::",
            "::: words {max=4}\n:::",
            "::: choice {several=true}\n- a\n- b\n:::",
        )
    )

    assert few == Lines(1, 2, 60)
    assert ideas == Lines(2, 2, 280)
    assert words == Lines(4, 1, 40)
    assert isinstance(several, Boxes)
    assert several.several
