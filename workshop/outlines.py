"""The outlines of countries, projected for drawing: longitudes shrink with the latitude in the middle."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from workshop.assets import VENDOR

# The public-domain outline takes the IJsselmeer and the Markermeer for land; no Dutch room would.
WATER: dict[str, tuple[tuple[tuple[float, float], ...], ...]] = {
    "nl": (
        (
            *((5.04, 52.94), (5.19, 53.02), (5.34, 53.07), (5.40, 53.05), (5.40, 52.95), (5.36, 52.88)),
            *((5.44, 52.85), (5.58, 52.84), (5.71, 52.84), (5.61, 52.77), (5.59, 52.66), (5.66, 52.61)),
            *((5.60, 52.59), (5.47, 52.53), (5.31, 52.69), (5.21, 52.74), (5.11, 52.77), (5.05, 52.85)),
        ),
        (
            *((5.29, 52.69), (5.45, 52.51), (5.37, 52.45), (5.24, 52.40), (5.16, 52.37), (5.13, 52.34)),
            *((5.06, 52.34), (5.02, 52.37), (5.07, 52.43), (5.06, 52.51), (5.04, 52.56), (5.07, 52.63)),
            *((5.17, 52.63), (5.24, 52.65)),
        ),
    ),
}
"""Inland waters that are drawn on an outline: longitude and latitude of their shores."""

HEIGHT = 1000
"""How high every outline is drawn, in its own units."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline as SVG paths, `width` × 1000 units, north up."""

    width: float
    land: str
    water: str
    west: float
    north: float
    scale: float
    narrow: float

    def x(self, longitude: float) -> float:
        """Where a longitude (degrees east) lies, from the left."""
        return round((longitude - self.west) * self.narrow * self.scale, 1)

    def y(self, latitude: float) -> float:
        """Where a latitude (degrees north) lies, from the top."""
        return round((self.north - latitude) * self.scale, 1)

    def path(self, rings: Iterable[Sequence[Sequence[float]]]) -> str:
        """Closed lines (longitude, latitude) as an SVG path."""
        lines = ("L".join(f"{self.x(lon)} {self.y(lat)}" for lon, lat in ring) for ring in rings)
        return "".join(f"M{line}Z" for line in lines)


@cache
def outline(name: str) -> Outline:
    """The outline of a country by its two letters; made from public-domain data when assets are built."""
    rings = json.loads((VENDOR / "outlines" / f"{name}.json").read_text())["rings"]
    longitudes = [point[0] for ring in rings for point in ring]
    latitudes = [point[1] for ring in rings for point in ring]
    west, north, south = min(longitudes), max(latitudes), min(latitudes)
    narrow = math.cos(math.radians((north + south) / 2))
    scale = HEIGHT / (north - south)
    width = round((max(longitudes) - west) * narrow * scale, 1)
    empty = Outline(width, "", "", west, north, scale, narrow)
    return replace(empty, land=empty.path(rings), water=empty.path(WATER.get(name, ())))
