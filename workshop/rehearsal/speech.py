"""What rehearsal attendees can say in one language. Pure data."""

from dataclasses import dataclass

from workshop.language import ours


@dataclass(frozen=True, slots=True)
class Theme:
    """Answers that fit a question in which one of these words stands."""

    words: tuple[str, ...]
    answers: tuple[str, ...]

    def fits(self, question: str) -> int:
        """How many of the words stand in a question."""
        asked = question.lower()
        return sum(word in asked for word in self.words)


@dataclass(frozen=True, slots=True)
class Speech:
    """The texts of one language. `{friend}` in a message is the first name of who gets the card."""

    themes: tuple[Theme, ...]
    anything: tuple[str, ...]
    """Answers to a question that no theme fits."""
    questions: tuple[str, ...]
    """What people want to know themselves."""
    openers: tuple[str, ...]
    """Begin an answer that somebody else gave already."""
    messages: tuple[str, ...]
    first_names: tuple[str, ...]
    surnames: tuple[str, ...]
    """Words that no family is called, so that everybody sees that a lead is invented."""
    schools: tuple[str, ...]
    boards: tuple[str, ...]
    profiles: tuple[str, ...]
    support: tuple[str, ...]
    """What a school would like help with."""

    def answers_to(self, question: str) -> tuple[str, ...]:
        """The answers that fit a question best."""
        best = max(self.themes, key=lambda theme: theme.fits(question))
        return best.answers if best.fits(question) else self.anything


def speech_in(language: str) -> Speech:
    """The texts in this language, or else in English."""
    # Here: each of these asks this module for the classes above.
    from workshop.rehearsal.dutch import DUTCH
    from workshop.rehearsal.english import ENGLISH
    from workshop.rehearsal.french import FRENCH
    from workshop.rehearsal.german import GERMAN

    return {"nl": DUTCH, "de": GERMAN, "fr": FRENCH}.get(ours(language), ENGLISH)
