"""Emoji: which of them are drawn. The drawings are vectors in an archive, one a sequence of characters."""

from functools import cache
from zipfile import ZipFile

from workshop.assets import VENDOR

ARCHIVE = VENDOR / "emoji" / "twemoji.zip"
WIDTH, TOP = 1170, 950
"""Thousandths of the type size: how wide an emoji is, and how far it reaches above the line."""
VARIATION = "\ufe0f"


def name_of(text: str) -> str | None:
    """The name of an emoji's drawing; None where the text is no emoji that is drawn."""
    if text.isascii() and VARIATION not in text:
        return None
    names = _names()
    for written in (text, text.replace(VARIATION, "")):
        name = "-".join(f"{ord(character):x}" for character in written)
        if name in names and not written.isascii():
            return name
    return None


@cache
def archive() -> ZipFile:
    """The drawings, by their names."""
    return ZipFile(ARCHIVE)


@cache
def _names() -> frozenset[str]:
    if not ARCHIVE.exists():
        return frozenset()
    return frozenset(name.removesuffix(".svg") for name in archive().namelist())
