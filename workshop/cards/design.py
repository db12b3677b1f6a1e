"""A card design: a small file that says in millimetres what stands where. Data, and how it is read.

A design is written for an A6 card. On another size its numbers grow or shrink with the card's area, so that
margins and type keep their proportions; see `frame.py` for what an edge may be.
"""

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import yaml
from msgspec import Meta, Struct

from workshop.cards.frame import EDGE
from workshop.decks.colour import is_colour
from workshop.decks.mistakes import Mistakes
from workshop.language import _

BUILT_IN = Path(__file__).with_name("designs")
# For files that we wrote: in C where there is one, which saves what 50 cards take. What somebody sends may be
# nested as deep as it likes, and only the other one is known to bear that.
OWN_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BASE = "base"
"""The design that is no choice: it says what others leave out."""

Edge = Annotated[float, Meta(ge=-50, le=500)] | Annotated[str, Meta(pattern=EDGE)]
Size = Annotated[float, Meta(ge=4, le=400)]
Name = Annotated[str, Meta(min_length=1, max_length=40)]
Colour = Annotated[str, Meta(max_length=20)]
COLOURS = ("ink", "paper", "accent", "second", "field", "disc", "spot", "second_field", "words")
"""Besides #rrggbb: what a deck's two colours become on paper; see `palette.py`."""
Shown = Literal[
    "message",
    "heading",
    "kicker",
    "signature",
    "footnote",
    "link_words",
    "address",
    "mark",
    "organisation",
    "title",
]
Font = Literal["heading", "label", "message", "signature"]
Only = Literal["", "upright", "lying"]


class Area(Struct, frozen=True, forbid_unknown_fields=True):
    """Where something stands: of left, right and width two are given, and of top, bottom and height two."""

    left: Edge | None = None
    right: Edge | None = None
    width: Edge | None = None
    top: Edge | None = None
    bottom: Edge | None = None
    height: Edge | None = None


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A text of an area. `size` is the largest and the smallest, in points on an A6 card."""

    size: tuple[Size, Size]
    show: Shown | None = None
    say: Annotated[str, Meta(max_length=20)] = ""
    font: Font = "message"
    colour: Colour = "ink"
    leading: Annotated[float, Meta(ge=0.8, le=2)] = 1.3
    balanced: bool = False
    above: Annotated[float, Meta(ge=0, le=50)] = 0.0
    """Millimetres between it and what stands above it."""
    most: Annotated[float, Meta(gt=0, le=1)] = 1.0
    """The share of the area's height that it may take."""


class Words(Struct, frozen=True, forbid_unknown_fields=True, tag_field="draw", tag="words"):
    """Texts below each other."""

    area: Area
    parts: Annotated[list[Part], Meta(min_length=1)]
    align: Literal["left", "right", "centre"] = "left"
    stand: Literal["top", "middle", "raised", "bottom"] = "top"
    """Where they stand in an area that they do not fill; raised is a little above the middle."""
    only: Only = ""


class Shape(Struct, frozen=True, forbid_unknown_fields=True, tag_field="draw", tag="shape"):
    """A flat shape in one colour; a quarter is a quarter of a disc around one of its area's corners."""

    area: Area
    form: Literal["rectangle", "disc", "quarter"] = "rectangle"
    colour: Colour = "field"
    corner: Literal["top left", "top right", "bottom left", "bottom right"] = "top right"
    only: Only = ""


class Code(Struct, frozen=True, forbid_unknown_fields=True, tag_field="draw", tag="code"):
    """The QR code. Its side is `code` in the edges of everything else."""

    area: Area
    only: Only = ""


class Logo(Struct, frozen=True, forbid_unknown_fields=True, tag_field="draw", tag="logo"):
    """The organisation's sign, as large as the area lets it be."""

    area: Area
    align: Literal["left", "right", "centre"] = "left"
    only: Only = ""


Element = Words | Shape | Code | Logo
Side = Annotated[list[Element], Meta(max_length=60)]


