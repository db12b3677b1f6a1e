"""The bytes of glyphs: different for each, none to be escaped in a string, read back by who opens the PDF."""

from hypothesis import given
from hypothesis import strategies as st

from tests.cards import paper
from workshop.cards.card import Card
from workshop.cards.codes import ALONE, ESCAPED, code, numbers_map

MANY = 20_000
LETTERS = "".join(chr(point) for point in range(0x100, 0x240) if chr(point).isalpha())


def test_codes_are_different_and_none_is_escaped() -> None:
    codes = [code(number) for number in range(1, MANY)]

    assert len(set(codes)) == len(codes)
    assert ESCAPED.isdisjoint("".join(codes).encode("latin-1"))


@given(st.integers(1, MANY), st.integers(1, MANY))
def test_no_code_begins_another(one: int, other: int) -> None:
    assert one == other or not code(other).startswith(code(one))


def test_a_map_gives_each_code_its_number() -> None:
    count = 2_000
    found = {}

    for row in numbers_map(count).decode().splitlines():
        if row.startswith("<"):
            first, last, number = row.split()
            begins, ends = int(first[1:-1], 16), int(last[1:-1], 16)
            found |= {each: int(number) + each - begins for each in range(begins, ends + 1)}

    assert found == {int.from_bytes(code(number).encode("latin-1")): number for number in range(1, count + 1)}


def test_a_text_with_more_letters_than_bytes_is_read_back() -> None:
    words = " ".join(LETTERS[start : start + 8] for start in range(0, len(LETTERS), 8))

    pdf, report = paper.printed([Card(words)])

    assert len(LETTERS) > len(ALONE)
    assert not report.boxes
    assert paper.squeezed(words) in paper.squeezed("".join(paper.texts(pdf, back=True)))
