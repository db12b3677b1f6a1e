"""What a phone's camera reads from a QR code that is drawn as SVG."""

import re
from xml.etree import ElementTree

import zxingcpp
from PIL import Image

STRETCH = re.compile(r"M(\d+) (\d+)h(\d+)v1h-\3z")
PIXELS = 4
"""How wide a module is drawn."""


def read(svg: str) -> str:
    """The text in a code of dark stretches, each one module high, on white."""
    drawing = ElementTree.fromstring(svg)
    _left, _top, width, height = (int(number) for number in drawing.attrib["viewBox"].split())
    image = Image.new("L", (width, height), 255)
    (path,) = drawing
    assert STRETCH.sub("", path.attrib["d"]) == "", "nothing else is drawn"
    for column, row, length in (map(int, found) for found in STRETCH.findall(path.attrib["d"])):
        image.paste(0, (column, row, column + length, row + 1))
    image = image.resize((width * PIXELS, height * PIXELS), Image.Resampling.NEAREST)
    (code,) = zxingcpp.read_barcodes(image)
    return code.text
