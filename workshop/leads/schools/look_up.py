"""Which school somebody means, by what they typed so far, in any order and with typing errors. Pure.

Each word is looked for by itself among all words of all names. A word that many schools have, such as
'basisschool', says little about which one is meant, and counts for little.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest
from math import log1p

from rapidfuzz import fuzz, process

from workshop.leads.schools.school import School
from workshop.leads.search import plain

LEAST = 3
"""So many letters are typed before anything is looked for."""
MOST = 8
MOST_WORDS = 6
WORD_ALIKE = 75
"""From here on (of 100) what was typed is taken for a word, or for a piece of it."""
ALIKE = 0.6
"""From here on (of 1) a school may be the one that is meant."""
UNKNOWN = 0.7
"""What a word counts that no school has, per letter: as much as one that all have."""
NOT_ITS_BEGINNING = 0.9
"""What a piece from the middle of a word, or one with an error, counts beside the beginning of a word."""
TYPED_TOO_MUCH = 2
"""A word may have so many letters fewer than what was typed."""


class LookUp:
    """The schools, and by which words they are found."""

    def __init__(self, schools: Sequence[School]) -> None:
        self._schools = schools
        self._plain = [plain(f"{school.name} {school.place}") for school in schools]
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._plain):
            for word in dict.fromkeys(text.split()):
                self._having[word].append(number)
        self._words = sorted(self._having, key=len)
        self._lengths = [len(word) for word in self._words]

    def like(self, typed: str) -> list[School]:
        """The schools that may be meant, the likeliest first; none before there are enough letters."""
        asked = plain(typed)
        if len(asked) < LEAST:
            return []
        likely = self._likely(asked.split()[:MOST_WORDS])

        def unlikely(number: int) -> tuple[float, float, int]:
            return -likely[number], -fuzz.ratio(asked, self._plain[number]), number

        return [self._schools[number] for number in nsmallest(MOST, likely, key=unlikely)]

    def _likely(self, words: Sequence[str]) -> dict[int, float]:
        found: dict[int, float] = defaultdict(float)
        all_count = 0.0
        for word in words:
            having = self._with_word_like(word)
            counts = len(word) * (log1p(len(self._schools) / len(having)) if having else UNKNOWN)
            all_count += counts
            for number, alike in having.items():
                found[number] += counts * alike
        return {number: got / all_count for number, got in found.items() if got >= ALIKE * all_count}

    def _with_word_like(self, word: str) -> Mapping[int, float]:
        """The schools that have the word or one like it, with how much it is like it (of 1)."""
        best: dict[int, float] = {}
        if len(word) < LEAST:  # as a piece of a word it would be in almost all
            return dict.fromkeys(self._having.get(word, ()), 1.0)
        long_enough = self._words[bisect_left(self._lengths, max(LEAST, len(word) - TYPED_TOO_MUCH)) :]
        for other, alike, _place in process.extract_iter(
            word, long_enough, scorer=fuzz.partial_ratio, score_cutoff=WORD_ALIKE
        ):
            share = alike / 100 * (1 if other.startswith(word) else NOT_ITS_BEGINNING)
            for number in self._having[other]:
                best[number] = max(best.get(number, 0.0), share)
        return best
