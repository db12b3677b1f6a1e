"""The size of a message, and the cards that it takes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.cards.block import Block
from workshop.cards.face import MESSAGE
from workshop.cards.fit import LEADINGS, Room, fit
from workshop.cards.text import clean
from workshop.cards.typesetter import Typesetter

SETTER = Typesetter()
ROOM = Room(width=240, full=330, last=290)
SMALLEST, LARGEST = 9.0, 16.0
WORDS = st.text(st.sampled_from("  \nabcdefghijklmnopqrstuvwxyzé-🎉"), max_size=6_000)


def fitted(words: str, room: Room = ROOM) -> list[Block]:
    return fit(words, MESSAGE, SETTER, room, smallest=SMALLEST, largest=LARGEST)


def text_of(blocks: list[Block]) -> str:
    return " ".join(line.text for block in blocks for line in block.lines)


def test_a_short_message_is_as_large_as_may_be() -> None:
    (block,) = fitted("Dit moet jij ook doen.")

    assert (block.size, block.leading) == (LARGEST, LEADINGS[0])


def test_a_longer_message_is_smaller_so_that_it_fits_one_card() -> None:
    (block,) = fitted("Zullen we er zaterdag over praten? " * 20)

    assert SMALLEST < block.size < LARGEST
    assert block.height <= ROOM.last


def test_lines_come_closer_before_a_message_goes_on_to_another_card() -> None:
    sizes_and_leadings = set()
    for length in range(20, 60, 2):
        blocks = fitted("Zullen we er zaterdag over praten? " * length)
        sizes_and_leadings.add((len(blocks), blocks[0].leading))

    assert (1, LEADINGS[1]) in sizes_and_leadings
    assert (2, LEADINGS[0]) in sizes_and_leadings


def test_blank_lines_are_kept() -> None:
    (block,) = fitted("een\n\n\ntwee")

    assert [line.text for line in block.lines] == ["een", "", "", "twee"]


def test_blank_lines_give_way_before_a_message_needs_another_card() -> None:
    (block,) = fitted("een" + "\n" * 500 + "twee")

    assert [line.text for line in block.lines] == ["een", "", "twee"]


def test_a_long_word_makes_a_message_smaller_rather_than_being_broken() -> None:
    (block,) = fitted("Ook onderwijsinnovatiemedewerkersoverleg gezocht.")

    assert block.size < LARGEST
    assert "onderwijsinnovatiemedewerkersoverleg" in text_of([block]).split()


def test_the_last_card_never_has_a_single_line() -> None:
    for length in range(400, 520):
        blocks = fitted("woord " * length)

        assert len(blocks) == 1 or len(blocks[-1].lines) > 1


@settings(max_examples=150, deadline=None)
@given(WORDS)
def test_nothing_is_lost_and_nothing_stands_outside_its_room(typed: str) -> None:
    words = clean(typed)

    blocks = fitted(words)

    *before, last = blocks
    assert "".join(text_of(blocks).split()) == "".join(words.split())
    assert all(block.height <= ROOM.full + 0.001 for block in before)
    assert last.height <= ROOM.last + 0.001
    assert all(block.width <= ROOM.width + 0.001 for block in blocks)
    assert all(block.lines[0].words for block in blocks if words)


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_a_message_takes_no_more_cards_than_the_smallest_size_does(typed: str) -> None:
    words = clean(typed)

    cards = len(fitted(words))
    smallest = fit(words, MESSAGE, SETTER, ROOM, smallest=SMALLEST, largest=SMALLEST)

    assert cards <= len(smallest)
