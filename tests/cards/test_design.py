"""Designs in files: what they may say, what is wrong in one, and where their areas lie."""

import pytest

from workshop.cards.design import BASE, BUILT_IN, Area, Design, Words, built_in, names, read_design
from workshop.cards.frame import BLEED, MM, UNPRINTED, Frame
from workshop.cards.sizes import SIZES, Size
from workshop.decks.mistakes import Mistakes

PLAIN = """name: {en: Plain}
front:
  - draw: shape
    area: {left: edge, right: edge, top: edge, height: 40}
    colour: accent
  - draw: words
    area: {left: 10, right: 10, bottom: 10, height: 30}
    parts:
      - {show: heading, font: heading, size: [30, 10]}
"""


def mistakes_in(source: str) -> list[tuple[int, str]]:
    mistakes = Mistakes()
    assert read_design(source, mistakes) is None
    return [(mistake.line, mistake.what) for mistake in mistakes.found]


def test_a_design_says_what_stands_where() -> None:
    mistakes = Mistakes()

    design = read_design(PLAIN, mistakes)

    assert not mistakes.found
    assert isinstance(design, Design)
    assert [type(element).__name__ for element in design.side("front")] == ["Shape", "Words"]
    assert design.side("single") == built_in(BASE).side("single")


def test_there_are_six_to_choose_from_each_in_four_languages() -> None:
    designs = [built_in(name) for name in names()]

    assert len(designs) == 6
    assert all(set(design.name) == set(design.about) == {"en", "nl", "de", "fr"} for design in designs)
    assert {path.stem for path in BUILT_IN.glob("*.yaml")} == {BASE, *names()}


@pytest.mark.parametrize("name", names())
def test_a_design_has_a_message_on_its_back_and_on_its_single_side(name: str) -> None:
    design = built_in(name)

    for side in ("back", "postcard", "single"):
        shown = {
            part.show
            for element in design.side(side)
            if isinstance(element, Words) and element.only in ("", "upright")
            for part in element.parts
        }
        assert {"message", "signature", "footnote", "mark"} <= shown, side


@pytest.mark.parametrize(
    ("before", "after", "line", "what"),
    [
        ("colour: accent", "colour: acent", 3, "'acent'"),
        ("height: 40", "height: 40, bottom: 3", 3, "has 3 of top, bottom, height"),
        ("show: heading", "show: haeding", 9, "haeding"),
        ("show: heading, ", "", 9, "neither"),
        ("size: [30, 10]", "size: [10, 30]", 9, "largest"),
        ("size: [30, 10]", "size: [30, nine]", 9, "Expected"),
        ("left: 10", "left: 10 + corner", 7, "Expected"),
        ("draw: words", "draw: picture", 6, "picture"),
        ("name: {en: Plain}", "name: {en: Plain", 1, "cannot be read"),
        ("front:", "fornt:", 1, "fornt"),
    ],
)
def test_a_mistake_is_told_with_its_line(before: str, after: str, line: int, what: str) -> None:
    ((found_line, found_what),) = mistakes_in(PLAIN.replace(before, after, 1))

    assert what in found_what
    assert abs(found_line - line) <= 3


def test_an_area_lies_where_its_edges_say() -> None:
    frame = Frame(SIZES["a6"], code=19)

    box = frame.box(Area(left=7, right="12 + code", bottom="10%", height=20))

    assert box.left == pytest.approx(7 * MM)
    assert box.right == pytest.approx((105 - 31) * MM)
    assert box.bottom == pytest.approx(14.8 * MM)
    assert box.top == pytest.approx(34.8 * MM)


def test_on_another_size_everything_grows_with_the_card() -> None:
    box = Frame(SIZES["a4"], code=38).box(Area(left=7, width=20, top=7, height=20))

    assert box.left == pytest.approx(14 * MM, rel=0.01)
    assert box.width == pytest.approx(40 * MM, rel=0.01)


@pytest.mark.parametrize(("bleeds", "edge"), [(True, -BLEED), (False, UNPRINTED)])
def test_a_colour_goes_over_the_trim_or_stays_where_an_office_printer_reaches(
    bleeds: bool, edge: float
) -> None:
    box = Frame(Size(105, 148), 19, bleeds).box(Area(left="edge", right="edge", top="edge", bottom="edge"))

    assert box.left == pytest.approx(edge * MM)
    assert box.top == pytest.approx((148 - edge) * MM)
