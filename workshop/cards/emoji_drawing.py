"""Emoji as PDF operators, from drawings of 36 × 36 units: paths, circles, ellipses and rectangles, flat.

Apart from their names: few batches have one, and the libraries that read a drawing take a tenth of a second.
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree

from fontTools.misc.transform import Transform
from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path
from fontTools.svgLib.path.shapes import PathBuilder
from reportlab.lib.colors import toColor

from workshop.cards.emoji import TOP, WIDTH, archive
from workshop.cards.ink import Ink
from workshop.cards.pdf import number

SIDE = 36
SHAPES = ("path", "circle", "ellipse", "rect", "polygon")
_TRANSFORM = re.compile(r"(\w+)\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


@lru_cache(maxsize=512)
def procedure(name: str, ink: Ink) -> str:
    """The content of a Type 3 glyph for a drawing."""
    root = ElementTree.fromstring(archive().read(f"{name}.svg"))
    return "\n".join([f"{WIDTH} 0 d0", *_drawn(root, "#000", Transform(), ink)])


def _drawn(element: ElementTree.Element, fill: str, place: Transform, ink: Ink) -> Iterator[str]:
    fill = element.get("fill", fill)
    place = place.transform(_transform(element.get("transform", "")))
    tag = element.tag.rpartition("}")[2]
    if tag in ("defs", "clipPath"):
        return
    if tag in SHAPES and fill != "none":
        yield _colour(fill, ink)
        yield from _outline(element, place)
        yield "f"
    for child in element:
        yield from _drawn(child, fill, place, ink)


def _outline(element: ElementTree.Element, place: Transform) -> list[str]:
    builder = PathBuilder()
    bare = {name: value for name, value in element.attrib.items() if name != "transform"}
    builder.add_path_from_element(ElementTree.Element(element.tag, bare))
    pen = _Pen()
    for path in builder.paths:
        parse_path(path, TransformPen(pen, _UNITS.transform(place)))
    return pen.operators


_UNITS = Transform(WIDTH / SIDE, 0, 0, -WIDTH / SIDE, 0, TOP)


class _Pen(BasePen):  # type: ignore[misc]
    def __init__(self) -> None:
        super().__init__(None)
        self.operators: list[str] = []

    def _moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - as fontTools' pens call it
        self._put("m", point)

    def _lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._put("l", point)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._put("c", *points)

    def _closePath(self) -> None:  # noqa: N802
        self.operators.append("h")

    def _endPath(self) -> None:  # noqa: N802
        """Nothing: an open outline is filled too."""

    def _put(self, operator: str, *points: tuple[float, float]) -> None:
        numbers = " ".join(f"{number(x)} {number(y)}" for x, y in points)
        self.operators.append(f"{numbers} {operator}")


def _transform(written: str) -> Transform:
    place = Transform()
    for name, inside in _TRANSFORM.findall(written):
        numbers = [float(each) for each in _NUMBER.findall(inside)]
        match name, numbers:
            case "rotate", [angle, *centre]:
                x, y = centre or (0, 0)
                place = place.translate(x, y).rotate(math.radians(angle)).translate(-x, -y)
            case "translate", _:
                place = place.translate(*numbers)
            case "scale", _:
                place = place.scale(*numbers)
            case "matrix", _:
                place = place.transform(numbers)
    return place


def _colour(written: str, ink: Ink) -> str:
    is_short = written.startswith("#") and len(written) == 4
    colour = toColor("#" + "".join(2 * digit for digit in written[1:]) if is_short else written)
    return ink.mixed(colour.red, colour.green, colour.blue)
