"""Lines of one size that stand together, and the small ones around a message: headings, labels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workshop.cards import text
from workshop.cards.face import Style
from workshop.cards.lines import Line, Paragraph
from workshop.cards.typesetter import Typesetter

# Shares of the size: from a block's top to its first baseline, and what a blank line takes.
ASCENT = 0.78
BLANK = 0.6
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Block:
    """`leading` is from baseline to baseline, in shares of the size."""

    lines: tuple[Line, ...]
    style: Style
    size: float
    leading: float

    @property
    def height(self) -> float:
        return height(self.lines, self.size, self.leading)

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0) * self.size / 1000


def height(lines: Iterable[Line], size: float, leading: float) -> float:
    steps = [1.0 if line.words else BLANK for line in lines]
    return size * (1 + leading * sum(steps[1:])) if steps else 0.0


def label(
    words: str,
    style: Style,
    setter: Typesetter,
    *,
    width: float,
    height: float,
    sizes: Sequence[float],
    leading: float = 1.3,
    balanced: bool = False,
) -> Block:
    """The first of the sizes at which the words fit without breaking one of them.

    What fits at none, which takes far more than a heading ever is, ends in an ellipsis.
    """
    paragraphs = [Paragraph(line, style, setter) for line in words.split("\n") if line]
    widest = max((paragraph.widest for paragraph in paragraphs), default=0.0)
    for size in sizes:
        measure = width * 1000 / size
        lines = [line for each in paragraphs for line in each.lines(measure, balanced=balanced)]
        block = Block(tuple(lines), style, size, leading)
        if block.height <= height and widest <= measure:
            return block
    return block if block.height <= height else _shortened(block, setter, width, height)


def _shortened(block: Block, setter: Typesetter, width: float, height: float) -> Block:
    room = 1 + max(0, int((height / block.size - 1) / block.leading))
    *kept, last = block.lines[:room]
    graphemes = text.graphemes(last.text)
    measure = width * 1000 / block.size
    while (word := setter.word("".join(graphemes) + ELLIPSIS, block.style)).width > measure:
        graphemes.pop()
    return replace(block, lines=(*kept, Line((word,), word.width)))
