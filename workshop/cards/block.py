"""Lines of one size that stand together, and the small ones around a message: headings, labels."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from workshop.cards import unicode
from workshop.cards.face import Style
from workshop.cards.line import Line, single
from workshop.cards.lines import Paragraph
from workshop.cards.typesetter import Typesetter

# Shares of the size: from a block's top to its first baseline, and what a blank line takes.
ASCENT = 0.78
BLANK = 0.6
ELLIPSIS = "…"
VOWELLED = re.compile("[\u064b-\u0652\u0670]")
"""Arabic with its vowels, which stand above and below the letters."""
LEAST_LEADINGS = {
    1.7: VOWELLED,
    1.4: re.compile("[\u0600-\u08ff\u0900-\u0fff\ufb50-\ufdff\ufe70-\ufefc]"),
    1.2: re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]"),
}
"""For Arabic (more so with its vowels) and the scripts of India and its neighbours, and for emoji: they are
higher and deeper than Latin letters, and closer together a heading's lines lie over each other."""
KNOWN = 2_000


@dataclass(frozen=True, eq=False)
class Block:
    """`leading` is from baseline to baseline, in shares of the size."""

    lines: tuple[Line, ...]
    style: Style
    size: float
    leading: float
    measure: float = 0.0
    """How wide the room is in which it stands, in points: a paragraph from the right begins at its end."""

    @cached_property
    def height(self) -> float:
        return height(self.lines, self.size, self.leading)

    @cached_property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0) * self.size / 1000


@dataclass(frozen=True, slots=True, eq=False)
class Area:
    """Where a heading or a small line may stand, in points, and its sizes from large to small."""

    style: Style
    width: float
    height: float
    sizes: tuple[float, ...]
    leading: float = 1.3
    balanced: bool = False


def height(lines: Iterable[Line], size: float, leading: float) -> float:
    steps = [step(line) for line in lines]
    return size * (1 + leading * sum(steps[1:])) if steps else 0.0


def step(line: Line) -> float:
    """How far a line lies below the one before it, in leadings."""
    return 1.0 if line.units else BLANK


class Labels:
    """Sets headings and small lines. Most of them are the same on every card."""

    def __init__(self, setter: Typesetter) -> None:
        self._setter = setter
        self._known: dict[tuple[str, Area], Block] = {}

    def fit(self, words: str, area: Area) -> Block:
        """The first of the area's sizes at which the words fit without breaking one of them.

        What fits at none, which takes far more than a heading ever is, ends in an ellipsis.
        """
        block = self._known.get((words, area))
        if block is None:
            if len(self._known) >= KNOWN:
                self._known.clear()
            block = self._known[words, area] = self._fit(words, area)
        return block

    def _fit(self, words: str, area: Area) -> Block:
        if (leading := _leading(words, area)) > area.leading:
            area = replace(area, leading=leading)
        texts = filter(None, words.split("\n"))
        setter = self._setter.reading(words)
        paragraphs = [Paragraph(text, area.style, setter) for text in texts]
        widest = max((paragraph.widest for paragraph in paragraphs), default=0.0)
        for size in area.sizes:
            if widest * size <= area.width * 1000 and _height(size, paragraphs, area) <= area.height:
                return _at(size, paragraphs, area)
        block = _at(area.sizes[-1], paragraphs, area)
        return block if block.height <= area.height else _shortened(block, area, setter)


def _leading(words: str, area: Area) -> float:
    return max([area.leading, *(least for least, tall in LEAST_LEADINGS.items() if tall.search(words))])


def _height(size: float, paragraphs: list[Paragraph], area: Area) -> float:
    measure = area.width * 1000 / size
    lines = sum(paragraph.count(measure) for paragraph in paragraphs)
    return size * (1 + area.leading * (lines - 1)) if lines else 0.0


def _at(size: float, paragraphs: list[Paragraph], area: Area) -> Block:
    measure = area.width * 1000 / size
    lines = (line for each in paragraphs for line in each.lines(measure, balanced=area.balanced))
    return Block(tuple(lines), area.style, size, area.leading, area.width)


def _shortened(block: Block, area: Area, setter: Typesetter) -> Block:
    room = 1 + max(0, int((area.height / block.size - 1) / block.leading))
    *kept, last = block.lines[:room]
    graphemes = unicode.graphemes(last.text)
    measure = area.width * 1000 / block.size
    while (word := setter.word("".join(graphemes) + ELLIPSIS, block.style)).width > measure:
        graphemes.pop()
    return replace(block, lines=(*kept, Line((single(word),), word.width)))
