"""Words of a cloud that count as others: from the presenter's command to the event. Pure."""

from collections.abc import Iterable

from msgspec import Struct

from workshop.decks.deck import Deck
from workshop.events import AnyDirection, Value, WordHidden, WordMerged, WordRestored
from workshop.kinds.words import Words, key
from workshop.language import _
from workshop.live.orders import Reword
from workshop.live.room import Room
from workshop.refused import Refused
from workshop.wordings import HIDDEN, worded


class Reworded(Struct, frozen=True):
    """A word that counts as another one."""

    word: str
    said: str
    """As people wrote it."""
    into: str
    """As what it counts; HIDDEN as none."""


def reworded(command: Reword, room: Room, deck: Deck) -> AnyDirection | None:
    """The event that a command stands for; None where things are so already.

    Raises:
        Refused: the slide has no words.
    """
    if deck.asked(command.slide, Words) is None:
        raise Refused("wrong_kind", _("There are no words on this slide."))
    slide, word, into = command.slide, command.word, command.into
    if room.wordings.of(slide).get(word) == into:
        return None
    if into is None:
        return WordRestored(slide, word)
    if into == HIDDEN:
        return WordHidden(slide, word)
    if _key(into, deck) == word:
        raise Refused("same_word", _("That is the same word."))
    return WordMerged(slide, word, into)


def counting(values: Iterable[Value], room: Room, deck: Deck, number: int) -> list[Value]:
    """What people said on a slide, as it counts."""
    words = room.wordings.of(number)
    return worded(values, words, lambda text: _key(text, deck)) if words else list(values)


def changed(room: Room, deck: Deck, number: int) -> list[Reworded]:
    """The words of a slide that count as others, for the presenter to undo."""
    words = room.wordings.of(number)
    if not words:
        return []  # most clouds stay as they are, and this is asked with each answer
    said = {
        _key(answer.value, deck): answer.value
        for answer in reversed(room.answers.visible_of(number))
        if isinstance(answer.value, str)
    }
    return [Reworded(word, said.get(word, word), into) for word, into in words.items()]


def _key(text: str, deck: Deck) -> str:
    return key(text, deck.language.partition("-")[0])
