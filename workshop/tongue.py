"""What one reader gets to read: a deck's words in one of its languages, ours in one that we have. Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workshop.language import LANGUAGES, ours
from workshop.tags import nearest


class Tongue(NamedTuple):
    """The languages of one reader."""

    words: str
    """That of the deck's words: one that the deck has."""
    interface: str
    """That of ours: buttons, states and refusals."""


def plain(language: str) -> Tongue:
    """A reader of the deck's main language who asks for nothing else."""
    return Tongue(language, ours(language))


def tongue(languages: Sequence[str], chosen: str, wishes: Iterable[str]) -> Tongue:
    """What a reader gets.

    Args:
        languages: those of the deck, the main one first.
        chosen: what the reader chose by hand; empty, or one that the deck does not have, where nothing was.
        wishes: the languages that the browser asks for, the dearest first.
    """
    wished = list(wishes)
    if chosen in languages:
        words, wished = chosen, [chosen, *wished]
    else:
        words = _first(wished, languages) or languages[0]
    return Tongue(words, _first(wished, LANGUAGES) or ours(words))


def told(languages: Sequence[str], words: str, interface: str | None) -> Tongue:
    """What a phone says that it reads, as far as it can be had."""
    words = words if words in languages else languages[0]
    return Tongue(words, nearest(interface or "", LANGUAGES) or ours(words))


def _first(wishes: Iterable[str], there: Sequence[str]) -> str | None:
    return next((found for wish in wishes if (found := nearest(wish, there))), None)
