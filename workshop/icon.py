"""The icon as a PNG of any size, drawn from its SVG: phones take no SVG for their home screen. Pure.

It knows what the icon is made of: rectangles with round corners, and shapes with straight sides.
"""

import re
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_STEP = re.compile(r"([MHVLZmhvlz])([^MHVLZmhvlz]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")
_FINENESS = 4
"""Lines that are looked at for each line of pixels; along them what a shape covers is exact."""
_WHOLE, _NOTHING = 0.999, 0.001

Span = tuple[float, float]
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Rectangle:
    x: float
    y: float
    width: float
    height: float
    radius: float

    def spans(self, y: float) -> list[Span]:
        if not self.y <= y < self.y + self.height:
            return []
        into_corner = max(self.y + self.radius - y, y - (self.y + self.height - self.radius), 0.0)
        inset = self.radius - (self.radius**2 - into_corner**2) ** 0.5
        return [(self.x + inset, self.x + self.width - inset)]


@dataclass(frozen=True, slots=True)
class _Polygon:
    corners: tuple[tuple[float, float], ...]

    def spans(self, y: float) -> list[Span]:
        crossings = sorted(
            x1 + (y - y1) * (x2 - x1) / (y2 - y1)
            for (x1, y1), (x2, y2) in pairwise((*self.corners, self.corners[0]))
            if (y1 <= y) != (y2 <= y)
        )
        return list(zip(crossings[::2], crossings[1::2], strict=True))


_Shape = _Rectangle | _Polygon
_Drawing = list[tuple[_Shape, Colour]]


def png(svg: str, size: int, *, full: bool = False) -> bytes:
    """The icon as a square picture.

    Args:
        svg: the icon's source.
        size: its side in pixels.
        full: its ground fills the square, for a phone that cuts its own shape out of it.
    """
    root = ElementTree.fromstring(svg)
    scale = size / float(root.attrib["viewBox"].split()[2])
    shapes = [(_shape(element), _colour(element.attrib["fill"])) for element in root]
    ground = shapes[0][1] if full else None
    rows = (_row(shapes, ground, scale, size, y) for y in range(size))
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)  # 8 bits each of red, green, blue, opacity
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _shape(element: ElementTree.Element) -> _Shape:
    if element.tag == f"{_NAMESPACE}rect":
        x, y, width, height, radius = (
            float(element.attrib.get(name, 0)) for name in ("x", "y", "width", "height", "rx")
        )
        return _Rectangle(x, y, width, height, radius)
    if element.tag == f"{_NAMESPACE}path":
        return _Polygon(tuple(_corners(element.attrib["d"])))
    raise ValueError(f"the icon may hold no {element.tag}")


def _corners(path: str) -> Iterator[tuple[float, float]]:
    x = y = 0.0
    for step, written in _STEP.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(written)]
        from_x, from_y = (x, y) if step.islower() else (0.0, 0.0)
        match step.lower():
            case "z":
                return
            case "h":
                x = from_x + numbers[0]
            case "v":
                y = from_y + numbers[0]
            case _:
                x, y = from_x + numbers[0], from_y + numbers[1]
        yield x, y


def _colour(text: str) -> Colour:
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def _row(shapes: _Drawing, ground: Colour | None, scale: float, size: int, y: int) -> bytes:
    row = bytearray((*ground, 255) if ground else bytes(4)) * size
    for shape, colour in shapes:
        for start, end, cover in _covered(shape, scale, y):
            if cover > _WHOLE:
                row[4 * start : 4 * end] = bytes((*colour, 255)) * (end - start)
                continue
            for at in range(4 * start, 4 * end, 4):
                row[at : at + 4] = _over(colour, cover, row[at : at + 4])
    return bytes(row)


def _covered(shape: _Shape, scale: float, y: int) -> Iterator[tuple[int, int, float]]:
    """Which pixels of a line a shape covers, from and to, and how much of each."""
    changes: dict[int, float] = defaultdict(float)
    for part in range(_FINENESS):
        for span in shape.spans((y + (part + 0.5) / _FINENESS) / scale):
            for edge, sign in zip(span, (1, -1), strict=True):
                x, beside = int(edge * scale), edge * scale % 1
                changes[x] += sign * (1 - beside) / _FINENESS
                changes[x + 1] += sign * beside / _FINENESS
    cover = 0.0
    for x, following in pairwise(sorted(changes)):
        cover += changes[x]
        if cover > _NOTHING:
            yield x, following, cover


def _over(colour: Colour, cover: float, below: bytes | bytearray) -> bytes:
    under = below[3] / 255 * (1 - cover)
    alpha = cover + under
    mixed = [(new * cover + old * under) / alpha for new, old in zip(colour, below[:3], strict=True)]
    return bytes(round(value) for value in (*mixed, alpha * 255))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
