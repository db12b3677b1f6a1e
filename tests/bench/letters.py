"""The friend cards that all print: some 90 words each, out of 30,000 of which few are used often. Pure.

Real letters have many words that come once. Twenty words again and again would please every cache.
"""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import accumulate
from pathlib import Path

WORDS, NAMES = 30_000, 4_000
TOKEN = 6
"""Bytes in hexadecimal: as long as a friend card's token."""
SHORTEST, LONGEST = 75, 105
"""Words in a message."""
_STARTS = (
    *("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z"),
    *("br", "dr", "gr", "kl", "kr", "pl", "pr", "sch", "sl", "sp", "st", "str", "tr", "vl", "zw"),
)
_MIDDLES = (
    *("a", "e", "i", "o", "u", "a", "e", "e", "o", "é", "ë"),
    *("aa", "ee", "ie", "oo", "uu", "ei", "ij", "oe", "ou", "ui", "eu"),
)
_ENDS = ("", "", "", "n", "r", "s", "t", "l", "k", "m", "ng", "nd", "st", "cht", "rt", "ls")
_SYLLABLES = (1, 1, 2, 2, 2, 3, 3, 4)


@dataclass(frozen=True, slots=True)
class Letter:
    """One friend card."""

    to: str
    message: str
    sender: str
    link: str

    @property
    def heading(self) -> str:
        """Large on its front."""
        return f"Voor {self.to}"


KICKER, LINK_WORDS, DAY = "Onderwijsambassadeurs", "Lees verder", "12 maart 2026"
ORGANISATION = "Stichting Voorbeeld"
ACCENT, SECOND = "#a8471f", "#2f5d62"


def letters(count: int) -> Iterator[Letter]:
    """Different ones, the same in every run."""
    chance = random.Random(0)
    words, names = _invented(chance, WORDS), [name.capitalize() for name in _invented(chance, NAMES)]
    # Zipf's law: a language's second word is used half as often as its first, the third a third as often.
    weights = [*accumulate(1 / (rank + 2.7) for rank in range(WORDS))]
    for _ in range(count):
        said = chance.choices(words, cum_weights=weights, k=chance.randint(SHORTEST, LONGEST))
        yield Letter(
            chance.choice(names),
            " ".join(_sentences(said, chance)),
            chance.choice(names),
            f"https://workshop.example.org/f/{chance.randbytes(TOKEN).hex()}",
        )


def write(path: Path, count: int) -> None:
    """One a line: nobody need hold all of them."""
    with path.open("w") as file:
        file.writelines(f"{json.dumps(asdict(letter))}\n" for letter in letters(count))


def read(path: Path) -> Iterator[Letter]:
    """In the order in which they were written."""
    with path.open() as file:
        for line in file:
            yield Letter(**json.loads(line))


def _invented(chance: random.Random, count: int) -> list[str]:
    """Words that could be Dutch, the short ones first."""
    found: dict[str, None] = {}
    while len(found) < count:
        parts = range(chance.choice(_SYLLABLES))
        found["".join(_syllable(chance) for _ in parts)] = None
    by_length = sorted(found, key=lambda word: len(word) + chance.random() * 4)
    return list(by_length)


def _syllable(chance: random.Random) -> str:
    return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)


def _sentences(words: Iterable[str], chance: random.Random) -> Iterator[str]:
    begins = True
    for word in words:
        ends = chance.random() < 0.1
        yield f"{word.capitalize() if begins else word}{'.' if ends else ''}"
        begins = ends