class Design(Struct, frozen=True, forbid_unknown_fields=True):
    """A side is a list of what is drawn, the undermost first. A side that is left out is the base's."""

    name: dict[str, Name]
    about: dict[str, Annotated[str, Meta(max_length=200)]] = {}
    code: Annotated[float, Meta(ge=10, le=60)] = 19.0
    """The QR code's side, in millimetres; larger where its modules would be smaller than 0.4 mm."""
    front: Side | None = None
    back: Side | None = None
    postcard: Side | None = None
    """A back with room for an address and a stamp."""
    single: Side | None = None
    """Everything on one side: an answer to hang up, a lead for the desk."""
    poster: Side | None = None
    badge: Side | None = None

    def named(self, language: str) -> str:
        """Its name for people."""
        return self.name.get(language) or self.name.get("en") or next(iter(self.name.values()))

    def described(self, language: str) -> str:
        """What it is like, in a sentence; nothing where the file does not say."""
        return self.about.get(language) or self.about.get("en", "")

    def side(self, name: str) -> list[Element]:
        """One of its sides, or the base's."""
        own: list[Element] | None = getattr(self, name)
        if own is not None:
            return own
        others: list[Element] | None = getattr(built_in(BASE), name)
        return others or []


def read_design(source: str, mistakes: Mistakes, loader: Any = yaml.SafeLoader) -> Design | None:
    """A design from its file's text; what is wrong is told with its line, and then there is no design."""
    try:
        tree = yaml.compose(source, loader)
        values = yaml.load(source, loader)  # either is a safe one
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        what = _("The design cannot be read: {why}.").format(why=getattr(error, "problem", None) or error)
        mistakes.add(mark.line + 1 if mark else 1, what, _("Write it as the built-in designs are written."))
        return None
    try:
        design = msgspec.convert(values, Design)
    except msgspec.ValidationError as error:
        what, _at, path = str(error).partition(" - at `")
        mistakes.add(_line(tree, path.rstrip("`")), what, _("Look at how a built-in design says it."))
        return None
    return design if _is_whole(design, tree, mistakes) else None


@cache
def built_in(name: str) -> Design:
    """A design that comes with the package."""
    mistakes = Mistakes()
    design = read_design((BUILT_IN / f"{name}.yaml").read_text(encoding="utf-8"), mistakes, OWN_LOADER)
    if design is None:
        raise ValueError(f"{name}: {mistakes.found}")
    return design


@cache
def names() -> tuple[str, ...]:
    """The built-in designs that one can choose, the usual one first."""
    found = sorted(path.stem for path in BUILT_IN.glob("*.yaml") if path.stem != BASE)
    return tuple(sorted(found, key=lambda name: name != USUAL))


USUAL = "field"


def _is_whole(design: Design, tree: yaml.Node | None, mistakes: Mistakes) -> bool:
    """What types cannot say: areas with too few or too many edges, parts without a text."""
    before = len(mistakes.found)
    for side in ("front", "back", "postcard", "single", "poster", "badge"):
        for n, element in enumerate(getattr(design, side) or []):
            line = _line(tree, f"$.{side}[{n}]")
            _check_area(element.area, line, mistakes)
            if isinstance(element, Shape):
                _check_colour(element.colour, line, mistakes)
            for part in element.parts if isinstance(element, Words) else ():
                _check_part(part, line, mistakes)
    return len(mistakes.found) == before


def _check_area(area: Area, line: int, mistakes: Mistakes) -> None:
    for edges in (("left", "right", "width"), ("top", "bottom", "height")):
        given = [edge for edge in edges if getattr(area, edge) is not None]
        if len(given) != 2:
            what = _("An area has {given} of {edges}.").format(given=len(given), edges=", ".join(edges))
            mistakes.add(line, what, _("Give two of the three."))


def _check_colour(colour: str, line: int, mistakes: Mistakes) -> None:
    if colour not in COLOURS and not is_colour(colour):
        mistakes.unknown(line, _("There is no colour '{name}'.").format(name=colour), colour, COLOURS)


def _check_part(part: Part, line: int, mistakes: Mistakes) -> None:
    _check_colour(part.colour, line, mistakes)
    if bool(part.say) == (part.show is not None):
        mistakes.add(line, _("A part has neither 'show' nor 'say', or both."), _("Give one of the two."))
    if part.size[0] < part.size[1]:
        mistakes.add(
            line, _("A part's largest size is smaller than its smallest."), _("Write the largest first.")
        )


_STEP = re.compile(r"\.(\w+)|\[(\d+)\]|\[\.\.\.\]")


def _line(tree: yaml.Node | None, path: str) -> int:
    """The line on which a value such as $.front[2].area stands."""
    node: Any = tree
    for key, index in _STEP.findall(path):
        found = _child(node, key, index)
        if found is None:
            break
        node = found
    return node.start_mark.line + 1 if node else 1


def _child(node: yaml.Node | None, key: str, index: str) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode) and index and int(index) < len(node.value):
        found: yaml.Node = node.value[int(index)]
        return found
    return None
