"""Where a long word may be broken with a hyphen: the patterns of its language, which come with pyphen.

Pyphen reads all of a language's patterns before its first word, 16,000 for Dutch: it takes as long as 60
cards. Here a pattern is read when a word has it. Franklin Liang, Word Hy-phen-a-tion by Com-put-er, 1983.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

from pyphen import LANGUAGES, language_fallback  # type: ignore[import-untyped]

LEAST = 9
"""Letters of a word that is hyphenated."""
LEFT, RIGHT = 3, 3
"""Letters that stay together before and after a hyphen."""
_NO_PATTERNS = (
    "%",
    "#",
    "LEFTHYPHENMIN",
    "RIGHTHYPHENMIN",
    "COMPOUNDLEFTHYPHENMIN",
    "COMPOUNDRIGHTHYPHENMIN",
)
_NO_DIGITS = str.maketrans("", "", "0123456789")
_BYTE = re.compile(r"\^\^([0-9a-f]{2})")
_DIGITS = re.compile(r"(\d?)(\D?)")


def places(word: str, language: str) -> tuple[int, ...]:
    """After how many characters it may be broken; nowhere in what is no plain word."""
    if len(word) < LEAST or not word.strip(".,:;!?()'\"").isalpha():
        return ()
    return _places(word, language)


@lru_cache(maxsize=20_000)
def _places(word: str, language: str) -> tuple[int, ...]:
    patterns = _patterns(language)
    if patterns is None:
        return ()
    start = len(word) - len(word.lstrip("('\""))
    bare = word[start:].rstrip(".,:;!?)'\"")
    ends = range(LEFT, len(bare) - RIGHT + 1)
    return tuple(start + place for place in patterns.odd(bare.lower()) if place in ends)


class Patterns:
    """Letters with digits between them; of all that a word has, the largest digit at a place counts."""

    def __init__(self, file: Path) -> None:
        encoding, _, text = file.read_bytes().partition(b"\n")
        lines = _decoded(text, encoding.decode().strip()).split("\n")
        patterns = [
            _plain(line) for line in map(str.strip, lines) if line and not line.startswith(_NO_PATTERNS)
        ]
        letters = "\n".join(patterns).translate(_NO_DIGITS).split("\n")
        self._by_letters = {
            key: pattern for key, pattern in zip(letters, patterns, strict=True) if key != pattern
        }
        self._longest = max(map(len, self._by_letters))

    def odd(self, word: str) -> list[int]:
        """After how many characters an odd digit stands: a hyphen may."""
        pointed = f".{word}."
        digits = [0] * (len(pointed) + 1)
        for start in range(len(pointed) - 1):
            for end in range(start + 1, min(start + self._longest, len(pointed)) + 1):
                if pattern := self._by_letters.get(pointed[start:end]):
                    for place, digit in _digits(pattern):
                        if digit > digits[start + place]:
                            digits[start + place] = digit
        return [place - 1 for place, digit in enumerate(digits) if digit % 2]


def _decoded(text: bytes, encoding: str) -> str:
    decoded = text.decode("cp1251" if encoding.lower() == "microsoft-cp1251" else encoding)
    return _BYTE.sub(lambda byte: chr(int(byte[1], 16)), decoded) if "^^" in decoded else decoded


@cache
def _digits(pattern: str) -> list[tuple[int, int]]:
    """After how many letters each stands."""
    return [(place, int(digit)) for place, (digit, _letter) in enumerate(_DIGITS.findall(pattern)) if digit]


def _plain(pattern: str) -> str:
    """Without how a word is spelled otherwise when it is broken, which we leave."""
    return pattern.partition("/")[0] if "/" in pattern and "=" in pattern else pattern


@cache
def _patterns(language: str) -> Patterns | None:
    known = language_fallback(language.replace("-", "_"))
    return Patterns(LANGUAGES[known]) if known else None
