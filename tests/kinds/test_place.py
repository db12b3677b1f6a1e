"""A place: people tap where they are, on a map or between two pairs of words."""

from random import Random

import pytest
from flask import Flask

from tests.decks.written import FRONT, mistake, mistakes
from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.decks.picture import Picture, Print, Sight
from workshop.events import Value
from workshop.kinds.place import Place
from workshop.language import speaking
from workshop.outlines import outline
from workshop.refused import Refused

MAP = Place(outline="nl")
FIELD = Place(left="zelf", right="samen", bottom="nu", top="later")
BOTH = pytest.mark.parametrize("kind", [MAP, FIELD], ids=["map", "field"])


def refusal(kind: Place, value: Value) -> str:
    with pytest.raises(Refused) as refused:
        kind.check(value)
    return refused.value.code


def test_a_deck_asks_for_a_place_on_the_map() -> None:
    assert read("::: place {on=map}\n:::") == MAP


def test_or_for_one_between_four_words() -> None:
    assert read('::: place {left="zelf" right="samen" bottom="nu" top="later"}\n:::') == FIELD


@pytest.mark.parametrize(
    ("attributes", "what"),
    [
        ("left=a right=b bottom=c", "'place' misses 'top'."),
        ('left=a right=b bottom=c top=""', "'place' misses 'top'."),
        ("on=map left=a", "'place' has no 'left'."),
        ("on=map results=never", "'results' is 'never'."),
    ],
)
def test_a_deck_that_makes_no_sense_is_told_so(attributes: str, what: str) -> None:
    assert mistake(f"{FRONT}# Titel\n\n::: place {{{attributes}}}\n:::\n").what == what


def test_a_place_that_is_nowhere_misses_all_four_words() -> None:
    assert len(mistakes(f"{FRONT}# Titel\n\n::: place\n:::\n")) == 4


@BOTH
@pytest.mark.parametrize("value", [[0, 0], [1000, 1000], [417, 3]])
def test_a_place_in_the_picture_is_kept(kind: Place, value: Value) -> None:
    assert kind.check(value) == value


@BOTH
@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([-1, 500], "out_of_range"),
        ([500, 1001], "out_of_range"),
        ([10**400, 0], "out_of_range"),
        ([], "wrong_kind"),
        ([500], "wrong_kind"),
        ([1, 2, 3], "wrong_kind"),
        ([True, 2], "wrong_kind"),
        (500, "wrong_kind"),
        (0.5, "wrong_kind"),
        ("[1, 2]", "wrong_kind"),
    ],
)
def test_anything_else_is_refused(kind: Place, value: Value, code: str) -> None:
    assert kind.check([500, 500]) == [500, 500]
    assert refusal(kind, value) == code


def test_a_field_has_four_quarters_with_their_shares() -> None:
    result = FIELD.result([[0, 0], [100, 499], [999, 0], [500, 500], [1000, 1000]])

    assert [(part.name, part.count, part.share) for part in result.parts] == [
        ("zelf, later", 2, "40%"),
        ("samen, later", 1, "20%"),
        ("zelf, nu", 0, "0%"),
        ("samen, nu", 2, "40%"),
    ]
    assert result.dots[0] == (0, 0)


def test_a_map_has_nine_parts_by_their_direction() -> None:
    with speaking("nl"):
        parts = {
            part.name: part.count for part in MAP.result([[0, 0], [500, 500], [1000, 1000], [340, 1]]).parts
        }

    assert list(parts) == [
        *("noordwest", "noord", "noordoost"),
        *("west", "in het midden", "oost"),
        *("zuidwest", "zuid", "zuidoost"),
    ]
    assert {name for name, count in parts.items() if count} == {
        *("noordwest", "noord", "in het midden", "zuidoost")
    }


@BOTH
def test_the_more_dots_the_smaller_within_bounds(kind: Place) -> None:
    sizes = [kind.result([[1, 1]] * people).radius for people in (0, 1, 40, 200, 1000)]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == sizes[1] > sizes[2] > sizes[3]
    assert sizes[3] == sizes[4]


@BOTH
def test_before_the_first_answer_there_is_no_dot_and_no_share(kind: Place) -> None:
    result = kind.result([])

    assert result.dots == ()
    assert {(part.count, part.share) for part in result.parts} == {(0, "")}


