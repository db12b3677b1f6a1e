"""Which words make an answer wait until the presenter has read it. Pure: no I/O, no clock.

Whole words only: 'Scunthorpe' is a town. Capitals, accents, digits that stand for letters and letters with
something between them do not hide a word.
"""

import re
import unicodedata
from functools import lru_cache

LONGEST = 4_000
"""Characters of a list."""

_STANDS_FOR = str.maketrans("013@$", "oieas")
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f\ufeff]")
_WORD = re.compile(r"[^\W_]+")


class WordFilter:
    """A list of words, ready to look for."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = {" ".join(_split(word)): word for word in words if _split(word)}
        joined = "|".join(map(re.escape, sorted(self._words, key=len, reverse=True)))
        self._any = re.compile(f" ({joined})(?= )") if joined else None
        self._letters = {
            word: said for word, said in self._words.items() if len(word) > 1 and " " not in word
        }

    def found(self, text: str) -> str | None:
        """The first word of the list that stands in a text, as the list writes it."""
        if self._any is None:
            return None
        parts = _split(text)
        match = self._any.search(f" {' '.join(parts)} ")
        return self._words[match[1]] if match else self._spelled(parts)

    def _spelled(self, parts: list[str]) -> str | None:
        """The first word that is written letter by letter: 'k u t' or 'k.u.t'."""
        for run in _runs_of_letters(parts):
            for word, said in self._letters.items():
                if word in run:
                    return said
        return None


@lru_cache(maxsize=64)
def word_filter(text: str) -> WordFilter:
    """The filter of a list as people write it: a word or a few on each line, or between commas."""
    return WordFilter(words_in(text))


def words_in(text: str) -> tuple[str, ...]:
    """The words of a list, each once, in their order."""
    words = (" ".join(word.split()) for word in re.split(r"[\n\r,;]", text[:LONGEST]))
    return tuple(dict.fromkeys(word for word in words if word))


def _split(text: str) -> list[str]:
    """The words of a text, in the form in which they are compared."""
    # casefold before and after: of some letters it depends on the accent.
    bare = _INVISIBLE.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return _WORD.findall(bare.translate(_STANDS_FOR).casefold())


def _runs_of_letters(parts: list[str]) -> list[str]:
    runs = [""]
    for part in parts:
        if len(part) == 1:
            runs[-1] += part
        elif runs[-1]:
            runs.append("")
    return [run for run in runs if len(run) > 1]
