"""The outlines of countries, projected for drawing: longitudes shrink with the latitude in the middle."""

import json
import math
from dataclasses import dataclass
from functools import cache

from workshop.assets import VENDOR

HEIGHT = 1000
"""How high every outline is drawn, in its own units."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline as an SVG path `width` × 1000 units, north up."""

    width: float
    path: str
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


@cache
def outline(name: str) -> Outline:
    """The outline of a country by its two letters; made from public-domain data when assets are built."""
    rings = json.loads((VENDOR / "outlines" / f"{name}.json").read_text())["rings"]
    longitudes = [point[0] for ring in rings for point in ring]
    latitudes = [point[1] for ring in rings for point in ring]
    west, north, south = min(longitudes), max(latitudes), min(latitudes)
    narrow = math.cos(math.radians((north + south) / 2))
    scale = HEIGHT / (north - south)
    drawn = Outline(
        round((max(longitudes) - west) * narrow * scale, 1), "", west, north, scale, narrow
    )
    path = "".join(
        "M" + "L".join(f"{drawn.x(lon)} {drawn.y(lat)}" for lon, lat in ring) + "Z" for ring in rings
    )
    return Outline(drawn.width, path, west, north, scale, narrow)
