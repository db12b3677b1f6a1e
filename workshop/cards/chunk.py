"""A part of a batch, ready for the file: what is on each leaf, and the fonts that it needs.

Chunks are made apart, by several processes and, after a worker died, by several attempts; the document puts
them one behind the other.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from workshop.cards.card import Card, Entry, Look
from workshop.cards.design import Design
from workshop.cards.layout import Layout
from workshop.cards.leaf import Leaves
from workshop.cards.pdf import Parts, packed
from workshop.cards.printing import Printing
from workshop.cards.sides import form_entries
from workshop.cards.sign import NAME
from workshop.cards.takeaway import Takeaway, Takeaways
from workshop.cards.typesetter import Typesetter

CARDS = 500
"""How many cards a chunk has: enough that its fonts weigh nothing, few enough for progress to be seen."""


class Chunk(Struct):
    """`fronts` and `backs` are packed streams, a leaf each; `parts` end with the resources that they use."""

    fronts: list[bytes]
    backs: list[bytes]
    entries: list[Entry]
    boxes: dict[int, int]
    parts: Parts


class Setup(Struct, frozen=True):
    """All that a chunk's cards have in common."""

    design: Design
    layout: Layout
    look: Look
    printing: Printing


Printed = Card | Takeaway


class Maker:
    """Makes one chunk after another; what it has set before, it knows."""

    def __init__(self, setup: Setup) -> None:
        self._printing = setup.printing
        self._setter = Typesetter(setup.look.language, setup.printing.ink)
        self._leaves = Leaves(setup.design, setup.layout, setup.look, setup.printing, self._setter)
        self._takeaways = Takeaways(self._leaves)

    def chunk(self, cards: Iterable[Printed]) -> Chunk:
        """The cards as they are printed."""
        fronts: list[bytes] = []
        backs: list[bytes] = []
        entries = []
        boxes: Counter[int] = Counter()
        for card in cards:
            before = len(fronts)
            for leaf in self._takeaways.of(card) if isinstance(card, Takeaway) else self._leaves.of(card):
                for drawing, side in ((leaf.front, fronts), (leaf.back, backs)):
                    if drawing is not None:
                        side.append(packed(drawing.content.encode("latin-1")))
                        boxes.update(drawing.boxes)
            entries.append(Entry(_name(card), len(fronts) - before))
        return Chunk(fronts, backs, entries, dict(boxes), self._parts())

    def _parts(self) -> Parts:
        parts = Parts()
        fonts = self._setter.write_fonts(parts)
        entries = form_entries(self._printing)
        forms = "".join(
            f"/{name} {parts.add_stream(still.encode('ascii'), entries + self._pictures(parts, still))} 0 R"
            for name, still in self._leaves.forms.items()
        )
        parts.add(f"<</Font<<{fonts}>>/XObject<<{forms}>>>>")
        return parts

    def _pictures(self, parts: Parts, still: str) -> str:
        sign = self._leaves.tools.sign
        if sign is None or f"/{NAME} Do" not in still:
            return "/Resources<<>>"
        picture = parts.add_packed(
            sign.pixels,
            f"/Type/XObject/Subtype/Image/Width {sign.width}/Height {sign.height}"
            f"/ColorSpace/{sign.space}/BitsPerComponent 8",
        )
        return f"/Resources<</XObject<</{NAME} {picture} 0 R>>>>"


def _name(card: Printed) -> str:
    return card.name if isinstance(card, Takeaway) else card.name or card.heading
