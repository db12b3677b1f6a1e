"""Where a long word may be broken with a hyphen: the patterns of its language, from pyphen."""

from functools import cache, lru_cache

from pyphen import Pyphen, language_fallback  # type: ignore[import-untyped]

LEAST = 9
"""Letters of a word that is hyphenated."""
LEFT, RIGHT = 3, 3
"""Letters that stay together before and after a hyphen."""


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
    return tuple(start + place for place in patterns.positions(bare))


@cache
def _patterns(language: str) -> Pyphen | None:
    known = language_fallback(language.replace("-", "_"))
    return Pyphen(lang=known, left=LEFT, right=RIGHT) if known else None
