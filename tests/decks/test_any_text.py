"""Whatever stands in a file: a deck comes of it, or mistakes that say where they are."""

from dataclasses import dataclass

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.decks.written import FIRST, FRONT
from workshop.decks.deck import Deck
from workshop.decks.markdown import parse
from workshop.decks.mistakes import DeckError, Mistake

# What a deck is made of, so that chance comes to the places where the parser turns.
SCRAPS = st.sampled_from(
    [
        *("---", "\n", "\n\n", "\r\n", " ", "\t", "# ", "- ", "> ", "    ", "|", "```", "~~~", "***"),
        *(":::", "::::", "::: open", "::: choice", "::: table", "::: chart", "::: map", "::: lead"),
        *(
            "::: friend",
            "::: fact",
            "::: quiz",
            "- [x] ",
            "::: podium",
            "::: notes",
            "{value=1}",
            '{value="',
            "}",
            "{max=3}",
            "{outline=xx}",
        ),
        *("| a | b |\n| --- | --- |\n| 1 | 2 |\n", "- Utrecht (52.09, 5.12)", "title: x", "language: de"),
        *("accent: ", "<b>", "&lt;", "&#0;", "[a](b)", "\\", "*", "_", "`", "\0", "\ufeff", "\u2028", "é"),
    ]
)
scraps = st.lists(SCRAPS | st.text(max_size=8), max_size=40).map("".join)


def outcome(source: str) -> Deck | list[Mistake]:
    try:
        return parse(source)
    except DeckError as error:
        return error.mistakes


@settings(deadline=None, max_examples=150)
@given(scraps | scraps.map(FRONT.__add__) | scraps.map(lambda front: f"---\n{front}\n---\n# A\n"))
@example("---\ntitle: x\n---\n# A\n\n::: open\n   ")
@example("---\n---\n")
@example("---\ntitle: x\n---\n:::")
def test_any_text_is_a_deck_or_has_mistakes_on_lines_of_its_own(source: str) -> None:
    read = outcome(source)

    if isinstance(read, Deck):
        assert read.slides
        assert [slide.number for slide in read.slides] == [*range(1, len(read.slides) + 1)]
        assert all(slide.title for slide in read.slides)
    else:
        lines = source.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
        assert read
        # A mistake about an empty file stands on the first line, and yaml sees an end one line further.
        assert all(1 <= mistake.line <= lines + 1 and mistake.what and mistake.right for mistake in read)


@dataclass(frozen=True)
class Part:
    """Some lines of a slide; `wrong` are the lines in it, from 0, that have a mistake."""

    text: str
    wrong: tuple[int, ...] = ()


RIGHT = [
    Part("Tekst met **nadruk**."),
    Part("- a\n- b\n\n  nog iets"),
    Part("```\n---\n::: open\n```"),
    Part("> ::: fact {value=1}\n> x\n> :::"),
    Part("::: notes\nZeg dit.\n\n---\n\nEn dat.\n:::"),
    Part('::: fact {value="30 %"}\n:::'),
    Part("::: table {highlight=x}\n| a | b |\n| --- | --- |\n| x | 2 |\n:::"),
    Part("::: chart\n| a | b |\n| --- | --- |\n| x | 1.350 |\n:::"),
    Part("  ::: map\n  - Utrecht (52.09, 5.12)\n  :::"),
]
WRONG = [
    Part("::: wat\nx\n:::", (0,)),
    Part("::: fact\n\nx\n:::", (0,)),
    Part("::: map\n- Utrecht (52.09, 5.12)\n- Den Haag\n\n- Almere\n:::", (2, 4)),
    Part("::: table\n| a | b |\n| --- | --- |\n| x | 2 |\n\nEn dit\n:::", (5,)),
    Part("> ::: fact {lable=1}\n> :::", (0, 0)),
    Part("\n\n::: fact {value=1 x=2 y=3}\n:::", (2, 2)),
]
ASKS = [Part("::: open {max=40}\n- Wat?\n:::"), Part("::: choice\n- a\n- b\n:::"), Part("::: friend\nx\n:::")]


@st.composite
def written_slides(draw: st.DrawFn) -> tuple[str, list[int], int]:
    """The slides of a deck, the lines on which they have mistakes, and how many slides they are."""
    lines: list[str] = []
    wrong: list[int] = []
    count = draw(st.integers(1, 4))
    for number in range(count):
        if number:
            lines += draw(st.sampled_from([["---"], ["", "---"], ["", "- - -", ""], ["", "---", "", "---"]]))
        lines += [""] * draw(st.integers(0, 2))
        parts = draw(st.lists(st.sampled_from(RIGHT + WRONG), max_size=4))
        asks = draw(st.lists(st.sampled_from(ASKS), max_size=2))
        if draw(st.integers(0, 5)):
            lines += [f"# Dia {number}"]
        else:
            parts = [Part("Geen titel"), *parts]
            wrong += [len(lines) + 1]
        for part in parts:
            lines += ["", *part.text.split("\n")]
            wrong += [len(lines) - part.text.count("\n") - 1 + line for line in part.wrong]
        for again, part in enumerate(asks):
            lines += ["", *part.text.split("\n")]
            wrong += [len(lines) - part.text.count("\n") - 1] * again
    return "\n".join(lines), sorted(wrong), count


@settings(deadline=None, max_examples=150)
@given(written_slides(), st.sampled_from(["\n", "\r\n"]))
def test_a_deck_made_of_parts_has_its_slides_or_its_mistakes_on_the_right_lines(
    slides: tuple[str, list[int], int], end: str
) -> None:
    text, wrong, count = slides

    read = outcome((FRONT + text).replace("\n", end))

    if wrong:
        assert isinstance(read, list)
        assert [mistake.line for mistake in read] == [FIRST + line for line in wrong]
    else:
        assert isinstance(read, Deck)
        assert len(read.slides) == count


@pytest.mark.parametrize(
    "scrap", ["[", "*a ", "> ", "- ", "`", "<", "&", "![a](", "_a*", "::: open\n", "|a", ":"]
)
def test_much_of_the_same_is_read_in_a_moment(scrap: str) -> None:
    outcome(FRONT + "# Titel\n\n" + scrap * (20_000 // len(scrap)))
