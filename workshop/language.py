"""The words for people, in Dutch and English.

Texts are written in English in the code and marked with `_`; `translations/nl.po` holds the Dutch. Which
language is meant is set around the work for one person, with `speaking`.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("nl", "en")
DEFAULT = "nl"
TRANSLATIONS = Path(__file__).parent / "translations"

_spoken: ContextVar[str] = ContextVar("language", default="en")


def spoken() -> str:
    """The language in which texts come out now."""
    return _spoken.get()


def speak(language: str) -> None:
    """From now on texts come out in `language`; one that we do not have counts as the default."""
    _spoken.set(language if language in LANGUAGES else DEFAULT)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Texts come out in `language` inside this."""
    before = _spoken.get()
    speak(language)
    try:
        yield
    finally:
        speak(before)


def _(text: str) -> str:
    """The text in the spoken language."""
    return catalogue(_spoken.get()).gettext(text)


def plural(one: str, many: str, count: int) -> str:
    """The text for `count` things, with the number filled in at `{n}`."""
    return catalogue(_spoken.get()).ngettext(one, many, count).format(n=count)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The translations of a language; of English, in which the code is written, there are none."""
    path = TRANSLATIONS / f"{language}.po"
    if not path.exists():
        return gettext.NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
