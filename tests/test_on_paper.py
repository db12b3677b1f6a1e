"""What is typed from an answer sheet becomes values, and comes back for corrections."""

import pytest

from workshop.events import Value
from workshop.on_paper import Amounts, Boxes, Circles, Field, Figure, Lines, Places, Way
from workshop.refused import Refused

OPTIONS = ("rood", "blauw", "groen")
ENDS = ("rustig", "druk", "samen", "alleen")
WAYS: list[tuple[Way, tuple[str, ...], tuple[Value | None, ...]]] = [
    (Lines(2, 2, 280), ("meer tijd", ""), ("meer tijd", None)),
    (Boxes(OPTIONS, several=False), ("2",), ([1],)),
    (Boxes(OPTIONS, several=True), ("1", "", "1"), ([0, 2],)),
    (Circles(("a", "b"), 5, "", ""), ("5", ""), ([5, 0],)),
    (Places(OPTIONS, 2), ("2", "", "1"), ([2, 0],)),
    (Amounts(OPTIONS, 100), ("60", "", "40"), ([60, 0, 40],)),
    (Figure("", 0, ("0", "100")), ("65",), (65,)),
    (Figure("", 1, ("0", "100")), ("6.5",), (6.5,)),
    (Field(ENDS), ("C10",), ([250, 950],)),
]


def names(way: Way) -> str:
    return type(way).__name__


@pytest.mark.parametrize(("way", "typed", "given"), WAYS)
def test_what_is_typed_is_read_and_comes_back(
    way: Way, typed: tuple[str, ...], given: tuple[Value | None, ...]
) -> None:
    assert len(typed) == way.parts
    assert way.read(typed) == given
    assert len(given) == way.slots
    assert way.write(given) == typed


@pytest.mark.parametrize("way", [way for way, _typed, _given in WAYS], ids=names)
def test_what_is_left_open_is_no_answer(way: Way) -> None:
    nothing = way.read(("",) * way.parts)

    assert set(nothing) == {None}
    assert set(way.read((" ",) * way.parts)) == {None}
    assert way.write(nothing) == ("",) * way.parts


@pytest.mark.parametrize(
    ("way", "typed"),
    [
        (Boxes(OPTIONS, several=False), ("x",)),
        (Circles(("a", "b"), 5, "", ""), ("veel", "")),
        (Circles(("a",), 5, "", ""), ("-1",)),
        (Places(OPTIONS, 3), ("1", "1", "2")),
        (Places(OPTIONS, 3), ("1", "2", "")),
        (Amounts(OPTIONS, 100), ("60", "", "-40")),
        (Figure("", 0, ("0", "100")), ("veel",)),
        (Figure("", 0, ("0", "100")), ("nan",)),
        (Field(ENDS), ("K1",)),
        (Field(ENDS), ("C11",)),
        (Field(ENDS), ("C٣",)),
    ],
)
def test_what_is_no_answer_is_refused_with_words(way: Way, typed: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as refused:
        way.read(typed)

    assert refused.value.text


@pytest.mark.parametrize(
    ("typed", "decimals", "number"),
    [("6.500", 0, 6500), ("6 500", 0, 6500), ("1.250.000", 0, 1250000), ("6,5", 1, 6.5), ("1.250", 3, 1.25)],
)
def test_a_number_is_read_as_people_write_it(typed: str, decimals: int, number: float) -> None:
    assert Figure("", decimals, ("0", "9")).read((typed,)) == (number,)


def test_a_place_from_the_edge_is_in_the_last_square() -> None:
    assert Field(ENDS).write(([1000, 0],)) == ("J1",)
