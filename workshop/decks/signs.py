"""Signs with which phones react, and what each is called: screen readers say the word. Pure."""

from dataclasses import dataclass

from workshop.decks.mistakes import Mistakes
from workshop.language import DEFAULT, _, spoken

MOST_SIGNS = 6
"""So many fit side by side at the edge of a small phone, each as wide as a thumb."""
_COLOURED = "\N{VARIATION SELECTOR-16}"
"""Asks for the coloured picture; people's keyboards write it or leave it out."""
_IN_INK = "❤"
"""Is black where nobody asks for colour."""

_WORDS = {
    "👏": {"en": "applause", "nl": "applaus", "de": "Applaus", "fr": "applaudissements"},
    "❤": {"en": "heart", "nl": "hart", "de": "Herz", "fr": "cœur"},
    "💡": {"en": "good idea", "nl": "goed idee", "de": "gute Idee", "fr": "bonne idée"},
    "🤔": {"en": "I wonder", "nl": "ik twijfel", "de": "ich überlege", "fr": "je m’interroge"},
    "👍": {"en": "thumb up", "nl": "duim omhoog", "de": "Daumen hoch", "fr": "pouce levé"},
    "👎": {"en": "thumb down", "nl": "duim omlaag", "de": "Daumen runter", "fr": "pouce baissé"},
    "😀": {"en": "smile", "nl": "lach", "de": "Lächeln", "fr": "sourire"},
    "😂": {"en": "laughing out loud", "nl": "hard lachen", "de": "lautes Lachen", "fr": "éclat de rire"},
    "😮": {"en": "surprise", "nl": "verbaasd", "de": "Staunen", "fr": "surprise"},
    "😢": {"en": "sad", "nl": "verdrietig", "de": "traurig", "fr": "triste"},
    "🎉": {"en": "party", "nl": "feest", "de": "Feier", "fr": "fête"},
    "🔥": {"en": "on fire", "nl": "vol vuur", "de": "Feuer und Flamme", "fr": "tout feu tout flamme"},
    "🙏": {"en": "thank you", "nl": "dank je", "de": "danke", "fr": "merci"},
    "❓": {"en": "question", "nl": "vraag", "de": "Frage", "fr": "question"},
}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that phones may send."""

    bare: str

    @property
    def picture(self) -> str:
        """How it is written, in colour where a device can."""
        return self.bare + _COLOURED if self.bare == _IN_INK else self.bare

    @property
    def word(self) -> str:
        """What it is called in the spoken language."""
        words = _WORDS[self.bare]
        return words.get(spoken(), words[DEFAULT])


def read_signs(text: str, line: int, mistakes: Mistakes) -> tuple[Sign, ...]:
    """The signs in a deck's text, parted by blanks; what is wrong is noted."""
    written = [each.replace(_COLOURED, "") for each in text.split()]
    if unknown := next((each for each in written if each not in _WORDS), None):
        mistakes.add(
            line,
            _("'{text}' is no sign to react with.").format(text=unknown[:20]),
            _("Possible: {names}.").format(names=" ".join(Sign(each).picture for each in _WORDS)),
        )
        return ()
    if len(set(written)) != len(written) or len(written) > MOST_SIGNS:
        mistakes.add(
            line,
            _("These are too many signs, or the same one twice: {text}").format(text=text[:60]),
            _("Write at most {n} different ones, with a space between.").format(n=MOST_SIGNS),
        )
        return ()
    return tuple(map(Sign, written))
