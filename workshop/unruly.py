"""What is pasted to break a screen, made harmless: piles of accents, text that turns its surroundings around,
and what nobody sees. Written languages keep all that they need. Pure."""

import re
import unicodedata
from collections.abc import Iterator

MOST_ACCENTS = 3
"""Accents that fit on any letter, on one: phonetic script takes three, Vietnamese two, before composing."""
MOST_MARKS = 8
"""All that may hang on one letter: in Biblical Hebrew five, in Burmese and Tibetan six."""

_ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_INVISIBLE = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060")
"""Joiners, marks of direction, places to break a line: a language needs one of each, nobody a row of them."""
# An emoji of a region's flag is a black flag and a few tags; anywhere else tags are hidden writing.
_TAGS = re.compile(
    "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)|[\U000e0000-\U000e007f]"
)
_BLANK = "[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u1160\u2800\u3164\uffa0]"
_HOLE = re.compile(f"{_BLANK}(?:[{''.join(_INVISIBLE)}]*{_BLANK})+")
_ISOLATES = "\u2066\u2067\u2068"
_END = "\u2069"
_USUAL = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u201f\u2026\u20ac]*")


def calmed(text: str) -> str:
    """The text, composed, with a few marks a letter, and with nothing that reaches beyond its own line."""
    if _USUAL.fullmatch(text):
        return text  # almost every answer; the rest takes half a millisecond
    lines = (_closed(line) for line in _TAGS.sub(r"\1", text).split("\n"))
    composed = unicodedata.normalize("NFC", "\n".join(lines))
    return _HOLE.sub(_narrowed, "".join(_thinned(composed)))


def _closed(line: str) -> str:
    """The line without isolates that do not end in it, or end without a beginning."""
    open_: list[int] = []
    lost: set[int] = set()
    for place, character in enumerate(line):
        if character in _ISOLATES:
            open_.append(place)
        elif character == _END:
            if open_:
                open_.pop()
            else:
                lost.add(place)
    lost.update(open_)
    return "".join(character for place, character in enumerate(line) if place not in lost)


def _thinned(text: str) -> Iterator[str]:
    hanging: list[str] = []
    for character in text:
        if not _hangs(character):
            hanging.clear()
        elif not _has_room(character, hanging):
            continue
        else:
            hanging.append(character)
        yield character


def _hangs(character: str) -> bool:
    """Whether it takes no room of its own, but stands on, below or between others."""
    return character in _INVISIBLE or unicodedata.category(character) in ("Mn", "Me")


def _has_room(character: str, hanging: list[str]) -> bool:
    if _ACCENT.match(character):
        return sum(_ACCENT.match(other) is not None for other in hanging) < MOST_ACCENTS
    return character not in hanging and len(hanging) < MOST_MARKS


def _narrowed(hole: re.Match[str]) -> str:
    """One space for a row of wide ones, which browsers would leave as wide as it is."""
    return hole[0] if hole[0].isascii() else " "
