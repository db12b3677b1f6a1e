"""A word cloud: everybody gives a few words, and what many say stands large."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Self

import snowballstemmer

from workshop.chance import Chance
from workshop.decks.block import Block, Table
from workshop.events import Value
from workshop.kinds.kind import Counted, is_live
from workshop.kinds.open import tidy
from workshop.language import _, around, plural
from workshop.on_paper import Lines, Way
from workshop.refused import Refused

LONGEST = 40
MOST_SHOWN = 60
MOST_FIRST = 3
"""So many may share the first place and still stand out."""
STEMMERS = {"nl": "dutch", "en": "english", "de": "german", "fr": "french"}
"""Of another language only the same word counts as the same."""

# Accents, and what nobody sees: soft hyphens, marks of direction, an emoji's wish to be coloured.
_UNHEARD = re.compile("[\u0300-\u036f\u00ad\u200b\u200e\u200f\u2060\u2066-\u2069\ufe0e\ufe0f\ufeff]")
_ONE_APOSTROPHE = str.maketrans("‘’ʼ´`", "'''''")
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu)'(?=.)")
"""French: what is left of the word before."""
# What people in a workshop say, of whom some write capitals.
_SAID = {
    "nl": """
        vertrouwen Vertrouwen samenwerken samenwerking ruimte aandacht plezier rust tijd durven
        duidelijkheid energie nieuwsgierig collega's Collega koffie humor eerlijkheid luisteren veiligheid
        overzicht richting lef inspiratie leren verbinding structuur focus creativiteit vrijheid openheid
        geduld respect praktisch gesprekken gesprek betrokken moed voorbeelden oefenen spelen hoop groei
        fouten|maken minder|vergaderen een|goed|gesprek tijd|om|te|proberen steun|van|de|leiding feedback
        enthousiasme samen waardering eigenaarschap leerlingen ideeën idee zelfvertrouwen helderheid vaart
        balans kennis|delen doen kleine|stappen
    """,
    "en": """
        trust Trust working|together cooperation space attention joy calm time daring clarity energy curious
        colleagues Colleague coffee humour honesty listening safety overview direction courage inspiration
        learning connection structure focus creativity freedom openness patience respect practical
        conversations conversation involved examples practice play hope growth making|mistakes
        fewer|meetings a|good|conversation time|to|try support|from|the|head feedback enthusiasm together
        appreciation ownership pupils ideas idea confidence pace balance sharing|knowledge small|steps
    """,
    "de": """
        Vertrauen vertrauen Zusammenarbeit zusammenarbeiten Raum Aufmerksamkeit Freude Ruhe Zeit Mut
        Klarheit Energie neugierig Kollegen Kollegin Kaffee Humor Ehrlichkeit zuhören Sicherheit Überblick
        Richtung Inspiration lernen Verbindung Struktur Fokus Kreativität Freiheit Offenheit Geduld Respekt
        praktisch Gespräche Gespräch engagiert Beispiele üben spielen Hoffnung Wachstum Fehler|machen
        weniger|Sitzungen ein|gutes|Gespräch Zeit|zum|Ausprobieren Rückhalt|der|Leitung Feedback
        Begeisterung gemeinsam Wertschätzung Verantwortung Schüler Ideen Idee Selbstvertrauen Schwung
        Gleichgewicht Wissen|teilen kleine|Schritte
    """,
    "fr": """
        confiance Confiance coopération coopérer espace attention plaisir calme temps oser clarté énergie
        curieux collègues Collègue café humour honnêteté écouter sécurité vue|d’ensemble direction courage
        inspiration apprendre lien structure concentration créativité liberté ouverture patience respect
        concret échanges échange engagement exemples pratique jouer espoir progrès faire|des|erreurs
        moins|de|réunions un|bon|échange le|temps|d’essayer soutien|de|la|direction retours enthousiasme
        ensemble reconnaissance autonomie élèves idées idée assurance élan équilibre partager|le|savoir
        petits|pas
    """,
}


@dataclass(frozen=True, slots=True)
class Word:
    """Writings that count as one."""

    key: str
    text: str
    """The most frequent writing."""
    times: int
    is_most: bool
    """Whether no other was given more often, and hardly any as often."""


@dataclass(frozen=True, slots=True)
class Cloud:
    """The words as the wall shows them, the most given first."""

    words: tuple[Word, ...]
    others: int
    """How many there are besides."""


@dataclass(frozen=True, slots=True)
class Words(Counted):
    """Words or short phrases, a few from each."""

    name: ClassVar[str] = "words"
    spelled: ClassVar[Mapping[str, str]] = {"most": "max"}

    most: int = 3

    @classmethod
    def read(cls, block: Block) -> Self:
        return cls(most=block.whole("max", 3, 1, 10), live=is_live(block))

    @property
    def most_answers(self) -> int:
        return self.most

    @property
    def longest(self) -> int:
        """How many characters one may have."""
        return LONGEST

    @property
    def on_paper(self) -> Way | None:
        return Lines(self.most, 1, LONGEST)

    def check(self, value: Value) -> Value:
        if not isinstance(value, str):
            raise Refused("wrong_kind", _("This question wants a word, or a few."))
        text = " ".join(tidy(value).split())
        if not text:
            raise Refused("empty", _("There is nothing in it yet."))
        if len(text) > LONGEST:
            raise Refused(
                "too_long",
                plural("{n} character too many.", "{n} characters too many.", len(text) - LONGEST),
            )
        return text

    def tell(self, value: Value) -> str:
        return str(value)

    def result(self, values: Sequence[Value]) -> Cloud:
        words = counted(values)
        return Cloud(words[:MOST_SHOWN], max(0, len(words) - MOST_SHOWN))

    def table(self, values: Sequence[Value]) -> Table:
        rows = tuple((word.text, str(word.times)) for word in counted(values))
        return Table((_("Word"), _("Times")), rows)

    @classmethod
    def pretend(cls, form: Mapping[str, str], random: Chance, taste: Chance) -> Value:
        longest = int(form["data-longest"])
        language = form.get("lang", "nl").partition("-")[0]
        words = _SAID.get(language, _SAID["en"]).split()
        said = [text.replace("|", " ") for text in words if len(text) <= longest]
        common = taste.randint(0, len(said) - 1)
        # What comes first to mind comes to many minds.
        far = int(random.expovariate(6 / len(said)))
        return said[(common + far) % len(said)]


def counted(values: Iterable[Value]) -> tuple[Word, ...]:
    """The words of all answers, the most given first; of equals the one that came first."""
    language = around().partition("-")[0]
    writings: dict[str, Counter[str]] = {}
    for value in values:
        if isinstance(value, str):
            writings.setdefault(key(value, language), Counter())[value] += 1
    times = {each: found.total() for each, found in writings.items()}
    top = max(times.values(), default=0)
    first = [each for each in times if times[each] == top]
    stands_out = len(times) == 1 or len(first) <= min(MOST_FIRST, len(times) - 1)
    return tuple(
        Word(
            key=each,
            text=writings[each].most_common(1)[0][0],
            times=times[each],
            is_most=stands_out and each in first,
        )
        for each in sorted(times, key=times.__getitem__, reverse=True)
    )


@lru_cache(maxsize=4096)
def key(text: str, language: str) -> str:
    """What all writings of a word have in common: neither case nor accents, nor its ending."""
    bare = _UNHEARD.sub("", unicodedata.normalize("NFKD", text.casefold()))
    folded = unicodedata.normalize("NFC", bare).casefold().translate(_ONE_APOSTROPHE)
    words = without_punctuation(folded).split()
    # A question mark is nothing but punctuation, and still an answer.
    return " ".join(stem(word, language) for word in words) or folded or text


def without_punctuation(text: str) -> str:
    """The text without what stands around it: '#rust!' is 'rust', but C# stays C#."""
    marks = {character for character in text if unicodedata.category(character)[0] in "PZ"}
    return text.lstrip("".join(marks)).rstrip("".join(marks - {"#"}))


def stem(word: str, language: str) -> str:
    """A word without its ending, behind its first letter.

    Stemming goes on until nothing changes, so that 'mens' and 'mensen' meet. The Dutch stemmer also takes
    prefixes away; because of the first letter 'gelijk' and 'lijk' stay apart.
    """
    if language not in STEMMERS:
        return word
    if language == "fr":
        word = _ELIDED.sub("", word, count=1) if _ELIDED.match(word) else word
    stemmer = snowballstemmer.stemmer(STEMMERS[language])
    first, before = word[0], ""
    while word != before:
        before, word = word, stemmer.stemWord(word)
    return f"{first}·{word}"
