"""A line of words, and what stays together on it. Pure."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from workshop.cards.fonts import Run
from workshop.cards.typesetter import Word

Piece = tuple[Word, int]
"""A word that runs in one direction, and its level."""


# Thousands are remembered, none refers to itself: the collector need not go over them.
class Unit(Struct, frozen=True, gc=False):
    """What stays together on a line: pieces in the order in which they are read.

    `space` comes after it, unless it ends the line; `hyphen` is how wide what it ends in is if it does.
    """

    text: str
    pieces: tuple[Piece, ...]
    width: float
    space: Piece | None = None
    gap: float = 0.0
    """How wide the space is."""
    hyphen: float = 0.0
    font: str = ""
    """The one font of it and of its space; nothing where there are several, or a character that none has."""
    codes: str = ""
    codes_and_space: str = ""


class Line(Struct, frozen=True, gc=False):
    """Units in the order in which they are read; none for a blank line."""

    units: Sequence[Unit]
    width: float
    from_right: bool = False
    """Whether it belongs to a paragraph that begins at the right."""

    @property
    def words(self) -> list[Word]:
        """From left to right, with the spaces between them as words too."""
        pieces: list[Piece] = []
        for unit in self.units:
            pieces += unit.pieces
            if unit.space:
                pieces.append(unit.space)
        if pieces and self.units[-1].space:
            pieces.pop()
        return visual(pieces) if pieces else []

    @property
    def text(self) -> str:
        """As it was typed."""
        *before, last = self.units or [NOTHING]
        return "".join(f"{unit.text} " if unit.space else unit.text for unit in before) + last.text

    @property
    def run(self) -> Run | None:
        """The whole of it, where one font is enough."""
        fonts = {unit.font for unit in self.units}
        if len(fonts) > 1 or not (font := fonts.pop()):
            return None
        codes = [unit.codes_and_space for unit in self.units]
        codes[-1] = self.units[-1].codes
        return Run(font, "".join(codes).replace(")(", ""))


NOTHING = Unit("", (), 0.0)


def single(word: Word, space: Word | None = None) -> Unit:
    """A word from the left, and the space after it."""
    text, pieces, width = word.text, ((word, 0),), word.width
    font = "" if word.boxes else word.font
    codes = word.runs[0].codes if font else ""
    if space is None:
        return Unit(text, pieces, width, None, 0.0, 0.0, font, codes, codes)
    if font != space.font:
        return Unit(text, pieces, width, (space, 0), space.width)
    return Unit(text, pieces, width, (space, 0), space.width, 0.0, font, codes, codes + space.runs[0].codes)


def visual(pieces: list[Piece]) -> list[Word]:
    """Words in the order in which they are read, as they stand from left to right. UAX #9, rule L2."""
    for least in range(max(level for _word, level in pieces), 0, -1):
        pieces = list(_turned(pieces, least))
    return [word for word, _level in pieces]


def _turned(pieces: list[Piece], least: int) -> Iterator[Piece]:
    """With each stretch of at least this level the other way around."""
    for is_turned, group in groupby(pieces, key=lambda piece: piece[1] >= least):
        stretch = list(group)
        yield from reversed(stretch) if is_turned else stretch
