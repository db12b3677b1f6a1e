"""Places on the outline of a country."""

import pytest
from flask import Flask

from tests.kinds.drawn import HOSTILE, SCREENS, draw, read
from workshop.kinds.map import Map, Place
from workshop.outlines import outline


@pytest.mark.parametrize(
    ("item", "place"),
    [
        ("Utrecht (52.09, 5.12)", Place("Utrecht", 52.09, 5.12)),
        ("Utrecht (52.09,5.12): 31", Place("Utrecht", 52.09, 5.12, 31)),
        ("Den Haag (52, 4) : 0", Place("Den Haag", 52, 4)),
        ("'s-Hertogenbosch (Den Bosch) (51.7, 5.3)", Place("'s-Hertogenbosch (Den Bosch)", 51.7, 5.3)),
        ("Bonaire (12.2, -68.3): 2", Place("Bonaire", 12.2, -68.3, 2)),
    ],
)
def test_a_place_has_a_name_degrees_and_perhaps_a_count(item: str, place: Place) -> None:
    shown = read(f"::: map {{caption=Hier}}\n- {item}\n:::")

    assert shown == Map("nl", (place,), caption="Hier")


def test_a_dots_area_goes_by_its_count() -> None:
    large, small = Place("a", 52, 5, 100), Place("b", 52, 5, 25)
    counted = Map("nl", (large, small))

    assert counted.radius(large) == 1
    assert counted.radius(small) == 0.5


def test_dots_without_counts_are_alike() -> None:
    places = (Place("a", 52, 5), Place("b", 52, 5))

    assert [Map("nl", places).radius(place) for place in places] == [1, 1]


@pytest.mark.parametrize("screen", SCREENS)
def test_what_a_deck_says_is_shown_as_text(app: Flask, screen: str) -> None:
    page = draw(app, Map("nl", (Place(HOSTILE, 52, 5, 3),), caption=HOSTILE), screen)

    assert page.text.count(HOSTILE) == 2
    assert page.runs_nothing()


@pytest.mark.parametrize("screen", SCREENS)
def test_every_place_is_drawn_within_the_outline_and_read_aloud(app: Flask, screen: str) -> None:
    shown = Map("nl", (Place("Utrecht", 52.09, 5.12), Place("Den Haag", 52.08, 4.31)))

    page = draw(app, shown, screen)

    dots = [(float(dot["cx"] or 0), float(dot["cy"] or 0)) for dot in page.all("circle")]
    assert len(dots) == 2
    assert all(0 < x < outline("nl").width and 0 < y < 1000 for x, y in dots)
    assert dots[1][0] < dots[0][0], "The Hague lies to the west"
    assert page.all("svg")[0]["aria-label"] == "Titel: Utrecht, Den Haag"
