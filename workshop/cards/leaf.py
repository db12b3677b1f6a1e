"""One card of paper with its two sides; a long message takes several."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workshop import language
from workshop.cards.back import Back
from workshop.cards.block import Labels
from workshop.cards.card import Card, Design, cleaned
from workshop.cards.drawing import Drawing
from workshop.cards.forms import Forms
from workshop.cards.front import Front
from workshop.cards.palette import palette
from workshop.cards.typesetter import Typesetter
from workshop.language import _


@dataclass(frozen=True, slots=True)
class Leaf:
    """`number` of `of`: which part of its message it carries."""

    front: Drawing
    back: Drawing
    number: int
    of: int


class Leaves:
    def __init__(self, design: Design, setter: Typesetter) -> None:
        colours = palette(design.accent, design.second)
        self.forms = Forms(colours)
        labels = Labels(setter)
        self._front = Front(design, colours, self.forms, labels)
        self._back = Back(design, self.forms, labels, setter)
        with language.speaking(design.language):
            self._continued = _("(continued)")

    def of(self, card: Card) -> Iterator[Leaf]:
        card = cleaned(card)
        backs = self._back.draw(card)
        for number, back in enumerate(backs, start=1):
            front = self._front.draw(card if number == 1 else self._continuing(card))
            yield Leaf(front, back, number, len(backs))

    def _continuing(self, card: Card) -> Card:
        return replace(card, heading=f"{card.heading} {self._continued}".strip())
