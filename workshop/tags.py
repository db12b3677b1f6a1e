"""Language tags (BCP 47), such as nl, en-GB and az-Arab: which there are, and how they are read.

Pure: no I/O, no clock.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

_WELL_FORMED = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*)",
    re.IGNORECASE | re.ASCII,
)
_RIGHT_TO_LEFT = frozenset(
    (
        *("Adlm", "Arab", "Aran", "Armi", "Avst", "Hatr", "Hebr", "Mand", "Mani", "Mend", "Nabt", "Narb"),
        *("Nbat", "Nkoo", "Palm", "Phli", "Phlp", "Phnx", "Prti", "Rohg", "Samr", "Sarb", "Sogd", "Sogo"),
        *("Syrc", "Syre", "Syrj", "Syrn", "Thaa", "Yezi"),
    )
)
"""Scripts that are written from right to left."""


@cache
def tidied(tag: str) -> str:
    """The tag as it is mostly written: en-GB, zh-Hant. Empty where it is none, or no language has it."""
    match = _WELL_FORMED.fullmatch(tag)
    if match is None or match["language"].lower() not in _languages():
        return ""
    parts = (
        match["language"].lower(),
        (match["script"] or "").title(),
        (match["region"] or "").upper(),
        match["rest"].strip("-").lower(),
    )
    return "-".join(filter(None, parts))


@cache
def isolated(text: str) -> str:
    """What somebody typed, in the middle of a sentence of ours: it does not turn ours around. UAX #9, 2.4."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def direction(tag: str) -> str:
    """Which way the language is written: `ltr` or `rtl`, as HTML's `dir` has it."""
    return "rtl" if _script(tag) in _RIGHT_TO_LEFT else "ltr"


@cache
def own_name(tag: str) -> str:
    """What the language is called by those who speak it; the tag where nobody wrote that down."""
    try:
        name = Locale.parse(tag, sep="-").get_display_name()
    except (ValueError, UnknownLocaleError):
        name = None
    return f"{name[0].upper()}{name[1:]}" if name else tag


def nearest(tag: str, there: Iterable[str]) -> str | None:
    """The one of the languages that somebody who asks for `tag` can read.

    The same, or one of the same language and script. None where there is none.
    """
    candidates = list(there)
    asked = tag.lower()
    same = [each for each in candidates if each.lower() == asked]
    alike = [each for each in candidates if _readable(each) == _readable(tag)]
    return next(iter(same + alike), None)


@lru_cache(maxsize=512)  # browsers ask for what they like
def _readable(tag: str) -> tuple[str, str]:
    """Who reads Serbian in Cyrillic does not read it in Latin; who reads Dutch of Belgium reads Dutch."""
    return tag.partition("-")[0].lower(), _script(tag)


def _script(tag: str) -> str:
    match = _WELL_FORMED.fullmatch(tag)
    if match is None:
        return ""
    if match["script"]:
        return match["script"].title()
    language, region = match["language"].lower(), (match["region"] or "").upper()
    # By CLDR: Punjabi is written one way in India, another in Pakistan.
    likely = get_global("likely_subtags")
    found = likely.get(f"{language}_{region}") or likely.get(language) or ""
    return next((part for part in found.split("_") if len(part) == 4), "")


@cache
def _languages() -> frozenset[str]:
    no_languages = {"mul", "und", "zxx", "mis"}
    return frozenset(map(str, Locale("en").languages)) - no_languages
