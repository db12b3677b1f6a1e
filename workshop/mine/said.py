"""What one person said in a workshop, in the order of its slides. Pure: no I/O, no clock."""

from dataclasses import dataclass

from workshop.answers import Answer
from workshop.decks.block import Table
from workshop.decks.deck import Deck, Slide
from workshop.live.harvesting import told as told_of
from workshop.live.room import Room


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as people read it: a text, or a table."""

    id: str
    told: str | Table

    @property
    def table(self) -> Table | None:
        """The answer as a table, where it is one."""
        return self.told if isinstance(self.told, Table) else None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, in the words in which it was asked, and a person's answers to it."""

    slide: int
    words: str
    answers: tuple[Said, ...]


def said_by(participant: str, room: Room, deck: Deck) -> list[Asked]:
    """The questions that a phone answered, without what it took back; also what the presenter hid."""
    answers = room.answers
    by_question: dict[tuple[int, int], list[Answer]] = {}
    for answer in map(answers.by_id.__getitem__, answers.by_participant.get(participant, ())):
        if not answer.withdrawn:
            by_question.setdefault((answer.slide, answer.question), []).append(answer)
    return [
        _asked(room, slide, question, given)
        for (number, question), given in sorted(by_question.items())
        if (slide := deck.slide(number)) and slide.asks
    ]


def _asked(room: Room, slide: Slide, question: int, given: list[Answer]) -> Asked:
    asks = slide.asks
    assert asks is not None
    told = tuple(Said(answer.id, told_of(room, asks, answer)) for answer in given)
    return Asked(slide.number, slide.question(question), told)
