"""The decks that come along: every slide, in order, and every fact and figure on it, in two languages."""

import re

import pytest

from tests.decks.facts import (
    AGENDA,
    CALL,
    CITIES,
    CONTACT,
    DUTCH,
    ENGLISH,
    FRIEND,
    GAINS,
    HARVEST,
    IN_FIVE_YEARS,
    LESSONS,
    PER_GROUP,
    PUT_TO_THE_ROOM,
    RESULT,
    SCHOOLS,
    THANKS,
    THINK_ALONG,
    TOLD,
    UTRECHT,
    UTRECHT_CHART,
    UTRECHT_TABLE,
    apart,
)
from workshop.decks.deck import Deck, Slide
from workshop.decks.store import BUNDLED, read_file
from workshop.kinds.chart import Chart
from workshop.kinds.choice import Choice
from workshop.kinds.fact import Fact
from workshop.kinds.friend import Friend
from workshop.kinds.kind import Kind
from workshop.kinds.lead import Lead
from workshop.kinds.map import Map
from workshop.kinds.open import Open
from workshop.kinds.table import Table

BOTH = [DUTCH, ENGLISH]


def deck(name: str) -> Deck:
    return read_file(BUNDLED / name)[1]


def figure(name: str, number: int) -> Kind:
    """The figure of a slide with one."""
    (only,) = deck(name).slides[number - 1].figures
    return only


def said(slide: Slide) -> str:
    """Everything that a slide shows, on one line; the presenter's notes are not of it."""
    shown = " ".join([slide.title, slide.body, *map(repr, slide.figures)])
    return " ".join(re.sub(r"<[^>]+>", "", shown).split())


def stands_in(text: str, fact: str) -> bool:
    """Whether one of the fact's wordings is there; a number must not be part of a longer one."""
    return any(re.search(rf"(?<!\d){re.escape(each)}(?!\d)", text, re.IGNORECASE) for each in fact.split("|"))


def points(slide: Slide) -> list[str]:
    """What a slide puts forward one by one."""
    match slide.figures:
        case (Open(asked=asked),):
            return list(asked)
        case (Choice(options=options),):
            return list(options)
    return re.findall(r"<li>(.*?)</li>", slide.body, re.DOTALL)


def test_these_two_are_all_there_are() -> None:
    assert {path.name for path in BUNDLED.glob("*.md")} == set(BOTH)


@pytest.mark.parametrize("name", BOTH)
def test_a_bundled_deck_loads_without_a_notice(name: str) -> None:
    assert deck(name).notices == ()


def test_each_deck_says_its_language_and_whose_it_is() -> None:
    assert [deck(name).language for name in BOTH] == ["nl", "en"]
    for name in BOTH:
        assert deck(name).organisation == "Stichting Onderwijsambassadeurs"
        assert (deck(name).contact, deck(name).region) == (CONTACT, "NL")


@pytest.mark.parametrize("name", BOTH)
def test_the_slides_stand_in_the_order_of_the_talk(name: str) -> None:
    slides = deck(name).slides

    assert [slide.number for slide in slides] == [*range(AGENDA, THANKS + 1)]
    assert {slide.number: [type(each) for each in slide.figures] for slide in slides if slide.figures} == {
        RESULT: [Fact],
        UTRECHT_TABLE: [Table],
        UTRECHT_CHART: [Chart],
        SCHOOLS: [Map],
        IN_FIVE_YEARS: [Fact],
        PER_GROUP: [Table],
        THINK_ALONG: [Open],
        LESSONS: [Choice],
        HARVEST: [Open],
        CALL: [Lead],
        FRIEND: [Friend],
    }


@pytest.mark.parametrize(("name", "number"), [(name, number) for name in TOLD for number in TOLD[name]])
def test_every_fact_stands_on_its_slide(name: str, number: int) -> None:
    text = said(deck(name).slides[number - 1])

    missing = [fact for fact in apart(TOLD[name][number]) if not stands_in(text, fact)]

    assert missing == [], text


