"""The designs look as they did: nothing is missing, nothing has moved, no colour and no size is another."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.apart import difference
from tests.cards.pictures import KEPT, TOLERANCE, kept, pictures, sides
from workshop.cards.design import Area, Design, Element, Logo, Part, Shape, Words, built_in, names
from workshop.cards.layout import Layout

RENEW = "if that is how they are to look: make pictures ONLY=cards RENEW=1"
ANOTHER = {
    "ink": "words",
    "words": "ink",
    "field": "second_field",
    "second_field": "field",
    "disc": "field",
    "spot": "disc",
    "accent": "second",
    "paper": "field",
}
"""For each colour of a design one that is near it."""


def test_the_designs_look_as_they_did(tmp_path: Path) -> None:
    differ, seen = [], set()
    for name, picture in pictures():
        seen.add(name)
        apart = difference(picture, kept(name))
        if apart > TOLERANCE:
            picture.save(tmp_path / f"{name}.png")
            differ.append(f"{name} by {apart}: {tmp_path}/{name}.png")

    assert differ == [], RENEW
    assert seen == {path.stem for path in KEPT.glob("*.png")}


Change = Callable[[Element], Iterator[Element | None]]


def missing(element: Element) -> Iterator[Element | None]:
    yield None
    if isinstance(element, Words) and len(element.parts) > 1:
        for n in _shown(element):
            yield replace(element, parts=[*element.parts[:n], *element.parts[n + 1 :]])


def moved(element: Element) -> Iterator[Element | None]:
    """By a millimetre to the right."""
    edges = {"left": "+ 1", "right": "- 1"}
    sums = {
        edge: f"{at} {by}" for edge, by in edges.items() if (at := getattr(element.area, edge)) is not None
    }
    area: Area = replace(element.area, **sums)
    yield replace(element, area=area)


def in_another_colour(element: Element) -> Iterator[Element | None]:
    if isinstance(element, Shape):
        yield replace(element, colour=ANOTHER[element.colour])
    yield from _with_parts(element, lambda part: replace(part, colour=ANOTHER[part.colour]))


def smaller(element: Element) -> Iterator[Element | None]:
    yield from _with_parts(
        element, lambda part: replace(part, size=(part.size[0] * 0.85, part.size[1] * 0.85))
    )


@pytest.mark.parametrize("change", [missing, moved, in_another_colour, smaller])
@pytest.mark.parametrize("name", names())
def test_each_change_is_noticed(name: str, change: Change) -> None:
    design = built_in(name)
    unnoticed = []
    for side in ("front", "back"):
        for n, changed in _changed(design.side(side), change):
            (picture,) = sides(_with(design, side, changed), Layout(side))
            if difference(picture, kept(f"{name}-{side}")) <= TOLERANCE:
                unnoticed.append(f"{side} {n}: {changed[n : n + 1]}")

    assert unnoticed == []


def _changed(elements: list[Element], change: Change) -> Iterator[tuple[int, list[Element]]]:
    """The elements of a side with one of them changed, for each that these cards show."""
    for n, element in enumerate(elements):
        if element.only == "lying" or isinstance(element, Logo):
            continue
        if isinstance(element, Words) and not _shown(element):
            continue
        for one in change(element):
            yield n, [*elements[:n], *([one] if one else []), *elements[n + 1 :]]


def _with(design: Design, side: str, elements: list[Element]) -> Design:
    changed: Design = replace(design, **{side: elements})
    return changed


def _with_parts(element: Element, change: Callable[[Part], Part]) -> Iterator[Element]:
    for n in _shown(element) if isinstance(element, Words) else ():
        yield replace(element, parts=[*element.parts[:n], change(element.parts[n]), *element.parts[n + 1 :]])


def _shown(words: Words) -> list[int]:
    """The parts that stand on a card which is the only one of its message."""
    return [n for n, part in enumerate(words.parts) if part.show != "mark"]
