"""Unicode's own rules, from ICU: what reads as one letter, where a line may end, which way a text runs.

ICU counts in UTF-16; here everything counts in characters, as Python does.
"""

import threading
from functools import cache

import icu

BEYOND_16_BITS = "\uffff"
FROM_RIGHT = "\u0590"
"""The first letter of a script that is written from the right."""


class _Own(threading.local):
    """ICU's objects hold a state: each thread has its own."""

    def __init__(self) -> None:
        self.characters = icu.BreakIterator.createCharacterInstance(icu.Locale("und"))
        self.lines: dict[str, icu.BreakIterator] = {}
        self.bidi = icu.Bidi()

    def line(self, language: str) -> icu.BreakIterator:
        iterator = self.lines.get(language)
        if iterator is None:
            iterator = self.lines[language] = icu.BreakIterator.createLineInstance(icu.Locale(language))
        return iterator


_own = _Own()


def graphemes(text: str) -> list[str]:
    """What a reader takes for one letter each: a base with its marks, a flag, a family. UAX #29."""
    if text.isascii():
        return list(text)
    _own.characters.setText(text)
    return _parts(text, _offsets(text, _own.characters))


def breaks(text: str, language: str) -> list[int]:
    """After how many characters a line may end, the whole text's end included. UAX #14, with dictionaries for
    the scripts that put no spaces between words."""
    iterator = _own.line(language)
    iterator.setText(text)
    return _offsets(text, iterator)


def levels(text: str) -> tuple[int, list[int]]:
    """The level of the paragraph, and of each character: odd ones run from the right. UAX #9."""
    if max(text, default="") < FROM_RIGHT:
        return 0, [0] * len(text)
    said = icu.UnicodeString(text)  # ICU keeps a pointer to it
    _own.bidi.setPara(said, icu.Bidi.DEFAULT_LTR)
    found = list(_own.bidi.getLevels())
    if len(found) != len(text):
        found = [found[place] for place in _places(text)]
    return _own.bidi.getParaLevel(), found


@cache
def script(character: str) -> str:
    """The script that a character belongs to (ISO 15924); Zyyy and Zinh belong to none of their own."""
    name: str = icu.Script.getScript(character).getShortName()
    return name


@cache
def scripts(character: str) -> frozenset[str]:
    """Those that write with a character: a full stop such as 。 belongs to none, and several use it."""
    codes = icu.Script.getScriptExtensions(character)
    return frozenset(icu.Script(code).getShortName() for code in codes)


@cache
def script_of(language: str) -> str:
    """The script that a language is mostly written in: Jpan is one, for kana and Han together."""
    locale = icu.Locale.forLanguageTag(language)
    locale.addLikelySubtags()
    script: str = locale.getScript()
    return script


def _offsets(text: str, iterator: icu.BreakIterator) -> list[int]:
    found = list(iterator)
    if max(text, default="") <= BEYOND_16_BITS:
        return found
    characters = {place: number for number, place in enumerate(_places(text))}
    characters[found[-1]] = len(text)
    return [characters[place] for place in found if place in characters]


def _places(text: str) -> list[int]:
    """Where each character begins in UTF-16."""
    places, place = [], 0
    for character in text:
        places.append(place)
        place += 1 if character <= BEYOND_16_BITS else 2
    return places


def _parts(text: str, ends: list[int]) -> list[str]:
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