def test_the_result_is_a_table_of_the_quarters() -> None:
    table = FIELD.table([[1, 1], [999, 999], [999, 998]])

    assert table.header == ("Place", "People", "Share")
    assert table.rows == (
        ("zelf, later", "1", "33%"),
        ("samen, later", "0", "0%"),
        ("zelf, nu", "0", "0%"),
        ("samen, nu", "2", "67%"),
    )


def test_on_the_map_it_is_a_table_of_nine_directions() -> None:
    rows = MAP.table([[999, 0]]).rows

    assert len(rows) == 9
    assert rows[2] == ("north-east", "1", "100%")
    assert MAP.table([]).rows[0] == ("north-west", "0", "–")


@BOTH
def test_what_a_rehearsal_pretends_is_taken(app: Flask, kind: Place) -> None:
    (form,) = draw(app, kind, "phone").all("form")
    attributes = {name: value or "" for name, value in form.items()}

    for seed in range(100):
        assert kind.check(kind.pretend(attributes, Random(seed), Random(1)))


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    kind = Place(left=HOSTILE, right=HOSTILE, bottom=HOSTILE, top=HOSTILE)

    page = draw(app, kind, screen, result=kind.result([[1, 1]]))

    assert page.text.count(HOSTILE) >= 4
    assert page.runs_nothing()


@BOTH
def test_a_phone_has_a_slider_for_each_direction_with_its_name(app: Flask, kind: Place) -> None:
    page = draw(app, kind, "phone")

    sliders = page.all("input", type="range")
    assert [(slider["name"], slider["min"], slider["max"]) for slider in sliders] == [
        ("x", "0", "1000"),
        ("y", "0", "1000"),
    ]
    names = (
        ("From west to east", "From north to south")
        if kind is MAP
        else ("From zelf to samen", "From later to nu")
    )
    assert all(name in page.text for name in names)


@BOTH
def test_a_closed_place_cannot_be_moved_or_sent(app: Flask, kind: Place) -> None:
    page = draw(app, kind, "phone", open=False)

    assert all("disabled" in fieldset for fieldset in page.all("fieldset"))
    assert not page.all("button")
    assert "This question is closed." in page.text


@BOTH
def test_the_projector_shows_the_dots_once_the_room_may_see_them(app: Flask, kind: Place) -> None:
    seen = draw(app, kind, "projector", result=kind.result([[250, 500], [1000, 0]]))
    unseen = draw(app, kind, "projector")

    assert len(seen.all("circle")) == 2
    assert not unseen.all("circle")
    assert ("50%" in seen.text) == (kind is FIELD)
    assert "%" not in unseen.text


def test_dots_on_the_map_are_drawn_where_they_were_tapped(app: Flask) -> None:
    page = draw(app, MAP, "projector", result=MAP.result([[250, 500]]))

    (dot,) = page.all("circle")
    assert float(dot["cx"] or 0) == pytest.approx(outline("nl").width / 4, abs=0.1)
    assert dot["cy"] == "500"


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        (FIELD, [0, 0], "zelf, later"),
        (FIELD, [1000, 1000], "samen, nu"),
        (MAP, [500, 500], "in the middle"),
        (MAP, [1000, 0], "north-east"),
    ],
)
def test_one_answer_is_told_as_the_part_of_the_picture_where_it_is(
    kind: Place, value: Value, told: str
) -> None:
    assert kind.tell(value) == told
    counted = kind.table([value]).rows
    assert [row[0] for row in counted if row[1] == "1"] == [told]


def test_the_sliders_beside_a_picture_say_where_they_lead_in_the_decks_language(app: Flask) -> None:
    plan = Sight("Een plattegrond", Picture(Print("0" * 64, 1600, 1000), Print("1" * 64, 640, 400)))
    place = Place(picture=plan)

    said = draw(app, place, "phone")
    with speaking("nl"):
        ends = place.ends

    assert "From left to right" in said.text
    assert "From top to bottom" in said.text
    assert ends == ("links", "rechts", "bovenaan", "onderaan")
    assert said.all("svg", role="img", **{"aria-label": "Een plattegrond"})
