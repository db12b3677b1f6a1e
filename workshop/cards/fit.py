"""The largest size at which a message fits its card; if none does, the cards that it goes on to. Pure."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from math import floor

from workshop.cards.block import BLANK, VOWELLED, Block, height, step
from workshop.cards.face import Style
from workshop.cards.line import Line
from workshop.cards.lines import Paragraph
from workshop.cards.typesetter import Typesetter

SIZE_STEP = 0.5
# From baseline to baseline, in shares of the size: as it should be, and as tight as it may be.
LEADINGS = (1.4, 1.26)
VOWELLED_LEADINGS = (1.8, 1.7)
# Sizes may go down to this share of the largest for the sake of a long word; beyond it is broken.
WHOLE_WORDS = 0.65
# A last card has at least so many lines.
TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Room:
    """Where a message may go, in points: its last card also holds what comes after it."""

    width: float
    full: float
    last: float


def fit(
    words: str,
    style: Style,
    setter: Typesetter,
    room: Room,
    *,
    smallest: float,
    largest: float,
) -> list[Block]:
    """A block for each card: one where one will do, else as few as the smallest size needs."""
    message = Message(words, style, setter, room)
    sizes = _sizes(smallest, message.largest_for_whole_words(largest))
    if block := message.on_one_card(sizes):
        return [block]
    # Blank lines give way before a message needs another card.
    tidy = Message(re.sub("\n{3,}", "\n\n", words), style, setter, room)
    if block := tidy.on_one_card(sizes):
        return [block]
    return tidy.on_several_cards(sizes)


class Message:
    def __init__(self, words: str, style: Style, setter: Typesetter, room: Room) -> None:
        setter = setter.reading(words)
        self._paragraphs = [Paragraph(line, style, setter) for line in words.split("\n")]
        self._style, self._room = style, room
        self._leadings = VOWELLED_LEADINGS if VOWELLED.search(words) else LEADINGS

    def largest_for_whole_words(self, largest: float) -> float:
        """What lets every word that can be whole at a fair size be so."""
        widths = [each.widest for each in self._paragraphs if each.widest]
        sizes = [floor(self._room.width * 100_000 / width) / 100 for width in widths]
        return min([largest, *(size for size in sizes if size >= largest * WHOLE_WORDS)])

    def on_one_card(self, sizes: Sequence[float]) -> Block | None:
        def fits(size: float, leading: float) -> bool:
            return self._height(size, leading) <= self._room.last

        for leading in self._leadings:
            if size := _largest(sizes, leading, fits):
                return self._block(self._lines(size), size, leading)
        return None

    def on_several_cards(self, sizes: Sequence[float]) -> list[Block]:
        fewest = len(self._pages(sizes[-1], self._leadings[-1]))

        def fits(size: float, leading: float) -> bool:
            return len(self._pages(size, leading)) <= fewest

        choices = ((_largest(sizes, leading, fits), leading) for leading in self._leadings)
        return next(self._pages(size, leading) for size, leading in choices if size)

    def _height(self, size: float, leading: float) -> float:
        measure = self._measure(size)
        steps = sum(BLANK if each.blank else each.count(measure) for each in self._paragraphs)
        return size * (1 + leading * (steps - 1))

    def _lines(self, size: float) -> list[Line]:
        measure = self._measure(size)
        return [line for each in self._paragraphs for line in each.lines(measure)]

    def _measure(self, size: float) -> float:
        return self._room.width * 1000 / size

    def _pages(self, size: float, leading: float) -> list[Block]:
        lines, pages = self._lines(size), []
        while height(lines, size, leading) > self._room.last:
            count = self._count_for_one_card(lines, size, leading)
            pages.append(_without_blank_ends(lines[:count]))
            lines = _without_blank_ends(lines[count:])
        return [self._block(page, size, leading) for page in [*pages, lines]]

    def _count_for_one_card(self, lines: list[Line], size: float, leading: float) -> int:
        room = (self._room.full / size - 1) / leading
        steps = accumulate((step(line) for line in lines[1:]), initial=0.0)
        count = sum(1 for _ in takewhile(lambda so_far: so_far <= room, steps))
        while count > 1 and sum(1 for line in lines[count:] if line.units) < TOGETHER:
            count -= 1
        return max(count, 1)

    def _block(self, lines: list[Line], size: float, leading: float) -> Block:
        return Block(tuple(lines), self._style, size, leading, self._room.width)


def _sizes(smallest: float, largest: float) -> list[float]:
    """From large to small."""
    steps = int((largest - smallest) / SIZE_STEP)
    return [largest - n * SIZE_STEP for n in range(steps)] + [smallest]


def _largest(sizes: Sequence[float], leading: float, fits: Callable[[float, float], bool]) -> float | None:
    """What fits at one size fits at all smaller ones."""
    index = bisect_left(sizes, True, key=lambda size: fits(size, leading))
    return sizes[index] if index < len(sizes) else None


def _without_blank_ends(lines: list[Line]) -> list[Line]:
    kept = [n for n, line in enumerate(lines) if line.units]
    return lines[kept[0] : kept[-1] + 1] if kept else []
