"""The words for people, in the languages that we have.

Texts are written in English in the code and marked with `_`; `translations/` holds the others. Which
language is meant is set around the work for one person, with `speaking`.

The words of a deck may be in any language. Where they are in one that we do not have, our own come out in
English beside them.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from workshop.tags import direction, nearest

LANGUAGES = ("nl", "en", "de", "fr")
DEFAULT = "nl"
"""Of who asks for none of these."""
WRITTEN_IN = "en"
"""The language of the texts in the code, which are there whatever is asked for."""
TRANSLATIONS = Path(__file__).parent / "translations"

_MARK = "\N{LEFT-TO-RIGHT MARK}"


class _Spoken(NamedTuple):
    language: str
    """One of ours."""
    among: str
    """Any: that of the words among which ours stand."""

    @property
    def mark(self) -> str:
        """Goes around a text among words of the other direction: a full stop must not jump to its front."""
        return "" if direction(self.among) == direction(self.language) else _MARK


_AT_FIRST = _Spoken(WRITTEN_IN, WRITTEN_IN)
_spoken: ContextVar[_Spoken] = ContextVar("spoken", default=_AT_FIRST)


def ours(tag: str) -> str:
    """The nearest language that we have; English where none is near."""
    return nearest(tag, LANGUAGES) or WRITTEN_IN


def spoken() -> str:
    """The language in which texts come out now."""
    return _spoken.get().language


def around() -> str:
    """The language of the words among which texts stand now: mostly the same."""
    return _spoken.get().among


def speak(language: str, among: str = "") -> None:
    """From now on texts come out in `language`, or in the nearest that we have.

    Args:
        language: a language tag.
        among: the language of the words among which they stand, where it is another.
    """
    _spoken.set(_voice(language, among))


@contextmanager
def speaking(language: str, among: str = "") -> Iterator[None]:
    """Texts come out in `language` inside this."""
    before = _spoken.get()
    speak(language, among)
    try:
        yield
    finally:
        _spoken.set(before)


def _(text: str) -> str:
    """The text in the spoken language."""
    return _marked(catalogue(_spoken.get().language).gettext(text))


def plural(one: str, many: str, count: int) -> str:
    """The text for `count` things, with the number filled in at `{n}`."""
    return either(one, many, count).format(n=count)


def either(one: str, many: str, count: int) -> str:
    """The text for `count` things, as a template fills it in."""
    return _marked(catalogue(_spoken.get().language).ngettext(one, many, count))


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations of a language; of English, in which the code is written, there are none."""
    path = TRANSLATIONS / f"{language}.po"
    if not path.exists():
        return gettext.NullTranslations()
    # Here: a process that prints cards says hardly a word, and these take a tenth of a second.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@lru_cache(maxsize=512)
def _voice(language: str, among: str) -> _Spoken:
    return _Spoken(ours(language), among or language)


def _marked(text: str) -> str:
    mark = _spoken.get().mark
    return f"{mark}{text}{mark}" if mark else text
