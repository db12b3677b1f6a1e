"""The outline of the Netherlands that the build draws from an atlas."""

import importlib.util
import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from workshop.assets import VENDOR

Point = tuple[float, float]
Rings = list[list[Point]]

ROOT = Path(__file__).parents[2]
A_COUNTRY_OF_TWO_ARCS: dict[str, Any] = {
    "transform": {"scale": [0.5, 2.0], "translate": [4.0, 52.0]},
    "arcs": [[[0, 0], [2, 0], [0, 1]], [[0, 0], [0, 1], [2, 0]]],
    "objects": {
        "countries": {
            "geometries": [
                {"id": "056", "type": "Polygon", "arcs": [[0]]},
                {"id": "528", "type": "MultiPolygon", "arcs": [[[0, -2]]]},
            ]
        }
    },
}
PLACES = {
    "Amersfoort": (5.387, 52.155),
    "Maastricht": (5.691, 50.851),
    "Middelburg": (3.611, 51.499),
    "Terneuzen": (3.828, 51.310),
    "Zierikzee": (3.918, 51.650),
    "Texel": (4.800, 53.080),
    "Vlieland": (4.955, 53.255),
    "Terschelling": (5.330, 53.395),
    "Ameland": (5.760, 53.452),
    "Schiermonnikoog": (6.230, 53.490),
}
ELSEWHERE = {"Antwerpen": (4.403, 51.219), "Kleef": (6.139, 51.789), "de Noordzee": (4.0, 52.5)}


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rings() -> Rings:
    outline = json.loads((VENDOR / "outlines" / "nl.json").read_text())
    return list(outline["rings"])


def test_a_border_shared_with_a_neighbour_is_followed_backwards(hook: ModuleType) -> None:
    [ring] = hook.rings_of(A_COUNTRY_OF_TWO_ARCS, "528")

    assert ring == [(4.0, 52.0), (5.0, 52.0), (5.0, 54.0), (4.0, 54.0), (4.0, 52.0)]


def test_a_ring_overseas_is_left_out(hook: ModuleType) -> None:
    assert hook.in_europe([(4.9, 52.4), (5.0, 52.5)])
    assert not hook.in_europe([(-68.3, 12.2), (-68.2, 12.1)])


@pytest.mark.parametrize("place", PLACES)
def test_a_place_in_the_netherlands_lies_inside(place: str, rings: Rings) -> None:
    assert sum(inside(PLACES[place], ring) for ring in rings) == 1


@pytest.mark.parametrize("place", ELSEWHERE)
def test_a_place_elsewhere_lies_outside(place: str, rings: Rings) -> None:
    assert not any(inside(ELSEWHERE[place], ring) for ring in rings)


def test_the_outline_is_closed_and_small_enough_for_a_phone(
    rings: Rings,
) -> None:
    assert all(ring[0] == ring[-1] for ring in rings)
    assert (VENDOR / "outlines" / "nl.json").stat().st_size < 20_000


def inside(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a line from the point to the east crosses the ring an odd number of times."""
    lon, lat = point
    crossed = (
        x1 + (lat - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 > lat) != (y2 > lat)
    )
    return sum(lon < x for x in crossed) % 2 == 1