@pytest.mark.parametrize("name", BOTH)
def test_utrechts_five_school_years_are_in_the_table_and_in_the_chart(name: str) -> None:
    table, chart = figure(name, UTRECHT_TABLE), figure(name, UTRECHT_CHART)

    assert isinstance(table, Table)
    assert isinstance(chart, Chart)
    assert table.rows.rows == UTRECHT
    assert tuple((bar.label, bar.others[0][1], bar.value) for bar in chart.bars) == UTRECHT
    assert [bar.share for bar in chart.bars] == [11 / 40, 23 / 40, 36 / 40, 1, 1]
    assert chart.big == "150" == str(sum(int(row[2]) for row in UTRECHT))


@pytest.mark.parametrize("name", BOTH)
def test_the_map_shows_the_four_cities_where_they_lie(name: str) -> None:
    shown = figure(name, SCHOOLS)

    assert isinstance(shown, Map)
    assert shown.outline == "nl"
    assert tuple((round(place.latitude, 1), round(place.longitude, 1)) for place in shown.places) == CITIES


@pytest.mark.parametrize("name", BOTH)
def test_the_table_says_what_each_group_gains(name: str) -> None:
    table = figure(name, PER_GROUP)

    assert isinstance(table, Table)
    assert list(table.rows.header) == list(GAINS[name])
    for column, gains in enumerate(GAINS[name].values()):
        cells = [row[column] for row in table.rows.rows if row[column] != "–"]
        assert len(cells) == len(apart(gains))
        for cell, gain in zip(cells, apart(gains), strict=True):
            assert stands_in(cell, gain)
    assert table.note.startswith("*"), "the note belongs to the teacher, whose heading has the same mark"


@pytest.mark.parametrize(
    ("name", "number"), [(name, number) for name in BOTH for number in PUT_TO_THE_ROOM[name]]
)
def test_what_is_put_to_the_room_is_put_one_by_one(name: str, number: int) -> None:
    expected = apart(PUT_TO_THE_ROOM[name][number])

    found = points(deck(name).slides[number - 1])

    assert len(found) == len(expected)
    for text, words in zip(found, expected, strict=True):
        assert [word for word in apart(words, "&") if not stands_in(text, word)] == []


@pytest.mark.parametrize("name", BOTH)
def test_the_room_answers_six_questions_recognises_four_lessons_and_harvests_three(name: str) -> None:
    asks = {slide.number: slide.asks for slide in deck(name).slides if slide.asks}

    assert list(asks) == [THINK_ALONG, LESSONS, HARVEST, CALL, FRIEND]
    assert len(asks[THINK_ALONG].questions) == 6
    assert len(asks[HARVEST].questions) == 3
    lessons = asks[LESSONS]
    assert isinstance(lessons, Choice)
    assert (len(lessons.options), lessons.several) == (4, True)


@pytest.mark.parametrize("name", BOTH)
def test_the_call_to_action_says_who_keeps_it_and_how_to_take_it_back(name: str) -> None:
    form = figure(name, CALL)

    assert isinstance(form, Lead)
    assert form.to == CONTACT
    assert "Stichting Onderwijsambassadeurs" in form.consent
    assert CONTACT in form.consent


@pytest.mark.parametrize("name", BOTH)
def test_every_slide_has_notes_for_the_presenter(name: str) -> None:
    assert [slide.number for slide in deck(name).slides if not slide.notes] == []


def test_both_languages_have_the_same_build() -> None:
    dutch, english = deck(DUTCH), deck(ENGLISH)

    assert [build(slide) for slide in dutch.slides] == [build(slide) for slide in english.slides]
    assert dutch.look == english.look


def build(slide: Slide) -> object:
    """What a slide is like without its words."""
    return re.findall(r"<\w+", slide.body), bool(slide.notes), [skeleton(each) for each in slide.figures]


def skeleton(figure: Kind) -> object:
    match figure:
        case Table(rows=rows) | Chart(rows=rows):
            return figure.name, len(rows.header), len(rows.rows)
        case Map(places=places):
            return figure.name, [(place.latitude, place.longitude) for place in places]
        case Choice(options=options, several=several):
            return figure.name, len(options), several
        case Open():
            return figure.name, len(figure.questions), figure.most, figure.longest
        case Fact(value=value):
            return figure.name, "".join(value.split())
    return figure.name
