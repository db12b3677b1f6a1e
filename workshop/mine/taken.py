"""What a person takes along on paper: a cover, and the answers. Pure."""

from workshop.cards.card import Card
from workshop.cards.takeaway import Passage
from workshop.language import _
from workshop.mine.said import Asked


def cover_of(title: str, day: str) -> Card:
    """The front: what it was, and when."""
    return Card(heading=title, kicker=_("My answers"), link_words=day)


def passages_of(asked: list[Asked]) -> tuple[Passage, ...]:
    """Each question with its answers."""
    return tuple(Passage(each.words, tuple(answer.told for answer in each.answers)) for each in asked)
