"""Each mistake in a deck is told with its line, what it is, and what would be right; all at once."""

import pytest

from tests.decks.written import FIRST, FRONT, mistake, mistakes
from workshop.decks.markdown import MOST_CHARACTERS, parse
from workshop.decks.mistakes import DeckError
from workshop.language import speaking

SLIDE = FRONT + "# Titel\n\n"
THIRD = FIRST + 2
"""The line below the first slide's title and an empty one."""
TABLE = "| a | b |\n| --- | --- |\n"


@pytest.mark.parametrize(
    ("text", "line", "what", "right"),
    [
        ("::: opne\n- Wat?\n:::", 0, "no 'opne' container", "Did you mean 'open'?"),
        ("::: wolk\n:::", 0, "no 'wolk' container", "Possible: best, cafe, chart,"),
        ("a\n\n::: fact {value=1 lable=x}\n:::", 2, "'fact' has no 'lable'", "Did you mean 'label'?"),
        ("::: friend {x=1}\nSchrijf.\n:::", 0, "'friend' has no 'x'", "Leave it out."),
        ("::: fact\n30 %\n:::", 0, "'fact' misses 'value'", '::: fact {value="…"}'),
        ('::: fact {value=""}\n:::', 0, "'fact' misses 'value'", '::: fact {value="…"}'),
        ("::: open {several}\n:::", 0, "cannot be read: several", "{name=value"),
        ("::: fact {value=30 procent}\n:::", 0, "cannot be read: procent", 'other="a value"'),
        ("::: fact {value=30\n:::", 0, "cannot be read: fact {value=30", "on one line"),
        ("::: open {max=veel}\n:::", 0, "'max' is 'veel'", "from 20 to 1000"),
        ("::: open {max=19}\n:::", 0, "'max' is '19'", "from 20 to 1000"),
        ("::: open {max=1001}\n:::", 0, "'max' is '1001'", "from 20 to 1000"),
        ("::: open {max=²}\n:::", 0, "'max' is '²'", "from 20 to 1000"),
        pytest.param(
            f"::: open {{max={'9' * 5000}}}\n:::", 0, "'max' is '999", "20 to 1000", id="huge number"
        ),
        ("::: open {answers=0}\n:::", 0, "'answers' is '0'", "from 1 to 50"),
        ("::: choice {several=ja}\n- a\n- b\n:::", 0, "'several' is 'ja'", "true or false"),
        ("::: choice\n- a\n:::", 0, "fewer than 2 options", "on its own line, starting with '- '"),
        ("::: open\nWat vind je?\n:::", 1, "would not show this text: Wat vind je?", "outside the container"),
        ("::: choice\n- a\n- b\n\nKies\n:::", 4, "would not show this text: Kies", "outside the container"),
        ("::: lead\n:::", 0, "does not say what people agree to", "who keeps what, and for what"),
        ("::: table\n- a\n- b\n\n:::", 0, "'table' has no table", "Write one with pipes"),
        (f"::: table\n{TABLE}| 1 | 2 |\n\nEn dit\n:::", 5, "not show this text: En dit", "outside"),
        (f"::: table\n{TABLE}:::", 0, "'table' has no table", "a line of dashes, and the rows"),
        (f"::: table {{highlight=x}}\n{TABLE}| y | 2 |\n:::", 0, "has no row 'x'", "Possible: y."),
        (
            f"::: table {{highlight=24-25}}\n{TABLE}| 24–25 | 2 |\n:::",
            0,
            "no row '24-25'",
            "mean '24–25'?",
        ),
        ("::: chart\n:::", 0, "'chart' has no table", "a line of dashes, and the rows"),
        (f"::: chart {{value=c}}\n{TABLE}| x | 2 |\n:::", 0, "no column 'c'", "Possible: b."),
        (f"::: chart {{value=a}}\n{TABLE}| x | 2 |\n:::", 0, "no column 'a'", "Possible: b."),
        (f"::: chart {{highlight=z}}\n{TABLE}| x | 2 |\n:::", 0, "no row 'z'", "Possible: x."),
        (f"::: chart\n{TABLE}| x | veel |\n:::", 0, "'veel' in the row 'x' is no number", "12 or 22,5"),
        (f"::: chart\n{TABLE}| x | -1 |\n:::", 0, "'-1' in the row 'x' is no number", "0 or more"),
        (f"::: chart\n{TABLE}| x | nan |\n:::", 0, "'nan' in the row 'x' is no number", "12 or 22,5"),
        (f"::: chart\n{TABLE}| x |\n:::", 0, "'' in the row 'x' is no number", "12 or 22,5"),
        ("::: map {outline=nl}\n- Utrecht\n:::", 1, "'Utrecht' is no place on a map", "(52.09, 5.12)"),
        ("::: map\n- a (52, 5)\n- b (91, 5)\n:::", 2, "'b (91, 5)' is no place", "north and east"),
        ("::: map {outline=xx}\n- a (52, 5)\n:::", 0, "no outline 'xx'", "Possible: nl."),
    ],
)
def test_a_mistake_is_told_with_its_line_what_it_is_and_what_would_be_right(
    text: str, line: int, what: str, right: str
) -> None:
    found = next(iter(mistakes(SLIDE + text + "\n")))

    assert found.line == THIRD + line
    assert what in found.what
    assert right in found.right


