"""Words of Latin letters, set pair by pair: how far a letter moves the pen depends on the next one alone.

Shaping a word takes longer than all else that is done for it, and a text brings ever new words, but soon no
new pairs.
"""

import re
from collections.abc import Callable
from functools import cached_property

from workshop.cards.face import Face
from workshop.cards.fonts import Font
from workshop.cards.pdf import number

PLAIN = re.compile("[A-Za-z0-9\xc0-\u024f.,:;'()!?-]+\\Z")
"""Letters that are a glyph each in every face that has them."""
END = "\0"
"""What comes after the last letter."""

Letter = tuple[str, float]
"""Its codes, as the inside of a TJ array, and how far it moves the pen."""


class NotPlain(Exception):
    """A word has to be shaped."""


class Letters(dict[tuple[str, str], Letter]):
    """Each letter before each other one."""

    def __init__(self, face: Face, font: Callable[[], Font], language: str) -> None:
        self._face, self._font, self._language = face, font, language

    @cached_property
    def font(self) -> Font:
        """In the file from the first letter on that it has."""
        return self._font()

    def word(self, characters: str) -> Letter:
        """A word as one.

        Raises:
            NotPlain: it is not the sum of its letters.
        """
        all_codes, width = "", 0.0
        for pair in zip(characters, characters[1:] + END, strict=True):
            codes, advance = self[pair]
            all_codes += codes
            width += advance
        return all_codes.replace(")(", ""), width

    def __missing__(self, pair: tuple[str, str]) -> Letter:
        made = self[pair] = self._set(*pair)
        return made

    def _set(self, letter: str, following: str) -> Letter:
        text = letter if following == END else letter + following
        glyph = self._face.before(text, self._language) if PLAIN.match(text) else None
        if glyph is None:  # as the f in fi
            raise NotPlain
        code, own = self.font.code(glyph.number, letter)
        shift = round(own - glyph.advance, 2)
        return (f"({code}){number(shift)}" if shift else f"({code})"), glyph.advance
