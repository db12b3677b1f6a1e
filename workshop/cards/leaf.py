"""The two sides of one card of paper; a long message takes several."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from workshop import language
from workshop.cards.block import Labels
from workshop.cards.card import Card, Look, cleaned
from workshop.cards.code import USUAL, Code, code, side
from workshop.cards.design import Design
from workshop.cards.drawing import Drawing
from workshop.cards.frame import Frame
from workshop.cards.ink import Ink
from workshop.cards.layout import Layout
from workshop.cards.palette import palette
from workshop.cards.printing import Printing
from workshop.cards.roles import fonts_of
from workshop.cards.side import Side, Tools
from workshop.cards.sign import Sign
from workshop.cards.typesetter import Typesetter
from workshop.language import _


@dataclass(frozen=True, slots=True)
class Leaf:
    """`back` is None where only one side is printed."""

    front: Drawing
    back: Drawing | None


class Leaves:
    """Draws the cards of a batch."""

    def __init__(
        self, design: Design, layout: Layout, look: Look, printing: Printing, setter: Typesetter
    ) -> None:
        look = cleaned(look)
        self._design, self._layout, self._printing = design, layout, printing
        self._tools = Tools(
            look,
            palette(look.accent, look.second),
            fonts_of(look.display),
            printing.ink,
            setter,
            Labels(setter),
            _sign(look, printing.ink),
        )
        self._sides: dict[tuple[str, int], Side] = {}

    @cached_property
    def _continued(self) -> str:
        with language.speaking(self._tools.look.language):
            return _("(continued)")

    @property
    def forms(self) -> dict[str, str]:
        """What never changes on the sides that were drawn, by the name that drawings use."""
        return {_form(*key): made.still for key, made in self._sides.items() if made.still}

    @property
    def tools(self) -> Tools:
        """What the sides share."""
        return self._tools

    def of(self, card: Card) -> Iterator[Leaf]:
        """The card's leaves: each has one side with a part of the message, and the other side again."""
        card = cleaned(card)
        mark = code(card.link) if card.link else None
        first, other = self._layout.front, self._layout.back
        if other is None:
            yield from (Leaf(drawing, None) for drawing in self._draw(first, card, mark))
            return
        backs = self._draw(other, card, mark)
        front = self._draw(first, card, mark)[0]
        yield Leaf(front, backs[0])
        if len(backs) > 1:
            again = replace(card, heading=f"{card.heading} {self._continued}".strip())
            for back in backs[1:]:
                yield Leaf(self._draw(first, again, mark)[0], back)

    def front(self, card: Card) -> Drawing:
        """One front by itself."""
        card = cleaned(card)
        return self._draw(self._layout.front, card, code(card.link) if card.link else None)[0]

    def blank_back(self) -> Drawing:
        """A back without its words."""
        name = self._layout.back or self._layout.front
        drawing = Drawing(self._printing.ink)
        if self._side(name, USUAL).still:
            drawing.use(_form(name, USUAL))
        return drawing

    def _draw(self, name: str, card: Card, mark: Code | None) -> list[Drawing]:
        modules = mark.modules if mark else USUAL
        return self._side(name, modules).draw(card, mark, _form(name, modules))

    def _side(self, name: str, modules: int) -> Side:
        """A side in the frame that a code of so many modules leaves."""
        made = self._sides.get((name, modules))
        if made is None:
            size = self._printing.card
            wanted = self._design.code * Frame(size, 0.0).scale
            frame = Frame(size, side(modules, wanted), self._printing.bleeds)
            made = self._sides[name, modules] = Side(self._design.side(name), frame, self._tools)
        return made


def _sign(look: Look, ink: Ink) -> Sign | None:
    if not look.logo:
        return None
    # Here: most batches have no picture, and each process would load what reads one.
    from workshop.cards.logo import sign_of

    return sign_of(look.logo, ink)


def _form(name: str, modules: int) -> str:
    return f"{name.title()}{modules}"