@pytest.mark.parametrize(
    ("text", "line", "what", "right"),
    [
        ("::: open\n- Wat?\n\n---\n\n# Kwijt\n", 0, "not closed", "Write ::: on a line of its own below"),
        ("a\n\n  ::: open\n  - Wat?\n\n---\n\n# Kwijt\n", 2, "not closed", "Write :::"),
        ("> ::: open\n> - Wat?\n\n---\n\n# Twee\n", 0, "not closed", "Write :::"),
        (":::: open\n- Wat?\n:::\n", 0, "not closed", "Write :::"),
        ("::: open\n- Wat?\n\n::: notes\nZeg dit.\n:::\n", 0, "before the next one begins", "Write :::"),
        (":::: open\n- Wat?\n\n::: notes\nx\n:::\n::::\n", 0, "before the next one begins", "Write :::"),
        ("a\n\n:::\n\nb\n", 2, "nothing to close", "Take this line out"),
        (":::\n\n---\n\n# Twee\n\n::: open\n- Wat?\n:::\n", 0, "nothing to close", "Take this line out"),
        ("```\ncode\n\n---\n\n# Kwijt\n", 0, "code block is not closed", "Write ``` on a line of its own"),
        ("~~~~\ncode\n~~~\n", 0, "code block is not closed", "Write ~~~~ on a line of its own"),
        ("::: open\n- Wat?\n:::\n\n```\n", 4, "code block is not closed", "Write ```"),
    ],
)
def test_what_is_not_closed_is_told_once_and_swallows_no_slides_in_silence(
    text: str, line: int, what: str, right: str
) -> None:
    found = mistake(SLIDE + text)

    assert found.line == THIRD + line
    assert what in found.what
    assert right in found.right


def test_a_slide_without_a_title_is_told_where_it_begins() -> None:
    found = mistakes(FRONT + "\n\ntekst\n\n---\n\n# Twee\n\n---\n\n## Drie\n\n---\n\n::: notes\nx\n:::\n")

    assert [(each.line, each.what) for each in found] == [
        (FIRST + 2, "Slide 1 has no title."),
        (FIRST + 10, "Slide 3 has no title."),
        (FIRST + 14, "Slide 4 has no title."),
    ]
    assert {each.right for each in found} == {"Start it with '# ' and a few words."}


def test_a_slide_that_asks_two_things_is_told_at_the_second() -> None:
    found = mistake(SLIDE + "::: open\n:::\n\n::: fact {value=1}\n:::\n\n::: choice\n- a\n- b\n:::\n")

    assert (found.line, found.what) == (THIRD + 6, "Slide 1 asks two things at once.")
    assert "a slide of its own" in found.right


@pytest.mark.parametrize("source", ["", "\n\n", "\ufeff", "# Titel\n", "title: x\n\n# Titel\n"])
def test_a_deck_without_front_matter_is_told_how_to_begin(source: str) -> None:
    first = mistakes(source)[0]

    assert (first.line, first.what) == (1, "The deck has no front matter.")
    assert first.right == "Start with ---, 'title: …', and ---."


def test_a_deck_without_slides_is_told_so() -> None:
    assert mistake(FRONT).what == "The deck has no slides."
    assert mistake(FRONT + "\n---\n\n---\n").what == "The deck has no slides."


def test_a_deck_that_is_too_long_is_told_so_and_nothing_else() -> None:
    found = mistake("x" * (MOST_CHARACTERS + 1))

    assert found.what == f"The deck is longer than {MOST_CHARACTERS} characters."
    assert found.right == "Split it into several decks."


def test_a_deck_may_be_as_long_as_that() -> None:
    start = SLIDE + "x" * 80

    assert parse(start + "\n" * (MOST_CHARACTERS - len(start))).slides


def test_all_mistakes_are_told_at_once_in_the_order_of_their_lines() -> None:
    source = (
        "---\n"
        "title: Proef\n"
        "acent: '#a8431f'\n"
        "---\n"
        "\n"
        "tekst zonder titel\n"
        "\n"
        "---\n"
        "\n"
        "# Twee\n"
        "\n"
        "::: fact {valeu=1}\n"
        ":::\n"
        "\n"
        "---\n"
        "\n"
        "# Drie\n"
        "\n"
        "::: map\n"
        "- Utrecht (52.09, 5.12)\n"
        "- Den Haag\n"
        "- Almere\n"
        ":::\n"
        "\n"
        "---\n"
        "\n"
        "# Vier\n"
        "\n"
        "::: open\n"
        "- Wat?\n"
    )

    found = mistakes(source)

    assert [each.line for each in found] == [3, 6, 12, 12, 21, 22, 29]


def test_a_row_with_several_wrong_figures_tells_each() -> None:
    found = mistakes(SLIDE + f"::: chart\n{TABLE}| x | a |\n| y | 2 |\n| z | c |\n:::\n")

    assert [each.what for each in found] == [
        "'a' in the row 'x' is no number.",
        "'c' in the row 'z' is no number.",
    ]


def test_the_error_names_the_file_a_line_a_mistake() -> None:
    with pytest.raises(DeckError) as refused:
        parse(SLIDE + "::: wat\n:::\n\n::: fact\n:::\n", "mijn.md")

    first, second = str(refused.value).split("\n")
    assert first.startswith(f"mijn.md:{THIRD}: There is no 'wat' container. ")
    assert second.startswith(f"mijn.md:{THIRD + 3}: 'fact' misses 'value'. ")


def test_mistakes_are_told_in_the_spoken_language() -> None:
    with speaking("nl"):
        found = mistake(FRONT + "tekst\n")

    assert found.what == "Dia 1 heeft geen titel."
