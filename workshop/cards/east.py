"""Chinese, Japanese and Korean: they share letters that each draws in its own way. Pure."""

import re
from collections.abc import Iterable
from unicodedata import east_asian_width

from workshop.cards import unicode
from workshop.fonts.sets import CHINESE, JAPANESE, KOREAN, SETS

KANA = frozenset(("Hira", "Kana"))
HAN = frozenset(("Hani", "Bopo"))
LANGUAGES = {"Hans": "zh-Hans", "Hant": "zh-Hant", "Jpan": "ja", "Kore": "ko"}
"""By what they are written in."""
FAMILIES = {
    "Hans": "noto-sans-sc",
    "Jpan": "noto-sans-jp",
    "Hant": "noto-sans-tc",
    "Kore": "noto-sans-kr",
}
SIMPLIFIED = "Hans"
"""For letters that say nothing of their language."""
_LATER = re.compile("[\u1100-\U0010ffff]")
WIDTHS = ("W", "F", "H", "A")
"""By UAX #11 in one of these languages, or in others too: a circled digit, a star."""


def language_of(text: str, among: str) -> str:
    """The language of a text among others in the language `among`, as far as its letters tell."""
    scripts = {unicode.script(letter) for letter in _LATER.findall(text)}
    around = unicode.script_of(among)
    if scripts & KANA:
        found = "Jpan"
    elif "Hang" in scripts:
        found = "Kore"
    elif scripts & HAN and around not in LANGUAGES:
        found = SIMPLIFIED
    else:
        found = around
    return among if found == around else LANGUAGES[found]


def families(language: str) -> list[str]:
    """The fonts of these languages, that of this one first."""
    own = unicode.script_of(language)
    return [FAMILIES[script] for script in sorted(FAMILIES, key=lambda script: script != own)]


def may_have(text: str) -> bool:
    """Whether fonts of these languages may have what others lack."""
    return any(east_asian_width(letter) in WIDTHS for letter in text)


def helpful(codes: Iterable[int], language: str = "und", there: Iterable[str] = ()) -> list[str]:
    """The names of the sets of fonts to add for code points that no font had.

    Args:
        language: that of the texts around.
        there: the names of the sets that were added before.
    """
    left_over = [name for name in _order(language) if name not in {*there}]
    scripts = {unicode.scripts(chr(code)) | _wide(code) for code in codes}
    able = [[name for name in left_over if each & BY_SET[name]] for each in scripts]
    wanted: set[str] = set()
    for names in sorted(filter(None, able), key=len):  # what one set has comes before what any has
        if not wanted & {*names}:
            wanted.add(names[0])
    return [each.name for each in SETS if each.name in wanted]


BY_SET = {
    CHINESE.name: HAN,
    JAPANESE.name: KANA | {"Hani"},
    KOREAN.name: frozenset(("Hang", "Hani")),
}
_OWN = {"Jpan": JAPANESE.name, "Kore": KOREAN.name}


def _order(language: str) -> list[str]:
    own = _OWN.get(unicode.script_of(language), CHINESE.name)
    return sorted(BY_SET, key=lambda name: name != own)


def _wide(code: int) -> frozenset[str]:
    """A comma as wide as a letter is of no script; these languages alone use it."""
    return frozenset(("Hani",)) if east_asian_width(chr(code)) in ("F", "H") else frozenset()
